/// More time for a task, to be asked for (延期).
package struct ExtensionRequest: Sendable, Equatable {
  /// The day asked for, that day included.
  package var until: Day
  /// Why.
  package var reason: String
  /// Per cent done; nil leaves it as it was reported last.
  package var percent: Int?
  /// The day it was asked for; nil is today.
  package var on: Day?
  /// Who grants it at once, by name or post; nil: it waits for a decision.
  package var approvedBy: String?

  /// A request of today that waits for a decision.
  package init(
    until: Day, reason: String, percent: Int? = nil, on: Day? = nil, approvedBy: String? = nil
  ) {
    (self.until, self.reason, self.percent) = (until, reason, percent)
    (self.on, self.approvedBy) = (on, approvedBy)
  }
}

/// More time is asked for (延期), and granted at once where the request names who did. The document's deadline stays as it
/// is (docs/domain.md, "Extensions").
package struct ExtendAct: OneTaskAct {
  let request: ExtensionRequest
  package static let traits = Act.Traits(.extend, restsOn: .deadline, makes: [.extended, .extensionAsked])
  package static let move: Move? = .extend

  package static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    if let obstacle = task.obstacle(to: .extend) { return obstacle }
    if task.pendingExtension != nil { return .extensionPending(id: task.id) }
    return context.judge.end(of: task, in: campaign) == nil ? .noDeadline(id: task.id) : nil
  }

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    guard let end = context.judge.end(of: task, in: campaign) else { throw .noDeadline(id: task.id) }
    let reason = try filled(request.reason, .reason)
    if let percent = request.percent, !(0...100).contains(percent) { throw .badPercent(percent) }
    let day = try context.past(request.on)
    guard request.until > end else { throw .notLater(id: task.id, until: request.until, end: end) }
    task.percent = request.percent ?? task.percent
    task.extensions.append(
      Extension(
        asked: day, from: end, until: request.until, reason: reason, percent: task.percent,
        id: task.nextEntry))
    task.enter(
      .extensionAsked(until: request.until, percent: request.percent), on: day, text: reason,
      stamp: context.stamp)
    guard let name = request.approvedBy else { return }
    let decision = ExtensionDecision(isApproved: true, by: name, on: day)
    try DecideAct(decision: decision).apply(to: &task, in: campaign, context)
  }
}
