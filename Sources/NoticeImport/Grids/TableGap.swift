/// How the cells of a table are parted.
enum TableGap {
  case tab, pipe
  /// Runs of spaces; cells stand under their headings, whose columns on the page these are.
  case spaces([Int])

  /// The cells of a line as it stands.
  func pieces(_ line: SourceLines.Line) -> [ArraySlice<Unicode.Scalar>] {
    switch self {
    case .tab: return line.scalars.split(separator: "\t", omittingEmptySubsequences: false)
    case .pipe:
      var words = line.trimmed
      if let first = words.first, TableGap.isBar(first) { words = words.dropFirst() }
      if let last = words.last, TableGap.isBar(last) { words = words.dropLast() }
      return words.split(omittingEmptySubsequences: false) { TableGap.isBar($0) || $0 == "\t" }
    case .spaces(let columns):
      let parts = TableGap.parts(line)
      guard !columns.isEmpty else { return parts.map(\.words) }
      var cells = [ArraySlice<Unicode.Scalar>](repeating: [], count: columns.count)
      for part in parts {
        let place = columns.lastIndex { $0 <= part.column + 1 } ?? 0
        cells[place] = cells[place].isEmpty ? part.words : cells[place] + part.words
      }
      return cells
    }
  }

  /// Whether a line is parted so at all: asked first, since most lines are none of a table.
  func parts(_ line: SourceLines.Line) -> Bool {
    switch self {
    case .tab: line.scalars.contains("\t")
    case .pipe: line.scalars.contains(where: TableGap.isBar)
    case .spaces: line.trimmed.contains(where: Passage.isSpace)
    }
  }

  private static func isBar(_ scalar: Unicode.Scalar) -> Bool { "|｜│┃║".unicodeScalars.contains(scalar) }

  /// Pieces between two spaces or more, each with its column on the page.
  static func parts(_ line: SourceLines.Line) -> [(words: ArraySlice<Unicode.Scalar>, column: Int)] {
    var parts: [(ArraySlice<Unicode.Scalar>, Int)] = []
    var (start, startColumn, column) = (line.scalars.startIndex, 0, 0)
    var (spaces, spaceWidth) = (0, 0)
    for (place, scalar) in line.scalars.enumerated() {
      let width = scalar.value >= 0x2E80 ? 2 : 1
      if Passage.isSpace(scalar) {
        spaces += 1
        spaceWidth += width
      } else {
        if spaceWidth >= 2 || parts.isEmpty && start == place - spaces && spaces > 0 {
          if start < place - spaces { parts.append((line.scalars[start..<place - spaces], startColumn)) }
          (start, startColumn) = (place, column)
        }
        (spaces, spaceWidth) = (0, 0)
      }
      column += width
    }
    let end = line.scalars.count - spaces
    if start < end { parts.append((line.scalars[start..<end], startColumn)) }
    return parts
  }

  /// The way in which a line of headings parts its cells; nil where it is none.
  init?(headings line: SourceLines.Line) {
    for gap in [TableGap.tab, .pipe, .spaces([])] where gap.parts(line) {
      let pieces = gap.pieces(line).map { Passage($0, line: 0) }
      let isSpaced = if case .spaces = gap { true } else { false }
      guard pieces.count(where: { !$0.isEmpty }) >= (isSpaced ? 3 : 2) else { continue }
      guard pieces.count(where: { ColumnKind(heading: $0) != nil }) >= 2 else { continue }
      self = isSpaced ? .spaces(TableGap.parts(line).map(\.column)) : gap
      return
    }
    return nil
  }

  /// |---|:--:|
  func isRule(_ pieces: [ArraySlice<Unicode.Scalar>]) -> Bool {
    guard case .pipe = self else { return false }
    return pieces.joined().allSatisfy { "-:—= ".unicodeScalars.contains($0) }
  }
}
