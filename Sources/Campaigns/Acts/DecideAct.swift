/// What was decided on the request that waits.
package struct ExtensionDecision: Sendable, Equatable {
  /// Approved or refused.
  package var isApproved: Bool
  /// Who decided, by name or post.
  package var by: String
  /// The day granted; nil is the one asked for.
  package var until: Day?
  /// The day of the decision; nil is today.
  package var on: Day?
  /// What was said with it.
  package var text: String?

  /// A decision of today.
  package init(isApproved: Bool, by: String, until: Day? = nil, on: Day? = nil, text: String? = nil) {
    (self.isApproved, self.by, self.until) = (isApproved, by, until)
    (self.on, self.text) = (on, text)
  }
}

/// The request that waits is approved or refused.
package struct DecideAct: OneTaskAct {
  let decision: ExtensionDecision

  package var command: JournalCommand {
    (decision.isApproved ? Self.traits : Self.traitsOfRefusal).command
  }
  package var onBehalf: String? { decision.by }
  package static let traits = Act.Traits(.approveExtension, restsOn: .deadline, makes: [.extended])
  /// Those of a refusal.
  static let traitsOfRefusal = Act.Traits(.refuseExtension, restsOn: .deadline)
  package static let move: Move? = .extend

  package static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    task.obstacle(to: .extend) ?? (task.pendingExtension == nil ? .noExtensionPending(id: task.id) : nil)
  }

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    guard let place = task.extensions.lastIndex(where: { $0.decision == nil }) else {
      throw .noExtensionPending(id: task.id)
    }
    let request = task.extensions[place]
    let name = try filled(decision.by, .decider)
    let day = try context.past(decision.on)
    guard day >= request.asked else { throw .decidedTooEarly(on: day, asked: request.asked) }
    let until = decision.isApproved ? decision.until ?? request.until : nil
    if let until, let end = context.judge.end(of: task, in: campaign), until <= end {
      throw .notLater(id: task.id, until: until, end: end)
    }
    task.extensions[place].decision = Extension.Decision(
      isApproved: decision.isApproved, on: day, by: name, until: until == request.until ? nil : until,
      id: task.nextEntry)
    task.enter(
      .extensionDecided(
        isApproved: decision.isApproved, until: until, by: name == context.stamp.by ? nil : name,
        request: request.id), on: day, text: decision.text?.filled, stamp: context.stamp)
  }
}
