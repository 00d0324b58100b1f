/// An instruction (批示); `from` is the leader whose words another records, nil where who acts gives it.
package struct InstructAct: OneTaskAct {
  let text: String
  let from: String?
  package var onBehalf: String? { from }
  package static let traits = Act.Traits(.instruct, restsOn: .nothing, makes: [.instructed])
  package static let move: Move? = nil

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    let words = try filled(text, .text)
    let leader = from?.filled.flatMap { $0 == context.stamp.by ? nil : $0 }
    task.enter(.instruction(leader: leader), on: context.today, text: words, stamp: context.stamp)
  }
}
