/// A task that was registered by mistake is taken away for good. What has a history is cancelled instead; what is kept of one that goes is
/// the journal's.
package struct RemoveTaskAct: TaskAct {
  package static let traits = Act.Traits(.removeTask, restsOn: .nothing, makes: [.removed])
  package static let move: Move? = nil

  package static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    task.hasHistory ? .hasHistory(id: task.id) : nil
  }

  package func change(of task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    Change(
      code: campaign.code,
      tasks: campaign.orphaning(task.id, adopting: task.parent) + [campaign.removal(of: task)])
  }
}

extension Task {
  /// Whether something was done about it beside making it and giving it to units.
  package var hasHistory: Bool {
    guard stage == .draft || stage == .registered || stage == .assigned else { return true }
    return log.contains { $0.kind.name != .assigned } || percent != nil || completion != nil
      || strikeOff != nil
      || !occurrences.isEmpty || !extensions.isEmpty || targets.contains { !$0.readings.isEmpty }
      || members.contains { $0.completed != nil || $0.percent != nil } || splitFrom != nil
      || !formerIDs.isEmpty
  }
}

extension Campaign {
  /// Why it cannot be taken away for good; nil where it never counted.
  package var removalObstacle: Refusal? {
    tasks.first(where: \.hasHistory).map { .hasHistory(id: $0.id) }
      ?? (log.isEmpty ? nil : .hasHistory(id: code))
  }
}

/// A phase that no task and no other phase is in goes.
struct RemovePhaseAct: PlanAct {
  let id: String
  static let traits = Act.Traits(.removePhase, restsOn: .nothing)

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    let phase = try campaign.phase(id)
    let tasks = campaign.tasks.count { $0.phase == phase.id }
    guard tasks == 0, !campaign.phases.contains(where: { $0.parent == phase.id }) else {
      throw .phaseInUse(name: phase.name, tasks: tasks)
    }
    let index = campaign.phases.firstIndex { $0.id == phase.id }
    var changed = campaign
    changed.phases.removeAll { $0.id == phase.id }
    // What was kept for the phase's sake is let go; a plan that is made shorter is shorter.
    let released = context.judge.keepingQuotas(of: campaign, in: changed).filter {
      $0.after?.quotaDays == nil
    }
    return Change(
      code: campaign.code, tasks: released,
      phases: [Change.Edit(before: phase, after: nil, index: index)])
  }
}
