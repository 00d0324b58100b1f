/// Counts the numbers that Word generates, paragraph by paragraph.
struct ParagraphNumbers {
  private let styles: ParagraphStyles
  private let definitions: NumberingDefinitions
  /// What each form has reached at each of its levels; nil where a level begins anew.
  private var counts: [Int: [Int?]] = [:]
  /// Starts that were said by a list and have been used.
  private var usedStarts: Set<[Int]> = []
  /// Places that were found before: paragraphs repeat one another.
  private var places: [Words: Numbering?] = [:]

  /// What a paragraph says about its number.
  private struct Words: Hashable {
    var style: String?
    var own: NumberingReference
  }

  /// Where a paragraph is counted.
  private struct Numbering {
    var list: NumberingDefinitions.List
    var listNumber: Int
    var index: Int
  }

  init(styles: ParagraphStyles, definitions: NumberingDefinitions) {
    (self.styles, self.definitions) = (styles, definitions)
  }

  /// A number in front of a paragraph, and what parts them.
  struct Number {
    var text: String
    var gap: NumberingDefinitions.Gap
  }

  /// The number of the next paragraph, which has that style and says that about its list. Nil where it has none.
  mutating func next(style: String?, _ own: NumberingReference) -> Number? {
    let words = Words(style: style, own: own)
    let found = places[words] ?? place(words)
    places[words] = .some(found)
    guard let found, let level = definitions.level(found.index, of: found.list) else { return nil }
    let (list, index) = (found.list, found.index)
    var counts = self.counts[list.form] ?? Array(repeating: nil, count: NumberingDefinitions.depth)
    if let start = list.starts[index], usedStarts.insert([found.listNumber, index]).inserted {
      counts[index] = start
    } else {
      counts[index] = counts[index].map { $0 + 1 } ?? list.starts[index] ?? level.start
    }
    for deeper in (index + 1)..<max(NumberingDefinitions.depth, index + 1) {
      if index < definitions.level(deeper, of: list)?.restart ?? deeper { counts[deeper] = nil }
    }
    self.counts[list.form] = counts
    return Number(text: text(of: level, list, counts), gap: level.gap)
  }

  /// Which list and level a paragraph belongs to: what it says itself, else what its style says.
  private func place(_ words: Words) -> Numbering? {
    let own = words.own
    let chain = own.list == nil ? styles.chain(from: words.style) : []
    let said = chain.firstIndex { $0.style.numbering.list != nil }
    guard let number = own.list ?? said.flatMap({ chain[$0].style.numbering.list }), number != 0,
      let list = definitions.list(number)
    else { return nil }
    let styled = chain.prefix((said ?? -1) + 1)
    let level =
      own.level
      ?? styled.lazy.compactMap { definitions.level(of: $0.id, in: list) }.first
      ?? styled.lazy.compactMap { $0.style.numbering.level }.first ?? 0
    guard (0..<NumberingDefinitions.depth).contains(level) else { return nil }
    return Numbering(list: list, listNumber: number, index: level)
  }

  /// The level's text with its numbers filled in.
  private func text(
    of level: NumberingDefinitions.Level, _ list: NumberingDefinitions.List, _ counts: [Int?]
  ) -> String {
    // A bullet's sign is a private character of a symbol font.
    guard level.format != .bullet else { return "" }
    var text = ""
    var rest = Substring(level.text)
    while let sign = rest.popFirst() {
      guard sign == "%", let index = rest.first?.wholeNumberValue, (1...9).contains(index) else {
        text.append(sign)
        continue
      }
      rest.removeFirst()
      guard let shown = definitions.level(index - 1, of: list) else { continue }
      let number = counts[index - 1] ?? shown.start
      text += (level.isLegal ? .decimal : shown.format).text(number)
    }
    return text
  }
}

extension ParagraphNumbers.Number {
  /// The number and the text as a typist would have written them: a tab is one space, or nothing where the number
  /// ends in a sign that has its own room, as "、" does.
  func joined(with line: String) -> String {
    guard !text.isEmpty else { return line }
    switch gap {
    case .nothing: return text + line
    case .space: return line.isEmpty ? text : text + " " + line
    case .tab: return line.isEmpty ? text : text + (needsSpace(before: line) ? " " : "") + line
    }
  }

  private func needsSpace(before line: String) -> Bool {
    guard let end = text.last, let next = line.first, !end.isWhitespace, !next.isWhitespace else {
      return false
    }
    if end.isASCII { return end.isLetter || end.isNumber || next.isASCII }
    return end.isLetter
  }
}
