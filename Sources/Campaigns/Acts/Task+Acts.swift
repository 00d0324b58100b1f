extension Task {
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
    evidence: String? = nil, stamp: Stamp
  ) {
    log.append(
      LogEntry(
        id: nextEntry, stamp: stamp, kind: kind, on: day == stamp.at.day ? nil : day, text: text,
        unit: unit, via: via, evidence: evidence))
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
  func isResponsible(_ unit: Unit, _ registry: UnitRegistry) -> Bool {
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
}
