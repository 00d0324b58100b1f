/// Rule: the document's own number stands alone on a line above the title; a number in running text is a cited one.
enum DocumentNumber {
  /// Where a bracketed year with 号 behind it ends (〔2010〕41号), if one begins here.
  static func end(in words: [Unicode.Scalar], at place: Int) -> Int? {
    guard place < words.count, "〔[（(【［〈<".unicodeScalars.contains(words[place]) else { return nil }
    var next = place + 1
    var figures = 0
    while next < words.count, words[next].isFigure || "xX×Ｘ".unicodeScalars.contains(words[next]) {
      figures += 1
      next += 1
    }
    guard figures == 4, next < words.count, "〕]）)】］〉>".unicodeScalars.contains(words[next]) else {
      return nil
    }
    next += 1
    if next < words.count, words[next] == "第" { next += 1 }
    let start = next
    while next < words.count, words[next].isFigure || "xX×".unicodeScalars.contains(words[next]) { next += 1 }
    guard next > start, next < words.count, words[next] == "号" else { return nil }
    return next + 1
  }

  /// The number and its year, where the words are a number and nothing else.
  static func alone(_ words: Passage) -> (text: String, year: Int?)? {
    var words = words.trimmed
    // （云市监发〔2026〕1号） below a title.
    if let first = words.scalars.first, first.isOpening, words.closingBracket(of: 0) == words.count - 1 {
      words = words.slice(1..<words.count - 1)
    }
    guard (6...40).contains(words.count) else { return nil }
    guard let opening = words.scalars.firstIndex(where: { "〔[（(【［".unicodeScalars.contains($0) }),
      opening >= 1, let end = end(in: words.scalars, at: opening)
    else { return nil }
    let isName = words.scalars[..<opening].allSatisfy { $0.isHan || $0.isLatinLetter || $0.isFigure }
    let behind = words.from(end)
    guard isName, behind.isEmpty || behind.hasPrefix("签发人") else { return nil }
    let figures = words.scalars[(opening + 1)...].prefix(4).compactMap(\.figure)
    let year = figures.count == 4 ? figures.reduce(0) { $0 * 10 + $1 } : nil
    return (words.text(0..<end), year)
  }
}
