struct TableRow: Equatable {
  /// What each column holds.
  private(set) var columns: [ColumnKind]
  /// As many as there are columns.
  var cells: [Passage]
  /// Cells that a merged row takes over from the row above it.
  var inherited: Set<Int> = []
  /// The line where the row begins.
  var line: Int
  /// Which table of the file it is in.
  var table: Int

  /// Its cells without those that it takes over.
  var own: [Passage] { cells.enumerated().map { inherited.contains($0.offset) ? Passage() : $0.element } }

  /// The same row in columns of these kinds.
  func typed(_ kinds: [ColumnKind]) -> TableRow {
    var row = self
    if kinds.count == cells.count { row.columns = kinds }
    return row
  }

  /// The cells of all columns of that kind that are not empty.
  func cells(_ column: ColumnKind) -> [Passage] {
    zip(columns, cells).filter { $0.0 == column && !$0.1.isEmpty && !$0.1.isEmptyMark }.map(\.1)
  }

  /// What stands before its steps, from the outermost on: 校舍改造, 宿舍改造, 防火门翻新.
  var path: [Passage] {
    let end = columns.firstIndex(of: .steps) ?? columns.count
    return cells.prefix(end).filter { !$0.isEmpty && !$0.isEmptyMark }
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
