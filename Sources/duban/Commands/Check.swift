import ArgumentParser
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban check`: the deadline checker for cron and monitoring.
struct Check: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: .say(
      "检查时限：退出码 0 正常、1 临期、2 逾期、3 无法判断。", "Check deadlines: exit 0 fine, 1 due soon, 2 overdue, 3 cannot tell."
    ),
    discussion: """
      duban check --quiet || duban overdue
      duban check -w 5 -c 2 --unit 工会
      duban check --unit 工会 --format prometheus
      """)

  static let dueSoon: Int32 = 1
  static let overdue: Int32 = 2
  static let cannotTell: Int32 = 3

  /// How things stand, as a plugin says it.
  private static func word(_ status: Int32) -> String {
    switch status {
    case 0: "OK"
    case dueSoon: "WARNING"
    case overdue: "CRITICAL"
    default: "UNKNOWN"
    }
  }

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Option(name: .short, help: .say("多少个工作日内到期算临期。", "Due soon: due within so many working days.")) var warn:
    Int = 3
  @Option(
    name: .short,
    help: .say(
      "超过时限多少天以上算逾期（自然日），不到的算临期。",
      "Overdue: late by more than so many calendar days; the rest of the late is due soon."))
  var critical: Int = 0
  @Option(help: .say("只看这个单位。", "Only this unit.")) var unit: String?
  @Flag(help: .say("只输出第一行。", "Only the first line.")) var quiet = false

  func run(_ session: Session) throws(Failure) -> Answer {
    if warn > 3_660 { throw .tooMuch(.number(3_660, of: "-w")) }
    if critical > 36_600 { throw .tooMuch(.number(36_600, of: "-c")) }
    guard warn >= 0 else { throw .badNumber(option: "-w", text: "\(warn)") }
    guard critical >= 0 else { throw .badNumber(option: "-c", text: "\(critical)") }
    var reading = try session.survey(.counted)
    let archived = reading.openArchived
    if (reading.settings.lights ?? .usual).dueSoonWorkingDays != warn {
      reading = try session.read(dueSoon: warn)
    }
    let (found, units) = (reading, reading.units)
    let own = try unit.map { name throws(Failure) in try parts(of: name, found) }
    let counts = own.map(counts) ?? counts(reading)
    func urgent() -> [TaskRow] {
      let wanted = Filter.or(.condition(.overdue), .condition(.dueSoon))
      let rows =
        own?.filter { [.overdue, .dueSoon].contains($0.verdict.condition) } ?? found.rows(matching: wanted)
      return TaskOrder.due.sorted(rows.map(softened), units)
    }
    let status =
      counts[.overdue] > 0
      ? Check.overdue
      : reading.flaws.contains(where: \.isLoss) ? Check.cannotTell : counts[.dueSoon] > 0 ? Check.dueSoon : 0
    var answer = Answer(
      session.record(urgent(), units) + ["counts": counts.byName, "openArchived": archived]
    ) {
      let rows = quiet ? [] : urgent()
      return [.line(headline(counts, status, archived, session.wording))]
        + (rows.isEmpty ? [] : [.table(session.table(rows, units).withoutPipes)])
    }.beside(reading.flaws)
    if status != 0 { answer.failure = .silent(status) }
    answer.metrics = { metrics(counts, status, session.today) }
    return answer
  }

  /// How many rows are in each condition, those that `-c` lets off as due soon.
  private struct Counts {
    var byName: [String: Int]
    subscript(condition: Condition) -> Int {
      get { byName[condition.rawValue] ?? 0 }
      set { byName[condition.rawValue] = newValue }
    }
  }

  private func counts(_ reading: Snapshot) -> Counts {
    var counts = Counts(byName: reading.tally(matching: .all).conditionCounts)
    guard critical > 0 else { return counts }
    let late = Filter.and(.condition(.overdue), .due(Filter.DueSpan(from: reading.today - critical)))
    let few = reading.count(matching: late)
    counts[.overdue] -= few
    counts[.dueSoon] += few
    return counts
  }

  private func counts(_ rows: [TaskRow]) -> Counts {
    var counts = Counts(byName: Tally([]).conditionCounts)
    for row in rows.map(softened) { counts[row.verdict.condition] += 1 }
    return counts
  }

  /// What a unit has to do: the tasks that it leads as they stand, of those of its collectives its own part.
  /// - Throws: where no unit has exactly that name, alias or id.
  private func parts(of name: String, _ reading: Snapshot) throws(Failure) -> [TaskRow] {
    let name = name.trimmed
    guard !name.isEmpty, let unit = reading.units.unit(named: name) else {
      throw .refused(
        .unknownUnit(name: name, nearest: nearest(to: name, among: reading.units.units.map(\.name))))
    }
    return reading.rows(matching: .unit(unit.id)).filter { $0.task.stage != .draft }.map { row in
      let leads = row.task.units.contains { part in
        part.role == .lead && part.unit.flatMap { reading.units.current(id: $0)?.id } == unit.id
      }
      return leads ? row : reading.member(unit.id, of: row)?.row ?? row
    }
  }

  /// A task late by no more than `-c` counts as due soon.
  private func softened(_ row: TaskRow) -> TaskRow {
    guard row.verdict.condition == .overdue, let days = row.verdict.days, -days <= critical else {
      return row
    }
    return row.with(.dueSoon)
  }

  /// One line in the form of monitoring plugins: state, words, performance data with the thresholds that decide the state.
  private func headline(
    _ counts: Counts, _ status: Int32, _ archived: Int, _ wording: Wording
  ) -> String {
    let shown: [Condition] = [.overdue, .dueSoon, .normal]
    let words =
      (shown.map { "\(wording.condition($0)) \(counts[$0])" }
      + (archived > 0 ? [wording.openArchived(archived)] : [])).joined(separator: wording.pick("，", ", "))
    let data = Condition.allCases.map { condition in
      let (warning, critical) = (condition == .dueSoon ? "0" : "", condition == .overdue ? "0" : "")
      return "\(condition.rawValue)=\(counts[condition]);\(warning);\(critical);0"
    }
    return "DUBAN \(Check.word(status)) - \(words) | \(data.joined(separator: " "))"
  }

  private func metrics(_ counts: Counts, _ status: Int32, _ today: Day) -> [Metric] {
    let day = Moment(iso: "\(today.iso)T00:00:00+08:00").map { day in
      Metric(
        "duban_check_day_timestamp_seconds", "The beginning of the day of judgement, as seconds since 1970.",
        [(Check.labels(unit: unit), day.seconds)])
    }
    // Counts of what could be read would look like tasks that are gone.
    guard status != Check.cannotTell else {
      return [Check.metric(status, unit: unit)] + [day].compactMap(\.self)
    }
    let tasks = Condition.allCases.map { condition in
      (labels: [("condition", condition.rawValue)] + Check.labels(unit: unit), value: counts[condition])
    }
    return [Metric("duban_tasks", "Tasks by condition.", tasks), Check.metric(status, unit: unit)]
      + [day].compactMap(\.self)
  }

  private static func labels(unit: String?) -> [(name: String, value: String)] {
    unit.map { [("unit", $0.trimmed)] } ?? []
  }

  /// What a monitor is told of the state; of a unit under the name that was asked for, so that it stays one series
  /// where there is no such unit.
  static func metric(_ status: Int32, unit: String?) -> Metric {
    Metric(
      "duban_check_status", "How deadlines stand: 0 fine, 1 due soon, 2 overdue, 3 cannot tell.",
      [(labels(unit: unit), Int(status))])
  }
}

extension Table {
  /// A plugin's lines may hold no `|`: what stands behind it would be performance data.
  fileprivate var withoutPipes: Table {
    Table(headings: columns, cells: rows.map { $0.map { Span($0.text.replacing("|", with: "｜"), $0.style) } })
  }
}
