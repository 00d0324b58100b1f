/// How a task, or one member's part of it, was completed.
package struct CompletionReport: Sendable, Equatable {
  /// What was done.
  package var text: String?
  /// The actual day; nil is today.
  package var on: Day?
  /// A reference to evidence.
  package var evidence: String?
  /// The member of a collective that completed; nil: the whole task.
  package var from: String?

  /// A completion today.
  package init(text: String? = nil, on: Day? = nil, evidence: String? = nil, from: String? = nil) {
    (self.text, self.on, self.evidence, self.from) = (text, on, evidence, from)
  }
}

/// A task, or one member's part of it, is completed. Where that was the last one missing, by the task's rule, the task is
/// completed with it, on the day on which that was so.
package struct CompleteAct: OneTaskAct {
  let report: CompletionReport
  package var onBehalf: String? { report.from }
  package static let traits = Act.Traits(.complete, restsOn: .state, makes: [.completed])
  package static let move: Move? = .complete

  package func requirePossible(on task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    // Who was missing when the rest was enough can still complete its part.
    if report.from == nil || task.stage != .completed { try require(no: task.obstacle(to: .complete)) }
  }

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    let day = try context.past(report.on)
    let end = context.judge.end(of: task, in: campaign)
    if let from = report.from { return try completePart(of: from, of: &task, on: day, end: end, context) }
    task.stage = try task.stage(after: .complete)
    task.completion = Completion(
      on: day, summary: report.text?.filled, evidence: report.evidence,
      missing: task.missingMembers(context.units, on: day, end: end).map(\.name))
    task.percent = 100
    task.enter(
      .completed, on: day, text: report.text?.filled, evidence: report.evidence?.filled, stamp: context.stamp)
  }

  private func completePart(
    of name: String, of task: inout Task, on day: Day, end: Day?, _ context: ActContext
  ) throws(Refusal) {
    let unit = try context.units.known(name)
    guard let collective = task.asks(unit, context, end: end, on: day) else {
      throw .notResponsible(id: task.id, unit: unit.name)
    }
    let place = task.place(of: unit, in: collective, context.units)
    guard task.members[place].completed == nil else { throw .partCompleted(id: task.id, unit: unit.name) }
    task.members[place].completed = day
    task.members[place].percent = 100
    task.members[place].evidence = report.evidence
    if task.stage == .registered || task.stage == .assigned { task.stage = .inProgress }
    task.enter(
      .completed, on: day, text: report.text?.filled, unit: unit.id, evidence: report.evidence?.filled,
      stamp: context.stamp)
    guard task.stage.isOpen, let last = task.dayCompletedByMembers(context.units, on: context.today, end: end)
    else { return }
    task.stage = try task.stage(after: .complete)
    task.completion = Completion(
      on: last, missing: task.missingMembers(context.units, on: context.today, end: end).map(\.name))
    task.percent = 100
    task.enter(.completed, on: last, stamp: context.stamp)
  }
}
