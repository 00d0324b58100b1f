import TerminalFrames

/// Rows that moved by several lines at once. Curses would scroll the terminal by so many lines, which not every one
/// that calls itself xterm understands; the picture is torn then. Scrolling by one line is understood everywhere.
enum Shifts {
  /// Rows of the old frame that curses must not find again elsewhere.
  static func rowsToSpoil(from old: Frame, to new: Frame) -> [Int] {
    guard old.size == new.size else { return [] }
    var places: [ArraySlice<Cell>: [Int]] = [:]
    for row in 0..<new.size.rows where old.cells(inRow: row) != new.cells(inRow: row) {
      places[new.cells(inRow: row), default: []].append(row)
    }
    return (0..<old.size.rows).filter { row in
      let cells = old.cells(inRow: row)
      guard cells != new.cells(inRow: row), let found = places[cells] else { return false }
      return found.contains { abs($0 - row) > 1 } && cells.contains { $0.text != " " }
    }
  }
}
