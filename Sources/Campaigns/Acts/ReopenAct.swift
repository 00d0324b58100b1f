/// A completed task, or the part of it of the member `from`, is worked on again (回头看); a suspended one goes back to where
/// it was.
package struct ReopenAct: OneTaskAct {
  let reason: String?
  let from: String?
  package var onBehalf: String? { from }
  package static let traits = Act.Traits(.reopen, restsOn: .state, makes: [.reopened])
  package static let move: Move? = .reopen

  package static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    task.obstacle(to: task.stage == .suspended ? .resume : .reopen)
  }

  package func requirePossible(on task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    // A member's part is open to it while the task goes on, too.
    if from == nil { try require(no: Self.refusal(for: task, in: campaign, context)) }
  }

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    if let from { return try reopenPart(of: from, of: &task, context) }
    if task.stage == .suspended {
      try task.move(.resume, .resumed, reason, context)
      task.suspendedFrom = nil
      return
    }
    try task.move(.reopen, .reopened, reason, context)
    task.completion = nil
    task.percent = nil
    for place in task.members.indices { task.members[place].reopen() }
  }

  /// One member has to do its part again, and with it the task, where that was completed.
  private func reopenPart(of name: String, of task: inout Task, _ context: ActContext) throws(Refusal) {
    let unit = try context.units.known(name)
    guard
      let place = task.members.firstIndex(where: {
        context.units.current(id: $0.unit)?.id == unit.id && $0.completed != nil
      })
    else { throw .partNotCompleted(id: task.id, unit: unit.name) }
    let words = reason?.filled
    if !task.stage.isOpen {
      let next = try task.stage(after: .reopen)
      guard words != nil else { throw .reasonMissing(id: task.id, move: .reopen) }
      task.stage = next
      task.completion = nil
      task.percent = nil
    }
    task.members[place].reopen()
    task.enter(.reopened, on: context.today, text: words, unit: unit.id, stamp: context.stamp)
  }
}

extension MemberStatus {
  fileprivate mutating func reopen() { (completed, percent, evidence) = (nil, nil, nil) }
}
