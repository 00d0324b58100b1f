import ArgumentParser
import CampaignStore
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban changes --since`: what became of tasks since a day.
struct ChangesSince: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: .say("变动：新增、办结、推迟、延期、新逾期等。", "What was added, completed, slipped, extended, became overdue."),
    discussion: """
      duban changes --since 2026-11-20
      duban changes --since last-working-day unit:党办
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @Argument(help: .say("筛选条件。", "Filter.")) var filter: [String] = []
  @Option(
    help: .say(
      "自哪一天起（含当天）；last-working-day 为上一工作日。", "From this day on, itself included; or last-working-day."))
  var since: String

  func run(_ session: Session) throws(Failure) -> Answer {
    let (reading, first, all) = try session.store.atOneMoment(failing: Failure.store) { () throws(Failure) in
      let reading = try session.survey(includingArchive: true)
      let first = try session.since(since, reading.judge.calendar)
      return (reading, first, try found(since: first, reading, session))
    }
    let units = reading.units
    let exact = try session.filter(filter, reading).exact(in: reading)
    let changes = all.filter { exact.matches($0.row, units) }
    let wording = session.wording
    let kinds = TaskChange.Kind.allCases.map { kind in (kind, changes.filter { $0.kind == kind }) }
    let counts = kinds.filter { !$0.1.isEmpty }.map { wording.count($0.0, $0.1.count) }
    var listing = Listing(
      "changes", columns(units, wording), rows: kinds.flatMap(\.1),
      none: wording.pick("\(first.iso)以来没有变动。", "Nothing changed since \(first.iso)."),
      record: { record($0, units, wording) })
    listing.above = wording.pick(
      "\(first.iso)（含）以来：\(counts.joined(separator: "，"))",
      "Since \(first.iso): \(counts.joined(separator: ", "))")
    return Answer(["since": first], listing).reading(reading.flaws)
  }

  /// What became of tasks: in the campaigns that commands changed, and of those that time alone made overdue.
  private func found(since first: Day, _ reading: Snapshot, _ session: Session) throws(Failure)
    -> [TaskChange]
  {
    let changed = try session.onStore { store throws(StoreError) in
      try store.changed(since: first.start) { code, tasks in reading.campaign(code: code, tasks: tasks) }
    }
    guard let (before, tasks, entries) = changed else {
      let (old, entries) = try session.onStore { store throws(StoreError) in
        try store.ledger(before: first.start)
      }
      return [TaskChange](from: old.rows(session.judge(of: old, on: first)), to: reading.rows, entries)
    }
    let judge = reading.judge(on: first)
    let old = before.sorted { $0.key < $1.key }.compactMap(\.value).flatMap { $0.rows(judge) }
    // Of the others time alone made some overdue.
    let late = reading.places(matching: .and(.condition(.overdue), .due(Filter.DueSpan(from: first))))
    let ids = Dictionary(
      tasks.map { (String($0.key.split(separator: "/")[1].dropLast(5)), $0.value) },
      uniquingKeysWith: { $0 ?? $1 })
    let places = reading.places(of: ids)
    let known = Set(places)
    let others = late.filter { !known.contains($0) }
    return [TaskChange](
      from: old + reading.rows(at: others, on: first), to: reading.rows(at: (places + others).sorted()),
      entries)
  }

  private func record(_ change: TaskChange, _ units: UnitRegistry, _ wording: Wording) -> JSONRecord {
    [
      "kind": change.kind.rawValue, "task": JSONRecord(change.row, units, wording), "from": change.from,
      "to": change.to, "by": change.entry?.stamp.by, "at": change.entry?.stamp.at,
    ]
  }

  private func columns(_ units: UnitRegistry, _ wording: Wording) -> [ListColumn<TaskChange>] {
    [
      ListColumn(
        "kind",
        Column(wording.pick("变动", "change"), least: .max) {
          Span(wording.name($0.kind), $0.kind == .newlyOverdue ? .overdue : .plain)
        }),
      ListColumn("id", Column(wording.pick("编号", "id"), least: .max) { Span($0.row.task.id) }),
      ListColumn(
        "title",
        Column(wording.pick("事项", "task"), least: 12, isFlexible: true, comfort: 16) {
          Span($0.row.task.title)
        }),
      ListColumn(
        "units",
        Column(wording.pick("责任单位", "units"), least: 6, isFlexible: true, comfort: 10) {
          Span(wording.units(of: $0.row.task, units))
        }),
      ListColumn("due", Column(wording.pick("时限", "due"), least: .max) { Span(wording.deadlines($0)) }),
      ListColumn(
        "by",
        Column(wording.pick("操作人", "who"), least: 6, isFlexible: true, comfort: 6, isExtra: true) {
          Span($0.entry.map(wording.person) ?? "")
        }),
    ]
  }
}
