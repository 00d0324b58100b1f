import ArgumentParser
import Campaigns
import Tables

struct List: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say("按条件列出任务。", "Tasks that answer a filter."),
    discussion: """
      duban list 状态:逾期 单位:党办
      duban list campaign:h26 due:7d --json
      duban list 时限:12月下旬 领导:院长
      duban list '满意 or 窗口' --group-by unit --sort due

      """
        + .say(
          "筛选条件：词语（也可用拼音），单位: 欠: 牵头: 方案: 阶段: 领导: 状态: 环节: 灯: 时限: 更新: 自: 标签:，非、或和括号。",
          "Filters: words (or pinyin), unit: missing: lead: campaign: phase: leader: is: stage: light: due: updated: since: tag:, not, or, parentheses."
        )
  )

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("筛选条件，并列的条件须同时满足。", "Filter; words beside each other must all hold.")) var filter:
    [String] = []
  @Option(help: .say("要显示的列，用逗号分隔。", "Columns by name, separated by commas.")) var columns: String?
  @Option(
    help: .say(
      "按 due 时限、id 编号、unit 单位、title 标题、state 状态或 campaign 方案排序。", "due, id, unit, title, state or campaign."))
  var sort: TaskOrder?
  @Option(
    help: .say(
      "按 unit 单位、campaign 方案、phase 阶段、leader 领导或 light 灯分组。", "unit, campaign, phase, leader or light."))
  var groupBy: TaskGroup?
  @Flag(help: .say("包括已归档的方案。", "Archived campaigns too.")) var archived = false

  func run(_ session: Session) throws(Failure) -> Answer {
    let columns = try shown()
    let words = filter.joined(separator: " ")
    let reading = try session.survey(includingArchive: archived)
    let filter = try session.filter(filter, reading)
    session.sayMoved(words, reading.task(formerly: words)?.task)
    var places = reading.places(matching: filter)
    if let sort { places = reading.sorted(places, by: sort) }
    return session.list(places, reading, columns: columns, groupBy: groupBy).reading(reading.flaws)
  }

  /// The columns that `--columns` names, or the usual ones.
  private func shown() throws(Failure) -> [TaskColumn] {
    var shown: [TaskColumn] = []
    for name in columns?.split(separator: ",") ?? [] {
      guard let column = TaskColumn(rawValue: String(name).trimmed) else {
        throw .badColumn(String(name), allowed: TaskColumn.allCases.map(\.rawValue))
      }
      shown.append(column)
    }
    return shown.isEmpty ? TaskColumn.usual : shown
  }
}

extension TaskOrder: ExpressibleByArgument {}
extension TaskGroup: ExpressibleByArgument {}

struct Overdue: Command {
  static let configuration = CommandConfiguration(
    commandName: "overdue", abstract: .say("逾期任务，逾期最久的在前。", "What is overdue, the longest first."))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("筛选条件。", "Filter.")) var filter: [String] = []
  @Option(
    help: .say(
      "按 unit 单位、campaign 方案、phase 阶段、leader 领导或 light 灯分组。", "unit, campaign, phase, leader or light."))
  var groupBy: TaskGroup?

  func run(_ session: Session) throws(Failure) -> Answer {
    let reading = try session.survey()
    let filter = try session.filter(filter, reading).and(.condition(.overdue))
    let places = reading.sorted(reading.places(matching: filter), by: .due)
    return session.list(places, reading, groupBy: groupBy).reading(reading.flaws)
  }
}

struct Next: Command {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: .say("即将到期的任务，最近的在前。", "What is due next, the nearest first."),
    discussion: "duban next 14")

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("往后看多少天。", "Calendar days to look ahead.")) var days: Int = 7

  func run(_ session: Session) throws(Failure) -> Answer {
    guard (0...36_500).contains(days) else { throw .badNumber(option: "DAYS", text: "\(days)") }
    let reading = try session.survey()
    let filter = Filter.and(.open, .due(Filter.DueSpan(days: days)))
    let places = reading.sorted(reading.places(matching: filter), by: .due)
    return session.list(places, reading).reading(reading.flaws)
  }
}
