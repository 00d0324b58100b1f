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

  /// This change and then another one of the same campaign.
  package func followed(by next: Change) -> Change {
    var both = self
    both.tasks += next.tasks
    both.phases += next.phases
    if let later = next.header {
      both.header = Edit(before: header?.before ?? later.before, after: later.after)
    }
    return both
  }

  /// The campaign after the change.
  /// - Throws: `Refusal.changedMeanwhile` where what it touches is no longer as it was.
  package func applied(to campaign: Campaign) throws(Refusal) -> Campaign {
    var result = campaign
    if let header {
      guard header.before == campaign.header, let after = header.after else {
        throw .changedMeanwhile(id: code, by: campaign.changed)
      }
      result = after.withLists(of: campaign)
    }
    for edit in phases { try edit.apply(to: &result.phases, in: result) }
    for edit in tasks { try edit.apply(to: &result.tasks, in: result) }
    // By bytes: a file of many lines changes a plan thousands of times.
    let start = code.utf8.count + 1
    let highest =
      result.tasks.lazy.compactMap { countedNumber(Substring($0.id.utf8.dropFirst(start))) }.max() ?? 0
    result.nextTask = max(campaign.nextTask, highest + 1)
    return result
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
  func apply(to list: inout [Value], in campaign: Campaign) throws(Refusal) {
    if let before {
      guard let place = list.firstIndex(where: { $0.id == before.id }), list[place] == before else {
        throw .changedMeanwhile(id: before.id, by: campaign.task(id: before.id)?.changed ?? campaign.changed)
      }
      list.remove(at: place)
      if let after { list.insert(after, at: min(index ?? place, list.count)) }
    } else if let after {
      guard !list.contains(where: { $0.id == after.id }) else {
        throw .changedMeanwhile(id: after.id, by: campaign.changed)
      }
      list.insert(after, at: min(index ?? list.count, list.count))
    }
  }
}

extension Campaign {
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
