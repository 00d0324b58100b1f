/// A draft is left out; parts of it stay on their own.
package struct DropAct: TaskAct {
  package static let traits = Act.Traits(.dropDraft, restsOn: .nothing)
  package static let move: Move? = .register

  package func change(of task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    Change(
      code: campaign.code, tasks: campaign.orphaning(task.id, adopting: nil) + [campaign.removal(of: task)])
  }
}

extension Campaign {
  /// A task goes.
  func removal(of task: Task) -> Change.Edit<Task> {
    Change.Edit(before: task, after: nil, index: tasks.firstIndex { $0.id == task.id })
  }

  /// Parts of a task that goes, and what waits for it: they are of `parent` then.
  func orphaning(_ id: String, adopting parent: String?) -> [Change.Edit<Task>] {
    tasks.filter { $0.parent == id || $0.dependsOn.contains(id) }.map { part in
      var after = part
      if part.parent == id { after.parent = parent }
      after.dependsOn.removeAll { $0 == id }
      if let parent, part.dependsOn.contains(id), part.id != parent, !after.dependsOn.contains(parent) {
        after.dependsOn.append(parent)
      }
      return Change.Edit(before: part, after: after)
    }
  }
}
