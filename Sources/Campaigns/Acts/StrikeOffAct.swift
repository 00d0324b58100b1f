/// A completed task is struck off the ledger (销号) by who reviewed it, on a day; nil is today.
package struct StrikeOffAct: OneTaskAct {
  let reviewer: String
  let day: Day?
  package static let traits = Act.Traits(.strikeOff, restsOn: .state, makes: [.completed])
  package static let move: Move? = .strikeOff

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    let day = try context.past(day)
    task.stage = try task.stage(after: .strikeOff)
    task.strikeOff = StrikeOff(on: day, reviewer: try filled(reviewer, .reviewer))
    task.enter(.struckOff, on: day, text: reviewer, stamp: context.stamp)
  }
}
