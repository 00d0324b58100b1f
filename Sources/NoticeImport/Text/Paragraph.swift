/// A piece of a notice as its author meant it: a paragraph, or a row of a table.
struct Paragraph: Equatable {
  /// Its words; a row's cells behind each other.
  var words: Passage
  /// The cells of a row, with what their columns are; nil for a paragraph.
  var row: TableRow?

  init(_ words: Passage) { self.words = words }

  init(_ row: TableRow) {
    self.row = row
    words = row.cells.reduce(into: Passage()) { $0.append($1) }
  }

  var line: Int { words.line }
}

/// A row of a table.
struct TableRow: Equatable {
  /// What each column holds.
  let columns: [TableColumn]
  /// As many as there are columns.
  var cells: [Passage]
  /// Cells that a merged row takes over from the row above it.
  var inherited: Set<Int> = []
  /// The line where the row begins.
  var line: Int
  /// Which table of the file it is in.
  var table: Int

  /// The cells of all columns of that kind that are not empty.
  func cells(_ column: TableColumn) -> [Passage] {
    zip(columns, cells).filter { $0.0 == column && !$0.1.isEmpty && !$0.1.isEmptyMark }.map(\.1)
  }

  /// The first cell of a column of that kind that is not empty.
  func cell(_ column: TableColumn) -> Passage? {
    for (index, kind) in columns.enumerated()
    where kind == column && index < cells.count && !cells[index].isEmpty && !cells[index].isEmptyMark {
      return cells[index]
    }
    return nil
  }
}
