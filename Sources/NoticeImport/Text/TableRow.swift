struct TableRow: Equatable {
  /// What each column holds.
  let columns: [ColumnKind]
  /// As many as there are columns.
  var cells: [Passage]
  /// Cells that a merged row takes over from the row above it.
  var inherited: Set<Int> = []
  /// The line where the row begins.
  var line: Int
  /// Which table of the file it is in.
  var table: Int

  /// The cells of all columns of that kind that are not empty.
  func cells(_ column: ColumnKind) -> [Passage] {
    zip(columns, cells).filter { $0.0 == column && !$0.1.isEmpty && !$0.1.isEmptyMark }.map(\.1)
  }

  /// The first cell of a column of that kind that is not empty.
  func cell(_ column: ColumnKind) -> Passage? {
    for (index, kind) in columns.enumerated()
    where kind == column && index < cells.count && !cells[index].isEmpty && !cells[index].isEmptyMark {
      return cells[index]
    }
    return nil
  }
}
