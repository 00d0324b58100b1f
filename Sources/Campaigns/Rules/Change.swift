/// What becomes of an act: values before and after.
///
///     try campaign.change(for: .note(id: "h26-9", text: "已电话询问"), context).applied(to: campaign)
package struct Change: Hashable, Sendable {
  /// One value replaced, added or taken away.
  package struct Edit<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value before; nil where it is new.
    package var before: Value?
    /// The value after; nil where it is taken away.
    package var after: Value?
    /// Where in its list a new value goes, one that is moved, or an old one stood.
    package var index: Int?

    /// An edit.
    package init(before: Value?, after: Value?, index: Int? = nil) {
      (self.before, self.after, self.index) = (before, after, index)
    }
  }

  /// The campaign that it concerns.
  package var code: String
  /// Tasks.
  package var tasks: [Edit<Task>]
  /// Phases.
  package var phases: [Edit<Phase>]
  /// The campaign itself, without phases and tasks.
  package var header: Edit<Campaign>?

  /// A change of one campaign.
  package init(
    code: String, tasks: [Edit<Task>] = [], phases: [Edit<Phase>] = [], header: Edit<Campaign>? = nil
  ) {
    (self.code, self.tasks, self.phases, self.header) = (code, tasks, phases, header)
  }

  /// Adds another change of the same campaign that comes after this one.
  package mutating func follow(_ next: Change) {
    tasks += next.tasks
    phases += next.phases
    if let later = next.header { header = Edit(before: header?.before ?? later.before, after: later.after) }
  }

  /// The campaign after the change.
  /// - Throws: `Refusal.changedMeanwhile` where what it touches is no longer as it was.
  package func applied(to campaign: Campaign) throws(Refusal) -> Campaign {
    var result = campaign
    try apply(to: &result)
    return result
  }

  /// Changes the campaign in its place: what a file of thousands of lines does to a plan costs no copy of it for each.
  /// - Throws: `Refusal.changedMeanwhile`, as `applied` does; the campaign is then of no use.
  package func apply(to campaign: inout Campaign) throws(Refusal) {
    if let header {
      guard header.before == campaign.header, let after = header.after else {
        throw .changedMeanwhile(id: code, by: campaign.changed)
      }
      campaign = after.withLists(of: campaign)
    }
    let changed = campaign.changed
    for edit in phases { try edit.apply(to: &campaign.phases) { _ in changed } }
    for edit in tasks { try edit.apply(to: &campaign.tasks) { $0?.changed ?? changed } }
    campaign.countOn()
  }
}

extension Change {
  /// The log entries that it adds to a task.
  package func newEntries(of id: String) -> [LogEntry] {
    tasks.flatMap { edit -> [LogEntry] in
      guard let after = edit.after, after.id == id else { return [] }
      let known = Set(edit.before?.log.map(\.id) ?? [])
      return after.log.filter { !known.contains($0.id) }
    }
  }
}

extension Change.Edit where Value: Identifiable, Value.ID == String {
  /// Where something stands in a list. Whole values are looked at in their place, and not copied to be looked at.
  private func place(of id: String, in list: [Value]) -> Int? {
    for place in list.indices where list[place].id == id { return place }
    return nil
  }

  /// `changed` says who changed a value, or the list, last.
  fileprivate func apply(
    to list: inout [Value], changed: (Value?) -> Stamp?
  ) throws(Refusal) {
    if let before {
      let found = place(of: before.id, in: list)
      guard let place = found, list[place] == before else {
        throw .changedMeanwhile(id: before.id, by: changed(found.map { list[$0] }))
      }
      if let after, index == nil || index == place {
        list[place] = after
      } else {
        list.remove(at: place)
        if let after { list.insert(after, at: min(index ?? place, list.count)) }
      }
    } else if let after {
      guard place(of: after.id, in: list) == nil else {
        throw .changedMeanwhile(id: after.id, by: changed(nil))
      }
      list.insert(after, at: min(index ?? list.count, list.count))
    }
  }
}

extension Campaign {
  /// Sees to it that the number of the next task is above those that there are, which hands can have written.
  fileprivate mutating func countOn() {
    let start = code.utf8.count + 1
    var next = "\(code)-\(nextTask)"
    for place in tasks.indices {
      // Most are told by their length or their digits: none need be read as a number.
      let length = tasks[place].id.utf8.count
      if length < next.utf8.count || length == next.utf8.count && tasks[place].id < next { continue }
      guard let number = countedNumber(Substring(tasks[place].id.utf8.dropFirst(start))), number >= nextTask
      else { continue }
      nextTask = number + 1
      next = "\(code)-\(nextTask)"
    }
  }

  /// The campaign without its lists and without what every change moves on: what a header edit compares and replaces.
  package var header: Campaign {
    var header = self
    header.tasks = []
    header.phases = []
    header.revision = 0
    header.nextTask = 0
    header.changed = nil
    return header
  }

  func withLists(of campaign: Campaign) -> Campaign {
    var whole = self
    whole.tasks = campaign.tasks
    whole.phases = campaign.phases
    whole.revision = campaign.revision
    whole.nextTask = campaign.nextTask
    whole.changed = campaign.changed
    return whole
  }
}
