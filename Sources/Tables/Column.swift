import TerminalFrames

/// A column of a table: how it stands there, and what it shows of a row.
///
///     let columns = [
///       Column<Campaign>("编号", least: .max) { Span($0.code) },
///       Column("方案", least: 12, isFlexible: true) { Span($0.title) },
///     ]
///     let lines = TextTable(Table(columns, campaigns), width: width, limit: 80)
package struct Column<Row> {
  /// Its heading and how it gives way.
  package let heading: TableColumn
  /// What it shows of a row; not yet made safe to show.
  package let cell: @Sendable (Row) -> Span

  private init(heading: TableColumn, cell: @escaping @Sendable (Row) -> Span) {
    (self.heading, self.cell) = (heading, cell)
  }

  /// A column; the arguments are those of `TableColumn`.
  package init(
    _ title: String, least: Int, most: Int = .max, isFlexible: Bool = false, comfort: Int = 20,
    isRight: Bool = false, isExtra: Bool = false, cell: @escaping @Sendable (Row) -> Span
  ) {
    self.init(
      heading: TableColumn(
        title: title, least: least, most: most, isFlexible: isFlexible, comfort: comfort, isExtra: isExtra,
        isRight: isRight),
      cell: cell)
  }

  /// A column of figures.
  package static func figure(_ title: String, isExtra: Bool = false, cell: @escaping @Sendable (Row) -> Span)
    -> Column
  {
    Column(title, least: .max, isRight: true, isExtra: isExtra, cell: cell)
  }

  /// The same column, its cells changed.
  package func map(_ change: @escaping @Sendable (Span, Row) -> Span) -> Column {
    Column(heading: heading) { [cell] in change(cell($0), $0) }
  }
}

/// How a column stands in a table.
package struct TableColumn: Sendable {
  /// Its heading.
  package let title: String
  /// Fewest columns of the screen that it is worth showing in; it shrinks to this before others are dropped. `.max` is
  /// one whose text must never be cut: ids, days, figures.
  let least: Int
  /// Most columns of the screen that it takes: one long text leaves the others their room.
  let most: Int
  /// Whether it takes what room is left. It gives way first, down to its comfort, and then last.
  let isFlexible: Bool
  /// Columns of the screen that it keeps, if it is flexible, while others still have some to give.
  let comfort: Int
  /// Whether it goes before others become uncomfortable.
  let isExtra: Bool
  let isRight: Bool
}

/// Rows in columns as values: to be laid out on a screen, or written in any other form.
package struct Table: Sendable {
  /// Its columns.
  package let columns: [TableColumn]
  /// Its rows; a cell for each column, not yet made safe to show.
  package let rows: [[Span]]

  /// What columns show of rows.
  package init<Row>(_ columns: [Column<Row>], _ rows: some Sequence<Row>) {
    self.columns = columns.map(\.heading)
    self.rows = rows.map { row in columns.map { $0.cell(row) } }
  }

  /// Rows of cells, one for each heading.
  package init(headings: [TableColumn], cells: [[Span]]) { (columns, rows) = (headings, cells) }

  /// Tables of the same columns one below the other.
  package init(joining tables: [Table]) {
    columns = tables.first?.columns ?? []
    rows = tables.flatMap(\.rows)
  }
}

/// The same for more rows than anybody looks at: those that are looked at are made then.
///
///     LongTable(columns, count: places.count) { numbers in snapshot.rows(at: numbers.map { places[$0] }) }
package struct LongTable: Sendable {
  /// Its columns.
  package let columns: [TableColumn]
  /// How many rows it has.
  package let count: Int
  private let cells: @Sendable ([Int]) -> [[Span]]

  /// What columns show of rows, which are asked for by their numbers.
  package init<Row>(_ columns: [Column<Row>], count: Int, _ rows: @escaping @Sendable ([Int]) -> [Row]) {
    self.columns = columns.map(\.heading)
    self.count = count
    let cells = columns.map(\.cell)
    self.cells = { numbers in rows(numbers).map { row in cells.map { $0(row) } } }
  }

  /// The rows of these numbers.
  package func rows(_ numbers: [Int]) -> Table { Table(headings: columns, cells: cells(numbers)) }
}
