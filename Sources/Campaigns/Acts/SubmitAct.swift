/// Completion is asked for (申请办结).
package struct SubmitAct: OneTaskAct {
  let text: String?
  package static let traits = Act.Traits(.submit, restsOn: .state)
  package static let move: Move? = .submit

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    try task.move(.submit, .submitted, text, context)
  }
}
