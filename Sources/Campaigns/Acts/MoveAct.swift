/// A task goes to another phase of its campaign, by id or name, and with it those of its parts that were in the same one; an
/// empty text takes them out of phases. To another campaign it goes by `Campaign.transfer(of:to:phase:_:)`.
package struct MoveAct: TaskAct {
  let phase: String
  package static let traits = Act.Traits(.moveTask, restsOn: .nothing, makes: [.moved])
  package static let move: Move? = .move

  package static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    campaign.family(of: task.id).lazy.compactMap { $0.obstacle(to: .move) }.first
  }

  package func change(of task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    let target = phase.trimmed.isEmpty ? nil : try campaign.phase(phase.trimmed)
    guard task.phase != target?.id else { throw .nothingToDo(id: task.id) }
    let from = task.phase.flatMap { campaign.phase(id: $0) }?.name ?? "—"
    let words = "\(from) → \(target?.name ?? "—")"
    let edits = campaign.family(of: task.id).filter { $0.phase == task.phase }.map { before in
      var after = before
      after.phase = target?.id
      after.enter(.moved, on: context.today, text: words, stamp: context.stamp)
      return Change.Edit(before: before, after: after)
    }
    return Change(code: campaign.code, tasks: edits)
  }
}

extension Campaign {
  /// A task with its parts, and theirs, in the order of the list.
  func family(of id: String) -> [Task] {
    var family = Set([id])
    var count = 0
    while count < family.count {
      count = family.count
      for task in tasks where task.parent.map(family.contains) == true { family.insert(task.id) }
    }
    return tasks.filter { family.contains($0.id) }
  }
}
