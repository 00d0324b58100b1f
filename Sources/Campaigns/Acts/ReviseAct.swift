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
    (self.title, self.deadline, self.units) = (title, deadline, units)
  }
}

/// An imported task is put right before it is accepted.
package struct ReviseAct: OneTaskAct {
  let revision: DraftRevision
  package static let traits = Act.Traits(.reviseDraft, restsOn: .nothing)
  package static let move: Move? = .register

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    let before = task
    if let title = revision.title { task.title = try filled(title, .title) }
    if let deadline = revision.deadline {
      try deadline.check()
      task.deadline = deadline
    }
    if let names = revision.units {
      task.units =
        names.enumerated().map { index, name in
          let unit = context.units.unit(named: name)
          return Responsibility(
            unit: unit?.id, name: unit?.name ?? name, role: index == 0 ? .lead : .supporting)
        } + task.units.filter { $0.role == .leader || $0.role == .person }
    }
    if task != before { task.changed = context.stamp }
  }
}
