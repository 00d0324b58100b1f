/// Rule: a month that is a campaign by its name has the days of the month that the document gives it: “质量提升月” in 2026年9月, so that
/// 在质量提升月期间 is September.
struct CampaignMonth: Equatable {
  /// 质量提升月
  let name: String
  /// 1…12.
  let month: Int

  /// The first such month that a document's first paragraphs name beside a month.
  init?(_ paragraphs: [Paragraph]) {
    for words in paragraphs.prefix(8).lazy.filter({ $0.row == nil }).map(\.words) {
      for place in words.scalars.indices.dropFirst(3)
      where words.scalars[place] == "月" && words.scalars[place - 1].isHan {
        guard let name = CampaignMonth.name(words, endingAt: place),
          let month = CampaignMonth.month(words, before: place - name.count)
        else { continue }
        (self.name, self.month) = (name.text, month)
        return
      }
    }
    return nil
  }

  /// The name in quotation marks that ends at a place.
  private static func name(_ words: Passage, endingAt place: Int) -> Passage? {
    guard place + 1 < words.count, words.scalars[place + 1].isQuote,
      let opening = words.scalars[max(0, place - 10)..<place].lastIndex(where: \.isQuote),
      place - opening >= 3
    else { return nil }
    let name = words.slice(opening + 1..<place + 1)
    return name.scalars.allSatisfy(\.isHan) ? name : nil
  }

  /// The month that stands at most twenty characters before a place.
  private static func month(_ words: Passage, before place: Int) -> Int? {
    for start in (max(0, place - 20)..<max(0, place)).reversed() {
      guard let (value, end, _) = Marker.number(words.scalars, start), end < words.count,
        words.scalars[end] == "月", (1...12).contains(value), start == 0 || !words.scalars[start - 1].isFigure
      else { continue }
      return value
    }
    return nil
  }

  /// Where a sentence says that something is done during it.
  func place(in words: Passage) -> Range<Int>? {
    guard let period = words.firstIndex(of: "期间") else { return nil }
    let name = StaticWords(name)
    guard let start = words.firstIndex(of: name), start + name.count <= period,
      period - start - name.count <= 3
    else { return nil }
    return start..<period + 2
  }
}
