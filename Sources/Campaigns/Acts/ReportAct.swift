/// A report on progress.
package struct Report: Sendable, Equatable {
  /// The words.
  package var text: String
  /// Per cent done.
  package var percent: Int?
  /// The day that it speaks of; nil is today.
  package var on: Day?
  /// The unit that reported (代录).
  package var from: String?
  /// By what channel.
  package var via: String?
  /// The instruction that it answers.
  package var answers: Int?

  /// A report in words.
  package init(text: String, percent: Int? = nil) { (self.text, self.percent) = (text, percent) }
}

/// Progress is reported, or an instruction answered.
package struct ReportAct: OneTaskAct {
  let report: Report
  package var onBehalf: String? { report.from }
  package static let traits = Act.Traits(.report, restsOn: .state, makes: [.progressed])
  package static let move: Move? = .report

  package static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    // A completed task can still owe an answer.
    task.takesAnswers && !task.openInstructions.isEmpty ? nil : task.obstacle(to: .report)
  }

  package func requirePossible(on task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    _ = try stage(of: task)
  }

  /// The stage that it leads to. An answer to an instruction that says nothing of how far the task has come moves nothing.
  private func stage(of task: Task) throws(Refusal) -> Stage {
    let isAnswer = report.answers != nil && report.percent == nil && task.takesAnswers
    return isAnswer ? task.stage : try task.stage(after: .report)
  }

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    let next = try stage(of: task)
    let words = try filled(report.text, .text)
    if let percent = report.percent, !(0...100).contains(percent) { throw .badPercent(percent) }
    let day = try context.past(report.on)
    var unit: Unit?
    if let from = report.from { unit = try context.units.known(from) }
    if let answered = report.answers { try task.answer(answered) }
    if let percent = report.percent {
      let end = context.judge.end(of: task, in: campaign)
      if let unit, let collective = task.asks(unit, context, end: end, on: day) {
        task.members[task.place(of: unit, in: collective, context.units)].percent = percent
      } else {
        task.percent = percent
      }
    }
    task.stage = next
    task.enter(
      .progress(percent: report.percent, answers: report.answers), on: day, text: words, unit: unit?.id,
      via: report.via, stamp: context.stamp)
  }
}

extension Task {
  /// Whether it takes answers though it takes no reports: at any stage but a draft's.
  fileprivate var takesAnswers: Bool { !stage.isOpen && stage != .draft }
}
