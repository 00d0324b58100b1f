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
  package func memberships(of id: String) -> [CollectiveMember] { memberships(of: id, inside: []) }

  private func memberships(of id: String, inside outer: Set<String>) -> [CollectiveMember] {
    guard let collective = current(id: id), !outer.contains(collective.id) else { return [] }
    return collective.members.flatMap { membership -> [CollectiveMember] in
      guard let unit = current(id: membership.unit) else { return [] }
      let inner =
        unit.kind == .collective
        ? memberships(of: unit.id, inside: outer.union([collective.id]))
        : [CollectiveMember(unit: unit, from: nil, until: nil)]
      return inner.compactMap { $0.within(membership) }
    }
  }

  /// Members of a collective on a day, once each.
  package func members(of id: String, on day: Day) -> [Unit] {
    var seen: Set<String> = []
    return memberships(of: id).filter { $0.isMember(on: day) }.map(\.unit)
      .filter { seen.insert($0.id).inserted }
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
