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
      "总览，一屏：各灯数量、逾期临期滞后、七天内到期、滞后单位。", "One screenful: lights, what is overdue, what is next, who lags."),
    discussion: "duban status --brief        "
      + .say("只有一行，供登录提示和 tmux 用", "one line, for a login banner or tmux"))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Flag(help: .say("只输出一行。", "One line.")) var brief = false

  func run(_ session: inout Session) throws(Failure) { try Status.print(&session, isBrief: brief) }

  static func print(_ session: inout Session, isBrief: Bool) throws(Failure) {
    let reading = try session.read()
    if session.options.json {
      let filter = Filter.or(.condition(.overdue), .condition(.dueSoon))
      let urgent = TaskOrder.due.sorted(reading.rows(matching: filter), reading.ledger.units)
      session.output.json(
        CheckRecord(
          asOf: session.today, counts: reading.tally.conditionCounts,
          tasks: urgent.map { TaskRecord($0, reading.ledger.units, session.wording) }))
    } else if isBrief {
      session.output.line(session.width.cut(VisibleText.of(brief(reading, session)), to: session.columns))
    } else {
      page(reading, &session)
    }
    try session.finish(reading.ledger.flaws)
  }

  private static func urgent(_ reading: Snapshot) -> [TaskRow] {
    TaskOrder.due.sorted(reading.rows(matching: .urgent), reading.ledger.units)
  }

  private static func brief(_ reading: Snapshot, _ session: Session) -> String {
    let (wording, tally) = (session.wording, reading.tally)
    var parts = [wording.program, session.today.iso]
    for part in [Tally.Part.overdue, .dueSoon, .behind, .normal] {
      parts.append(wording.counted(part, tally[part]))
    }
    if let first = urgent(reading).first {
      parts.append("| \(first.task.id) \(wording.state(of: first)) \(first.task.title)")
    }
    return parts.joined(separator: " ")
  }

  /// The page: never more than 23 lines, so that a prompt fits below it on 80×24.
  private static func page(_ reading: Snapshot, _ session: inout Session) {
    let (wording, width, columns) = (session.wording, session.width, session.columns)
    let place = reading.ledger.settings.organisation ?? ""
    let rate =
      reading.tally.completionRate.percent.map { wording.pick("办结率 \($0)%  ", "rate \($0)%  ") } ?? ""
    let day = "\(rate)\(session.today.iso) \(wording.weekday(session.today))"
    let name = width.fitted(
      VisibleText.of("\(wording.program)  \(place)"), to: max(0, columns - width.columns(day) - 1))
    session.output.line(width.cut("\(name) \(day)", to: columns))
    for line in counts(reading.tally, session) { session.output.line(line) }
    guard reading.tally.total > 0 else {
      session.output.line()
      for line in empty(wording) { session.output.line(width.cut(line, to: columns)) }
      return
    }
    let instructed = reading.rows(matching: .instructed).count
    if instructed > 0 {
      let line = "\(wording.openInstructions) \(instructed)  duban list \(wording.filterOfInstructed)"
      session.output.line(width.cut(line, to: columns))
    }
    let urgent = urgent(reading)
    section(
      wording.urgent, urgent, most: 7, more: "duban list is:urgent",
      none: wording.nothingUrgent, reading, &session)
    let next = reading.rows(
      matching: .and(.part(.normal), .due(Filter.DueSpan(days: 7))))
    section(
      wording.pick("七天内", "Within seven days"), TaskOrder.due.sorted(next, reading.ledger.units), most: 3,
      more: "duban next", none: nil, reading, &session)
    lagging(reading, most: instructed > 0 ? 3 : 4, &session)
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

  /// The lights, and what else occurs, as the home screen has them; the counts add up to all tasks.
  private static func counts(_ tally: Tally, _ session: Session) -> [String] {
    let wording = session.wording
    var lines = [""]
    var used = 0
    func add(_ words: String, _ style: Style = .plain) {
      let gap = used == 0 ? 0 : 2
      let size = session.width.columns(words)
      if used + gap + size > session.columns, used > 0 {
        lines.append("")
        used = 0
      }
      lines[lines.count - 1] +=
        (used == 0 ? "" : "  ") + (session.isColoured ? Paint.paint(words, style) : words)
      used += (used == 0 ? 0 : 2) + size
    }
    for (part, count) in tally.shown { add(wording.counted(part, count), Style(part.light)) }
    return lines
  }

  private static func section(
    _ title: String, _ rows: [TaskRow], most: Int, more: String, none: String?, _ reading: Snapshot,
    _ session: inout Session
  ) {
    if rows.isEmpty, none == nil { return }
    session.output.line()
    session.output.line(session.wording.pick("\(title)（\(rows.count)）", "\(title) (\(rows.count))"))
    if rows.isEmpty, let none { return session.output.line(none) }
    // One line less where the rest must be named, so that the page keeps its height.
    let shown = rows.count > most ? Array(rows.prefix(most - 1)) : rows
    let table = session.table(shown, TaskColumn.usual, reading.units)
    for index in shown.indices {
      session.output.line(Paint.line(table.line(index), isColoured: session.isColoured))
    }
    if rows.count > shown.count {
      let left = rows.count - shown.count
      session.output.line(
        session.width.cut(
          session.wording.pick("… 另有\(left)项：\(more)", "… \(left) more: \(more)"), to: session.columns))
    }
  }

  /// Lead units with something overdue or behind schedule, the worst first.
  private static func lagging(_ reading: Snapshot, most: Int, _ session: inout Session) {
    let loads = UnitLoad.lagging(UnitLoad.all(reading.rows, reading.units)).prefix(most)
    guard !loads.isEmpty else { return }
    session.output.line()
    let title = session.wording.pick("滞后单位", "Lagging units")
    let table = TextTable(
      UnitColumn.lagging.map { $0.column(session.wording, name: title) },
      rows: loads.map { load in UnitColumn.lagging.map { $0.cell(load) } }, width: session.width,
      limit: session.columns)
    for line in [table.heading] + loads.indices.map(table.line) {
      session.output.line(Paint.line(line, isColoured: session.isColoured))
    }
  }
}
