import ArgumentParser
import Campaigns

/// `duban record`: something was done towards a quota.
struct Record: Command {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: .say("计数：登记完成一次（篇、学时……）。", "Count what was done towards a quota."),
    discussion: """
      duban record h26-6
      duban record h26-6 --count 2 --on 2026-11-18 --from 第三支部 -m 主题党日

      """
        + .say(
          "记错了用 duban correct 更正该条记录，计数随之去掉；或 duban undo。",
          "Wrong? duban correct strikes the entry and takes its count back, as duban undo does."))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @Option(help: .say("数量，默认 1。", "How many; 1 by default.")) var count: Int = 1
  @Option(help: .say("完成日期，默认今天。", "The day; today by default.")) var on: String?
  @Option(help: .say("完成的单位。", "The unit that did it.")) var from: String?
  @OptionGroup var message: MessageOption

  func run(_ session: Session) throws(Failure) -> Answer {
    let report = OccurrenceReport(
      count: count, on: try session.day(on, option: "--on"), from: from,
      note: try message.text(session))
    let wording = session.wording
    return try session.act(
      on: targets.wanted, says: { row, registry in wording.recorded(report, on: row, registry) }
    ) { id, _ in .record(id: id, report) }
  }
}
