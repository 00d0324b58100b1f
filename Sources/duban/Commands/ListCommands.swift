import ArgumentParser
import Campaigns
import Tables

struct List: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say("按条件列出任务。", "Tasks that answer a filter."),
    discussion: """
      duban list 状态:逾期 单位:党办
      duban list campaign:h26 due:7d --json
      duban list 时限:12月下旬 领导:院长
      duban list '满意 or 窗口' --group-by unit --sort due
      duban list 状态:在办 --columns id,title,end --sort -end --limit 10
      duban list 灯:红 --format '{id} {units} {title}'

      """
        + .say(
          "筛选条件：词语（也可用拼音），单位: 欠: 牵头: 方案: 阶段: 领导: 状态: 环节: 灯: 时限: 更新: 自: 标签:，非、或和括号。",
          "Filters: words (or pinyin), unit: missing: lead: campaign: phase: leader: is: stage: light: due: updated: since: tag:, not, or, parentheses."
        )
  )

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("筛选条件，并列的条件须同时满足。", "Filter; words beside each other must all hold.")) var filter:
    [String] = []
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @Flag(help: .say("包括已归档的方案。", "Archived campaigns too.")) var archived = false

  func run(_ session: Session) throws(Failure) -> Answer {
    let words = filter.joined(separator: " ")
    let reading = try session.survey(includingArchive: archived)
    let filter = try session.filter(filter, reading)
    session.sayMoved(words, reading.task(formerly: words)?.task)
    return session.list(reading.places(matching: filter), reading).reading(reading.flaws)
  }
}

struct Overdue: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "overdue", abstract: .say("逾期任务，逾期最久的在前。", "What is overdue, the longest first."),
    discussion: "duban overdue 单位:党办")

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("筛选条件。", "Filter.")) var filter: [String] = []
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions

  func run(_ session: Session) throws(Failure) -> Answer {
    let reading = try session.survey()
    let filter = try session.filter(filter, reading).and(.condition(.overdue))
    let places = reading.sorted(reading.places(matching: filter), by: .due)
    return session.list(places, reading).reading(reading.flaws)
  }
}

struct Next: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: .say("即将到期的任务，最近的在前。", "What is due next, the nearest first."),
    discussion: "duban next 14")

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @Argument(help: .say("往后看多少天。", "Calendar days to look ahead.")) var days: Int = 7

  func run(_ session: Session) throws(Failure) -> Answer {
    if days > 36_500 { throw .tooMuch(.number(36_500, of: session.wording.pick("天数", "DAYS"))) }
    guard days >= 0 else { throw .badNumber(option: "DAYS", text: "\(days)") }
    let reading = try session.survey()
    let filter = Filter.and(.open, .due(Filter.DueSpan(days: days)))
    let places = reading.sorted(reading.places(matching: filter), by: .due)
    return session.list(places, reading).reading(reading.flaws)
  }
}
