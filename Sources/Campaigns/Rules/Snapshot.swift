/// A ledger judged on a day: what read commands and screens work on.
package struct Snapshot: Sendable {
  /// The ledger.
  package let ledger: Ledger
  /// The judge.
  package let judge: Judge
  /// Every row on the day, in the order of campaigns and documents, drafts included.
  package let rows: [TaskRow]

  /// The ledger judged.
  package init(_ ledger: Ledger, _ judge: Judge) {
    self.ledger = ledger
    self.judge = judge
    rows = ledger.rows(judge)
  }

  /// The day.
  package var today: Day { judge.today }
  /// The units.
  package var units: UnitRegistry { ledger.units }

  /// Rows that answer a filter, in order; drafts only where it asks for them.
  package func rows(matching filter: Filter) -> [TaskRow] {
    let filter = filter.exact(in: ledger)
    return rows.filter {
      ($0.task.stage != .draft || filter.asksForDrafts) && filter.matches($0, ledger.units)
    }
  }

  /// The row of a task; nil where there is none of that id.
  package func row(id: String) -> TaskRow? { rows.first { $0.task.id == id } }

  /// Tally of all rows.
  package var tally: Tally { Tally(rows) }
}
