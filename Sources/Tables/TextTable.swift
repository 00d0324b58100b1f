import TerminalFrames

/// Rows in columns, aligned by display width, never wider than they may be. Where there is not room enough, flexible
/// columns shrink first, then the last columns go.
///
///     let table = TextTable(columns, rows: cells, width: DisplayWidth(), limit: 80)
///     table.line(0)  // the first row, never wider than 80 columns
package struct TextTable: Sendable {
  private let columns: [TableColumn]
  private let rows: [[Span]]
  /// The columns of the screen that each column takes; 0 where it is dropped.
  private var widths: [Int] = []
  private let width: DisplayWidth
  private static let gap = "  "

  /// The columns of the screen that the text of each column wants.
  package private(set) var wanted: [Int] = []

  /// A table laid out in at most `limit` columns of the screen; no column wants less than in `atLeast`, where rows stand that are
  /// not among these.
  package init(_ table: Table, width: DisplayWidth, limit: Int, atLeast: [Int] = []) {
    columns = table.columns
    self.width = width
    rows = table.rows.map { $0.map { Span(VisibleText.of($0.text), $0.style) } }
    wanted = columns.indices.map { index in
      rows.reduce(
        max(width.columns(columns[index].title), atLeast.indices.contains(index) ? atLeast[index] : 0)
      ) {
        max($0, min(columns[index].most, index < $1.count ? width.columns($1[index].text) : 0))
      }
    }
    widths = fittedWidths(limit)
  }

  /// The line of headings.
  package var heading: [Span] { [Span(line(columns.map { Span($0.title) }).map(\.text).joined(), .dim)] }

  /// The line of a row.
  package func line(_ index: Int) -> [Span] { line(rows[index]) }

  private func line(_ cells: [Span]) -> [Span] {
    var spans: [Span] = []
    for (index, size) in widths.enumerated() where size > 0 {
      let cell = index < cells.count ? cells[index] : Span("")
      if !spans.isEmpty { spans.append(Span(TextTable.gap)) }
      spans.append(Span(width.fitted(cell.text, to: size, isRight: columns[index].isRight), cell.style))
    }
    return spans
  }

  /// Widths that fit: as much as the text wants; else flexible columns down to their comfort and the others to their
  /// least, first with all columns, then without the extras, the last one first; else flexible columns down to their
  /// least, and then the last columns go.
  private func fittedWidths(_ limit: Int) -> [Int] {
    let natural = wanted
    var widths = natural
    func total() -> Int {
      let used = widths.filter { $0 > 0 }
      return used.reduce(0, +) + max(0, used.count - 1) * TextTable.gap.count
    }
    func shrink(_ isFlexible: Bool, to least: (TableColumn) -> Int) {
      for index in columns.indices.reversed()
      where columns[index].isFlexible == isFlexible && widths[index] > 0 && total() > limit {
        let floor = min(max(columns[index].least, least(columns[index])), widths[index])
        widths[index] = max(floor, widths[index] - (total() - limit))
      }
    }
    var kept = Set(columns.indices)
    let extras = columns.indices.filter { columns[$0].isExtra }.reversed()
    for extra in [nil] + extras.map({ $0 }) {
      if let extra { kept.remove(extra) }
      widths = natural.enumerated().map { kept.contains($0.offset) ? $0.element : 0 }
      shrink(true, to: \.comfort)
      shrink(false, to: \.least)
      if total() <= limit { return widths }
    }
    shrink(true, to: \.least)
    for index in columns.indices.dropFirst().reversed() where total() > limit { widths[index] = 0 }
    if total() > limit, let first = widths.first { widths[0] = min(first, limit) }
    return widths
  }
}
