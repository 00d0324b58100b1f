/// A reading of a target, to be recorded.
package struct ReadingReport: Sendable, Equatable {
  /// The target, by its name or a part of it that only one has.
  package var target: String
  /// The value.
  package var value: Double
  /// The day; nil is today.
  package var on: Day?
  /// Where it comes from.
  package var note: String?

  /// A reading of today.
  package init(target: String, value: Double, on: Day? = nil, note: String? = nil) {
    (self.target, self.value, self.on, self.note) = (target, value, on, note)
  }
}

/// A target was read. The reading and the log entry that tells of it bear the same number.
package struct AddReadingAct: TargetAct {
  let report: ReadingReport
  package static let traits = Act.Traits(.addReading, restsOn: .nothing)
  package static let move: Move? = nil

  package static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    // What is completed, or rests, is still measured.
    task.stage == .draft || task.stage == .cancelled ? task.obstacle(to: .report) : nil
  }

  package func apply(
    to targets: inout [Target], of owner: String, entry: Int, _ context: ActContext
  ) throws(Refusal) -> (day: Day, words: String)? {
    let day = try context.past(report.on)
    let place = try targets.place(ofTarget: report.target, owner: owner)
    let target = targets[place]
    try report.value.checkFigure(isShare: target.unit == "%")
    let note = report.note?.filled
    let reading = Target.Reading(on: day, value: report.value, note: note, id: entry)
    let before = target.readings.lastIndex { $0.on <= day }
    targets[place].readings.insert(reading, at: before.map { $0 + 1 } ?? 0)
    let words = "\(target.name) \(Figure.text(report.value))\(target.unit ?? "")"
    return (day, note.map { "\(words)  \($0)" } ?? words)
  }
}
