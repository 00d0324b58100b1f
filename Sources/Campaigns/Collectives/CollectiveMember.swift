/// A stretch of days in which a unit belongs to a collective. Who joins or leaves changes what is asked from then on,
/// not the past (docs/decisions/collectives.md).
package struct CollectiveMember: Sendable, Hashable {
  /// The unit in force.
  package let unit: Unit
  /// First day; nil: always.
  package let from: Day?
  /// Last day; nil: still.
  package let until: Day?

  /// Whether it belongs to the collective on a day.
  func isMember(on day: Day) -> Bool { (from ?? day) <= day && day <= (until ?? day) }

  /// Stretches of one unit in the order of time, with those that touch or overlap made one.
  static func joined(_ stretches: [CollectiveMember]) -> [CollectiveMember] {
    var joined: [CollectiveMember] = []
    for next in stretches.sorted(by: { $0.from ?? .earliest < $1.from ?? .earliest }) {
      guard let last = joined.last, last.until.map({ next.from ?? .earliest <= $0 + 1 }) ?? true else {
        joined.append(next)
        continue
      }
      let until = last.until.flatMap { one in next.until.map { max(one, $0) } }
      joined[joined.count - 1] = CollectiveMember(unit: last.unit, from: last.from, until: until)
    }
    return joined
  }

  /// Whether another stretch has all of its days.
  fileprivate func isWithin(_ other: CollectiveMember) -> Bool {
    (other.from ?? .earliest) <= (from ?? .earliest)
      && (other.until.map { end in until.map { $0 <= end } ?? false } ?? true)
  }

  /// The stretch within another one; nil where they share no day.
  fileprivate func within(_ other: Unit.Membership) -> CollectiveMember? {
    let first = [from, other.from].compactMap(\.self).max()
    let last = [until, other.until].compactMap(\.self).min()
    if let first, let last, last < first { return nil }
    return CollectiveMember(unit: unit, from: first, until: last)
  }
}

extension UnitRegistry {
  /// Everybody who ever belonged to a collective, in its order, a stretch each; merged units as those that took them
  /// over, collectives within it as their members.
  package func memberships(of id: String) -> [CollectiveMember] {
    guard let collective = current(id: id) else { return [] }
    var found: [CollectiveMember] = []
    // Collectives in collectives: what was looked into for some days is not looked into again for them.
    var known: [String: [CollectiveMember]] = [:]
    var open = [CollectiveMember(unit: collective, from: nil, until: nil)]
    while let next = open.popLast() {
      guard next.unit.kind == .collective || next.unit.id == collective.id else {
        found.append(next)
        continue
      }
      let stretches = known[next.unit.id] ?? []
      guard !stretches.contains(where: next.isWithin) else { continue }
      known[next.unit.id] = CollectiveMember.joined(stretches + [next])
      // From the end: the stack gives the first one back first.
      for membership in next.unit.members.reversed() {
        guard let unit = current(id: membership.unit) else { continue }
        let part = CollectiveMember(unit: unit, from: next.from, until: next.until).within(membership)
        if let part { open.append(part) }
      }
    }
    return found
  }

  /// Members of a collective on a day, once each.
  package func members(of id: String, on day: Day) -> [Unit] {
    var seen: Set<String> = []
    return memberships(of: id).filter { $0.isMember(on: day) }.map(\.unit)
      .filter { seen.insert($0.id).inserted }
  }

  /// How many levels of collectives lie within a unit; no more than `limit` are counted.
  func levels(within id: String, limit: Int) -> Int {
    levels(from: id, limit) { id in current(id: id)?.members.map(\.unit) ?? [] }
  }

  /// How many levels of collectives a unit lies within; no more than `limit` are counted.
  func levels(around id: String, limit: Int) -> Int {
    levels(from: id, limit) { id in units.filter { $0.members.contains { $0.unit == id } }.map(\.id) }
  }

  private func levels(from id: String, _ limit: Int, _ next: (String) -> [String]) -> Int {
    var (level, levels): (Set<String>, Int) = ([id], 0)
    while levels < limit {
      level = Set(level.flatMap(next))
      if level.isEmpty { break }
      levels += 1
    }
    return levels
  }

  /// Whether one collective is another, or lies within it.
  func isInside(_ id: String, of outer: String) -> Bool {
    var (seen, open) = (Set<String>(), [outer])
    while let next = open.popLast().flatMap({ current(id: $0) }) {
      if next.id == id { return true }
      if seen.insert(next.id).inserted { open += next.members.map(\.unit) }
    }
    return false
  }
}

extension Day {
  /// Before every day that a membership begins on.
  static let earliest = Day(1, 1, 1) ?? .epoch
}
