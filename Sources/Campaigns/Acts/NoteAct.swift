/// Words of one's own are left on a task.
package struct NoteAct: OneTaskAct {
  let text: String
  package static let traits = Act.Traits(.note, restsOn: .nothing)
  package static let move: Move? = nil

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    task.enter(.note, on: context.today, text: try filled(text, .text), stamp: context.stamp)
  }
}
