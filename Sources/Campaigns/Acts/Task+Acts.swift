extension Task {
  mutating func edit(_ edit: TaskEdit, in campaign: Campaign) throws(Refusal) {
    if let title = edit.title { self.title = try filled(title, .title) }
    func replaced(_ value: String?, _ old: String?) -> String? {
      guard let value else { return old }
      return value.trimmed.isEmpty ? nil : value.trimmed
    }
    number = replaced(edit.number, number)
    text = replaced(edit.text, text)
    standard = replaced(edit.standard, standard)
    problems = replaced(edit.problems, problems)
    nextSteps = replaced(edit.nextSteps, nextSteps)
    reviewEvery = edit.reviewEvery ?? reviewEvery
    if let rule = edit.memberRule {
      if rule.kind == .atLeast, (rule.count ?? 0) < 1 { throw .badCount(rule.count ?? 0) }
      memberRule = rule == .all ? nil : rule
    }
    if let deadline = edit.deadline {
      try deadline.check()
      self.deadline = deadline
    }
    if let phase = edit.phase { self.phase = phase.isEmpty ? nil : try campaign.phase(phase).id }
    tags.removeAll { edit.removeTags.contains($0) }
    for tag in edit.addTags where !tags.contains(tag) { tags.append(tag) }
    try wait(for: edit.addDependencies, notFor: edit.removeDependencies, in: campaign)
    if edit.registers { stage = try self.stage(after: .register) }
  }

  /// Why its stage forbids a move; nil where it does not.
  func obstacle(to move: Move) -> Refusal? {
    move.rule.from.contains(stage) ? nil : .stageForbids(id: id, move: move, stage: stage)
  }

  /// The stage that a move leads to.
  func stage(after move: Move) throws(Refusal) -> Stage {
    try require(no: obstacle(to: move))
    return move.stage(from: stage, suspendedFrom: suspendedFrom) ?? stage
  }

  /// Adds an entry to the log.
  mutating func enter(
    _ kind: LogEntry.Kind, on day: Day? = nil, text: String? = nil, unit: String? = nil, via: String? = nil,
    stamp: Stamp
  ) {
    log.append(
      LogEntry(
        id: nextEntry, stamp: stamp, kind: kind, on: day == stamp.at.day ? nil : day, text: text,
        unit: unit, via: via))
    changed = stamp
  }

  /// A move with nothing to it but its reason.
  mutating func move(_ move: Move, _ kind: LogEntry.Kind, _ text: String?, _ context: ActContext)
    throws(Refusal)
  {
    let next = try stage(after: move)
    let words = text?.trimmed
    if move.rule.needsReason, words?.isEmpty != false { throw .reasonMissing(id: id, move: move) }
    stage = next
    enter(kind, on: context.today, text: words, stamp: context.stamp)
  }

  /// Whether a unit has a part in it of its own, merged ones as those that took them over.
  private func isResponsible(_ unit: Unit, _ registry: UnitRegistry) -> Bool {
    units.contains { $0.unit.flatMap { registry.current(id: $0)?.id } == unit.id }
  }

  /// A unit by name, added as lead where nobody leads yet, else as supporting.
  mutating func add(_ name: String, _ registry: UnitRegistry) throws(Refusal) {
    let unit = try registry.known(name)
    guard !isResponsible(unit, registry) else { return }
    let role: Role = units.contains { $0.role == .lead } ? .supporting : .lead
    let place = units.lastIndex { $0.role == .lead || $0.role == .supporting || $0.role == .leader }
    units.insert(Responsibility(unit: unit.id, name: unit.name, role: role), at: place.map { $0 + 1 } ?? 0)
  }

  mutating func assign(_ assignment: Assignment, _ context: ActContext) throws(Refusal) {
    let next = try stage(after: .assign)
    let before = units
    for name in assignment.remove {
      let unit = try context.units.known(name)
      guard isResponsible(unit, context.units) else { throw .notResponsible(id: id, unit: unit.name) }
      units.removeAll { $0.unit.flatMap { context.units.current(id: $0)?.id } == unit.id }
    }
    for name in assignment.add { try add(name, context.units) }
    if let lead = assignment.lead {
      let unit = try context.units.known(lead)
      units.removeAll { $0.unit.flatMap { context.units.current(id: $0)?.id } == unit.id }
      units = units.map {
        $0.role == .lead ? Responsibility(unit: $0.unit, name: $0.name, role: .supporting) : $0
      }
      let place = units.lastIndex { $0.role == .leader }.map { $0 + 1 } ?? 0
      units.insert(Responsibility(unit: unit.id, name: unit.name, role: .lead), at: place)
    } else if !units.contains(where: { $0.role == .lead }),
      let first = units.firstIndex(where: { $0.role == .supporting })
    {
      units[first].role = .lead
    }
    guard units != before || next != stage else { throw .nothingToDo(id: id) }
    stage = next
    if assigned == nil { assigned = context.today }
    let names = units.filter { $0.unit != nil }.map(\.name).joined(separator: "、")
    enter(.assigned, on: context.today, text: names, stamp: context.stamp)
  }

  mutating func report(_ report: Report, end: Day?, _ context: ActContext) throws(Refusal) {
    let next = try stage(after: report)
    let words = try filled(report.text, .text)
    if let percent = report.percent, !(0...100).contains(percent) { throw .badPercent(percent) }
    let day = try past(report.on, context)
    var unit: Unit?
    if let from = report.from { unit = try context.units.known(from) }
    if let answered = report.answers { try answer(answered) }
    if let percent = report.percent {
      if let unit, let collective = asks(unit, context, end: end, on: day) {
        members[place(of: unit, in: collective, context.units)].percent = percent
      } else {
        self.percent = percent
      }
    }
    stage = next
    enter(
      .progress(percent: report.percent, answers: report.answers), on: day, text: words, unit: unit?.id,
      via: report.via, stamp: context.stamp)
  }

  mutating func complete(_ report: CompletionReport, end: Day?, _ context: ActContext) throws(Refusal) {
    if let from = report.from { return try completePart(report, of: from, end: end, context) }
    let next = try stage(after: .complete)
    let day = try past(report.on, context)
    stage = next
    completion = Completion(
      on: day, summary: report.words, evidence: report.evidence,
      missing: missingMembers(context.units, on: day, end: end).map(\.name))
    percent = 100
    enter(.completed, on: day, text: report.words, stamp: context.stamp)
  }

  mutating func strikeOff(_ reviewer: String, _ day: Day, _ context: ActContext) throws(Refusal) {
    let next = try stage(after: .strikeOff)
    guard day <= context.today else { throw .dayInFuture(day) }
    strikeOff = StrikeOff(on: day, reviewer: try filled(reviewer, .reviewer))
    stage = next
    enter(.struckOff, on: day, text: reviewer, stamp: context.stamp)
  }

  /// A suspended task goes back to where it was; a completed one is worked on again (回头看), by all of its members or
  /// by one.
  mutating func reopen(_ reason: String?, from: String?, _ context: ActContext) throws(Refusal) {
    if let from { return try reopenPart(of: from, reason, context) }
    if stage == .suspended {
      try move(.resume, .resumed, reason, context)
      suspendedFrom = nil
      return
    }
    try move(.reopen, .reopened, reason, context)
    completion = nil
    percent = nil
    for place in members.indices {
      (members[place].completed, members[place].percent, members[place].evidence) = (nil, nil, nil)
    }
  }

  mutating func correct(_ entry: Int, _ text: String, _ context: ActContext) throws(Refusal) {
    guard let place = log.firstIndex(where: { $0.id == entry }), log[place].struckBy == nil else {
      throw .unknownEntry(id: id, entry: entry)
    }
    let words = try filled(text, .text)
    log[place].struckBy = nextEntry
    // The right words answer what the wrong ones did.
    for other in log.indices where log[other].answeredBy == entry { log[other].answeredBy = nextEntry }
    takeBackWhatWasCounted(by: entry)
    try takeBackExtension(of: entry)
    enter(.correction(of: entry), on: context.today, text: words, stamp: context.stamp)
  }

  func past(_ day: Day?, _ context: ActContext) throws(Refusal) -> Day {
    guard let day else { return context.today }
    guard day <= context.today else { throw .dayInFuture(day) }
    return day
  }
}

extension UnitRegistry {
  /// The unit in force with that name, id or alias.
  /// - Throws: `Refusal.unknownUnit` with the nearest name.
  package func known(_ name: String) throws(Refusal) -> Unit {
    guard let unit = unit(named: name.trimmed) else {
      throw .unknownUnit(
        name: name, nearest: nearest(to: name, among: units.filter { $0.mergedInto == nil }.map(\.name)))
    }
    return unit
  }
}

/// The candidate that is most like `word`, or nil where none is near: at most a third of the longer one differs, and
/// one character always may.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word)
  guard wanted.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate.count <= 64 {
    let distance = editDistance(wanted, Array(candidate))
    let limit = max(1, max(wanted.count, candidate.count) / 3)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// How many characters must be added, taken away, exchanged or swapped with their neighbour.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var (before, above) = ([Int](), Array(0...right.count))
  for (i, a) in left.enumerated() {
    var row = [i + 1]
    for (j, b) in right.enumerated() {
      var best = a == b ? above[j] : min(above[j], above[j + 1], row[j]) + 1
      if i > 0, j > 0, a == right[j - 1], b == left[i - 1] { best = min(best, before[j - 1] + 1) }
      row.append(best)
    }
    (before, above) = (above, row)
  }
  return above[right.count]
}
