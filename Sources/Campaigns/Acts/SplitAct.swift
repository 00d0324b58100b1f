/// One row of a schedule becomes several: the task keeps its id under the first title, each further title is a new task
/// behind it and its parts, a copy in everything but the id. A single title is the new task's, and the old one keeps
/// its own (docs/decisions/splitting-and-moving.md).
package struct SplitAct: TaskAct {
  let titles: [String]
  package static let traits = Act.Traits(.split, restsOn: .everything, makes: [.added])
  package static let move: Move? = .split

  package func change(of task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    let id = task.id
    var names = titles.count == 1 ? [task.title] : []
    for title in titles {
      let name = try filled(title, .title)
      guard !names.contains(name) else { throw .sameTitle(name) }
      names.append(name)
    }
    guard names.count > 1 else { throw .nothingToDo(id: id) }
    let ids = [id] + names.indices.dropLast().map { "\(campaign.code)-\(campaign.nextTask + $0)" }
    let words = "\(id) \(task.title) → \(ids.joined(separator: "、"))"
    let place = campaign.place(behind: id)
    let edits = zip(ids, names).enumerated().map { offset, named in
      var part = task
      part.title = named.1
      if offset > 0 {
        (part.id, part.splitFrom) = (named.0, id)
        // The old ids lead to the one that keeps its id.
        part.formerIDs = []
      }
      part.enter(.split, on: context.today, text: words, stamp: context.stamp)
      return offset == 0
        ? Change.Edit(before: task, after: part)
        : Change.Edit(before: nil, after: part, index: place + offset - 1)
    }
    return Change(code: campaign.code, tasks: edits)
  }
}

extension Campaign {
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
