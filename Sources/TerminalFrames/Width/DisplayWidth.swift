/// How many columns text takes in a terminal.
package struct DisplayWidth: Sendable, Equatable {
  /// Whether characters of ambiguous width (“ ” — … · ● and box drawing) take two columns.
  package let ambiguousIsWide: Bool

  /// A rule of width; ambiguous characters are narrow unless said.
  package init(ambiguousIsWide: Bool = false) { self.ambiguousIsWide = ambiguousIsWide }

  /// Columns of one code point: 0, 1 or 2. Control characters count 0; they never reach a terminal.
  package func columns(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if (0x4E00...0x9FFF).contains(value) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(value) { return 0 }
    if WidthTables.wide.holds(value) { return 2 }
    return ambiguousIsWide && WidthTables.ambiguous.holds(value) ? 2 : 1
  }

  /// Columns of a character: those of its code points, as terminals count them.
  package func columns(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  /// Columns of a text.
  package func columns(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  /// The text cut to at most so many columns, `…` at its end where something was cut. No character is halved.
  package func cut(_ text: String, to columns: Int) -> String {
    guard self.columns(text) > columns else { return text }
    let mark = self.columns("…") <= columns ? "…" : ""
    let room = columns - self.columns(mark)
    var (kept, used) = ("", 0)
    for character in text {
      let width = self.columns(character)
      guard used + width <= room else { break }
      kept.append(character)
      used += width
    }
    return kept + mark
  }

  /// The text in exactly so many columns: cut, or filled with spaces.
  package func fitted(_ text: String, to columns: Int, isRight: Bool = false) -> String {
    let cut = cut(text, to: columns)
    let fill = String(repeating: " ", count: max(0, columns - self.columns(cut)))
    return isRight ? fill + cut : cut + fill
  }

  /// The text in lines of at most so many columns. A line is broken anywhere, as Chinese is, but ASCII words are kept
  /// whole where they fit.
  package func wrapped(_ text: String, to columns: Int) -> [String] {
    guard columns > 1 else { return [cut(text, to: columns)] }
    var (lines, line, used) = ([String](), "", 0)
    func isWord(_ character: Character) -> Bool { character.isASCII && !character.isWhitespace }
    var rest = Substring(text)
    while let first = rest.first {
      var piece = rest.prefix(1)
      if isWord(first) {
        piece = rest.prefix { isWord($0) }
        if self.columns(piece) > columns { piece = rest.prefix(columns) }
      }
      rest = rest.dropFirst(piece.count)
      let width = self.columns(piece)
      // A full stop or comma never begins a line.
      let mayHang = piece.count == 1 && "，。；：、！？）》”".contains(first) && used + width <= columns + 2
      if used + width > columns, !mayHang, !line.isEmpty {
        lines.append(line)
        (line, used) = ("", 0)
        if first == " " { continue }
      }
      line += piece
      used += width
    }
    lines.append(line)
    return lines
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether a value lies in one of the ranges, which are in order.
  fileprivate func holds(_ value: UInt32) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(value)
  }
}
