import ArgumentParser
import Campaigns

/// A command that makes one change to a task, and needs nothing but its arguments to say which.
protocol TaskCommand: Command {
  var id: String { get }
  func act(_ id: String) -> Act
}

extension TaskCommand {
  func run(_ session: Session) throws(Failure) -> Answer { try session.act(on: id, act) }
}

/// `duban report`: progress that a unit reported.
struct ReportProgress: Command {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: .say("登记进展。", "Record progress."),
    discussion: "duban report h26-7 -m 已完成座谈 --percent 60 --from 第三支部 --via 电话")

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(name: .shortAndLong, help: .say("内容。", "The words.")) var message: String
  @Option(help: .say("进度百分比，0 至 100。", "Per cent done, 0 to 100.")) var percent: Int?
  @Option(help: .say("所反映的日期。", "The day that it speaks of.")) var on: String?
  @Option(help: .say("反馈单位（代录）。", "The unit that reported.")) var from: String?
  @Option(help: .say("反馈渠道：电话、书面、OA。", "By what channel: 电话, 书面, OA.")) var via: String?
  @Option(help: .say("所回复批示的记录号。", "Number of the instruction that it answers.")) var answers: Int?

  func run(_ session: Session) throws(Failure) -> Answer {
    var report = Report(text: message, percent: percent)
    report.on = try session.day(on, option: "--on")
    report.from = from
    report.via = via
    report.answers = answers
    return try session.act(on: id) { .report(id: $0, report) }
  }
}

/// `duban done`: a task, or one member's part of it, is completed.
struct Done: Command {
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: .say("办结任务，或集体任务中的一个单位。", "Complete a task, or one member of a collective."),
    discussion: """
      duban done h26-7 -m 已召开 --on 2026-11-18 --evidence 会议纪要3号
      duban done h26-9 --from 第三支部
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(name: .shortAndLong, help: .say("办理结果。", "What was done.")) var message: String?
  @Option(help: .say("实际办结日期。", "The actual day.")) var on: String?
  @Option(help: .say("办结凭据。", "A reference to evidence.")) var evidence: String?
  @Option(help: .say("集体中已办结的单位。", "The member of a collective that completed.")) var from: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    let report = CompletionReport(
      text: message, on: try session.day(on, option: "--on"), evidence: evidence, from: from)
    let wording = session.wording
    return try session.act(on: id, says: { from == nil ? nil : wording.members(of: $0, $1) }) {
      .complete(id: $0, report)
    }
  }
}

/// `duban assign`: units come to a task or leave it.
struct Assign: Command {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: .say("交办：确定或调整责任单位。", "Assign units to a task."),
    discussion: "duban assign h26-17 党办 各支部 --lead 党办 --remove 纪委监察室")

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Argument(help: .say("新增的责任单位；尚无牵头单位时，第一个为牵头。", "Units to add; the first one leads where none leads yet."))
  var units: [String] = []
  @Option(help: .say("改由哪个单位牵头。", "The unit that is to lead.")) var lead: String?
  @Option(help: .say("去掉的责任单位，可写多个。", "A unit that leaves; may be given several times.")) var remove:
    [String] = []

  func run(_ session: Session) throws(Failure) -> Answer {
    if units.isEmpty, lead == nil, remove.isEmpty { throw .nothingGiven(what: "UNIT… | --lead | --remove") }
    let assignment = Assignment(add: units, lead: lead, remove: remove)
    return try session.act(on: id) { .assign(id: $0, assignment) }
  }
}

/// `duban instruct`: a leader's instruction, open until it is answered.
struct Instruct: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "instruct", abstract: .say("写批示。", "Leave an instruction (批示)."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(name: .shortAndLong, help: .say("内容。", "The words.")) var message: String
  @Option(help: .say("批示人（写职务），代录时写。", "The leader, by post, whose words you record.")) var from: String?
  func act(_ id: String) -> Act { .instruct(id: id, text: message, from: from) }
}

/// `duban correct`: the wrong entry stays, struck through.
struct Correct: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: .say("更正一条记录，原记录保留并划去。", "Set a log entry right; the wrong one stays, struck through."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Argument(help: .say("记录号，见 duban show。", "Number of the entry, as duban show tells.")) var entry: Int
  @Option(name: .shortAndLong, help: .say("正确的内容。", "The right words.")) var message: String
  func act(_ id: String) -> Act { .correct(id: id, entry: entry, text: message) }
}

/// `duban reopen`: a completed task is worked on again, a suspended one goes on.
struct Reopen: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: .say("回头看：已办结的重新办理，已中止的恢复办理。", "Work on a completed or suspended task again."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(name: .shortAndLong, help: .say("理由；已办结的任务必须写。", "Why; needed for a completed task.")) var message:
    String?
  @Option(help: .say("集体任务中须重办的单位。", "The member of a collective that has to do its part again.")) var from:
    String?
  func act(_ id: String) -> Act { .reopen(id: id, reason: message, from: from) }
}

struct Suspend: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend", abstract: .say("中止任务。", "Suspend a task."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(name: .shortAndLong, help: .say("理由。", "Why.")) var message: String
  func act(_ id: String) -> Act { .suspend(id: id, reason: message) }
}

struct Cancel: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: .say("撤销任务。", "Cancel a task."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(name: .shortAndLong, help: .say("理由。", "Why.")) var message: String
  func act(_ id: String) -> Act { .cancel(id: id, reason: message) }
}

/// `duban submit`: completion is asked for.
struct Submit: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: .say("申请办结。", "Submit a task for completion (申请办结)."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(name: .shortAndLong, help: .say("内容。", "The words.")) var message: String?
  func act(_ id: String) -> Act { .submit(id: id, text: message) }
}

/// `duban return`: a submitted task goes back.
struct Return: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: .say("退回重办。", "Return a submitted task (退回重办)."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(name: .shortAndLong, help: .say("理由。", "Why.")) var message: String
  func act(_ id: String) -> Act { .sendBack(id: id, reason: message) }
}

/// `duban strike`: a completed task leaves the ledger.
struct Strike: Command {
  static let configuration = CommandConfiguration(
    commandName: "strike", abstract: .say("已办结的任务销号。", "Strike a completed task off the ledger (销号)."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(help: .say("核验人。", "Who reviewed it.")) var reviewer: String
  @Option(help: .say("日期。", "The day.")) var on: String?
  func run(_ session: Session) throws(Failure) -> Answer {
    let day = try session.day(on, option: "--on")
    return try session.act(on: id) { .strikeOff(id: $0, reviewer: reviewer, on: day) }
  }
}
