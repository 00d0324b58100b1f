/// A draft that was left out, or that the reader missed, is put in where the document has it.
struct AddDraftAct: PlanAct {
  /// What it says; id, stage and stamp are given here.
  let draft: Task
  static let traits = Act.Traits(.addTask, restsOn: .nothing, makes: [.added])

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    var task = Task(
      id: "\(campaign.code)-\(campaign.nextTask)", title: try filled(draft.title, .title),
      deadline: draft.deadline, stage: .draft)
    try draft.deadline.check()
    (task.number, task.text, task.sourceLine, task.units) = (
      draft.number, draft.text, draft.sourceLine, draft.units
    )
    // What it belonged to may be gone.
    if let phase = draft.phase, campaign.phase(id: phase) != nil { task.phase = phase }
    if let parent = draft.parent, campaign.task(id: parent) != nil { task.parent = parent }
    task.changed = context.stamp
    let line = draft.sourceLine ?? .max
    let index = campaign.tasks.firstIndex { ($0.sourceLine ?? 0) > line } ?? campaign.tasks.count
    return Change(code: campaign.code, tasks: [Change.Edit(before: nil, after: task, index: index)])
  }
}
