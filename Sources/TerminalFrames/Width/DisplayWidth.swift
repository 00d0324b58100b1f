/// How many columns text takes in a terminal.
///
///     DisplayWidth().columns("督办 a")  // 6
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

  /// Columns of a character as it is shown: what a terminal would obey, as its mark.
  package func shownColumns(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    let scalars = character.unicodeScalars
    if let first = scalars.first, scalars.count == 1, (0x4E00...0x9FFF).contains(first.value) { return 2 }
    return columns(VisibleText.of(String(character)))
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
