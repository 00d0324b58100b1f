import ChineseNumerals

/// Rule: where line breaks were lost, what is numbered begins a paragraph of its own again (`NumberPath`), a time that heads what
/// follows (9月1.…) too, and so do a document's number and its signature.
struct LostBreaks {
  /// The last number of each form.
  private var numbers: [NumberForm: Int] = [:]

  /// The paragraphs with the breaks that they lost.
  static func restored(_ paragraphs: [Paragraph]) -> [Paragraph] {
    var reading = LostBreaks()
    return paragraphs.enumerated().flatMap { index, paragraph in
      guard paragraph.row == nil else { return [paragraph] }
      let head = index < 3 ? headEdges(paragraph.words) : []
      let edges = head + reading.edges(in: paragraph.words) + signatureEdges(paragraph.words)
      guard !edges.isEmpty else { return [paragraph] }
      let places = [0] + Set(edges).sorted() + [paragraph.words.count]
      return zip(places, places.dropFirst()).map { Paragraph(paragraph.words.slice($0..<$1)) }
    }
  }

  /// Where numbers begin, and the headings before them.
  private mutating func edges(in words: Passage) -> [Int] {
    // A paragraph that begins with a number is headed by it.
    var edges: Set<Int> = []
    var records: Set<Int> = []
    let places = NumberForm.places(in: words)
    for form in NumberForm.all {
      guard let here = places[form] else { continue }
      let own = here.first.flatMap { $0.place == 0 ? $0.value : nil }
      let last = own ?? numbers[form]
      let path = NumberPath(words, form, here, from: last ?? 0, within: edges)
      guard !form.isOfParts || InnerNumbers.areOwn(words, path.starts.map(\.place), edges) else { continue }
      edges.formUnion(path.starts.map(\.place))
      if own != nil { edges.insert(0) }
      numbers[form] = path.starts.last?.value ?? last
      if form == .record { records = Set(path.starts.map(\.place)) }
    }
    edges.remove(0)
    guard !edges.isEmpty else { return [] }
    let sorted = edges.sorted()
    let firstRecord = records.min()
    for (start, end) in zip([0] + sorted, sorted + [words.count]) {
      if end < words.count { edges.formUnion(LostBreaks.timeHeadings(words, start..<end)) }
      // 1.…。2.…。责任单位：…: what belongs to the record around them.
      if let firstRecord, start > firstRecord, !records.contains(start),
        let label = LabelReading.labels(in: words.slice(start..<end)).first(where: { $0.kind.isOfWork }),
        label.start > 0, words.scalars[start + label.start - 1].isSentenceEnd
      {
        edges.insert(start + label.start)
      }
    }
    return Array(edges)
  }

  /// Where times stand at the end of a piece that only what follows can belong to: …（工会）10月3.…, 责任人：书记第二季度4月（1）….
  private static func timeHeadings(_ words: Passage, _ piece: Range<Int>) -> [Int] {
    var (found, end) = ([Int](), piece.upperBound)
    while let start = timeHeading(
      words, piece.lowerBound..<end, isFirst: Marker(words.scalars, at: piece.upperBound)?.value == 1)
    {
      found.append(start)
      end = start
    }
    return found
  }

  /// Where the last time stands that a piece ends with.
  static func timeHeading(_ words: Passage, _ piece: Range<Int>, isFirst: Bool) -> Int? {
    let tail = max(piece.lowerBound + 1, piece.upperBound - 24)..<piece.upperBound
    for start in tail where start < piece.upperBound {
      let before = words.scalars[start - 1]
      let isBoundary = before.isSentenceEnd || before.isSemicolon || before.isClosing && before != "】"
      // Behind words a month or a quarter heads what follows where numbers begin again there.
      guard isBoundary || isFirst && before.isHan && !"至到年从于自".unicodeScalars.contains(before),
        !before.isFigure, ChineseNumber.figure(before) == nil, before != "第"
      else { continue }
      var time = words.slice(start..<piece.upperBound)
      // 第三季度（视汛情调整）
      if let last = time.scalars.last, last.isClosing,
        let opening = time.scalars.lastIndex(where: \.isOpening)
      {
        time = time.slice(0..<opening)
      }
      if CellTime(time).isWhole,
        isBoundary || time.count <= 4 && (time.hasSuffix("月") || time.hasSuffix("季度"))
      {
        return start
      }
    }
    return nil
  }

  // MARK: Head and signature

  /// …的通知柏政发〔2026〕9号各村：…: where the number stands in the line of the title.
  private static func headEdges(_ words: Passage) -> [Int] {
    // …公示 来源：街道办 时间：2018-03-20 浏览次数：412: what a page says behind its title.
    let labels: [StaticWords] = ["来源：", "发布时间：", "发布日期：", "发布单位：", "作者：", "时间："]
    for place in words.scalars.indices.prefix(90) where place >= 5 && words.hasGap(at: place) {
      if labels.contains(where: { words.has($0, at: place) }), NoticeFrame.isTitle(words.slice(0..<place)) {
        return [place]
      }
    }
    guard let opening = words.scalars.prefix(120).firstIndex(of: "〔"), opening > 8,
      let end = DocumentNumber.end(in: words.scalars, at: opening),
      let title = (opening - 12..<opening - 1).last(where: { place in
        place > 6 && !words.scalars[place..<opening].contains { !$0.isHan }
          && NoticeFrame.isTitle(words.slice(0..<place))
      }), !words.scalars[..<title].contains(where: \.isClauseEnd)
    else { return [] }
    return end < words.count ? [title, end] : [title]
  }

  /// ….柏溪镇人民政府2026年2月20日: who signs and the day behind the last sentence.
  private static func signatureEdges(_ words: Passage) -> [Int] {
    var end = words.count
    if let last = words.scalars.last, last.isClosing,
      let opening = words.scalars.lastIndex(where: \.isOpening)
    {
      end = opening
    }
    guard words.count > 30, let mark = words.scalars[..<end].lastIndex(where: \.isSentenceEnd),
      end - mark - 1 <= 45,
      let day = (mark + 1..<end).first(where: { NoticeFrame.isDate(words.slice($0..<end)) })
    else { return [] }
    let name = words.slice(mark + 1..<day)
    guard name.isEmpty || NoticeFrame.isOrganisation(name) || Actor.mayBeName(name) else { return [] }
    return Array(Set([mark + 1, day, end])).filter { $0 < words.count }
  }
}
