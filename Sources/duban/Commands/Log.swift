import ArgumentParser
import CampaignStore
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban log [FILTER]`: who did what, the newest first.
struct Log: ListCommand {
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
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @Argument(help: .say("任务或方案编号，或筛选条件。", "Id of a task, code of a campaign, or a filter.")) var filter:
    [String] =
      []
  @Option(
    help: .say("自哪一天起；last-working-day 为上一工作日。", "From this day on; last-working-day for the last one."))
  var since: String?
  @Flag(help: .say("内容全部显示，不截断。", "Whole values, nothing cut.")) var wide = false

  func run(_ session: Session) throws(Failure) -> Answer {
    let words = filter.joined(separator: " ")
    let wording = session.wording
    var entries: [Told] = []
    var commands: [Int: JournalCommand] = [:]
    let (reading, damage) = try session.store.atOneMoment(failing: Failure.store) { () throws(Failure) in
      (entries, commands) = ([], [:])
      let reading = try session.survey(includingArchive: true)
      let query = HistoryQuery(try session.filter(filter, reading), words: words, reading)
      let first = try since.map { text throws(Failure) in try session.since(text, reading.judge.calendar) }
      let damage = try session.onStore { store throws(StoreError) in
        try store.history(since: first?.start, having: query.traces) { entry, isUndone in
          commands[entry.id] = entry.command
          if query.matches(entry, name: wording.name(entry.command)) { entries.append((entry, isUndone)) }
          return true
        }
      }
      return (reading, damage)
    }
    session.sayMoved(words, reading.task(formerly: words)?.task)
    // What is gone from the ledger is named by the entries that brought it or took it away.
    let titles = reading.titles(of: entries.map(\.entry)).merging(
      entries.flatMap { Array($0.entry.titles) }.map { ($0.key, $0.value) }
    ) { known, _ in known }
    let (found, known) = (entries, commands)
    let shown = columns(known, titles, wording)
    var listing = Listing(
      "entries", shown, rows: found, none: wording.pick("没有操作记录。", "Nothing is recorded."),
      record: { JSONRecord($0.entry, isUndone: $0.isUndone, titles, wording) })
    func named(_ ids: [String]) -> [String] {
      ids.map { id in titles[id].map { "\(id)  \($0)" } ?? id }
    }
    listing.noGroup = wording.pick("其他", "others")
    listing.group("task", shown, found) { named($0.entry.tasks) }
    listing.group("unit", shown, found) { $0.entry.units.map { titles[$0] ?? $0 } }
    listing.group("person", shown, found) { [wording.person($0.entry)] }
    var answer = Answer(listing).reading(reading.flaws + damage)
    answer.isWide = wide
    return answer
  }

  private typealias Told = (entry: HistoryEntry, isUndone: Bool)

  private func columns(
    _ commands: [Int: JournalCommand], _ titles: [String: String], _ wording: Wording
  ) -> [ListColumn<Told>] {
    [
      ListColumn(
        "at",
        Column(wording.pick("时间", "when"), least: .max) {
          Span("\($0.entry.stamp.at.day.iso) \($0.entry.stamp.at.clock)")
        }),
      ListColumn(
        "by",
        Column(wording.pick("操作人", "who"), least: 6, isFlexible: true, comfort: 8) {
          Span(wording.person($0.entry))
        }),
      ListColumn(
        "command",
        Column(wording.pick("操作", "what"), least: .max) { entry, isUndone in
          let reversed = entry.reverses.flatMap { commands[$0] }
          let what = reversed.map { wording.name(entry.command, of: $0) } ?? wording.name(entry.command)
          return Span(what + (isUndone ? wording.pick("（已撤销）", " (undone)") : ""))
        }),
      ListColumn(
        "of",
        Column(wording.pick("对象", "of"), least: 12, isFlexible: true, comfort: 14) {
          Span(wording.things($0.entry, titles))
        }),
      ListColumn(
        "text",
        Column(wording.pick("内容", "words"), least: 8, isFlexible: true, comfort: 14) {
          Span(wording.words($0.entry, isWhole: wide))
        }, full: { wording.words($0.entry, isWhole: true) }),
    ]
  }
}

extension Session {
  /// The day of `--since`: a date, or the last working day before today.
  func since(_ text: String, _ calendar: WorkCalendar) throws(Failure) -> Day {
    let word = text.lowercased().filter { $0.isLetter }
    if ["yesterday", "昨天"].contains(word) { return today - 1 }
    if ["today", "今天"].contains(word) { return today }
    if ["lastworkingday", "上一工作日", "上一个工作日", "上个工作日"].contains(word) {
      return calendar.lastWorkingDay(onOrBefore: today - 1)
    }
    return try Session.day(text, option: "--since", year: today.year)
  }
}

extension JSONRecord {
  init(log entries: [JSONRecord]) { self = ["entries": entries] }

  init(_ entry: HistoryEntry, isUndone: Bool, _ titles: [String: String], _ wording: Wording) {
    let fields = entry.fields.map { field -> JSONRecord in
      ["owner": field.owner, "name": field.name, "before": field.before, "after": field.after]
    }
    self = [
      "id": entry.id, "at": entry.stamp.at, "by": entry.stamp.by, "login": entry.login,
      "onBehalf": entry.onBehalf, "command": entry.command, "campaigns": entry.campaigns,
      "tasks": entry.tasks, "units": entry.units, "text": entry.text, "reverses": entry.reverses,
      "undone": isUndone, "fields": fields, "summary": wording.subject(entry, titles),
    ]
  }
}
