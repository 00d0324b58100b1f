import ArgumentParser
import CampaignStore
import Campaigns
import Tables

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: .say("新增方案、阶段、任务或单位。", "Add a campaign, a phase, a task or a unit."),
    discussion: """
      duban add campaign 2026年党建工作要点 --number 某医党〔2026〕5号
      duban add task h26 召开专题会议 --due 12月20日前 --unit 党办 --unit 各支部
      """,
    subcommands: [AddCampaign.self, AddPhase.self, AddTask.self, AddUnit.self])
}

/// What a campaign can be given on a command line.
struct CampaignFields: ParsableArguments {
  @Option(help: .say("文号。", "The document's own number.")) var number: String?
  @Option(help: .say("发文单位。", "Who issued it.")) var issuer: String?
  @Option(help: .say("成文日期。", "Day of issue.")) var issued: String?
  @Option(help: .say("未写年份的日期按哪一年。", "The year of days without a year.")) var year: Int?

  func add(_ title: String, code: String?, _ session: Session) throws(Failure) -> Answer {
    let day = try session.day(issued, option: "--issued")
    let year = try validYear()
    let added = try session.addCampaign(title: title, code: code, year: year ?? day?.year) {
      $0.documentNumber = number
      $0.issuer = issuer
      $0.issued = day
    }.campaign
    return Answer(JSONRecord(added: [added])) { [.line("\(added.code)  \(added.title)")] }
  }

  /// The year, which must be one of four figures.
  func validYear() throws(Failure) -> Int? {
    if let year, !(1000...9999).contains(year) { throw .badNumber(option: "--year", text: "\(year)") }
    return year
  }
}

extension Session {
  /// Adds a campaign; without a code it gets the first free one of its year.
  func addCampaign(
    title: String, code: String? = nil, year: Int?, fill: (inout Campaign) -> Void
  ) throws(Failure) -> (campaign: Campaign, saved: Saved) {
    let writing = try writing()
    let taken = try onStore { store throws(StoreError) in try store.codes() }
    let year = year ?? Campaign.year(inTitle: title) ?? today.year
    guard !title.trimmed.isEmpty else { throw .refused(.emptyText(.title)) }
    var campaign = Campaign(
      code: code ?? Campaign.freeCode(year: year, taken: taken), title: title.trimmed, year: year)
    fill(&campaign)
    return try onStore { store throws(StoreError) in try store.add(campaign, writing) }
  }
}

extension JSONRecord {
  /// Campaigns that came to be, with the ids of their tasks.
  init(added: [Campaign]) {
    let rows = added.map { ["code": $0.code, "title": $0.title, "tasks": $0.tasks.map(\.id)] as JSONRecord }
    self = ["campaigns": rows]
  }
}

struct AddCampaign: Command {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: .say("新建方案。", "Add a campaign."),
    discussion: "duban add campaign 2026年党建工作要点 --number 某医党〔2026〕5号")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var fields: CampaignFields
  @Argument(help: .say("标题。", "Title.")) var title: String
  @Option(help: .say("任务编号的开头；不写则为 h 加年份。", "Code that task ids begin with; else h and the year.")) var code:
    String?
  func run(_ session: Session) throws(Failure) -> Answer {
    try fields.add(title, code: code, session)
  }
}

struct AddPhase: Command {
  static let configuration = CommandConfiguration(
    commandName: "phase", abstract: .say("在方案中新增阶段。", "Add a phase to a campaign."),
    discussion: "duban add phase h26 收尾阶段 --time 3月1日至5月31日")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("方案编号。", "Code of the campaign.")) var campaign: String
  @Argument(help: .say("名称。", "Name.")) var name: String
  @Option(help: .say("起止时间，照文件写法，如 3月1日至5月31日。", "Its time in words, as in 3月1日至5月31日.")) var time: String?
  @Option(help: .say("上级阶段。", "The phase that it is part of.")) var parent: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    let ledger = try session.ledger(naming: [campaign])
    var draft = PhaseDraft(name: name)
    draft.parent = parent
    if let time {
      let read = try session.deadline(time, in: try ledger.campaign(matching: campaign))
      (draft.words, draft.start, draft.end) = (time, read.start, read.end)
    }
    return try session.act(onCampaign: campaign, knowing: ledger, .addPhase(draft))
  }
}

struct AddTask: Command {
  static let configuration = CommandConfiguration(
    commandName: "task", abstract: .say("在方案中新增任务。", "Add a task to a campaign."),
    discussion: """
      duban add task h26 召开专题会议 --due 12月20日前 --unit 党办 --unit 各支部
      printf '开展自查 | 12月20日前 | 党办、各支部\\n上报总结\\n' | duban add task h26 --batch
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("方案编号。", "Code of the campaign.")) var campaign: String
  @Argument(help: .say("标题。", "Title.")) var title: String?
  @Flag(
    help: .say(
      "从标准输入读，每行一项：事项 | 时限 | 责任单位、…。", "Read standard input, a task a line: title | deadline | units."))
  var batch = false
  @Option(help: .say("时限，照文件写法或写作 2026-12-20。", "Deadline in words or as 2026-12-20.")) var due: String?
  @Option(
    help: .say("责任单位，第一个为牵头，可写多个。", "A responsible unit; the first one leads. May be given several times."))
  var unit: [String] = []
  @Option(help: .say("责任人（写职务）。", "Post of the responsible person.")) var person: [String] = []
  @Option(help: .say("责任领导（写职务）。", "Post of the leader who answers for it.")) var leader: [String] = []
  @Option(help: .say("阶段，写编号或名称。", "Phase, by id or name.")) var phase: String?
  @Option(help: .say("上级任务编号。", "Id of the task that it is part of.")) var parent: String?
  @Option(help: .say("在文件中的编号。", "Its number in the document.")) var number: String?
  @Option(help: .say("文件原文。", "The document's words.")) var text: String?
  @Option(help: .say("标签，可写多个。", "A tag; may be given several times.")) var tag: [String] = []

  func run(_ session: Session) throws(Failure) -> Answer {
    if batch {
      let others =
        [title, due, phase, parent, number, text].compactMap(\.self) + unit + person + leader + tag
      if !others.isEmpty { throw .conflicting(options: "--batch \(others[0])") }
      try session.requireChange()
      let file = try ApplyFile(batch: session.standardLines(), campaign: campaign, path: "-")
      return try session.apply(file, session.standardInput)
    }
    guard let title else { throw .nothingGiven(what: "TITLE | --batch") }
    let ledger = try session.ledger(naming: [campaign])
    var draft = TaskDraft(title: title)
    if let due { draft.deadline = try session.deadline(due, in: try ledger.campaign(matching: campaign)) }
    draft.units = unit
    draft.persons = person
    draft.leaders = leader
    draft.phase = phase
    draft.parent = parent
    draft.number = number
    draft.text = text
    draft.tags = tag
    return try session.act(onCampaign: campaign, knowing: ledger, .addTask(draft))
  }
}

/// What a unit can be given on a command line.
struct UnitFields: ParsableArguments {
  @Option(
    help: .say(
      "department 部门、branch 支部、office 办公室、organisation 单位、post 岗位或 collective 集体。",
      "department, branch, office, organisation, post or collective."))
  var kind: Campaigns.Unit.Kind = .department
  @Option(help: .say("单位编号，用字母和数字。", "Short id, letters and digits.")) var id: String?
  @Option(help: .say("别名，可写多个。", "Another name; may be given several times.")) var alias: [String] = []
  @Option(
    help: .say("成员单位，写了即为集体，可写多个。", "A member, which makes it a collective; may be given several times."))
  var member: [String] = []
  @Option(help: .say("联系方式。", "Where to reach it.")) var contact: String?

  /// The act that adds a unit with these fields.
  func act(_ name: String) -> UnitAct {
    .add(name: name, kind: kind, id: id, aliases: alias, members: member, contact: contact)
  }
}

/// `duban add unit`, the same as `duban unit add`.
struct AddUnit: Command {
  static let configuration = CommandConfiguration(
    commandName: "unit", abstract: .say("新增单位，或带成员的集体。", "Add a unit, or a collective with its members."),
    discussion: "duban add unit 各病区 --member 内科 --member 外科")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var fields: UnitFields
  @Argument(help: .say("名称。", "Name.")) var name: String
  func run(_ session: Session) throws(Failure) -> Answer {
    try session.actOnUnits(fields.act(name), shows: name)
  }
}

extension Campaigns.Unit.Kind: ExpressibleByArgument {}
extension Period: ExpressibleByArgument {}

/// `duban edit ID`: a task's fields, or a campaign's.
struct Edit: Command {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: .say("修改任务，写空文本即清空该项。", "Change a task; an empty text empties a field."),
    discussion: """
      duban edit h26-7 --due 12月25日前 --phase 总结提升阶段 --tag 重点
      duban edit h26-7 --after h26-3
      duban edit h26/p2 --title 第二阶段 --due 3月1日至5月31日
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(
    help: .say(
      "任务编号，可写多个或范围 h26-3..h26-9；阶段写作 h26/p2。", "Ids of tasks, or ranges as h26-3..h26-9; a phase is h26/p2.")
  )
  var ids: [String] = []
  @OptionGroup var filtered: FilteredTargets
  @Option(help: .say("标题。", "Title.")) var title: String?
  @Option(help: .say("在文件中的编号。", "Its number in the document.")) var number: String?
  @Option(help: .say("文件原文。", "The document's words.")) var text: String?
  @Option(help: .say("时限，照文件写法或写作 2026-12-20。", "Deadline in words or as 2026-12-20.")) var due: String?
  @Option(help: .say("阶段，写编号或名称。", "Phase, by id or name.")) var phase: String?
  @Option(help: .say("完成标准。", "What counts as done.")) var standard: String?
  @Option(help: .say("存在问题。", "What stands in the way.")) var problems: String?
  @Option(help: .say("下步计划。", "What comes next.")) var next: String?
  @Option(
    help: .say(
      "长期任务多久回顾一次：week、month、quarter、halfyear、year。",
      "How often a standing duty is looked at: week, month, quarter, halfyear, year."))
  var review: Period?
  @Option(
    help: .say(
      "集体任务何时算办结：all 各成员均办结（默认）、数字即若干成员办结、whole 整项办结。",
      "When a task of collectives is complete: all members (the default), a number of them, or as a whole."))
  var completeWhen: String?
  @Option(help: .say("新增的标签，可写多个。", "A tag to add; may be given several times.")) var tag: [String] = []
  @Option(help: .say("去掉的标签，可写多个。", "A tag to take away; may be given several times.")) var untag: [String] =
    []
  @Option(help: .say("须先办结的任务，可写多个。", "A task that must come first; may be given several times.")) var after:
    [String] = []
  @Option(help: .say("不必再等的任务，可写多个。", "A task that need not come first; may be given several times."))
  var notAfter: [String] = []
  @Flag(help: .say("取消时限。", "Take the deadline away.")) var noDue = false
  @Flag(help: .say("草稿转为已立项。", "Make a draft a registered task.")) var register = false

  func run(_ session: Session) throws(Failure) -> Answer {
    if let id = ids.first, ids.count == 1, let mark = id.firstIndex(of: "/") {
      return try editPhase(String(id[id.index(after: mark)...]), of: String(id[..<mark]), session)
    }
    var edit = TaskEdit()
    edit.title = title
    edit.number = number
    edit.text = text
    edit.phase = phase
    edit.standard = standard
    edit.problems = problems
    edit.nextSteps = next
    edit.reviewEvery = review
    edit.memberRule = try completeWhen.map { text throws(Failure) in try MemberRule(option: text) }
    edit.addTags = tag
    edit.removeTags = untag
    edit.registers = register
    if due != nil, noDue { throw .conflicting(options: "--due, --no-due") }
    // A variable of a script that is empty takes no deadline away.
    if let due, due.trimmed.isEmpty { throw .nothingGiven(what: "--due TIME | --no-due") }
    if edit == TaskEdit(), due == nil, !noDue, (after + notAfter).isEmpty {
      throw .nothingGiven(what: "--title --due --phase …")
    }
    if noDue { edit.deadline = Deadline() }
    let all = edit
    var read: [String: Deadline] = [:]
    let wanted = TaskTargets.Wanted(ids: ids, filter: filtered.filter)
    return try session.act(on: wanted, and: after + notAfter) { id, ledger throws(Failure) in
      var own = all
      for other in after { own.addDependencies.append(try ledger.task(id: other).task.id) }
      for other in notAfter {
        // One that is not there any more can be taken out all the same.
        own.removeDependencies.append((try? ledger.task(id: other))?.task.id ?? other)
      }
      guard let due else { return .editTask(id: id, own) }
      // Of one campaign it is read, and remarked upon, once.
      let campaign = try ledger.task(id: id).campaign
      let deadline =
        if let known = read[campaign.code] { known } else { try session.deadline(due, in: campaign) }
      (own.deadline, read[campaign.code]) = (deadline, deadline)
      return .editTask(id: id, own)
    }
  }

  /// `edit h26/p2`: a phase's name and time.
  private func editPhase(_ phase: String, of code: String, _ session: Session) throws(Failure) -> Answer {
    guard title != nil || due != nil else { throw .nothingGiven(what: "--title | --due") }
    var time: PhaseDraft?
    let ledger = try session.ledger(naming: [code])
    if let due {
      let read = try session.deadline(due, in: try ledger.campaign(matching: code))
      var draft = PhaseDraft(name: phase)
      (draft.words, draft.start, draft.end) = (due, read.start, read.end)
      time = draft
    }
    return try session.act(onCampaign: code, knowing: ledger, .editPhase(id: phase, name: title, time: time))
  }
}

extension MemberRule {
  /// A rule as `--complete-when` says it.
  fileprivate init(option text: String) throws(Failure) {
    if let kind = Kind(rawValue: text), kind != .atLeast {
      self.init(kind: kind)
    } else if let count = Int(text), (1...9_999).contains(count) {
      self = .atLeast(count)
    } else {
      throw .badNumber(option: "--complete-when", text: text)
    }
  }
}
