extension Task {
  /// The collectives that answer for it, in order.
  package func collectives(_ registry: UnitRegistry) -> [Unit] {
    units.compactMap { $0.unit.flatMap { registry.current(id: $0) } }.filter { $0.kind == .collective }
  }

  /// The day whose members are asked: today, but no later than the deadline in force and the completion. Who joins after
  /// that is not asked, who left after it still is.
  private func membershipDay(_ today: Day, end: Day?) -> Day {
    [today, end ?? endInForce, completion?.on].compactMap(\.self).min() ?? today
  }

  /// The statuses of members, by the ids of the units in force.
  func statuses(_ registry: UnitRegistry) -> [String: MemberStatus] {
    Dictionary(members.map { (registry.current(id: $0.unit)?.id ?? $0.unit, $0) }) { first, _ in first }
  }

  /// Everybody who is asked through a collective, once each: its members on the day that counts, and those who had
  /// completed it before they left. `end` is the deadline in force where it follows from an event.
  package func askedMembers(_ registry: UnitRegistry, on today: Day, end: Day? = nil) -> [Unit] {
    asked(registry, on: today, end: end, through: collectives(registry))
  }

  /// Everybody who is asked through one of its collectives.
  package func askedMembers(of collective: Unit, _ registry: UnitRegistry, on today: Day, end: Day? = nil)
    -> [Unit]
  {
    asked(registry, on: today, end: end, through: [collective])
  }

  private func asked(_ registry: UnitRegistry, on today: Day, end: Day?, through collectives: [Unit])
    -> [Unit]
  {
    guard !collectives.isEmpty else { return [] }
    let day = membershipDay(today, end: end)
    let statuses = members.isEmpty ? [:] : statuses(registry)
    var seen: Set<String> = []
    return collectives.flatMap { registry.memberships(of: $0.id) }.filter { member in
      let status = statuses[member.unit.id]
      guard member.isMember(on: day) else { return status?.completed != nil }
      return (status?.from ?? day) <= day && day <= (status?.until ?? day)
    }.map(\.unit).filter { seen.insert($0.id).inserted }
  }

  /// The stretches in which the members that are asked belong to its collectives, in their order: those of one unit that touch
  /// or overlap, as through two collectives, are one.
  func stretches(_ registry: UnitRegistry, on today: Day, end: Day?) -> [CollectiveMember] {
    let all = collectives(registry).flatMap { registry.memberships(of: $0.id) }
    return askedMembers(registry, on: today, end: end).flatMap { unit in
      CollectiveMember.joined(all.filter { $0.unit.id == unit.id })
    }
  }

  /// Members of its collectives that are asked and have not completed it.
  package func missingMembers(_ registry: UnitRegistry, on today: Day, end: Day? = nil) -> [Unit] {
    let done = Set(statuses(registry).filter { $0.value.completed != nil }.keys)
    return askedMembers(registry, on: today, end: end).filter { !done.contains($0.id) }
  }

  /// Whether a unit has a part in it through a collective: on the day that counts, or on `day`.
  func asks(_ unit: Unit, _ context: ActContext, end: Day?, on day: Day) -> Unit? {
    let known = membershipDay(context.today, end: end)
    return collectives(context.units).first { collective in
      context.units.memberships(of: collective.id).contains {
        $0.unit.id == unit.id && ($0.isMember(on: known) || $0.isMember(on: day))
      }
    }
  }

  /// Where the member's status stands; made where there is none yet.
  mutating func place(of unit: Unit, in collective: Unit, _ registry: UnitRegistry) -> Int {
    if let place = members.firstIndex(where: { registry.current(id: $0.unit)?.id == unit.id }) {
      return place
    }
    members.append(MemberStatus(unit: unit.id, name: unit.name, collective: collective.id))
    return members.count - 1
  }

  /// Whether enough members have completed it by its rule.
  func isDoneByMembers(_ registry: UnitRegistry, on today: Day, end: Day?) -> Bool {
    guard members.contains(where: { $0.completed != nil }) else { return false }
    return dayCompletedByMembers(registry, on: today, end: end) != nil
  }

  /// The day on which members completed it by its rule; nil: they have not.
  func dayCompletedByMembers(_ registry: UnitRegistry, on today: Day, end: Day?) -> Day? {
    let statuses = statuses(registry)
    let asked = askedMembers(registry, on: today, end: end)
    let days = asked.compactMap { statuses[$0.id]?.completed }.sorted()
    guard let needed = (memberRule ?? .all).needed(of: asked.count), needed > 0, days.count >= needed else {
      return nil
    }
    return days[needed - 1]
  }
}
