import Campaigns
import TerminalFrames
import Wording

/// A column that task lists can show, by the name that `--columns` takes.
enum TaskColumn: String, CaseIterable {
  case id, state, title, units, due, done, number, campaign, phase, supporting, leader, deadline, stage,
    light, percent
  case days, last

  /// What a list shows unless asked otherwise; the last ones are dropped first where there is not room enough.
  static let usual: [TaskColumn] = [.id, .state, .title, .units, .due, .done]

  func column(_ wording: Wording) -> Column {
    switch self {
    case .id: Column(title: wording.pick("编号", "id"), least: 6)
    case .state: Column(title: wording.pick("状态", "state"), least: 8)
    case .title: Column(title: wording.pick("事项", "task"), least: 12, isFlexible: true)
    case .units: Column(title: wording.pick("责任单位", "units"), least: 9)
    case .due: Column(title: wording.pick("时限", "due"), least: 7)
    case .done: Column(title: wording.pick("进度", "done"), least: 4, isRight: true)
    case .number: Column(title: wording.pick("文内编号", "number"), least: 6)
    case .campaign: Column(title: wording.pick("方案", "campaign"), least: 10, isFlexible: true)
    case .phase: Column(title: wording.pick("阶段", "phase"), least: 8, isFlexible: true)
    case .supporting: Column(title: wording.pick("配合单位", "supporting"), least: 8, isFlexible: true)
    case .leader: Column(title: wording.pick("责任领导", "leader"), least: 8, isFlexible: true)
    case .deadline: Column(title: wording.pick("时限原文", "words"), least: 8, isFlexible: true)
    case .stage: Column(title: wording.pick("阶段状态", "stage"), least: 6)
    case .light: Column(title: wording.pick("灯", "light"), least: 2)
    case .percent: Column(title: wording.pick("进度%", "%"), least: 3, isRight: true)
    case .days: Column(title: wording.pick("天数", "days"), least: 3, isRight: true)
    case .last: Column(title: wording.pick("最近进展", "last word"), least: 8, isFlexible: true)
    }
  }

  func cell(_ row: TaskRow, _ registry: UnitRegistry, _ wording: Wording) -> Cell {
    let task = row.task
    switch self {
    case .id: return Cell(task.id)
    case .state: return Cell(wording.state(of: row), light: row.verdict.light)
    case .title: return Cell(task.title)
    case .units: return Cell(wording.units(of: task, registry))
    case .due: return Cell(wording.due(row))
    case .done: return Cell(wording.progress(of: row, registry))
    case .number: return Cell(task.number ?? "")
    case .campaign: return Cell(row.campaignTitle)
    case .phase: return Cell(row.phase?.name ?? "")
    case .supporting: return Cell(wording.joined(task.units(in: .supporting).map(registry.name)))
    case .leader: return Cell(wording.joined(task.units(in: .leader).map(\.name)))
    case .deadline: return Cell(task.deadline.text)
    case .stage: return Cell(wording.stage(task.stage))
    case .light: return Cell(wording.light(row.verdict.light), light: row.verdict.light)
    case .percent: return Cell(task.percent.map { "\($0)" } ?? "")
    case .days: return Cell(row.verdict.days.map { "\($0)" } ?? "")
    case .last: return Cell(task.log.last { $0.kind == .progress && $0.struckBy == nil }?.text ?? "")
    }
  }

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

extension Wording {
  /// The first unit, and how many there are: 党办 等3.
  func units(of task: Task, _ registry: UnitRegistry) -> String {
    let parts = task.units.filter { $0.role == .lead || $0.role == .supporting }
    let all = parts.isEmpty ? task.units.filter { $0.role == .person } : parts
    guard let first = all.first else { return "" }
    let name = registry.name(of: first)
    return all.count == 1 ? name : pick("\(name) 等\(all.count)", "\(name) +\(all.count - 1)")
  }

  /// Members done of a collective, a quota's count, or per cent.
  func progress(of row: TaskRow, _ registry: UnitRegistry) -> String {
    let task = row.task
    let asked = task.askedMembers(registry, on: row.today).count
    if asked > 0, task.stage.isOpen, !task.members.isEmpty {
      return "\(asked - task.missingMembers(registry, on: row.today).count)/\(asked)"
    }
    if task.stage.isOpen, let percent = task.percent { return "\(percent)%" }
    return ""
  }
}

extension Session {
  /// A table of tasks: JSON, tab-separated, or aligned within the screen.
  mutating func printTasks(
    _ rows: [TaskRow], _ reading: Reading, columns: [TaskColumn] = TaskColumn.usual, groupBy: TaskGroup? = nil
  ) {
    if options.json {
      output.json(
        TaskListRecord(asOf: today, tasks: rows.map { TaskRecord($0, reading.ledger.units, wording) }))
      return
    }
    let registry = reading.ledger.units
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
    let groups = groupBy?.groups(rows, registry, wording) ?? [("", rows)]
    var table = TextTable(columns.map { $0.column(wording) })
    table.rows = groups.flatMap(\.1).map { row in columns.map { $0.cell(row, registry, wording) } }
    var lines = table.lines(width: width, columns: self.columns, isColoured: isColoured)[...]
    if let heading = lines.popFirst() { output.line(heading) }
    for (name, rows) in groups {
      if groupBy != nil {
        let heading = wording.pick("\(name)（\(rows.count)）", "\(name) (\(rows.count))")
        output.line()
        output.line(width.cut(VisibleText.of(heading), to: self.columns))
      }
      for line in lines.prefix(rows.count) { output.line(line) }
      lines = lines.dropFirst(rows.count)
    }
  }
}

/// What lists can be grouped by.
enum TaskGroup: String, CaseIterable {
  case unit, campaign, phase, leader, light

  func groups(_ rows: [TaskRow], _ registry: UnitRegistry, _ wording: Wording) -> [(String, [TaskRow])] {
    var order: [String] = []
    var groups: [String: [TaskRow]] = [:]
    for row in rows {
      let key = key(row, registry, wording)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  private func key(_ row: TaskRow, _ registry: UnitRegistry, _ wording: Wording) -> String {
    let none = wording.pick("未列明", "not named")
    switch self {
    case .unit: return row.task.units(in: .lead).first.map(registry.name) ?? none
    case .campaign: return "\(row.code) \(row.campaignTitle)"
    case .phase: return row.phase?.name ?? none
    case .leader: return row.task.units(in: .leader).first?.name ?? none
    case .light:
      return row.verdict.light == .none ? wording.pick("无灯", "no light") : wording.light(row.verdict.light)
    }
  }
}

/// What lists can be sorted by.
enum TaskOrder: String, CaseIterable {
  case due, id, unit, title, state, campaign

  func sorted(_ rows: [TaskRow], _ registry: UnitRegistry) -> [TaskRow] {
    // Stable: equal rows stay in the order of the document.
    let ranks = Dictionary(Condition.allCases.enumerated().map { ($1, $0) }) { first, _ in first }
    func key(_ row: TaskRow) -> String {
      switch self {
      case .due: row.verdict.end?.iso ?? "~"
      case .id: "\(row.code) \(String(repeating: " ", count: max(0, 40 - row.task.id.count)))\(row.task.id)"
      case .unit: row.task.units(in: .lead).first.map(registry.name) ?? "~"
      case .title: row.task.title
      case .state:
        [Condition.overdue, .dueSoon].firstIndex(of: row.verdict.condition).map { "\($0)" }
          ?? "5\(ranks[row.verdict.condition] ?? 9)"
      case .campaign: row.code
      }
    }
    return rows.enumerated().map { ($0.offset, key($0.element), $0.element) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.2)
  }
}
