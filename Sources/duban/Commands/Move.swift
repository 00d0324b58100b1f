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
  @OptionGroup var targets: TaskTargets
  @Option(help: .say("移到哪个方案。", "Code of the campaign that it goes to.")) var campaign: String?
  @Option(help: .say("阶段，写编号或名称。", "Phase, by id or name.")) var phase: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    if campaign == nil, phase == nil { throw .nothingGiven(what: "--campaign | --phase") }
    guard let campaign else { return try move(targets.wanted, to: phase ?? "", session) }
    let writing = try session.writing()
    let (ids, ledger) = try session.targets(targets.wanted, and: [campaign])
    guard !ids.isEmpty else { return session.nothingTouched(ledger) }
    try session.requireNotArchived(campaign, ledger)
    let target = try ledger.campaign(matching: campaign).code
    var tasks: [(id: String, code: String)] = []
    for id in ids {
      let (source, task) = try ledger.task(id: id)
      // Its parts go along: one that is named beside what it is part of is moved already.
      let isPart = task.parent.map(ids.contains) ?? false
      if source.code != target, !isPart { tasks.append((id, source.code)) }
    }
    // Within one campaign only the phase can be meant.
    guard !tasks.isEmpty else {
      guard let phase else { throw .refused(.nothingToDo(id: ids[0])) }
      return try move(TaskTargets.Wanted(ids: ids), to: phase, session)
    }
    try session.requireConsent(toTouch: ids, ledger)
    let moved = tasks
    let updated = try session.onStore { store throws(StoreError) in
      try store.transfer(moved, to: target, phase: phase, writing)
    }
    return session.tell(
      [updated], ledger, says: { row, _ in row.task.formerIDs.last.map { "\($0) → \(row.task.id)" } })
  }

  private func move(
    _ wanted: TaskTargets.Wanted, to phase: String, _ session: Session
  ) throws(Failure) -> Answer {
    try session.act(on: wanted, says: { row, _ in row.phase?.name }) { id, _ in .move(id: id, phase: phase) }
  }
}
