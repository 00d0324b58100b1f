/// A task is given up (撤销).
package struct CancelAct: OneTaskAct {
  let reason: String
  package static let traits = Act.Traits(.cancel, restsOn: .state, makes: [.cancelled])
  package static let move: Move? = .cancel

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    try task.move(.cancel, .cancelled, reason, context)
  }
}
