/// A draft's words, units and times go into another one, which keeps its name and its own deadline.
package struct MergeAct: TaskAct {
  let target: String
  package static let traits = Act.Traits(.mergeDrafts, restsOn: .nothing)
  package static let move: Move? = .register

  package func change(of task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    guard let before = campaign.task(id: target) else { throw .unknownTask(id: target) }
    try require(no: before.obstacle(to: .register))
    guard task.id != target else { throw .nothingToDo(id: task.id) }
    var after = before
    after.text = [before.text ?? before.title, task.text ?? task.title].joined(separator: "\n")
    for part in task.units where !after.units.contains(where: { $0.name == part.name }) {
      var part = part
      if part.role == .lead, after.units.contains(where: { $0.role == .lead }) { part.role = .supporting }
      after.units.append(part)
    }
    if after.deadline.kind == .none {
      after.deadline = task.deadline
    } else if task.deadline.kind != .none, task.deadline.text != after.deadline.text {
      after.deadline.others = (after.deadline.others ?? []) + [task.deadline.text]
    }
    if after.parent == task.id { after.parent = task.parent }
    after.changed = context.stamp
    let others = campaign.orphaning(task.id, adopting: target).filter { $0.before?.id != target }
    return Change(
      code: campaign.code,
      tasks: others + [Change.Edit(before: before, after: after), campaign.removal(of: task)])
  }
}
