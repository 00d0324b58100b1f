/// A chase that was sent, as the log has it.
package struct SentChase: Sendable, Hashable {
  /// Its log entry.
  package let entry: Int
  /// The id of the unit in force.
  package let unit: String
  /// The day.
  package let on: Day
  /// Its level, from 1; nil where a hand wrote none.
  package let level: Int?
  /// Its number among those of the unit, from 1; nil where a hand wrote none.
  package let number: Int?
  /// The day of the last word of the unit after it; nil: it stands without an answer.
  package let answered: Day?
}

extension Task {
  /// The chases of a task, oldest first, each with its answer. Those that were struck do not count. A unit answers by a
  /// report, by completing its part, by asking for completion or more time: by its day or by its place in the log later
  /// than the chase. Words without a unit are those of the units that answer for the task themselves.
  package func sentChases(_ registry: UnitRegistry) -> [SentChase] {
    let standing = log.filter { $0.struckBy == nil }
    let plain = Set(plainUnits(registry).map(\.id))
    func current(_ entry: LogEntry) -> String? { entry.unit.map { registry.current(id: $0)?.id ?? $0 } }
    return standing.enumerated().compactMap { place, entry in
      guard case .chase(let level, let number) = entry.kind, let unit = current(entry) else { return nil }
      let answers = standing.enumerated().filter { other, word in
        word.isAnswer && (other > place || word.day > entry.day)
          && (current(word).map { $0 == unit } ?? plain.contains(unit))
      }
      return SentChase(
        entry: entry.id, unit: unit, on: entry.day, level: level, number: number,
        answered: answers.map { max($0.element.day, entry.day) }.max())
    }
  }

  /// The units in force that have a part of their own, collectives not among them.
  func plainUnits(_ registry: UnitRegistry, in roles: [Role] = [.lead, .supporting]) -> [Unit] {
    var seen: Set<String> = []
    return units.filter { roles.contains($0.role) }.compactMap {
      $0.unit.flatMap { registry.current(id: $0) }
    }
    .filter { $0.kind != .collective && seen.insert($0.id).inserted }
  }
}

extension LogEntry {
  /// Whether it is a word of a unit that answers a chase.
  fileprivate var isAnswer: Bool {
    switch kind {
    case .progress, .completed, .submitted, .extensionAsked: true
    case .note, .instruction, .chase, .correction, .assigned, .acknowledged, .returned, .struckOff, .reopened,
      .suspended, .resumed, .cancelled, .extensionDecided, .edited, .split, .moved:
      false
    }
  }
}
