import ArgumentParser
import CampaignStore
import Campaigns
import Tables

struct CampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: .say("方案：列出、修改、结束、归档。", "List, edit, close and archive campaigns."),
    discussion: """
      duban campaign list --all
      duban campaign close h26
      duban campaign archive h26 --yes
      """,
    subcommands: [
      CampaignList.self, AddCampaignHere.self, CampaignEditCommand.self, CampaignAccept.self,
      CampaignUpdate.self, CampaignClose.self, CampaignReopen.self, CampaignArchive.self,
      CampaignRestore.self,
    ])
}

struct CampaignList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say("各方案的进度和灯。", "Campaigns with progress and lights."),
    discussion: "duban campaign list --all")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @Flag(help: .say("包括已归档的。", "Archived ones too.")) var all = false

  func run(_ session: Session) throws(Failure) -> Answer {
    let reading = try session.survey(includingArchive: all)
    let wording = session.wording
    let campaigns = reading.entries.map(\.summary)
    return Answer(
      Listing(
        "campaigns", CampaignColumn.listed.map { $0.listed(wording) },
        usual: CampaignColumn.list.map { $0.listed(wording).name }, rows: campaigns,
        none: wording.pick(
          "还没有方案。用 duban add campaign 标题 新建。",
          "There are no campaigns. Add one with duban add campaign TITLE."), record: record)
    ).reading(reading.flaws)
  }

  private func record(_ campaign: CampaignSummary) -> JSONRecord {
    [
      "code": campaign.code, "title": campaign.title, "documentNumber": campaign.documentNumber,
      "issuer": campaign.issuer, "issued": campaign.issued, "year": campaign.year,
      "state": campaign.state.rawValue, "counts": campaign.tally.conditionCounts,
      "completionRate": campaign.tally.completionRate.percent,
    ]
  }
}

/// `duban campaign add`, the same as `duban add campaign`.
struct AddCampaignHere: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: .say("新建方案。", "Add a campaign."),
    discussion: "duban campaign add 2026年安全工作要点 --code h26x")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var fields: CampaignFields
  @Argument(help: .say("标题。", "Title.")) var title: String
  @Option(help: .say("任务编号的开头；不写则为 h 加年份。", "Code that task ids begin with; else h and the year.")) var code:
    String?
  func run(_ session: Session) throws(Failure) -> Answer { try fields.add(title, code: code, session) }
}

struct CampaignEditCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: .say("修改方案，写空文本即清空该项。", "Change a campaign; an empty text empties a field."),
    discussion: "duban campaign edit h26 --title 2026年党建工作要点")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var fields: CampaignFields
  @Argument(help: .say("方案编号。", "Code of the campaign.")) var campaign: String
  @Option(help: .say("标题。", "Title.")) var title: String?
  @Option(help: .say("领导小组（写职务）。", "The leading group, by posts.")) var leadingGroup: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    var edit = CampaignEdit()
    edit.title = title
    edit.documentNumber = fields.number
    edit.issuer = fields.issuer
    edit.issued = try session.day(fields.issued, option: "--issued")
    edit.year = try fields.validYear()
    edit.leadingGroup = leadingGroup
    if edit == CampaignEdit() { throw .nothingGiven(what: "--title --number --issuer …") }
    return try session.act(onCampaign: campaign, .editCampaign(edit))
  }
}

struct CampaignClose: Command {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: .say("结束方案，其任务不再改动。", "Close a campaign; its tasks can no longer be changed."),
    discussion: "duban campaign close h26")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("方案编号。", "Code of the campaign.")) var campaign: String
  @Option(help: .say("日期，不写则为今天。", "The day; today unless given.")) var on: String?
  func run(_ session: Session) throws(Failure) -> Answer {
    try session.act(onCampaign: campaign, .close(on: session.day(on, option: "--on")))
  }
}

struct CampaignReopen: Command {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: .say("重新打开已结束的方案。", "Open a closed campaign again."),
    discussion: """
      duban campaign close h26
      duban campaign reopen h26
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("方案编号。", "Code of the campaign.")) var campaign: String
  func run(_ session: Session) throws(Failure) -> Answer { try session.act(onCampaign: campaign, .openAgain) }
}

/// `duban campaign archive`: daily views no longer read it.
struct CampaignArchive: Command {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: .say("方案归档，日常各表不再显示。", "Put a campaign away; daily views no longer read it."),
    discussion: "duban campaign archive h26 --yes")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("方案编号。", "Code of the campaign.")) var campaign: String
  func run(_ session: Session) throws(Failure) -> Answer {
    let ledger = try session.ledger(naming: [campaign])
    let open = ledger.campaigns.first { $0.code == campaign }?.tasks.count { $0.stage.isOpen } ?? 0
    if open > 0 { try session.requireConsent(toArchive: campaign, open: open) }
    return try session.move(campaign, toArchive: true)
  }
}

/// `duban campaign restore`: back from the archive.
struct CampaignRestore: Command {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: .say("从归档取回方案。", "Take a campaign out of the archive."),
    discussion: """
      duban campaign archive h26 --yes
      duban campaign restore h26
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("方案编号。", "Code of the campaign.")) var campaign: String
  func run(_ session: Session) throws(Failure) -> Answer { try session.move(campaign, toArchive: false) }
}

extension Session {
  /// Asks before what is still to be done goes out of sight; where nobody can be asked, `--yes` must have said so.
  fileprivate func requireConsent(toArchive code: String, open: Int) throws(Failure) {
    try requireChange()
    guard !options.yes else { return }
    let words = wording.pick(
      "\(code) 还有\(open)项任务未办结，归档后各表和 check 不再显示。",
      "\(code) has \(open) open tasks, which no list and no check will show.")
    guard canAsk else { throw .notAgreed(words) }
    guard ask(words + wording.pick("输入 y 归档：", " y to archive it: ")).lowercased() == "y" else {
      throw .notAgreed(words)
    }
  }

  fileprivate func move(_ code: String, toArchive: Bool) throws(Failure) -> Answer {
    try change { store, writing throws(StoreError) in try store.move(code, toArchive: toArchive, writing) }
    return Answer(["campaign": code, "isArchived": toArchive]) {
      [.line(code + "  " + (toArchive ? wording.pick("已归档", "archived") : wording.pick("已取回", "restored")))]
    }
  }
}
