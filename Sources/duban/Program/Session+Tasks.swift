import Campaigns
import Tables

extension Session {
  /// A list of the tasks at these places.
  func list(_ places: [RowPlace], _ snapshot: Snapshot) -> Answer {
    let columns = TaskColumn.allCases.map { $0.listed(snapshot.units, wording) }
    var listing = Listing(
      "tasks", columns, usual: TaskColumn.usual.map(\.rawValue), count: places.count, none: noTasks,
      at: { numbers in snapshot.rows(at: numbers.map { places[$0] }) },
      record: { JSONRecord($0, snapshot.units, wording) })
    for order in TaskOrder.allCases { listing.quick[order.rawValue] = { snapshot.ranks(places, by: order) } }
    for group in TaskGroup.allCases {
      listing.grouping[group.rawValue] = { numbers, shown, isFull in
        let own = numbers.map { places[$0] }
        let rows = snapshot.rows(at: own)
        return snapshot.groups(own, by: group).map { group in
          let rows = group.numbers.compactMap { number -> TaskRow? in
            guard rows.indices.contains(number) else { return nil }
            // What a unit owes of what it does not lead is its own part.
            return group.parts[number].flatMap { snapshot.member($0, of: rows[number])?.row } ?? rows[number]
          }
          return (
            wording.counted(wording.group(group.key), rows.count),
            rows.map { row in shown.map { columns[$0].cell(row, isFull: isFull) } }
          )
        }
      }
    }
    listing.noGroup = wording.group(.none)
    return Answer(listing)
  }

  func table(
    _ rows: [TaskRow], _ units: UnitRegistry, _ columns: [TaskColumn] = TaskColumn.usual
  ) -> Table {
    Table(columns.map { $0.column(units, wording) }, rows)
  }

  /// What stands where a list has no tasks.
  var noTasks: String { wording.pick("没有符合条件的任务。", "No task answers this.") }

  /// Tasks as JSON says them.
  func record(_ rows: [TaskRow], _ units: UnitRegistry) -> JSONRecord {
    record(rows.map { JSONRecord($0, units, wording) })
  }

  func record(_ tasks: [JSONRecord]) -> JSONRecord { ["tasks": tasks] }
}

extension Tally {
  /// Every condition with its count, 0 included.
  var conditionCounts: [String: Int] {
    Dictionary(Condition.allCases.map { ($0.rawValue, count($0)) }) { first, _ in first }
  }
}
