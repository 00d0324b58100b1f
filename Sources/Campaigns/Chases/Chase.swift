/// The next chase of a unit that owes something in a task. Derived on a day, never stored; the rules are in
/// docs/decisions/chases.md.
package struct Chase: Sendable, Hashable {
  /// The unit.
  package let unit: Unit
  /// The day by which it should have been done; nil where nothing is late yet.
  package let due: Day?
  /// Calendar days late; 0 where it is not.
  package let daysLate: Int
  /// Working days late.
  package let workingDaysLate: Int
  /// How often the unit will have been chased with this one.
  package let number: Int
  /// What it is to be.
  package let level: ChaseLevel
  /// The last one that was sent.
  package let last: SentChase?
  /// Whether the unit is to be chased on that day.
  package let isDue: Bool
}

extension Judge {
  /// The next chases of those that owe something in an open task which is late: the units that lead it, and the members of
  /// its collectives that have not completed. Where only a quota is
  /// behind, those that lead, or the members that owe something of theirs.
  func chases(of task: Task, _ verdict: Verdict) -> [Chase] {
    guard task.stage.isOpen else { return [] }
    if verdict.condition == .overdue, let end = verdict.end {
      return chases(of: others(task.owing(units, on: today, end: end)), in: task, late: end)
    }
    if let quotas = verdict.memberQuotas {
      return quotas.short.flatMap { chases(of: others([$0.unit]), in: task, late: $0.firstOwed) }
    }
    guard let owed = verdict.quota?.firstOwed else { return [] }
    return chases(of: others(task.plainUnits(units, in: [.lead])), in: task, late: owed)
  }

  /// All but the office itself, which chases nobody that it is.
  private func others(_ units: [Unit]) -> [Unit] { units.filter { $0.id != office } }

  /// The next chases of those that owe something; before anything is late, of those that answer for it then.
  package func nextChases(of task: Task, in campaign: Campaign) -> [Chase] {
    let owing = campaign.state == .open ? chases(of: task, verdict(on: task, in: campaign)) : []
    return owing.isEmpty ? chases(of: others(task.owing(units, on: today)), in: task, late: nil) : owing
  }

  /// The next chases of these units; `due` is the day by which they should have done it, nil where nothing is late.
  func chases(of owing: [Unit], in task: Task, late due: Day?) -> [Chase] {
    guard !owing.isEmpty else { return [] }
    let sent = task.sentChases(units)
    let late = due.map { calendar.workingDays(after: $0, through: today) } ?? 0
    // Whoever submitted waits for the office, whoever asked in time for a decision.
    let waits = task.stage == .submitted || task.pendingExtension.map { !$0.isLate } ?? false
    return owing.map { unit in
      let own = sent.filter { $0.unit == unit.id }
      // The latest by its day: one may have been recorded afterwards.
      let last = own.reversed().max { $0.on < $1.on }
      let since = last.map { calendar.workingDays(after: max($0.on, $0.answered ?? $0.on), through: today) }
      let level =
        due == nil
        ? .ordinary
        : ChaseLevel(
          number: own.count + 1, workingDaysLate: late, unansweredFor: last?.answered == nil ? since ?? 0 : 0)
      return Chase(
        unit: unit, due: due, daysLate: due.map { max(0, today - $0) } ?? 0, workingDaysLate: late,
        number: own.count + 1, level: level, last: last,
        isDue: due != nil && !waits && since ?? ChaseLevel.answerWithin >= ChaseLevel.answerWithin)
    }
  }
}

extension Task {
  /// Who owes the task's completion on a day: the units that lead it, and the members of its collectives that have not
  /// completed, each once.
  func owing(_ registry: UnitRegistry, on day: Day, end: Day? = nil) -> [Unit] {
    let leading = plainUnits(registry, in: [.lead])
    let known = Set(leading.map(\.id))
    return leading + missingMembers(registry, on: day, end: end).filter { !known.contains($0.id) }
  }
}
