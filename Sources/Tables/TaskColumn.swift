import Campaigns
import TerminalFrames
import Wording

/// A column that task lists can show, by the name that `--columns` takes.
package enum TaskColumn: String, CaseIterable, Sendable {
  case id, state, title, units, due, done, number, campaign, phase, supporting, leader, deadline, stage,
    light, percent
  case days, last, extended, chases

  /// What a list shows unless asked otherwise; the last ones are dropped first where there is not room enough.
  package static let usual: [TaskColumn] = [.id, .state, .title, .units, .due, .done]

  /// Its heading and how it gives way.
  package func column(_ wording: Wording) -> TableColumn {
    switch self {
    case .id: TableColumn(wording.pick("编号", "id"), least: .max)
    case .state: TableColumn(wording.pick("状态", "state"), least: .max)
    case .title: TableColumn(wording.pick("事项", "task"), least: 12, isFlexible: true, comfort: 14)
    case .units: TableColumn(wording.pick("责任单位", "units"), least: 6, isFlexible: true, comfort: 14)
    case .due: TableColumn(wording.pick("时限", "due"), least: .max)
    case .done: TableColumn(wording.pick("进度", "done"), least: .max, isRight: true, isExtra: true)
    case .number: TableColumn(wording.pick("文内编号", "number"), least: 6, isExtra: true)
    case .campaign: TableColumn(wording.pick("方案", "campaign"), least: 10, isFlexible: true)
    case .phase: TableColumn(wording.pick("阶段", "phase"), least: 8, isFlexible: true)
    case .supporting: TableColumn(wording.pick("配合单位", "supporting"), least: 8, isFlexible: true)
    case .leader: TableColumn(wording.pick("责任领导", "leader"), least: 8, isFlexible: true)
    case .deadline: TableColumn(wording.pick("时限原文", "words"), least: 8, isFlexible: true)
    case .stage: TableColumn(wording.pick("阶段状态", "stage"), least: 6)
    case .light: TableColumn(wording.pick("灯", "light"), least: 2)
    case .percent: TableColumn(wording.pick("进度%", "%"), least: 3, isRight: true)
    case .days: TableColumn(wording.pick("天数", "days"), least: 3, isRight: true)
    case .chases: TableColumn(wording.pick("催办", "chases"), least: .max, isRight: true)
    case .extended: TableColumn(wording.pick("批准延期至", "extended to"), least: .max)
    case .last: TableColumn(wording.pick("最近进展", "last word"), least: 8, isFlexible: true)
    }
  }

  /// What it shows of a row.
  package func cell(_ row: TaskRow, _ registry: UnitRegistry, _ wording: Wording) -> Span {
    let task = row.task
    switch self {
    case .id: return Span(task.id)
    case .state: return Span(wording.state(of: row), Style(row.verdict.light))
    case .title: return Span(task.title)
    case .units: return Span(wording.units(of: task, registry))
    case .due: return Span(wording.due(row))
    case .done: return Span(wording.progress(of: row, registry))
    case .number: return Span(task.number ?? "")
    case .campaign: return Span(row.campaignTitle)
    case .phase: return Span(row.phase?.name ?? "")
    case .supporting: return Span(wording.joined(task.units(in: .supporting).map(registry.name)))
    case .leader: return Span(wording.joined(task.units(in: .leader).map(\.name)))
    case .deadline: return Span(task.deadline.text)
    case .stage: return Span(wording.stage(task.stage))
    case .light: return Span(wording.light(row.verdict.light), Style(row.verdict.light))
    case .percent: return Span(task.percent.map { "\($0)" } ?? "")
    case .days: return Span(row.verdict.days.map { "\($0)" } ?? "")
    case .chases:
      let count = task.sentChases(registry).count
      return Span(count > 0 ? "\(count)" : "")
    case .extended: return Span(task.approvedEnd?.iso ?? "")
    case .last: return Span(task.log.last { $0.kind.name == .progress && $0.struckBy == nil }?.text ?? "")
    }
  }
}
