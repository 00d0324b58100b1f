/// A plan beside a later draft of the same notice: what is new, what changed, what is gone.
package struct PlanComparison: Sendable, Equatable {
  /// One task of either.
  package struct Row: Sendable, Equatable {
    /// The task of the plan; nil where it is new.
    package var old: Task?
    /// The task of the later draft; nil where it is gone.
    package var new: Task?

    /// What became of it.
    package var kind: Kind {
      guard let old else { return .added }
      guard let new else { return .gone }
      return old.states(sameAs: new) ? .same : .changed
    }
  }

  /// What became of a task.
  package enum Kind: String, Sendable, CaseIterable { case same, changed, added, gone }

  /// Tasks of the later draft in its order, then those that are gone.
  package let rows: [Row]

  /// Compares a plan with a later draft. Tasks are known again by their names, else by number and half of the name.
  package init(_ old: Campaign, _ new: Campaign) {
    var left = old.tasks
    var rows: [Row] = []
    func take(_ isSame: (Task) -> Bool) -> Task? {
      left.firstIndex(where: isSame).map { left.remove(at: $0) }
    }
    var open: [(Int, Task)] = []
    for task in new.tasks {
      if let found = take({ $0.title == task.title && $0.number == task.number })
        ?? take({ $0.title == task.title })
      {
        rows.append(Row(old: found, new: task))
      } else {
        open.append((rows.count, task))
        rows.append(Row(old: nil, new: task))
      }
    }
    for (place, task) in open {
      if let found = take({ $0.number != nil && $0.number == task.number && alike($0.title, task.title) }) {
        rows[place].old = found
      }
    }
    self.rows = rows + left.map { Row(old: $0, new: nil) }
  }

  /// How many rows are of a kind.
  package func count(_ kind: Kind) -> Int { rows.count { $0.kind == kind } }
}

extension Campaign {
  /// Why this cannot be taken for a later draft: a task of it was registered, or has a log, which would be lost.
  package var draftObstacle: Refusal? {
    tasks.first { $0.stage != .draft || !$0.log.isEmpty }.map { .notADraft(code: code, id: $0.id) }
  }

  /// The change that brings this plan up to date with a later draft: new tasks come, changed ones take the document's
  /// words, days and units and keep stage, progress and log; those that are gone stay, with a note.
  /// - Throws: `Refusal.nothingToDo` where nothing differs.
  package func updating(with later: Campaign, _ stamp: Stamp) throws(Refusal) -> Change {
    var change = Change(code: code)
    var next = nextTask
    let rows = PlanComparison(self, later).rows
    // What each task of the draft is called in this plan.
    var ids: [String: String] = [:]
    for row in rows {
      guard let new = row.new else { continue }
      ids[new.id] = row.old?.id ?? "\(code)-\(next)"
      if row.old == nil { next += 1 }
    }
    for row in rows {
      switch row.kind {
      case .same: continue
      case .added:
        guard var task = row.new, let id = ids[task.id] else { continue }
        task.id = id
        task.parent = task.parent.flatMap { ids[$0] }
        task.dependsOn = task.dependsOn.compactMap { ids[$0] }
        let phase = later.phases.first { $0.id == task.phase }
        task.phase = phases.first { $0.name == phase?.name }?.id
        change.tasks.append(Change.Edit(before: nil, after: task, index: tasks.count + change.tasks.count))
      case .changed:
        guard let old = row.old, let new = row.new else { continue }
        var task = old
        (task.title, task.text, task.number) = (new.title, new.text, new.number)
        (task.deadline, task.units, task.sourceLine) = (new.deadline, new.units, new.sourceLine)
        if new.deadline != old.deadline { task.quotaDays = nil }
        task.enter(.edited, text: "→ \(new.title)  \(new.deadline.text)", stamp: stamp)
        change.tasks.append(Change.Edit(before: old, after: task))
      case .gone:
        guard let old = row.old, !old.tags.contains(goneTag) else { continue }
        var task = old
        task.tags.append(goneTag)
        task.enter(.note, text: goneTag, stamp: stamp)
        change.tasks.append(Change.Edit(before: old, after: task))
      }
    }
    guard !change.tasks.isEmpty else { throw .nothingToDo(id: code) }
    // Lines are those of the later text from now on.
    for place in change.tasks.indices { change.tasks[place].after?.changed = stamp }
    var after = header
    (after.source, after.issued, after.title) = (later.source, later.issued ?? issued, later.title)
    if after != header { change.header = Change.Edit(before: header, after: after) }
    return change
  }
}

/// The tag of a task that a later version of its notice no longer has.
private let goneTag = "新版已无"

extension Task {
  /// Whether two tasks say the same: words, days and units.
  fileprivate func states(sameAs other: Task) -> Bool {
    title == other.title && number == other.number && deadline == other.deadline
      && units.map(\.name) == other.units.map(\.name) && units.map(\.role) == other.units.map(\.role)
  }
}

/// Whether two names share at least half of their characters, in order from the beginning or the end.
private func alike(_ one: String, _ other: String) -> Bool {
  let (one, other) = (Array(one), Array(other))
  let head = zip(one, other).prefix { $0 == $1 }.count
  let tail = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
  return (head + tail) * 2 >= max(one.count, other.count)
}
