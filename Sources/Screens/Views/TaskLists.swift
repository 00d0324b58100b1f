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

  /// A table of so many tasks in the columns asked for.
  func table(count: Int, _ rows: @escaping @Sendable ([Int]) -> [TaskRow]) -> LongText {
    let shown = ColumnSet.all[columnSet % ColumnSet.all.count]
    let columns = shown.map { kind in
      let column = kind.column(snapshot.units, wording)
      // What is part of another task says so.
      return kind == .title
        ? column.map { cell, row in row.task.parent == nil ? cell : Span("└ " + cell.text, cell.style) }
        : column
    }
    let table = LongTable(columns, count: count, rows)
    // Ids are never cut, those that are not among the first neither.
    let isSample = count > LongText.sample
    let ids = isSample ? snapshot.entries.map(\.summary.longestID).max() ?? 0 : 0
    return LongText(table, width: width, limit: self.columns, atLeast: shown.map { $0 == .id ? ids : 0 })
  }

  /// Tasks in the order and groups asked for, `order` and `group` where nothing is.
  func tasks(_ places: [RowPlace], order: TaskOrder?, group: TaskGroup?, into content: inout Content) {
    guard !places.isEmpty else { return }
    let sorted = (self.order ?? order).map { snapshot.sorted(places, by: $0) } ?? places
    let groups = group.map { snapshot.groups(sorted, by: $0) }
    guard let groups else {
      let number = content.add(
        table(count: sorted.count) { [snapshot] numbers in snapshot.rows(at: numbers.map { sorted[$0] }) })
      return content.add(sorted, snapshot, of: number)
    }
    let lines = groups.flatMap { group in
      group.numbers.map { TaskLine(place: sorted[$0], unit: group.parts[$0]) }
    }
    let number = content.add(table(of: lines))
    var index = 0
    for (place, group) in groups.enumerated() {
      if place > 0 { content.items.append(.blank) }
      content.items.append(.heading(wording.counted(wording.group(group.key), group.numbers.count)))
      content.add(Array(lines[index..<index + group.numbers.count]), snapshot, of: number, from: index)
      index += group.numbers.count
    }
  }

  /// The table of lines, in the columns asked for.
  func table(of lines: [TaskLine]) -> LongText {
    table(count: lines.count) { [snapshot] numbers in
      zip(numbers, snapshot.rows(at: numbers.map { lines[$0].place })).map { number, row in
        guard let unit = lines[number].unit else { return row }
        return snapshot.member(unit, of: row)?.row ?? row
      }
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
    return .text(none)
  }

  /// What is known of something, below its name, in lines of so many columns.
  func page(_ name: String, _ facts: [Fact], columns: Int) -> [[Span]] {
    title(name, columns: columns) + facts.lines(width, columns: columns, wording)
  }

  /// How a set of rows stands, and which of them are urgent, below what they are called.
  func brief(_ name: String, _ rows: [TaskRow], columns: Int) -> [[Span]] {
    title(name, columns: columns)
      + width.wrapped(wording.counts(Tally(rows)), to: columns).map { [Span($0)] }
      + TaskOrder.due.sorted(rows.filter(\.part.isUrgent), snapshot.units).map { row in
        let (state, name) = (wording.state(of: row), "\(row.task.id)  \(row.task.title)".visible)
        let room = columns - width.columns(state) - 2
        return [Span(state, Style(row.verdict.light)), Span("  "), Span(width.cut(name, to: room))]
      }
  }

  private func title(_ name: String, columns: Int) -> [[Span]] {
    width.wrapped(name.visible, to: columns).map { [Span($0, .title)] }
  }

  /// Words that stand below a list, for those who read that far.
  func legend(_ words: String) -> [ListItem] {
    [.blank] + width.wrapped(words, to: max(2, columns)).map { .text($0) }
  }
}

/// A line of a list: a task, or a unit's own part of one.
struct TaskLine: Sendable {
  let place: RowPlace
  /// The unit by its id; nil: the task as a whole.
  var unit: String?
}
