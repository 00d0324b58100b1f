/// Where the members of collectives stand with a quota that each of them has.
package struct MemberQuotas: Sendable, Hashable {
  /// One member's standing, over each stretch in which it is asked.
  package struct Member: Sendable, Hashable {
    /// The unit.
    package let unit: Unit
    /// Where it stands in each of them, in order; one that came back has several.
    package fileprivate(set) var standings: [QuotaStanding]
    /// Where it stands in the last one.
    package var standing: QuotaStanding { standings[standings.count - 1] }
    /// How many it owes in all.
    package var owed: Int { standings.reduce(0) { $0 + $1.owed } }
    /// The day on which the first period was due of which it owes something; nil where it owes nothing.
    package var firstOwed: Day? { standings.compactMap(\.firstOwed).min() }

    fileprivate init(unit: Unit, standing: QuotaStanding) {
      self.unit = unit
      standings = [standing]
    }
  }

  /// The members, in order, each once.
  package let members: [Member]

  /// Members by their standings, a stretch each, in the order of time for one that came back.
  init(_ standings: [(unit: Unit, standing: QuotaStanding)]) {
    var members: [Member] = []
    for (unit, standing) in standings.sorted(by: { $0.1.start < $1.1.start }) {
      if let place = members.firstIndex(where: { $0.unit.id == unit.id }) {
        members[place].standings.append(standing)
      } else {
        members.append(Member(unit: unit, standing: standing))
      }
    }
    let order = standings.map(\.unit.id)
    self.members = members.sorted {
      order.firstIndex(of: $0.unit.id) ?? 0 < order.firstIndex(of: $1.unit.id) ?? 0
    }
  }

  /// How many are owed in all.
  package var owed: Int { members.reduce(0) { $0 + $1.owed } }

  /// Those who owe something.
  package var short: [Member] { members.filter { $0.owed > 0 } }

  /// What they have to do with the light: what somebody owes, else what is due soon, else that all have done what the
  /// current period asks for.
  package var cause: LightCause? {
    if owed > 0 { return .short(owed: owed) }
    let standings = members.flatMap(\.standings)
    let left = standings.filter { $0.cause?.kind == .quotaDueSoon }.compactMap(\.workingDaysLeft).min()
    if let left { return .quotaDueSoon(workingDays: left) }
    return !standings.isEmpty && standings.allSatisfy { $0.cause == .quotaMet } ? .quotaMet : nil
  }

  /// The light that the cause turns on.
  package var light: Light { cause?.light ?? .none }

  /// The period that lists show, the current one where there is one, how many members have to do something in it, and how
  /// many have done it.
  package var current: (period: QuotaPeriod, met: Int, asked: Int)? {
    let now = members.compactMap(\.standing.current).filter { $0.asked > 0 }
    let periods = now.isEmpty ? members.compactMap(\.standing.shown) : now
    return periods.first.map { first in
      let same = periods.filter { $0.due == first.due }
      return (first, same.count { $0.open <= 0 }, same.count)
    }
  }

  /// Those who have still to do something in the current period.
  package var waiting: [Member] { members.filter { ($0.standing.current?.open ?? 0) > 0 } }

  /// The standing of a unit, the last one where it came back.
  package func standing(of unit: String) -> QuotaStanding? { members.last { $0.unit.id == unit }?.standing }
}

extension Verdict {
  /// Whether a quota is counted, its own or its members'.
  package var hasQuota: Bool { quota != nil || memberQuotas != nil }
  /// How many are owed; 0 without a quota.
  package var quotaOwed: Int { quota?.owed ?? memberQuotas?.owed ?? 0 }
  /// The day of a quota with points by which something is due, the first of which something is owed; nil without points.
  package var pointDue: Day? {
    quota?.pointDue ?? memberQuotas?.members.compactMap(\.standing.pointDue).min()
  }
}
