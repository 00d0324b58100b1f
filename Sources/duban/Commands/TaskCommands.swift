import ArgumentParser
import Campaigns
import Tables

/// A command that makes the same change to tasks, and needs nothing but its arguments to say which.
protocol TaskCommand: Command {
  var targets: TaskTargets { get }
  func act(_ session: Session) throws(Failure) -> (String) -> Act
}

extension TaskCommand {
  func run(_ session: Session) throws(Failure) -> Answer {
    let act = try act(session)
    return try session.act(on: targets.wanted) { id, _ in act(id) }
  }
}

/// `duban report`: progress that a unit reported.
struct ReportProgress: Command {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: .say("登记进展。", "Record progress."),
    discussion: """
      duban report h26-7 -m 已完成座谈 --percent 60 --from 第三支部 --via 电话
      duban report h26-7 h26-9 -m 已电话督促 -m 下周再报
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @OptionGroup var message: MessageOption
  @Option(help: .say("进度百分比，0 至 100。", "Per cent done, 0 to 100.")) var percent: Int?
  @Option(help: .say("所反映的日期。", "The day that it speaks of.")) var on: String?
  @Option(help: .say("反馈单位（代录）。", "The unit that reported.")) var from: String?
  @Option(help: .say("反馈渠道：电话、书面、OA。", "By what channel: 电话, 书面, OA.")) var via: String?
  @Option(help: .say("所回复批示的记录号。", "Number of the instruction that it answers.")) var answers: Int?

  func run(_ session: Session) throws(Failure) -> Answer {
    var report = Report(text: try message.needed(session), percent: percent)
    report.on = try session.day(on, option: "--on")
    report.from = from
    report.via = via
    report.answers = answers
    let all = report
    return try session.act(on: targets.wanted) { id, _ in .report(id: id, all) }
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
      duban done h26-16..h26-18 --dry-run
      duban done --where '单位:团委 状态:在办' --yes
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @OptionGroup var message: MessageOption
  @Option(help: .say("实际办结日期。", "The actual day.")) var on: String?
  @Option(help: .say("办结凭据。", "A reference to evidence.")) var evidence: String?
  @Option(help: .say("集体中已办结的单位。", "The member of a collective that completed.")) var from: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    let report = CompletionReport(
      text: try message.text(session), on: try session.day(on, option: "--on"), evidence: evidence, from: from
    )
    let wording = session.wording
    return try session.act(
      on: targets.wanted, says: { from == nil ? nil : wording.members(of: $0, $1) }
    ) { id, _ in .complete(id: id, report) }
  }
}

/// `duban assign`: units come to a task or leave it.
struct Assign: Command {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: .say("交办：确定或调整责任单位。", "Assign units to a task."),
    discussion: """
      duban assign h26-17 党办 各支部 --lead 党办 --remove 纪委监察室
      duban assign h26-17 h26-18 团委 --dry-run
      duban assign --where '阶段:督查整改 状态:在办' 团委 --yes
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(
    help: .say(
      "任务编号（可写多个、写范围），后接新增的责任单位；尚无牵头单位时，第一个为牵头。",
      "Ids of tasks, then units to add; the first one leads where none leads yet."))
  var words: [String] = []
  @OptionGroup var filtered: FilteredTargets
  @Option(help: .say("改由哪个单位牵头。", "The unit that is to lead.")) var lead: String?
  @Option(help: .say("去掉的责任单位，可写多个。", "A unit that leaves; may be given several times.")) var remove:
    [String] = []

  func run(_ session: Session) throws(Failure) -> Answer {
    let (wanted, units) = TaskTargets.Wanted.leading(words, filter: filtered.filter)
    if units.isEmpty, lead == nil, remove.isEmpty { throw .nothingGiven(what: "UNIT… | --lead | --remove") }
    let assignment = Assignment(add: units, lead: lead, remove: remove)
    return try session.act(on: wanted) { id, _ in .assign(id: id, assignment) }
  }
}

/// `duban tag`: tags come to tasks or leave them.
struct Tag: Command {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: .say("加标签，或去掉标签。", "Add tags to tasks, or take them away."),
    discussion: """
      duban tag h26-3 h26-7 --add 重点
      duban tag h26-3..h26-9 --add 重点 --yes
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @Option(help: .say("新增的标签，可写多个。", "A tag to add; may be given several times.")) var add: [String] = []
  @Option(help: .say("去掉的标签，可写多个。", "A tag to take away; may be given several times.")) var remove: [String] =
    []

  func run(_ session: Session) throws(Failure) -> Answer {
    if add.isEmpty, remove.isEmpty { throw .nothingGiven(what: "--add | --remove") }
    var edit = TaskEdit()
    (edit.addTags, edit.removeTags) = (add, remove)
    let all = edit
    return try session.act(on: targets.wanted, says: { row, _ in session.wording.joined(row.task.tags) }) {
      id, _ in
      .editTask(id: id, all)
    }
  }
}

/// `duban instruct`: a leader's instruction, open until it is answered.
struct Instruct: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "instruct", abstract: .say("写批示。", "Leave an instruction (批示)."),
    discussion: "duban instruct h26-9 -m 本周内办结 --as 分管领导")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @OptionGroup var message: MessageOption
  @Option(help: .say("批示人（写职务），代录时写。", "The leader, by post, whose words you record.")) var from: String?
  func act(_ session: Session) throws(Failure) -> (String) -> Act {
    let text = try message.needed(session)
    return { .instruct(id: $0, text: text, from: from) }
  }

  func run(_ session: Session) throws(Failure) -> Answer {
    let text = try message.needed(session)
    let (ids, ledger) = try session.targets(targets.wanted)
    guard session.onlyInstructs(ledger.settings) else {
      return try session.act(on: ids, ledger) { id, _ in .instruct(id: id, text: text, from: from) }
    }
    guard !ids.isEmpty else { return session.nothingTouched(ledger) }
    try session.requireConsent(toTouch: ids, ledger)
    let left = try session.leave(text, for: ids, from: from)
    return Answer(["waiting": left.map { JSONRecord($0) }]) {
      [.line(session.wording.left(1))] + left.map { .line("  \($0.task)  \(session.wording.words($0))") }
    }.beside(ledger.flaws)
  }
}

/// `duban correct`: the wrong entry stays, struck through.
struct Correct: Command {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: .say("更正一条记录，原记录保留并划去。", "Set a log entry right; the wrong one stays, struck through."),
    discussion: "duban correct h26-9 12 -m 应为第五支部")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Argument(help: .say("记录号，见 duban show。", "Number of the entry, as duban show tells.")) var entry: Int
  @OptionGroup var message: MessageOption
  func run(_ session: Session) throws(Failure) -> Answer {
    let text = try message.needed(session)
    return try session.act(on: id) { .correct(id: $0, entry: entry, text: text) }
  }
}

/// `duban reopen`: a completed task is worked on again, a suspended one goes on.
struct Reopen: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: .say("回头看：已办结的重新办理，已中止的恢复办理。", "Work on a completed or suspended task again."),
    discussion: "duban reopen h26-2 -m 回头看")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @OptionGroup var message: MessageOption
  @Option(help: .say("集体任务中须重办的单位。", "The member of a collective that has to do its part again.")) var from:
    String?
  func act(_ session: Session) throws(Failure) -> (String) -> Act {
    let reason = try message.text(session)
    return { .reopen(id: $0, reason: reason, from: from) }
  }
}

struct Suspend: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend", abstract: .say("中止任务。", "Suspend a task."),
    discussion: "duban suspend h26-31 -m 待上级通知")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @OptionGroup var message: MessageOption
  func act(_ session: Session) throws(Failure) -> (String) -> Act {
    let reason = try message.needed(session)
    return { .suspend(id: $0, reason: reason) }
  }
}

struct Cancel: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: .say("撤销任务。", "Cancel a task."),
    discussion: "duban cancel h26-11 -m 上级已取消")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @OptionGroup var message: MessageOption
  func act(_ session: Session) throws(Failure) -> (String) -> Act {
    let reason = try message.needed(session)
    return { .cancel(id: $0, reason: reason) }
  }
}

/// `duban submit`: completion is asked for.
struct Submit: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: .say("申请办结。", "Submit a task for completion (申请办结)."),
    discussion: "duban submit h26-39 -m 请审")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @OptionGroup var message: MessageOption
  func act(_ session: Session) throws(Failure) -> (String) -> Act {
    let text = try message.text(session)
    return { .submit(id: $0, text: text) }
  }
}

/// `duban return`: a submitted task goes back.
struct Return: TaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: .say("退回重办。", "Return a submitted task (退回重办)."),
    discussion: """
      duban submit h26-39 -m 请审
      duban return h26-39 -m 材料不全
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @OptionGroup var message: MessageOption
  func act(_ session: Session) throws(Failure) -> (String) -> Act {
    let reason = try message.needed(session)
    return { .sendBack(id: $0, reason: reason) }
  }
}

/// `duban strike`: a completed task leaves the ledger.
struct Strike: Command {
  static let configuration = CommandConfiguration(
    commandName: "strike", abstract: .say("已办结的任务销号。", "Strike a completed task off the ledger (销号)."),
    discussion: "duban strike h26-2 --reviewer 督查组")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var targets: TaskTargets
  @Option(help: .say("核验人。", "Who reviewed it.")) var reviewer: String
  @Option(help: .say("日期。", "The day.")) var on: String?
  func run(_ session: Session) throws(Failure) -> Answer {
    let day = try session.day(on, option: "--on")
    return try session.act(on: targets.wanted) { id, _ in .strikeOff(id: id, reviewer: reviewer, on: day) }
  }
}
