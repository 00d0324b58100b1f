import ArgumentParser
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban status`: one screenful of 80×24 at once.
struct Status: Command {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: .say(
      "总览，一屏：各灯数量、紧要任务、七天内到期、滞后单位。", "One screenful: lights, what is urgent, what is next, who lags."),
    discussion: "duban status --brief        "
      + .say("只有一行，供登录提示和 tmux 用", "one line, for a login banner or tmux"))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Flag(help: .say("只输出一行。", "One line.")) var brief = false

  func run(_ session: Session) throws(Failure) -> Answer {
    try Status.answer(session, isBrief: brief)
  }

  /// The page, or a line.
  static func answer(_ session: Session, isBrief: Bool) throws(Failure) -> Answer {
    let reading = try session.survey(.counted)
    let filter = Filter.or(.condition(.overdue), .condition(.dueSoon))
    var answer = Answer(
      session.record(TaskOrder.due.sorted(reading.rows(matching: filter), reading.units), reading.units)
        + JSONRecord(numbersOf: reading)
    ) {
      isBrief ? [.cut(brief(reading, session))] : page(reading, session)
    }.reading(reading.flaws)
    answer.isScreenful = true
    return answer
  }

  private static func brief(_ reading: Snapshot, _ session: Session) -> String {
    let (wording, tally) = (session.wording, reading.tally)
    var parts = [wording.program, session.today.iso]
    for (part, count) in tally.shown where part.isUrgent || part == .normal {
      parts.append(wording.counted(part, count))
    }
    if let first = reading.first(1, matching: .urgent).rows.first {
      parts.append("| \(first.task.id) \(wording.state(of: first)) \(first.task.title)")
    }
    return parts.joined(separator: " ")
  }

  /// The page: never more than 23 lines, so that a prompt fits below it on 80×24.
  private static func page(_ reading: Snapshot, _ session: Session) -> [Part] {
    let (wording, tally) = (session.wording, reading.tally)
    let rate = tally.completionRate.percent.map { wording.pick("办结率 \($0)%  ", "rate \($0)%  ") } ?? ""
    let head: [Part] = [
      .cut(
        [wording.program, reading.settings.organisation].compactMap(\.self).joined(separator: "  "),
        end: "\(rate)\(session.today.iso) \(wording.weekday(session.today))"),
      .words(
        tally.shown.map { Span(number: $0.part, $0.count, wording) }
          + (reading.openArchived > 0 ? [Span(wording.openArchived(reading.openArchived))] : [])),
    ]
    guard tally.total > 0 else { return head + [.line("")] + empty(wording).map { .cut($0) } }
    let instructed = reading.openInstructionCount
    let waiting = "\(wording.openInstructions) \(instructed)  duban instructions"
    return head + (instructed > 0 ? [.cut(waiting)] : [])
      + section(
        wording.urgent, .urgent, most: 7, more: "duban list is:urgent", none: wording.nothingUrgent, reading,
        session)
      + section(
        wording.withinSevenDays, .comingWeek, most: 3, more: "duban next", none: nil, reading, session)
      + lagging(
        reading, most: 4 - (instructed > 0 ? 1 : 0) - (reading.openArchived > 0 ? 1 : 0), wording)
  }

  private static func empty(_ wording: Wording) -> [String] {
    [
      wording.pick("还没有任务。", "There are no tasks yet."),
      wording.pick("  duban add campaign 标题        新建方案", "  duban add campaign TITLE       a new campaign"),
      wording.pick(
        "  duban add task 编号 事项       在方案中加任务", "  duban add task CODE TITLE      a task in a campaign"),
      wording.pick("  duban demo 目录                看演示", "  duban demo DIR                 a demonstration"),
    ]
  }

  private static func section(
    _ title: String, _ filter: Filter, most: Int, more: String, none: String?, _ reading: Snapshot,
    _ session: Session
  ) -> [Part] {
    let (rows, count) = reading.first(most, matching: filter)
    if rows.isEmpty, none == nil { return [] }
    let head: [Part] = [.line(""), .line(session.wording.counted(title, count))]
    if rows.isEmpty { return head + [none.map { .line($0) }].compactMap(\.self) }
    // One line less where the rest must be named, so that the page keeps its height.
    let shown = count > most ? Array(rows.prefix(most - 1)) : rows
    let left = count - shown.count
    return head + [.table(session.table(shown, reading.units), isBare: true)]
      + (left > 0 ? [.cut(session.wording.pick("… 另有\(left)项：\(more)", "… \(left) more: \(more)"))] : [])
  }

  /// Lead units with something overdue or behind schedule, the worst first.
  private static func lagging(_ reading: Snapshot, most: Int, _ wording: Wording) -> [Part] {
    let loads = UnitLoad.lagging(reading.loads).prefix(most)
    guard !loads.isEmpty else { return [] }
    let title = wording.laggingUnits
    return [
      .line(""), .table(Table(UnitColumn.lagging(loads).map { $0.column(wording, list: title) }, loads)),
    ]
  }
}

extension JSONRecord {
  /// Every number that the pages show on top, the rates, and the units.
  fileprivate init(numbersOf reading: Snapshot) {
    let tally = reading.tally
    self = [
      "counts": tally.conditionCounts, "openArchived": reading.openArchived,
      "numbers": Dictionary(Tally.Part.allCases.map { ("\($0)", tally[$0]) }) { first, _ in first },
      "openInstructions": reading.openInstructionCount,
      "drafts": reading.entries.reduce(0) { $0 + $1.summary.drafts },
      "withinSevenDays": reading.count(matching: .comingWeek),
      "completionRate": tally.completionRate.percent, "onTimeRate": tally.onTimeRate.percent,
      "onTimeRateByOriginal": tally.onTimeRateByOriginal.percent,
      "units": reading.loads.map { JSONRecord($0) },
    ]
  }
}
