/// A ledger judged on a day: what read commands and screens work on.
///
///     Snapshot(ledger, judge).rows(matching: .urgent).map(\.task.id)
package struct Snapshot: Sendable {
  /// The ledger.
  package let ledger: Ledger
  /// The judge.
  package let judge: Judge
  /// Every row on the day, in the order of campaigns and documents, drafts included.
  package let rows: [TaskRow]

  /// The ledger judged.
  package init(_ ledger: Ledger, _ judge: Judge) {
    (self.ledger, self.judge) = (ledger, judge)
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

  /// Where every member stands with a task of collectives.
  package func members(of row: TaskRow) -> [MemberRow] {
    ledger.campaign(code: row.code).map { judge.memberRows(of: row.task, in: $0) } ?? []
  }

  /// Where one unit stands as a member; nil where it is not asked.
  package func member(_ unit: String, of row: TaskRow) -> MemberRow? {
    ledger.campaign(code: row.code).flatMap { judge.memberRow(of: row.task, in: $0, unit: unit) }
  }

  /// Tally of all rows.
  package var tally: Tally { Tally(rows) }
}
