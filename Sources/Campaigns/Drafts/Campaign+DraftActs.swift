/// How an imported task is put right; nil leaves a field as it is.
package struct DraftRevision: Sendable, Equatable {
  /// Its short name.
  package var title: String?
  /// Its deadline.
  package var deadline: Deadline?
  /// Names of its units, the first one leading; they need not be known yet.
  package var units: [String]?

  /// A revision of nothing.
  package init(title: String? = nil, deadline: Deadline? = nil, units: [String]? = nil) {
    self.title = title
    self.deadline = deadline
    self.units = units
  }
}

extension Campaign {
  func revising(_ id: String, _ revision: DraftRevision, _ context: ActContext) throws(Refusal) -> Change {
    let before = try draft(id)
    var after = before
    if let title = revision.title { after.title = try filled(title, .title) }
    if let deadline = revision.deadline {
      try deadline.check()
      after.deadline = deadline
    }
    if let names = revision.units {
      let others = before.units.filter { $0.role == .leader || $0.role == .person }
      after.units =
        names.enumerated().map { index, name in
          let unit = context.units.unit(named: name)
          return Responsibility(
            unit: unit?.id, name: unit?.name ?? name, role: index == 0 ? .lead : .supporting)
        } + others
    }
    guard after != before else { throw .nothingToDo(id: id) }
    after.changed = context.stamp
    return Change(code: code, tasks: [Change.Edit(before: before, after: after)])
  }

  /// A draft goes; parts of it stay on their own.
  func dropping(_ id: String) throws(Refusal) -> Change {
    let before = try draft(id)
    return Change(code: code, tasks: orphaning(id, adopting: nil) + [removal(of: before)])
  }

  /// A draft's words, units and times go into another one, which keeps its name and its own deadline.
  func merging(_ id: String, into target: String, _ context: ActContext) throws(Refusal) -> Change {
    let from = try draft(id)
    let before = try draft(target)
    guard id != target else { throw .nothingToDo(id: id) }
    var after = before
    after.text = [before.text ?? before.title, from.text ?? from.title].joined(separator: "\n")
    for part in from.units where !after.units.contains(where: { $0.name == part.name }) {
      var part = part
      if part.role == .lead, after.units.contains(where: { $0.role == .lead }) { part.role = .supporting }
      after.units.append(part)
    }
    if after.deadline.kind == .none {
      after.deadline = from.deadline
    } else if from.deadline.kind != .none, from.deadline.text != after.deadline.text {
      after.deadline.others = (after.deadline.others ?? []) + [from.deadline.text]
    }
    if after.parent == id { after.parent = from.parent }
    after.changed = context.stamp
    let others = orphaning(id, adopting: target).filter { $0.before?.id != target }
    return Change(
      code: code, tasks: others + [Change.Edit(before: before, after: after), removal(of: from)])
  }

  /// A second draft behind the first, with its units, time and place in the source.
  func splitting(draft id: String, _ title: String, _ context: ActContext) throws(Refusal) -> Change {
    let first = try draft(id)
    var second = Task(
      id: "\(code)-\(nextTask)", title: try filled(title, .title), deadline: first.deadline, stage: .draft)
    second.number = first.number
    second.parent = first.parent
    second.phase = first.phase
    second.text = first.text
    second.sourceLine = first.sourceLine
    second.units = first.units
    second.changed = context.stamp
    let place = tasks.firstIndex { $0.id == id }.map { $0 + 1 }
    return Change(code: code, tasks: [Change.Edit(before: nil, after: second, index: place)])
  }

  private func draft(_ id: String) throws(Refusal) -> Task {
    guard let task = task(id: id) else { throw .unknownTask(id: id) }
    guard task.stage == .draft else {
      throw .stageForbids(id: id, move: .register, stage: task.stage)
    }
    return task
  }

  private func removal(of task: Task) -> Change.Edit<Task> {
    Change.Edit(before: task, after: nil, index: tasks.firstIndex { $0.id == task.id })
  }

  /// Parts of a task that goes: they become parts of `parent`.
  private func orphaning(_ id: String, adopting parent: String?) -> [Change.Edit<Task>] {
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
