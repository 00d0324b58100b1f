import Campaigns
import Tables
import TerminalFrames
import Wording

extension Scene {
  /// Rows in columns, laid out over the list.
  func table<Row>(_ columns: [Column<Row>], _ rows: [Row]) -> TextTable {
    TextTable(Table(columns, rows), width: width, limit: self.columns)
  }

  /// The table of tasks in the columns asked for.
  func table(_ rows: [TaskRow], _ columns: [TaskColumn]? = nil) -> TextTable {
    let columns = columns ?? ColumnSet.all[columnSet % ColumnSet.all.count]
    return table(columns.map { $0.column(snapshot.units, wording) }, rows)
  }

  /// Rows in the order and groups asked for, `order` and `group` where nothing is.
  func tasks(_ rows: [TaskRow], order: TaskOrder?, group: TaskGroup?, into content: inout Content) {
    let wanted = self.order ?? order
    let sorted = wanted?.sorted(rows, snapshot.units) ?? rows
    let groups = group?.groups(sorted, snapshot.units)
    let all = groups?.flatMap(\.rows) ?? sorted
    let table = table(all)
    if !rows.isEmpty { content.heading = table.heading }
    let number = content.add(table)
    var index = 0
    func add(_ rows: [TaskRow]) {
      for row in rows {
        content.items.append(
          ListItem(id: .task(row.task.id), line: .row(table: number, index: index), opens: .task(row.task.id))
        )
        index += 1
      }
    }
    guard let groups else { return add(all) }
    for (place, group) in groups.enumerated() {
      if place > 0 { content.items.append(.blank) }
      content.items.append(.heading(wording.counted(wording.group(group.key), group.rows.count)))
      add(group.rows)
    }
  }

  /// The counts of rows, each opening the rows that it counts: the lights always, others where there are some.
  func chips(_ tally: Tally, _ scope: Filter, isUrgentOnly: Bool = false) -> [Chip] {
    tally.shown.filter { !isUrgentOnly || $0.part.isUrgent }.map { part, count in
      let number = Span(number: part, count, wording)
      return Chip(text: number.text, style: number.style, opens: .tasks(scope.and(.part(part))))
    }
  }

  /// What stands where a list of tasks is empty.
  func emptyLine(_ words: String? = nil) -> ListItem {
    let none =
      filter == .all
      ? words ?? wording.pick("没有任务。", "There are no tasks.")
      : wording.pick("没有符合条件的任务。", "No task matches the filter.")
    return ListItem(line: .text([Span(none, .dim)]))
  }
}
