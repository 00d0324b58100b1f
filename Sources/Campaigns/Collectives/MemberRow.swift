/// Where one member stands with a task of collectives: the task as that unit sees it, with its own progress, completion,
/// quota and log, judged like any other.
package struct MemberRow: Sendable, Identifiable {
  /// The member.
  package let unit: Unit
  /// Whether it has completed its part itself.
  package let isDone: Bool
  /// The task as the member sees it.
  package let row: TaskRow

  /// The member's id.
  package var id: String { unit.id }
}

extension Judge {
  /// Everybody who is asked through the collectives of a task, in their order.
  package func memberRows(of task: Task, in campaign: Campaign) -> [MemberRow] {
    memberRows(of: task, in: campaign) { _ in true }
  }

  /// Where one unit stands as a member of the collectives of a task; nil where it is not asked.
  package func memberRow(of task: Task, in campaign: Campaign, unit: String) -> MemberRow? {
    memberRows(of: task, in: campaign) { $0.id == unit }.first
  }

  private func memberRows(of task: Task, in campaign: Campaign, _ isWanted: (Unit) -> Bool) -> [MemberRow] {
    let asked = task.askedMembers(units, on: today, end: end(of: task, in: campaign)).filter(isWanted)
    guard !asked.isEmpty else { return [] }
    let statuses = task.statuses(units)
    let stretches = task.stretches(units, on: today, end: end(of: task, in: campaign))
    return asked.map { unit in
      let status = statuses[unit.id]
      let part = task.part(of: unit, status, stretches, units)
      let stretch = stretches.last { $0.unit.id == unit.id }
      var verdict = verdict(on: part, in: campaign, as: stretch)
      // What is to be filled in later is asked of the task.
      verdict.notes.removeAll { $0 == .detailsMissing }
      return MemberRow(
        unit: unit, isDone: status?.completed != nil,
        row: TaskRow(task: part, campaign: campaign, verdict: verdict, judge: self))
    }
  }
}

extension Task {
  /// The task as one member sees it.
  func part(
    of unit: Unit, _ status: MemberStatus?, _ stretches: [CollectiveMember], _ registry: UnitRegistry
  ) -> Task {
    var part = self
    part.units = [Responsibility(unit: unit.id, name: unit.name, role: .lead)]
    part.members = []
    part.targets = []
    part.percent = status?.percent
    part.log = log.filter { entry in entry.unit.flatMap { registry.current(id: $0)?.id } == unit.id }
    part.occurrences =
      stretches.last { $0.unit.id == unit.id }.map { occurrences(in: $0, of: stretches, registry) } ?? []
    if let on = status?.completed, stage.isOpen || stage.isCompleted {
      if stage.isOpen { part.stage = .completed }
      part.completion = Completion(
        on: on, summary: part.lastEntry(.completed)?.text, evidence: status?.evidence)
    }
    return part
  }

  /// What counts towards one member's quota: what it did, and what was done for all while it was a member, by nobody named
  /// or by a unit that is no member.
  func occurrences(of unit: Unit, _ stretches: [CollectiveMember], _ registry: UnitRegistry) -> [Occurrence] {
    occurrences.filter { occurrence in
      let id = occurrence.unit.flatMap { registry.current(id: $0)?.id }
      if id == unit.id { return true }
      return !stretches.contains { $0.unit.id == id }
        && stretches.contains { $0.unit.id == unit.id && $0.isMember(on: occurrence.on) }
    }
  }

  /// The same for one of its stretches: each counts in the one that had begun last on its day.
  func occurrences(
    in stretch: CollectiveMember, of stretches: [CollectiveMember], _ registry: UnitRegistry
  ) -> [Occurrence] {
    let own = stretches.filter { $0.unit.id == stretch.unit.id }
    let all = occurrences(of: stretch.unit, stretches, registry)
    guard own.count > 1 else { return all }
    return all.filter { occurrence in
      (own.last { $0.from ?? .earliest <= occurrence.on } ?? own[0]) == stretch
    }
  }
}
