/// Something done towards a quota, to be recorded.
package struct OccurrenceReport: Sendable, Equatable {
  /// How many of the quota's unit.
  package var count: Int
  /// The day; nil is today.
  package var on: Day?
  /// The unit that did it.
  package var from: String?
  /// What it was.
  package var note: String?

  /// The most that one record counts.
  package static let counts = 1...9_999

  /// One, today.
  package init(count: Int = 1, on: Day? = nil, from: String? = nil, note: String? = nil) {
    (self.count, self.on, self.from, self.note) = (count, on, from, note)
  }
}

/// Something was done towards the task's quota. It and the log entry that tells of it bear the same number.
package struct RecordAct: OneTaskAct {
  let report: OccurrenceReport
  package var onBehalf: String? { report.from }
  package static let traits = Act.Traits(.record, restsOn: .state, makes: [.counted])
  package static let move: Move? = .report

  package static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    task.obstacle(to: .report) ?? (task.deadline.quota == nil ? .noQuota(id: task.id) : nil)
  }

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    guard OccurrenceReport.counts.contains(report.count) else { throw .badCount(report.count) }
    let day = try context.past(report.on)
    var unit: Unit?
    if let from = report.from {
      let known = try context.units.known(from)
      let end = context.judge.end(of: task, in: campaign)
      guard task.isResponsible(known, context.units) || task.asks(known, context, end: end, on: day) != nil
      else { throw .notResponsible(id: task.id, unit: known.name) }
      unit = known
    }
    let note = report.note?.filled
    task.occurrences.append(
      Occurrence(on: day, count: report.count, unit: unit?.id, note: note, id: task.nextEntry))
    task.stage = try task.stage(after: .report)
    task.enter(.progress(count: report.count), on: day, text: note, unit: unit?.id, stamp: context.stamp)
  }
}
