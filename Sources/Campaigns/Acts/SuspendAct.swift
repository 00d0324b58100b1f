/// Work on a task stops for a time (中止).
package struct SuspendAct: OneTaskAct {
  let reason: String
  package static let traits = Act.Traits(.suspend, restsOn: .state, makes: [.suspended])
  package static let move: Move? = .suspend

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    let before = task.stage
    try task.move(.suspend, .suspended, reason, context)
    task.suspendedFrom = before
  }
}
