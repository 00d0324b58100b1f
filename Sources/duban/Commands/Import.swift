import ArgumentParser
import CampaignStore
import Campaigns
import DocumentText
import Glibc
import NoticeImport
import ReferenceData
import Tables

/// `duban import`: an official notice becomes a plan.
struct Import: Command {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: .say("读公文，提出方案、阶段和任务。", "Read an official notice and propose its plan."),
    discussion: .say(
      """
      duban import 工作要点.docx --dry-run          只看读出了什么
      duban import 工作要点.docx                    存为草稿（is:draft），核对后 duban campaign accept
      duban import 实施方案.pdf --yes --code h27    直接立项
      duban import 工作要点.docx --explain 2        第2行读成了什么，为什么
      duban import - --dry-run --format json < 通知.txt
      """,
      """
      duban import 工作要点.docx --dry-run          only shows what was read
      duban import 工作要点.docx                    keeps a draft (is:draft); then duban campaign accept
      duban import 实施方案.pdf --yes --code h27    tasks are registered at once
      duban import 工作要点.docx --explain 2        what line 2 was taken for, and why
      duban import - --dry-run --format json < notice.txt
      """))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("文件（txt、docx，装有转换程序时还有 pdf、doc、wps、odt）；- 为标准输入。", "The file; - is standard input."))
  var file: String
  @Option(help: .say("公文没有写年份时按哪一年。", "The year of days without a year, where the notice gives none."))
  var year: Int?
  @Option(
    help: .say("说明这一行读成了什么、为什么，不写入。", "Says what a line was taken for and why; nothing is written.", "line"))
  var explain: Int?
  @Option(help: .say("方案编号，不写则为 h 加年份。", "The campaign's code; else h and the year.")) var code: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    if let year, !(1000...9999).contains(year) { throw .badNumber(option: "--year", text: "\(year)") }
    // Where there is no store yet, one is made.
    let known: Ledger?
    do throws(Failure) { known = try session.ledger() } catch {
      guard case .store(let cause) = error, session.isMissing(cause) else { throw error }
      known = nil
    }
    let (result, lines) = try session.read(notice: file, year: year, known?.units)
    if let explain {
      return try explained(
        explain, session.importer(year: year, known?.units).explain(explain, of: lines), session)
    }
    if global.dryRun { return Answer(JSONRecord(result)) { session.wording.parts(result) } }
    guard result.hasWork else { throw .noPlan(file) }
    let (added, saved) = try session.accept(
      result.plans, lines, code: code, stage: session.options.yes ? .registered : .draft)
    let ledger = if let known { saved.applied(to: known) } else { try session.ledger() }
    let earlier = added.compactMap { new in ledger.earlierPlan(than: new).map { (plan: $0, new: new) } }
    return Answer(JSONRecord(added: added), remarks: session.options.yes ? sameNumber(earlier, session) : [])
    {
      session.wording.parts(result) + told(added, session)
        + (session.options.yes ? [] : earlier.flatMap { compared($0.plan, $0.new, session) })
    }
  }

  private func told(_ added: [Campaign], _ session: Session) -> [Part] {
    let wording = session.wording
    let lines = added.map { campaign -> Part in
      let ids = [campaign.tasks.first?.id, campaign.tasks.last?.id].compactMap(\.self)
      let range = ids.first == ids.last ? ids.first ?? "" : ids.joined(separator: wording.pick(" 至 ", " to "))
      let what =
        session.options.yes ? wording.pick("已立项", "Registered") : wording.pick("已存草稿", "Draft kept")
      return .line("\(what) \(campaign.code)  \(campaign.title)  \(range)")
    }
    guard !session.options.yes, let first = added.first else { return lines }
    return lines + [
      .line(
        wording.pick(
          "核对后立项：duban campaign accept \(first.code)（或打开 duban 逐条核对）",
          "To register it: duban campaign accept \(first.code), or check it on the screen"))
    ]
  }

  /// A plan with the same document number that is in the store already: what is new, changed and gone.
  private func compared(_ plan: Campaign, _ draft: Campaign, _ session: Session) -> [Part] {
    let wording = session.wording
    let lines =
      wording.lines(PlanComparison(plan, draft), plan, draft) + [
        wording.pick(
          "更新原方案：duban campaign update \(plan.code) --from \(draft.code)（进展保留）",
          "To update that plan and keep its progress: duban campaign update \(plan.code) --from \(draft.code)"
        )
      ]
    return lines.map { .line($0) }
  }

  /// Names the plans with the document number of one just registered: that one may be there twice now.
  private func sameNumber(_ earlier: [(plan: Campaign, new: Campaign)], _ session: Session) -> [String] {
    earlier.map { plan, new in
      session.wording.pick(
        "\(new.code) 与已有方案 \(plan.code) 文号相同；更新原方案应不带 --yes 导入，再用 campaign update。",
        "\(new.code) has the document number of \(plan.code); to update that plan, import without --yes, then campaign update."
      )
    }
  }
}

extension Session {
  /// Reads a file and what it proposes.
  func read(
    notice path: String, year: Int?, _ units: UnitRegistry?
  ) throws(Failure) -> (ImportResult, lines: [String]) {
    if path != "-" { try requireFiles(path) }
    let text: DocumentText.SourceText
    do throws(DocumentError) { text = try DocumentReader().read(path) } catch { throw .document(error) }
    var result = importer(year: year, units).read(text.lines)
    if text.undecodedBytes > 0 {
      result.findings.insert(
        Finding(.undecodable, line: 1, words: path, suggestion: "\(text.undecodedBytes)"), at: 0)
    }
    return (result, text.lines)
  }

  /// A reader of notices that knows the store's units, where there is a store. It ends after half a minute with what it has
  /// read: no notice takes so long.
  func importer(year: Int?, _ units: UnitRegistry?) -> NoticeImporter {
    let end = Session.milliseconds + 30_000
    return NoticeImporter(
      calendar: WorkCalendar(years: ReferenceData.allHolidays), year: year, units: units,
      mayGoOn: { Session.milliseconds < end })
  }

  /// Adds the plans, their tasks in that stage. A missing or empty folder becomes a store.
  func accept(
    _ plans: [DraftPlan], _ lines: [String], code: String?, stage: Stage
  ) throws(Failure) -> (campaigns: [Campaign], saved: Saved) {
    let writing = try writing()
    func add() throws(StoreError) -> (campaigns: [Campaign], saved: Saved) {
      try store.add(plans, source: lines, stage: stage, code: code, writing)
    }
    do throws(StoreError) { return try add() } catch {
      guard error.meansNoStoreYet else { throw .store(error) }
    }
    return try onStore { store throws(StoreError) in
      try store.create(StoreSettings(organisation: nil), writing)
      return try add()
    }
  }

  /// Whether there is no store yet, and nothing in its place.
  fileprivate func isMissing(_ error: StoreError) -> Bool {
    switch error {
    case .noStore: true
    case .notAStore(let path): (try? PosixFileSystem().names(in: path).isEmpty) ?? false
    default: false
    }
  }

  private static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}
