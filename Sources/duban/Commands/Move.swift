import ArgumentParser
import CampaignStore
import Campaigns

/// `duban move`: a task goes to another phase or campaign with its history.
struct MoveTask: Command {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: .say("任务移到别的阶段或方案，记录随之。", "Move a task to another phase or campaign with its history."),
    discussion: """
      duban move h26-7 --phase 总结提升阶段
      duban move h26-7 --campaign h26b
      duban move h26-8 --campaign h26b --phase 总结通报阶段

      """
        + .say(
          "下级任务一并移动。移到别的方案后编号改变，用原编号仍能查到。阶段写空文本即不列阶段；不写则取同名阶段。",
          "Its parts go along. In another campaign it gets a new id and is still found by the old one. An empty phase means"
            + " none; without --phase one of the same name is taken."))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(help: .say("移到哪个方案。", "Code of the campaign that it goes to.")) var campaign: String?
  @Option(help: .say("阶段，写编号或名称。", "Phase, by id or name.")) var phase: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    if campaign == nil, phase == nil { throw .nothingGiven(what: "--campaign | --phase") }
    let writing = try session.writing()
    let ledger = try session.ledger(naming: [id, campaign].compactMap(\.self))
    let (source, task) = try session.worked(id, ledger)
    if let campaign {
      try session.requireNotArchived(campaign, ledger)
      let target = try ledger.campaign(matching: campaign)
      if target.code != source.code {
        let updated = try session.onStore { store throws(StoreError) in
          try store.transfer(task.id, from: source.code, to: target.code, phase: phase, writing)
        }
        return session.tell(
          [updated], ledger, says: { row, _ in row.task.formerIDs.last.map { "\($0) → \(row.task.id)" } })
      }
    }
    guard let phase else { throw .refused(.nothingToDo(id: task.id)) }
    return try session.act(on: task.id, knowing: ledger, says: { row, _ in row.phase?.name }) {
      .move(id: $0, phase: phase)
    }
  }
}
