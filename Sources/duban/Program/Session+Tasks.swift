import Campaigns
import Tables

extension Session {
  func list(
    _ rows: [TaskRow], _ snapshot: Snapshot, columns: [TaskColumn] = TaskColumn.usual,
    groupBy: TaskGroup? = nil
  ) -> Answer {
    Answer(record(rows, snapshot.units)) {
      let groups = groupBy?.groups(rows, snapshot.units) ?? []
      return Listing(
        table: table(rows, snapshot.units, columns),
        groups: groups.map {
          (wording.counted(wording.group($0.key), $0.rows.count), table($0.rows, snapshot.units, columns))
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
