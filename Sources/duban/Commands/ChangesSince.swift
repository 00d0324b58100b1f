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
      duban changes --since last --group-by kind

      """
        + .say(
          "last 为本人上次查看以来；上次何时记在本人的状态目录中。",
          "last: since you asked last, which is kept in your own state folder."))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @Argument(help: .say("筛选条件。", "Filter.")) var filter: [String] = []
  @Option(
    help: .say(
      "自哪一天起（含当天），或 last 上次查看以来、yesterday 昨天、last-working-day 上一工作日（默认）。",
      "From this day on, or last (since you asked last), yesterday, last-working-day (the default)."))
  var since = "last-working-day"

  func run(_ session: Session) throws(Failure) -> Answer {
    let asked = AskedFile(store: session.store.path, user: session.who().user)
    let (now, isLast) = (session.clock(), since.lowercased() == "last" || since == "上次")
    let (reading, first, all, tally) = try session.store.atOneMoment(failing: Failure.store) {
      () throws(Failure) in
      let reading = try session.survey(includingArchive: true)
      let first = try isLast ? asked.last : session.since(since, reading.judge.calendar).start
      let start = first ?? reading.judge.calendar.lastWorkingDay(onOrBefore: session.today - 1).start
      return (reading, start, try found(since: start, reading, session), try session.survey().tally)
    }
    let units = reading.units
    let filter = try session.filter(filter, reading)
    let exact = filter.exact(in: reading)
    let changes = all.filter { exact.matches($0.row, units) }
    let wording = session.wording
    let kinds = TaskChange.Kind.allCases.map { kind in (kind, changes.filter { $0.kind == kind }) }
    let counts = kinds.filter { !$0.1.isEmpty }.map { wording.count($0.0, $0.1.count) }
    let from = isLast ? "\(first.day.iso) \(first.clock)" : first.day.iso
    // Of the whole store: what left a filter by its state is not among what it lists now.
    let moved = all.movements(tally)
    let numbers = [
      wording.moved(wording.part(.overdue), moved.overdue),
      wording.moved(wording.part(.completed), moved.completed),
      wording.moved(wording.pick("全部", "all"), moved.all),
    ]
    var listing = Listing(
      "changes", columns(units, wording), rows: kinds.flatMap(\.1),
      none: wording.pick("\(from)以来没有变动。", "Nothing changed since \(from)."),
      record: { record($0, units, wording) })
    listing.above = [
      wording.pick("\(from)以来：", "Since \(from): ") + counts.joined(separator: wording.pick("，", ", "))
    ]
    if filter == .all { listing.above.append(numbers.joined(separator: "  ")) }
    var answer = Answer(
      [
        "since": first.day, "sinceMoment": first,
        "totals": [
          "overdue": record(moved.overdue), "completed": record(moved.completed), "all": record(moved.all),
        ]
          as JSONRecord,
      ], listing
    ).reading(reading.flaws)
    if isLast, asked.last == nil {
      answer.remarks = [
        wording.pick("还没有查看过，从上一工作日算起。", "You have not asked before: since the last working day.")
      ]
    }
    // Only who asks for what came since the last time moves that on, and was told.
    if isLast, !session.options.readOnly, !session.options.dryRun { answer.whenTold = { asked.keep(now) } }
    return answer
  }

  private func record(_ movement: Movement) -> JSONRecord {
    ["now": movement.now, "then": movement.then, "came": movement.came, "left": movement.left]
  }

  /// What became of tasks: in the campaigns that commands changed, and of those that time alone made overdue.
  private func found(since moment: Moment, _ reading: Snapshot, _ session: Session) throws(Failure)
    -> [TaskChange]
  {
    let first = moment.day
    let changed = try session.onStore { store throws(StoreError) in
      try store.changed(since: moment) { code, tasks in reading.campaign(code: code, tasks: tasks) }
    }
    guard let (before, tasks, entries) = changed else {
      let (old, entries) = try session.onStore { store throws(StoreError) in
        try store.ledger(before: moment)
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
      "to": change.to, "text": change.words, "wasOverdue": change.wasOverdue, "by": change.entry?.stamp.by,
      "at": change.entry?.stamp.at,
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
        "text",
        Column(wording.pick("内容", "words"), least: 8, isFlexible: true, comfort: 12, isExtra: true) {
          Span($0.words ?? "")
        }),
      ListColumn(
        "by",
        Column(wording.pick("操作人", "who"), least: 6, isFlexible: true, comfort: 6, isExtra: true) {
          Span($0.entry.map(wording.person) ?? "")
        }),
    ]
  }
}
