import ArgumentParser
import Campaigns

/// `duban extend`: more time is asked for, granted or refused; the original deadline stays.
struct Extend: Command {
  static let configuration = CommandConfiguration(
    commandName: "extend",
    abstract: .say(
      "延期：申请、同意或不同意；原定时限保留。", "Ask for more time, grant or refuse it; the original deadline stays."),
    discussion: """
      duban extend h26-35 --until 12月25日前 -m 等待上级批复 --percent 60
      duban extend h26-30 --until 2026-12-25 -m 等待上级批复 --approved-by 分管领导
      duban extend h26-35 --approve --by 分管领导 --until 2026-12-22
      duban extend h26-12 --refuse --by 分管领导 -m 请按原定时限办结

      """
        + .say("待批的用 duban list is:待批 查。", "What waits for a decision: duban list is:pending."))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @Option(help: .say("延至哪天（含当日）；同意时不写即为申请的日期。", "The new deadline; the one asked for, where it is granted."))
  var until: String?
  @OptionGroup var message: MessageOption
  @Option(help: .say("申请时的进度百分比。", "Per cent done when it is asked for.")) var percent: Int?
  @Option(help: .say("申请或批复的日期，默认今天。", "The day of the request or decision; today by default.")) var on:
    String?
  @Option(help: .say("申请并同时批准，批准人姓名或职务。", "Who grants it at once, by name or post.")) var approvedBy: String?
  @Flag(help: .say("同意待批的申请。", "Grant the request that waits.")) var approve = false
  @Flag(help: .say("不同意待批的申请。", "Refuse it.")) var refuse = false
  @Option(help: .say("批复人姓名或职务。", "Who decided, by name or post.")) var by: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    let day = try session.day(on, option: "--on")
    let end = try until.map { words throws(Failure) in try session.lastDay(words, option: "--until") }
    let text = try message.text(session)
    let act = try approve || refuse ? decision(end, day, text) : request(end, day, text)
    let wording = session.wording
    return try session.act(
      on: targets.wanted, says: { row, _ in row.task.extensions.last.map(wording.words) }
    ) { id, _ in act(id) }
  }

  private func request(_ end: Day?, _ day: Day?, _ message: String?) throws(Failure) -> (String) -> Act {
    if by != nil { throw .nothingGiven(what: "--approve | --refuse") }
    guard let end else { throw .nothingGiven(what: "--until | --approve | --refuse") }
    guard let message else { throw .nothingGiven(what: "-m") }
    let request = ExtensionRequest(
      until: end, reason: message, percent: percent, on: day, approvedBy: approvedBy)
    return { .extend(id: $0, request) }
  }

  private func decision(_ end: Day?, _ day: Day?, _ message: String?) throws(Failure) -> (String) -> Act {
    if approve && refuse { throw .conflicting(options: "--approve --refuse") }
    if refuse && end != nil { throw .conflicting(options: "--refuse --until") }
    if approvedBy != nil {
      throw .conflicting(options: "--approved-by \(approve ? "--approve" : "--refuse")")
    }
    if percent != nil { throw .conflicting(options: "--percent \(approve ? "--approve" : "--refuse")") }
    guard let by else { throw .nothingGiven(what: "--by") }
    let decision = ExtensionDecision(isApproved: approve, by: by, until: end, on: day, text: message)
    return { .decide(id: $0, decision) }
  }
}
