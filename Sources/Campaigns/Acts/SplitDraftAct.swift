/// A second draft behind the first, with its units, time and place in the source.
package struct SplitDraftAct: TaskAct {
  let title: String
  package static let traits = Act.Traits(.splitDraft, restsOn: .nothing)
  package static let move: Move? = .register

  package func change(of task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    var second = Task(
      id: "\(campaign.code)-\(campaign.nextTask)", title: try filled(title, .title),
      deadline: task.deadline, stage: .draft)
    second.number = task.number
    second.parent = task.parent
    second.phase = task.phase
    second.text = task.text
    second.sourceLine = task.sourceLine
    second.units = task.units
    second.changed = context.stamp
    let place = campaign.tasks.firstIndex { $0.id == task.id }.map { $0 + 1 }
    return Change(code: campaign.code, tasks: [Change.Edit(before: nil, after: second, index: place)])
  }
}
