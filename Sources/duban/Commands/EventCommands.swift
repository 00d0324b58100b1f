import ArgumentParser
import CampaignStore
import Campaigns
import ReferenceData
import Tables
import TerminalFrames
import Wording

/// `duban event …`: events that deadlines hang on.
struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event",
    abstract: .say("事件：时限所依的事件何时发生、何时结束。", "Events that deadlines hang on, and their days."),
    discussion: .say(
      """
      duban event list                                  哪些任务在等哪些事件
      duban event set 集中督查 2026-12-10               定下日期，有关任务随之有了时限
      duban event set 汛期 2026-06-01..2026-09-30       起止日期，也可写 6月1日至9月30日
      duban event set 检查结束 2026-12-15 --campaign h26b  只对一个方案
      duban event clear 集中督查                        取消日期
      """,
      """
      duban event list                                  which tasks wait for which events
      duban event set 集中督查 2026-12-10               gives it a day, and the tasks a deadline
      duban event set 汛期 2026-06-01..2026-09-30       its first and last day; 6月1日至9月30日 too
      duban event set 检查结束 2026-12-15 --campaign h26b  for one campaign only
      duban event clear 集中督查                        takes the day back
      """),
    subcommands: [EventList.self, EventSet.self, EventClear.self], defaultSubcommand: EventList.self)
}

struct EventList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say("全部事件及等待的任务。", "All events, and the tasks that wait."),
    discussion: "duban event list")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions

  func run(_ session: Session) throws(Failure) -> Answer {
    let ledger = try session.ledger()
    let (events, wording) = (ledger.awaitedEvents, session.wording)
    return Answer(
      Listing(
        "events", columns(wording), rows: events,
        none: wording.pick("没有任务以事件为时限。", "No deadline hangs on an event."), record: record)
    ).reading(ledger.flaws)
  }

  private func record(_ event: AwaitedEvent) -> JSONRecord {
    [
      "name": event.name, "campaign": event.campaign, "day": event.days?.first,
      "until": event.days.flatMap { $0.isOneDay ? nil : $0.last }, "tasks": event.tasks,
      "phases": event.phases,
    ]
  }

  private func columns(_ wording: Wording) -> [ListColumn<AwaitedEvent>] {
    [
      ListColumn(
        "name",
        Column(wording.pick("事件", "event"), least: 10, isFlexible: true, comfort: 16) { Span($0.name) }),
      ListColumn(
        "days",
        Column(wording.pick("日期", "days"), least: .max) {
          Span($0.days.map(wording.days) ?? wording.pick("未定", "not set"))
        }),
      ListColumn(
        "campaign",
        Column(wording.pick("方案", "campaign"), least: .max) {
          Span($0.campaign ?? wording.pick("全部", "all"))
        }),
      ListColumn(
        "tasks",
        Column(wording.pick("任务", "tasks"), least: 6, isFlexible: true, comfort: 20) { event in
          if !event.tasks.isEmpty {
            return Span("\(event.tasks.count): " + wording.joined(event.tasks + event.phases))
          }
          return Span(event.phases.isEmpty ? "—" : wording.joined(event.phases))
        }),
    ]
  }
}

struct EventSet: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: .say("定下事件的日期。", "Give an event its day."),
    discussion: """
      duban event set 检查结束 2026-12-08
      duban event set 检查结束 12月8日至12月10日 --campaign h26
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("事件名称，可写其中一部分。", "The event's name, or a part of it.")) var name: String
  @Argument(
    help: .say(
      "日期，多日的写 2026-06-01..2026-09-30。", "The day, or first and last, as in 2026-06-01..2026-09-30."))
  var days: [String]
  @Option(help: .say("只对这个方案。", "For this campaign only.")) var campaign: String?
  func run(_ session: Session) throws(Failure) -> Answer {
    let calendar = WorkCalendar(years: ReferenceData.allHolidays)
    let days: EventDays
    do throws(EventDays.WordsError) {
      days = try EventDays(words: self.days.joined(separator: " "), today: session.today, calendar: calendar)
    } catch { throw .eventDays(error) }
    return try session.setEvent(name, days, campaign: campaign)
  }
}

struct EventClear: Command {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: .say("取消事件的日期。", "Take an event's day back."),
    discussion: """
      duban event set 检查结束 2026-12-08
      duban event clear 检查结束
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("事件名称，可写其中一部分。", "The event's name, or a part of it.")) var name: String
  @Option(help: .say("只对这个方案。", "For this campaign only.")) var campaign: String?
  func run(_ session: Session) throws(Failure) -> Answer {
    try session.setEvent(name, nil, campaign: campaign)
  }
}

extension Session {
  /// Gives an event its days, for the campaign of that code or for all.
  func saveEvent(_ name: String, _ days: EventDays?, _ code: String?) throws(Failure) -> Saved {
    try change { store, writing throws(StoreError) in
      guard let code else { return try store.updateSettings(.event(name: name, days), writing).saved }
      return try store.update(code, .setEvent(name: name, days), writing).saved
    }
  }

  /// Gives an event its days, or takes them back, and shows what hangs on it.
  fileprivate func setEvent(_ words: String, _ days: EventDays?, campaign: String?) throws(Failure) -> Answer
  {
    try requireChange()
    let before = try ledger()
    let meant = before.event(meaning: words.trimmed, on: days)
    if meant.count > 1 { throw .ambiguousID(words, candidates: Array(meant.prefix(6))) }
    let name = meant.first ?? words.trimmed
    var code: String?
    if let campaign {
      try requireNotArchived(campaign, before)
      code = try before.campaign(matching: campaign).code
    }
    let reading = judged(try saveEvent(name, days, code).applied(to: before))
    // Without days it is awaited under the names that documents give it.
    let event = (days == nil ? before : reading.ledger).awaitedEvents.first {
      $0.name == name && $0.campaign == code
    }
    let bound = (event?.tasks ?? []).compactMap { reading.row(id: $0) }
    let phases = event?.phases ?? []
    let wording = wording
    var answer = Answer(record(bound, reading.units)) {
      let when = days.map(wording.days) ?? wording.pick("日期未定", "no day")
      let what =
        days == nil
        ? wording.pick("阶段恢复待定：", "phases that are open again: ")
        : wording.pick("阶段随之定期：", "phases that end with it: ")
      return [.line("\(name)  \(when)")]
        + bound.map { row in
          .line("\(row.task.id)  \(wording.due(row))  \(wording.state(of: row))  \(row.task.title)")
        } + (phases.isEmpty ? [] : [.line(what + wording.joined(phases))])
    }.beside(reading.flaws)
    if bound.isEmpty, phases.isEmpty {
      answer.remarks = [
        wording.pick(
          "没有任务以它为时限；duban event list 列出在等的事件。",
          "No task hangs on it; duban event list shows those that do.")
      ]
    }
    return answer
  }
}
