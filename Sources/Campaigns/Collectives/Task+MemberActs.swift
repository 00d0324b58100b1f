extension Task {
  /// One member has completed its part. Where that was the last one missing, by the task's rule, the task is completed
  /// with it, on the day on which that was so.
  mutating func completePart(_ report: CompletionReport, of name: String, end: Day?, _ context: ActContext)
    throws(Refusal)
  {
    // Who was missing when the rest was enough can still complete its part.
    let next = stage == .completed ? stage : try stage(after: .complete)
    let day = try past(report.on, context)
    let unit = try context.units.known(name)
    guard let collective = asks(unit, context, end: end, on: day) else {
      throw .notResponsible(id: id, unit: unit.name)
    }
    let place = place(of: unit, in: collective, context.units)
    guard members[place].completed == nil else { throw .partCompleted(id: id, unit: unit.name) }
    members[place].completed = day
    members[place].percent = 100
    members[place].evidence = report.evidence
    if stage == .registered || stage == .assigned { stage = .inProgress }
    enter(.completed, on: day, text: report.words, unit: unit.id, stamp: context.stamp)
    guard stage.isOpen, let last = dayCompletedByMembers(context.units, on: context.today, end: end) else {
      return
    }
    stage = next
    completion = Completion(
      on: last, missing: missingMembers(context.units, on: context.today, end: end).map(\.name))
    percent = 100
    enter(.completed, on: last, stamp: context.stamp)
  }

  /// One member has to do its part again, and with it the task, where that was completed.
  mutating func reopenPart(of name: String, _ reason: String?, _ context: ActContext) throws(Refusal) {
    let unit = try context.units.known(name)
    guard
      let place = members.firstIndex(where: {
        context.units.current(id: $0.unit)?.id == unit.id && $0.completed != nil
      })
    else { throw .partNotCompleted(id: id, unit: unit.name) }
    guard stage.isOpen || stage == .completed else {
      throw .stageForbids(id: id, move: .reopen, stage: stage)
    }
    let words = reason?.filled
    if stage == .completed {
      guard words != nil else { throw .reasonMissing(id: id, move: .reopen) }
      stage = try stage(after: .reopen)
      completion = nil
      percent = nil
    }
    members[place].completed = nil
    members[place].percent = nil
    members[place].evidence = nil
    enter(.reopened, on: context.today, text: words, unit: unit.id, stamp: context.stamp)
  }
}

extension CompletionReport {
  /// What was done, where something was said.
  var words: String? { text?.filled }
}
