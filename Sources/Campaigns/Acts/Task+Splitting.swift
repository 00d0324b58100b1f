extension Campaign {
  /// One row of a schedule becomes several: the task keeps its id under the first title, each further title is a new task
  /// behind it and its parts, a copy in everything but the id. A single title is the new task's, and the old one keeps
  /// its own (docs/decisions/splitting-and-moving.md).
  /// - Throws: `Refusal` for what is neither open nor suspended, for empty titles and for equal ones.
  func splitting(_ id: String, into titles: [String], _ context: ActContext) throws(Refusal) -> Change {
    guard let before = task(id: id) else { throw .unknownTask(id: id) }
    guard before.stage.isOpen || before.stage == .suspended else {
      throw .stageForbids(id: id, move: .split, stage: before.stage)
    }
    var names = titles.count == 1 ? [before.title] : []
    for title in titles {
      let name = try filled(title, .title)
      guard !names.contains(name) else { throw .sameTitle(name) }
      names.append(name)
    }
    guard names.count > 1 else { throw .nothingToDo(id: id) }
    let ids = [id] + names.indices.dropLast().map { "\(code)-\(nextTask + $0)" }
    let words = "\(id) \(before.title) → \(ids.joined(separator: "、"))"
    let place = place(behind: id)
    let edits = zip(ids, names).enumerated().map { offset, named in
      var part = before
      part.title = named.1
      if offset > 0 { part.become(named.0, splitFrom: id) }
      part.enter(.split, on: context.today, text: words, stamp: context.stamp)
      return offset == 0
        ? Change.Edit(before: before, after: part)
        : Change.Edit(before: nil, after: part, index: place + offset - 1)
    }
    return Change(code: code, tasks: edits)
  }

  /// The place behind a task and those parts of it that stand right behind it.
  func place(behind id: String) -> Int {
    guard let first = tasks.firstIndex(where: { $0.id == id }) else { return tasks.count }
    var (place, family) = (first + 1, Set([id]))
    while place < tasks.count, let parent = tasks[place].parent, family.contains(parent) {
      family.insert(tasks[place].id)
      place += 1
    }
    return place
  }
}

extension Task {
  /// Takes the id of a new task that another one was split into.
  fileprivate mutating func become(_ id: String, splitFrom original: String) {
    self.id = id
    splitFrom = original
    // The old ids lead to the one that keeps its id.
    formerIDs = []
  }
}
