import Campaigns
import TerminalFrames

/// A column of a list that commands print, by the name that `--columns`, `--sort` and templates take.
///
///     ListColumn("units", column, full: { wording.joined($0.unitNames) })
package struct ListColumn<Row>: Sendable {
  /// The name.
  package let name: String
  /// How it stands in a table.
  package let column: Column<Row>
  /// All that there is to say, where a table says it shorter: full days, every unit.
  package let full: @Sendable (Row) -> String
  /// What it is sorted by.
  package let order: @Sendable (Row) -> SortKey

  /// A column; nil: what the table shows is all, and it is sorted by that.
  package init(
    _ name: String, _ column: Column<Row>, full: (@Sendable (Row) -> String)? = nil,
    order: (@Sendable (Row) -> SortKey)? = nil
  ) {
    let full = full ?? { [cell = column.cell] in cell($0).text }
    (self.name, self.column, self.full) = (name, column, full)
    self.order = order ?? { SortKey(reading: full($0)) }
  }

  /// A cell for a table, or all that there is to say.
  package func cell(_ row: Row, isFull: Bool) -> Span { isFull ? Span(full(row)) : column.cell(row) }
}

/// What rows are sorted by: numbers before words; what is empty comes last, also where the order is reversed.
package enum SortKey: Comparable, Sendable {
  case number(Double)
  case text(String)
  case none

  /// A day; nil is empty.
  package init(_ day: Day?) { self = day.map { .number(Double($0.number)) } ?? .none }

  /// Figures, shares (11/15, 85%) and words as a table shows them.
  package init(reading text: String) {
    let words = text.trimmed
    let parts = words.split(separator: "/", omittingEmptySubsequences: false)
    if words.isEmpty || words == "—" {
      self = .none
    } else if let number = Double(words.hasSuffix("%") ? String(words.dropLast()) : words), number.isFinite {
      self = .number(number)
    } else if parts.count == 2, let part = Int(parts[0]), let whole = Int(parts[1]), whole > 0 {
      self = .number(Double(part) / Double(whole))
    } else {
      self = .text(words)
    }
  }
}
