import ArgumentParser
import CampaignStore
import Campaigns
import ReferenceData
import Tables
import TerminalFrames
import Wording

/// `duban changes --since`: what became of tasks since a day.
struct ChangesSince: Command {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: .say("变动：新增、办结、推迟、延期、新逾期等。", "What was added, completed, slipped, extended, became overdue."),
    discussion: """
      duban changes --since 2026-11-20
      duban changes --since last-working-day unit:党办
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("筛选条件。", "Filter.")) var filter: [String] = []
  @Option(
    help: .say(
      "自哪一天起（含当天）；last-working-day 为上一工作日。", "From this day on, itself included; or last-working-day."))
  var since: String

  func run(_ session: inout Session) throws(Failure) {
    let filter = try session.filter(filter)
    let reading = try session.read(includingArchive: true)
    let first = try session.since(since, reading.judge.calendar)
    let (old, entries) = try session.onStore { store throws(StoreError) in
      try store.ledger(before: first.start)
    }
    let judge = old.judge(today: first, years: ReferenceYears.around(old, first))
    let units = reading.ledger.units
    let exact = filter.exact(in: reading.ledger)
    let changes = [TaskChange](from: old.rows(judge), to: reading.rows, entries).filter {
      exact.matches($0.row, units)
    }
    if session.options.json {
      session.output.json(
        ChangesRecord(
          asOf: session.today, since: first,
          changes: changes.map { ChangesRecord.Change($0, units, session.wording) }))
    } else {
      session.show(changes, since: first, units)
    }
    try session.finish(reading.ledger.flaws)
  }
}

extension Session {
  fileprivate mutating func show(_ changes: [TaskChange], since: Day, _ units: UnitRegistry) {
    guard !changes.isEmpty else {
      return output.line(wording.pick("\(since.iso)以来没有变动。", "Nothing changed since \(since.iso)."))
    }
    let kinds = TaskChange.Kind.allCases.map { kind in (kind, changes.filter { $0.kind == kind }) }
    let counts = kinds.filter { !$0.1.isEmpty }.map { wording.count($0.0, $0.1.count) }
    if !options.plain {
      output.line(
        wording.pick(
          "\(since.iso)（含）以来：\(counts.joined(separator: "，"))",
          "Since \(since.iso): \(counts.joined(separator: ", "))"))
    }
    let columns = [
      TableColumn(wording.pick("变动", "change"), least: .max),
      TableColumn(wording.pick("编号", "id"), least: .max),
      TableColumn(wording.pick("事项", "task"), least: 12, isFlexible: true, comfort: 16),
      TableColumn(wording.pick("责任单位", "units"), least: 6, isFlexible: true, comfort: 10),
      TableColumn(wording.pick("时限", "due"), least: .max),
      TableColumn(wording.pick("操作人", "who"), least: 6, isFlexible: true, comfort: 6, isExtra: true),
    ]
    let rows = kinds.flatMap { kind, changes in
      changes.map { change in
        [
          Span(wording.name(kind), kind == .newlyOverdue ? .overdue : .plain), Span(change.row.task.id),
          Span(change.row.task.title), Span(wording.units(of: change.row.task, units)),
          Span(wording.deadlines(change)), Span(change.entry.map(wording.person) ?? ""),
        ]
      }
    }
    print(columns, rows)
  }
}

/// `changes --json` as a whole. Fields may be added, never changed.
struct ChangesRecord: Encodable {
  struct Change: Encodable {
    var kind: String
    var task: TaskRecord
    @Nullable var from: Day?
    @Nullable var to: Day?
    @Nullable var by: String?
    @Nullable var at: String?

    init(_ change: TaskChange, _ units: UnitRegistry, _ wording: Wording) {
      kind = change.kind.rawValue
      task = TaskRecord(change.row, units, wording)
      from = change.from
      to = change.to
      by = change.entry?.stamp.by
      at = change.entry?.stamp.at.iso
    }
  }

  var schema = 1
  var asOf: Day
  var since: Day
  var changes: [Change]
}
