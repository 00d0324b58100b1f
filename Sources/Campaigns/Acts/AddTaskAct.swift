/// A task to be added.
package struct TaskDraft: Sendable, Equatable {
  /// Its short name.
  package var title: String
  /// Its number in the document.
  package var number: String?
  /// The document's words.
  package var text: String?
  /// Names of units; the first one leads.
  package var units: [String] = []
  /// Posts of persons.
  package var persons: [String] = []
  /// Posts of leaders.
  package var leaders: [String] = []
  /// Its deadline.
  package var deadline = Deadline()
  /// Id or name of its phase.
  package var phase: String?
  /// Id of the task that it is part of.
  package var parent: String?
  /// Tags.
  package var tags: [String] = []
  /// Line of the source.
  package var sourceLine: Int?

  /// A draft with a name.
  package init(title: String) { self.title = title }
}

/// A task is added: behind the task that it is part of and its parts, else at the end.
struct AddTaskAct: PlanAct {
  let draft: TaskDraft
  static let traits = Act.Traits(.addTask, restsOn: .nothing, makes: [.added])

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    var task = Task(
      id: "\(campaign.code)-\(campaign.nextTask)", title: try filled(draft.title, .title),
      deadline: draft.deadline)
    task.number = draft.number
    task.text = draft.text
    task.tags = draft.tags
    task.sourceLine = draft.sourceLine
    try draft.deadline.check()
    if let wanted = draft.phase { task.phase = try campaign.phase(wanted).id }
    if let parent = draft.parent {
      guard campaign.task(id: parent) != nil else { throw .unknownTask(id: parent) }
      task.parent = parent
    }
    task.units = draft.leaders.map { Responsibility(unit: nil, name: $0, role: .leader) }
    for name in draft.units { try task.add(name, context.units) }
    task.units += draft.persons.map { Responsibility(unit: nil, name: $0, role: .person) }
    task.changed = context.stamp
    var index = campaign.tasks.count
    if let parent = task.parent,
      let place = campaign.tasks.lastIndex(where: { $0.id == parent || $0.parent == parent })
    {
      index = place + 1
    }
    return Change(code: campaign.code, tasks: [Change.Edit(before: nil, after: task, index: index)])
  }
}
