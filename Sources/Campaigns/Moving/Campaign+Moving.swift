extension Campaign {
  /// A task goes to another phase, and with it those of its parts that were in the same one. `wanted` is an id or a name; an
  /// empty text takes them out of phases.
  /// - Throws: `Refusal` for drafts and for a phase that there is none of.
  func moving(_ id: String, toPhase wanted: String, _ context: ActContext) throws(Refusal) -> Change {
    guard let root = task(id: id) else { throw .unknownTask(id: id) }
    let target = wanted.trimmed.isEmpty ? nil : try phase(wanted.trimmed)
    guard root.phase != target?.id else { throw .nothingToDo(id: id) }
    let from = root.phase.flatMap { phase(id: $0) }?.name ?? "—"
    let words = "\(from) → \(target?.name ?? "—")"
    var edits: [Change.Edit<Task>] = []
    for before in try movable(id) where before.phase == root.phase {
      var after = before
      after.phase = target?.id
      after.enter(.moved, on: context.today, text: words, stamp: context.stamp)
      edits.append(Change.Edit(before: before, after: after))
    }
    return Change(code: code, tasks: edits)
  }

  /// A task with its parts, and theirs, in the order of the list.
  /// - Throws: `Refusal.stageForbids` where one of them is a draft.
  package func movable(_ id: String) throws(Refusal) -> [Task] {
    var family = Set([id])
    var count = 0
    while count < family.count {
      count = family.count
      for task in tasks where task.parent.map(family.contains) == true { family.insert(task.id) }
    }
    let found = tasks.filter { family.contains($0.id) }
    if let draft = found.first(where: { $0.stage == .draft }) {
      throw .stageForbids(id: draft.id, move: .move, stage: .draft)
    }
    return found
  }
}
