import Campaigns
import TerminalFrames
import Wording

/// A column of lists of tasks, by the name that `--columns` takes. Everything about it stands in this file: what it shows,
/// where the screen has it, what JSON says of it.
package enum TaskColumn: String, CaseIterable, Sendable {
  case id, state, title, units, deadline, due, done, number, campaign, phase, leader, supporting, stage,
    light, percent
  case days, last, extended, chases
  case start, end, completed, updated, tags, why

  /// What a list shows unless asked otherwise.
  package static let usual = ColumnSet.usual.columns

  /// Its heading with how it gives way, and what it shows of a row. The last columns are dropped first where there is not
  /// room enough.
  package func column(_ registry: UnitRegistry, _ wording: Wording) -> Column<TaskRow> {
    switch self {
    case .id: Column(wording.pick("编号", "id"), least: .max) { Span($0.task.id) }
    case .state:
      Column(wording.pick("状态", "state"), least: .max, most: 16) {
        Span(wording.state(of: $0), Style($0.verdict.light))
      }
    case .title:
      Column(wording.pick("事项", "task"), least: 12, isFlexible: true, comfort: 14) { Span($0.task.title) }
    case .units:
      Column(wording.pick("责任单位", "units"), least: 6, isFlexible: true, comfort: 14) {
        Span(wording.units(of: $0.task, registry))
      }
    case .deadline:
      Column(wording.pick("时限原文", "words"), least: 8, isFlexible: true) { Span($0.task.deadline.text) }
    case .due: Column(wording.pick("时限", "due"), least: .max) { Span(wording.due($0)) }
    case .done:
      .figure(wording.pick("进度", "done"), isExtra: true) { Span(wording.progress(of: $0, registry)) }
    case .number:
      Column(wording.pick("文内编号", "number"), least: 6, isExtra: true) { Span($0.task.number ?? "") }
    case .campaign:
      Column(wording.pick("方案", "campaign"), least: 10, isFlexible: true) { Span($0.campaignTitle) }
    case .phase:
      Column(wording.pick("阶段", "phase"), least: 8, isFlexible: true) { Span($0.phase?.name ?? "") }
    case .leader:
      Column(wording.pick("责任领导", "leader"), least: 8, isFlexible: true) {
        Span(wording.joined($0.task.units(in: .leader).map(\.name)))
      }
    case .supporting:
      Column(wording.pick("配合单位", "supporting"), least: 8, isFlexible: true) {
        Span(wording.joined($0.task.units(in: .supporting).map(registry.name)))
      }
    case .stage: Column(wording.pick("阶段状态", "stage"), least: 6) { Span(wording.stage($0.task.stage)) }
    case .light:
      Column(wording.pick("灯", "light"), least: 2) {
        Span(wording.light($0.verdict.light), Style($0.verdict.light))
      }
    case .percent:
      Column(wording.pick("进度%", "%"), least: 3, isRight: true) {
        Span($0.task.percent.map { "\($0)" } ?? "")
      }
    case .days:
      Column(wording.pick("天数", "days"), least: 3, isRight: true) {
        Span($0.verdict.days.map { "\($0)" } ?? "")
      }
    case .last:
      Column(wording.pick("最近进展", "last word"), least: 8, isFlexible: true) {
        Span($0.task.lastEntry(.progress)?.text ?? "")
      }
    case .extended:
      Column(wording.pick("批准延期至", "extended to"), least: .max) { Span($0.task.approvedEnd?.iso ?? "") }
    case .chases:
      .figure(wording.pick("催办", "chases")) {
        let count = $0.task.sentChases(registry).count
        return Span(count > 0 ? "\(count)" : "")
      }
    case .start: Column(wording.pick("起始", "start"), least: .max) { Span($0.task.deadline.start?.iso ?? "") }
    case .end: Column(wording.pick("截止", "end"), least: .max) { Span($0.verdict.end?.iso ?? "") }
    case .completed:
      Column(wording.pick("办结日期", "completed"), least: .max) { Span($0.task.completion?.on.iso ?? "") }
    case .updated:
      Column(wording.pick("最近更新", "updated"), least: .max) { Span($0.task.lastEntry()?.at.day.iso ?? "") }
    case .tags:
      Column(wording.pick("标签", "tags"), least: 4, isFlexible: true) { Span(wording.joined($0.task.tags)) }
    case .why:
      Column(wording.pick("为什么", "why"), least: 12, isFlexible: true) {
        Span(wording.why($0.task, $0.verdict, today: $0.today))
      }
    }
  }

  /// The same for lists that commands print, by its name.
  package func listed(_ registry: UnitRegistry, _ wording: Wording) -> ListColumn<TaskRow> {
    let column = column(registry, wording)
    return switch self {
    case .due: ListColumn(rawValue, column, full: { wording.fullDue($0) }, order: { SortKey($0.verdict.end) })
    case .units: ListColumn(rawValue, column, full: { wording.allUnits(of: $0.task, registry) })
    case .stage: ListColumn(rawValue, column, order: { .number(Double($0.task.stage.ordinal)) })
    case .light: ListColumn(rawValue, column, order: { .number(Double($0.verdict.light.ordinal)) })
    case .id, .state, .title, .deadline, .done, .number, .campaign, .phase, .leader, .supporting, .percent,
      .days, .last, .extended, .chases, .start, .end, .completed, .updated, .tags, .why:
      ListColumn(rawValue, column)
    }
  }

  /// Its heading alone.
  package func column(_ wording: Wording) -> TableColumn { column(UnitRegistry(), wording).heading }

  /// The sets of columns in which the screen has it.
  var sets: [ColumnSet] {
    switch self {
    case .id, .state, .title: ColumnSet.allCases
    case .units, .done: [.usual]
    case .due: [.usual, .time]
    case .deadline: [.time]
    case .campaign, .phase: [.plan]
    case .leader, .supporting: [.people]
    case .last: [.words]
    case .stage, .extended, .chases: [.handling]
    // The state says the light and the days, the progress says the per cent.
    case .light, .days, .percent: []
    // Asked for by name.
    case .start, .end, .completed, .updated, .tags, .why: []
    // The page of a campaign adds it where there is room; elsewhere numbers of several documents would stand mixed.
    case .number: []
    }
  }

  /// What JSON says of it: nothing where another column says it. Keys may be added, never changed.
  func json(_ row: TaskRow, _ registry: UnitRegistry, _ wording: Wording) -> JSONRecord {
    let (task, verdict) = (row.task, row.verdict)
    return switch self {
    case .id: ["id": task.id]
    case .state: ["condition": verdict.condition, "why": wording.why(task, verdict, today: row.today)]
    case .title: ["title": task.title]
    case .units: ["units": task.units.map { JSONRecord($0, registry) }]
    case .deadline: ["deadline": JSONRecord(task.deadline)]
    case .due: ["end": verdict.end]
    case .done:
      ["quota": verdict.quota.map { JSONRecord($0) }, "members": JSONRecord.members(of: row, registry)]
    case .number: ["number": task.number]
    case .campaign: ["campaign": row.code]
    case .phase: ["phase": row.phase?.name]
    case .stage: ["stage": task.stage]
    case .light: ["light": verdict.light, "cause": verdict.cause?.kind]
    case .percent: ["percent": task.percent]
    case .days: ["days": verdict.days]
    case .extended: ["extensions": task.extensions.map { JSONRecord($0) }]
    case .chases: ["chases": JSONRecord.chases(of: row, registry)]
    // The roles of `units` say who.
    case .leader, .supporting: [:]
    // Lists in JSON are without the log.
    case .last: [:]
    case .tags: ["tags": task.tags]
    case .updated: ["updated": task.lastEntry()?.at.day]
    // The deadline, the end in force, the day of completion and the reason stand with others.
    case .start, .end, .completed, .why: [:]
    }
  }
}

/// The sets of columns that the screen goes through.
package enum ColumnSet: CaseIterable, Sendable {
  case usual, time, plan, people, words, handling

  /// Its columns, in their order.
  var columns: [TaskColumn] { TaskColumn.allCases.filter { $0.sets.contains(self) } }

  /// The columns of each set.
  package static let all = allCases.map(\.columns)
}
