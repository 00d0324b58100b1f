import Campaigns
import TerminalFrames

extension Style {
  /// The style of a light.
  package init(_ light: Light) {
    switch light {
    case .red: self = .overdue
    case .yellow: self = .dueSoon
    case .green: self = .normal
    case .none: self = .plain
    }
  }
}

/// A column of a table.
package struct TableColumn: Sendable {
  /// Its heading.
  package var title: String
  /// Fewest columns of the screen that it is worth showing in; it shrinks to this before others are dropped. `.max` is
  /// one whose text must never be cut: ids, days, figures.
  package var least: Int
  /// Whether it takes what room is left. It gives way first, down to its comfort, and then last.
  package var isFlexible = false
  /// Columns of the screen that it keeps, if it is flexible, while others still have some to give.
  package var comfort = 20
  /// Whether it goes before others become uncomfortable.
  package var isExtra = false
  /// Whether its text stands on the right.
  package var isRight = false

  /// A column.
  package init(
    _ title: String, least: Int, isFlexible: Bool = false, comfort: Int = 20, isRight: Bool = false,
    isExtra: Bool = false
  ) {
    self.title = title
    self.least = least
    self.isFlexible = isFlexible
    self.comfort = comfort
    self.isExtra = isExtra
    self.isRight = isRight
  }
}

/// Rows in columns, aligned by display width, never wider than they may be. Where there is not room enough, flexible
/// columns shrink first, then the last columns go.
package struct TextTable: Sendable {
  /// Its columns.
  package var columns: [TableColumn]
  /// Its rows; a cell for each column.
  package var rows: [[Span]]
  /// The columns of the screen that each column takes; 0 where it is dropped.
  package private(set) var widths: [Int]
  private let width: DisplayWidth
  private static let gap = "  "

  /// A table laid out in at most `limit` columns of the screen.
  package init(_ columns: [TableColumn], rows: [[Span]], width: DisplayWidth, limit: Int) {
    self.columns = columns
    self.width = width
    self.rows = rows.map { $0.map { Span(VisibleText.of($0.text), $0.style) } }
    widths = []
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
    let natural = columns.indices.map { index in
      rows.reduce(width.columns(columns[index].title)) {
        max($0, index < $1.count ? width.columns($1[index].text) : 0)
      }
    }
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
