/// What a unit has to do: the tasks that it leads, and beside them those that it supports.
package struct UnitLoad: Sendable {
  /// The unit.
  package let unit: Unit
  /// Tasks that it leads: what the filter `lead:` lists.
  package let tally: Tally
  /// Tasks that it leads and that are open.
  package let open: Int
  /// Tasks that it supports.
  package let supporting: Tally
  /// 应办: tasks that it leads, and of whose collectives it is a member that is asked; each counts by how it stands as a whole.
  package let asked: Tally
  /// 欠: those that wait for it, as the filter `missing:` lists them.
  package let owing: Tally

  /// Whether its members do what it is asked for: it owes nothing itself, and its tasks count as they stand.
  package var isCollective: Bool { unit.kind == .collective }

  /// 办结率 of what it has to do: what does not wait for it any more ÷ (all − cancelled − standing); of a collective that of its tasks.
  package var doneRate: Share {
    if isCollective { return tally.completionRate }
    let whole = asked.total - asked.count(.cancelled) - asked.count(.standing)
    return Share(
      part: max(0, whole - asked.count(.suspended) - owing.total + owing.count(.standing)), whole: whole)
  }

  /// A unit that has nothing to do.
  package init(idle unit: Unit) { self.init(unit: unit, CampaignSummary.Share(unit: unit.id)) }

  fileprivate init(unit: Unit, _ share: CampaignSummary.Share) {
    self.unit = unit
    (tally, open, supporting) = (share.leading, share.open, share.supporting)
    (asked, owing) = (share.asked, share.owing)
  }

  /// Units with arrears, the worst first: what waits for them, parts of collectives included.
  package static func lagging(_ loads: [UnitLoad]) -> [UnitLoad] {
    // Stable: units alike stay in the registry's order.
    loads.filter { $0.owing.arrears > 0 }.enumerated().sorted { left, right in
      let (one, other) = (left.element.owing, right.element.owing)
      return (other[.overdue], other.arrears, other[.dueSoon], left.offset)
        < (one[.overdue], one.arrears, one[.dueSoon], right.offset)
    }.map(\.element)
  }
}

extension Snapshot {
  /// Every unit that has to do with something, in the registry's order. Each task counts for its lead units, once
  /// where two of them were merged; a unit that leads does not support beside it. Rows
  /// that `unit:` lists are more, since it counts members of collectives too.
  package var loads: [UnitLoad] {
    let shares = Dictionary(shareSum.shares.map { ($0.unit, $0) }) { first, _ in first }
    return units.units.compactMap { unit in shares[unit.id].map { UnitLoad(unit: unit, $0) } }
  }

  /// What units lead and support in all campaigns, and what none leads.
  var shareSum: ShareSum { recent.shares { ShareSum(entries.lazy.map(\.summary)) } }
}

extension Task {
  /// Ids of the units in force that have a role in it: each once, merged ones as those that took them over.
  package func units(in role: Role, _ registry: UnitRegistry) -> Set<String> {
    Set(current(in: role, registry))
  }
}
