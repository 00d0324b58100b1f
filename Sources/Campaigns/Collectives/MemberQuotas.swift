/// Where the members of collectives stand with a quota that each of them has.
package struct MemberQuotas: Sendable, Hashable {
  /// One member's standing, over the stretch in which it is asked.
  package struct Member: Sendable, Hashable {
    /// The unit.
    package let unit: Unit
    /// Where it stands.
    package let standing: QuotaStanding
  }

  /// The members, in order; one that came back is there twice.
  package let members: [Member]

  /// How many are owed in all.
  package var owed: Int { members.reduce(0) { $0 + $1.standing.owed } }

  /// Those who owe something.
  package var short: [Member] { members.filter { $0.standing.owed > 0 } }

  /// Red where somebody owes something, yellow where it is about to be so, green where all have done what the current
  /// period asks for.
  package var light: Light {
    let lights = members.map(\.standing.light)
    if lights.contains(.red) { return .red }
    if lights.contains(.yellow) { return .yellow }
    return lights.allSatisfy { $0 == .green } && !lights.isEmpty ? .green : .none
  }

  /// The period that the day lies in, how many members have to do something in it, and how many have done it.
  package var current: (period: QuotaPeriod, met: Int, asked: Int)? {
    let periods = members.compactMap(\.standing.current).filter { $0.asked > 0 }
    return periods.first.map { ($0, periods.count { $0.open <= 0 }, periods.count) }
  }

  /// Those who have still to do something in the current period.
  package var waiting: [Member] { members.filter { ($0.standing.current?.open ?? 0) > 0 } }

  /// The standing of a unit, the last one where it came back.
  package func standing(of unit: String) -> QuotaStanding? { members.last { $0.unit.id == unit }?.standing }
}

extension Verdict {
  /// The light of its quota, or of its members' quotas; nil without one.
  package var quotaLight: Light? { quota?.light ?? memberQuotas?.light }
  /// How many are owed; 0 without a quota.
  package var quotaOwed: Int { quota?.owed ?? memberQuotas?.owed ?? 0 }
}
