import Campaigns
import Tables
import TerminalFrames
import Wording

extension TaskColumn {
  /// The columns that `--columns` names, or the usual ones.
  static func read(_ names: String?) throws(Failure) -> [TaskColumn] {
    guard let names else { return usual }
    var columns: [TaskColumn] = []
    for name in names.split(separator: ",") {
      guard let column = TaskColumn(rawValue: String(name).trimmed) else {
        throw .badColumn(String(name), allowed: allCases.map(\.rawValue))
      }
      columns.append(column)
    }
    return columns.isEmpty ? usual : columns
  }
}

extension Session {
  /// Rows laid out within the screen.
  func table(_ rows: [TaskRow], _ columns: [TaskColumn], _ registry: UnitRegistry) -> TextTable {
    TextTable(
      columns.map { $0.column(wording) },
      rows: rows.map { row in columns.map { $0.cell(row, registry, wording) } },
      width: width, limit: self.columns)
  }

  /// Any table: tab-separated, or aligned within the screen.
  mutating func print(_ columns: [TableColumn], _ rows: [[Span]]) {
    if options.plain {
      for row in rows { output.line(row.map { VisibleText.of($0.text) }.joined(separator: "\t")) }
      return
    }
    let table = TextTable(columns, rows: rows, width: width, limit: self.columns)
    for line in [table.heading] + rows.indices.map(table.line) {
      output.line(Paint.line(line, isColoured: isColoured))
    }
  }

  /// A table of tasks: JSON, tab-separated, or aligned within the screen.
  mutating func printTasks(
    _ rows: [TaskRow], _ snapshot: Snapshot, columns: [TaskColumn] = TaskColumn.usual,
    groupBy: TaskGroup? = nil
  ) {
    let registry = snapshot.units
    if options.json {
      output.json(TaskListRecord(asOf: today, tasks: rows.map { TaskRecord($0, registry, wording) }))
      return
    }
    if options.plain {
      for row in rows {
        output.line(
          columns.map { VisibleText.of($0.cell(row, registry, wording).text) }.joined(separator: "\t"))
      }
      return
    }
    guard !rows.isEmpty else {
      output.line(wording.pick("没有符合条件的任务。", "No task answers this."))
      return
    }
    let groups = groupBy?.groups(rows, registry).map { (wording.group($0.key), $0.rows) } ?? [("", rows)]
    let table = table(groups.flatMap(\.1), columns, registry)
    output.line(Paint.line(table.heading, isColoured: isColoured))
    var next = 0
    for (name, rows) in groups {
      if groupBy != nil {
        let heading = wording.pick("\(name)（\(rows.count)）", "\(name) (\(rows.count))")
        output.line()
        output.line(width.cut(VisibleText.of(heading), to: self.columns))
      }
      for index in next..<next + rows.count {
        output.line(Paint.line(table.line(index), isColoured: isColoured))
      }
      next += rows.count
    }
  }
}

/// Colours of lights where text goes straight to a terminal.
enum Paint {
  /// A line of a table, which is safe to show; without spaces at its end where nothing is coloured.
  static func line(_ spans: [Span], isColoured: Bool) -> String {
    guard isColoured else {
      var text = Substring(spans.map(\.text).joined())
      while text.last == " " { text.removeLast() }
      return String(text)
    }
    return spans.map { paint($0.text, $0.style) }.joined()
  }

  /// Text in the colour of its light.
  static func paint(_ text: String, _ style: Style) -> String {
    switch style {
    case .overdue: "\u{1B}[31m\(text)\u{1B}[0m"
    case .dueSoon: "\u{1B}[33m\(text)\u{1B}[0m"
    case .normal: "\u{1B}[32m\(text)\u{1B}[0m"
    default: text
    }
  }
}
