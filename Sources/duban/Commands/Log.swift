import ArgumentParser
import CampaignStore
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban log [FILTER]`: who did what, the newest first.
struct Log: Command {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: .say("操作记录：何人何时办了什么，最近的在前。", "Who did what and when, the newest first."),
    discussion: .say(
      """
      duban log                          全部
      duban log h26-7                    一项任务
      duban log h26 --since 2026-11-01   一个方案，自某日起
      duban log unit:党办                与党办有关的
      """,
      """
      duban log                          everything
      duban log h26-7                    a task
      duban log h26 --since 2026-11-01   a campaign, from a day on
      duban log unit:党办                what concerns a unit
      """))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务或方案编号，或筛选条件。", "Id of a task, code of a campaign, or a filter.")) var filter:
    [String] =
      []
  @Option(
    help: .say("自哪一天起；last-working-day 为上一工作日。", "From this day on; last-working-day for the last one."))
  var since: String?

  func run(_ session: inout Session) throws(Failure) {
    let words = filter.joined(separator: " ")
    let reading = try session.read(includingArchive: true)
    session.sayMoved(words, reading.ledger)
    let query = HistoryQuery(try session.filter(filter), words: words, rows: reading.rows, reading.ledger)
    let first = try since.map { text throws(Failure) in try session.since(text, reading.judge.calendar) }
    var entries: [(HistoryEntry, isUndone: Bool)] = []
    var commands: [Int: JournalCommand] = [:]
    let wording = session.wording
    let damage = try session.onStore { store throws(StoreError) in
      try store.history(since: first?.start) { entry, isUndone in
        commands[entry.id] = entry.command
        if query.matches(entry, name: wording.name(entry.command)) { entries.append((entry, isUndone)) }
        return true
      }
    }
    // What is gone from the ledger is named by the entries that brought it or took it away.
    let titles = entries.reduce(into: reading.ledger.titles) { titles, entry in
      titles.merge(entry.0.titles) { known, _ in known }
    }
    if session.options.json {
      session.output.json(
        LogRecord(entries: entries.map { LogRecord.Entry($0, isUndone: $1, titles, wording) }))
    } else if entries.isEmpty {
      session.output.line(wording.pick("没有操作记录。", "Nothing is recorded."))
    } else {
      session.print(
        Log.columns(wording),
        entries.map { Log.cells($0, of: $0.reverses.flatMap { commands[$0] }, isUndone: $1, titles, wording) }
      )
    }
    try session.finish(reading.ledger.flaws + damage)
  }

  private static func columns(_ wording: Wording) -> [TableColumn] {
    [
      TableColumn(wording.pick("时间", "when"), least: .max),
      TableColumn(wording.pick("操作人", "who"), least: 6, isFlexible: true, comfort: 8),
      TableColumn(wording.pick("操作", "what"), least: .max),
      TableColumn(wording.pick("对象", "of"), least: 12, isFlexible: true, comfort: 14),
      TableColumn(wording.pick("内容", "words"), least: 8, isFlexible: true, comfort: 14),
    ]
  }

  private static func cells(
    _ entry: HistoryEntry, of reversed: JournalCommand?, isUndone: Bool, _ titles: [String: String],
    _ wording: Wording
  ) -> [Span] {
    let what = reversed.map { wording.name(entry.command, of: $0) } ?? wording.name(entry.command)
    return [
      Span("\(entry.stamp.at.day.iso) \(entry.stamp.at.clock)"),
      Span(wording.person(entry)),
      Span(what + (isUndone ? wording.pick("（已撤销）", " (undone)") : "")),
      Span(wording.things(entry, titles)), Span(wording.words(entry)),
    ]
  }
}

extension Session {
  /// The day of `--since`: a date, or the last working day before today.
  func since(_ text: String, _ calendar: WorkCalendar) throws(Failure) -> Day {
    let word = text.lowercased().filter { $0.isLetter }
    if ["lastworkingday", "上一工作日", "上一个工作日", "上个工作日"].contains(word) {
      return calendar.lastWorkingDay(onOrBefore: today - 1)
    }
    return try Session.day(text, option: "--since", year: today.year)
  }
}
