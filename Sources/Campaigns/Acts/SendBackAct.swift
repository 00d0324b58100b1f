/// What was submitted is to be done again (退回重办).
package struct SendBackAct: OneTaskAct {
  let reason: String
  package static let traits = Act.Traits(.sendBack, restsOn: .state)
  package static let move: Move? = .sendBack

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    try task.move(.sendBack, .returned, reason, context)
    task.returns = (task.returns ?? 0) + 1
  }
}
