import ArgumentParser
import CampaignStore
import Campaigns
import Tables

struct CampaignAccept: Command {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: .say("导入的草稿核对无误，任务立项。", "Accept an imported draft: its tasks are registered."),
    discussion: "duban campaign accept h26c")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("方案编号。", "Code of the campaign.")) var campaign: String
  func run(_ session: Session) throws(Failure) -> Answer {
    let writing = try session.writing()
    let ledger = try session.ledger(naming: [campaign])
    let code = try ledger.campaign(matching: campaign).code
    let accepted = try session.onStore { store throws(StoreError) in try store.accept(code, writing) }
    return session.tell([accepted], ledger)
  }
}

struct CampaignUpdate: Command {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: .say(
      "用新版公文的草稿更新方案，进展保留。", "Bring a plan up to date with a draft of its later version; progress is kept."),
    discussion: "duban campaign update h26 --from h26c --dry-run")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("方案编号。", "Code of the plan.")) var campaign: String
  @Option(help: .say("新版草稿的编号。", "Code of the draft.")) var from: String

  func run(_ session: Session) throws(Failure) -> Answer {
    let ledger = try session.ledger(naming: [campaign, from])
    let (plan, draft) = (try ledger.campaign(matching: campaign), try ledger.campaign(matching: from))
    guard plan.code != draft.code else { throw .refused(.nothingToDo(id: plan.code)) }
    if let obstacle = draft.draftObstacle { throw .refused(obstacle) }
    if global.dryRun {
      let comparison = PlanComparison(plan, draft)
      return Answer(record(comparison, plan, draft)) {
        session.wording.lines(comparison, plan, draft).map { .line($0) }
      }
    }
    let updated = try session.change { store, writing throws(StoreError) in
      try store.update(plan.code, with: draft.code, writing)
    }
    return session.tell([updated], ledger)
  }

  /// What became of each task; an id is null where there is none.
  private func record(_ comparison: PlanComparison, _ plan: Campaign, _ draft: Campaign) -> JSONRecord {
    let rows = comparison.rows.map { row -> JSONRecord in
      ["change": row.kind.rawValue, "old": row.old?.id, "new": row.new?.id]
    }
    return ["plan": plan.code, "draft": draft.code, "tasks": rows]
  }
}
