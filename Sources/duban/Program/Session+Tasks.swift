import Campaigns
import Tables

extension Session {
  /// A list of the tasks at these places.
  func list(
    _ places: [RowPlace], _ snapshot: Snapshot, columns: [TaskColumn] = TaskColumn.usual,
    groupBy: TaskGroup? = nil
  ) -> Answer {
    let rows = snapshot.rows(at: places)
    return Answer(record(rows, snapshot.units)) {
      let groups = groupBy.map { snapshot.groups(places, by: $0) } ?? []
      return Listing(
        table: table(rows, snapshot.units, columns),
        groups: groups.map { group in
          let shown = group.numbers.compactMap { number -> TaskRow? in
            guard rows.indices.contains(number) else { return nil }
            // What a unit owes of what it does not lead is its own part.
            return group.parts[number].flatMap { snapshot.member($0, of: rows[number])?.row } ?? rows[number]
          }
          return (
            wording.counted(wording.group(group.key), shown.count), table(shown, snapshot.units, columns)
          )
        }, none: noTasks)
    }
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

  func record(_ tasks: [JSONRecord]) -> JSONRecord { ["schema": 1, "asOf": today, "tasks": tasks] }
}

extension Tally {
  /// Every condition with its count, 0 included.
  var conditionCounts: [String: Int] {
    Dictionary(Condition.allCases.map { ($0.rawValue, count($0)) }) { first, _ in first }
  }
}
