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

  /// A unit that has nothing to do.
  package init(idle unit: Unit) { self.init(unit: unit, CampaignSummary.Share(unit: unit.id)) }

  fileprivate init(unit: Unit, _ share: CampaignSummary.Share) {
    self.unit = unit
    (tally, open, supporting) = (share.leading, share.open, share.supporting)
  }

  /// Lead units with arrears, the worst first.
  package static func lagging(_ loads: [UnitLoad]) -> [UnitLoad] {
    // Stable: units alike stay in the registry's order.
    loads.filter { $0.tally.arrears > 0 }.enumerated().sorted { left, right in
      let (one, other) = (left.element.tally, right.element.tally)
      return (other[.overdue], other.arrears, other[.dueSoon], left.offset)
        < (one[.overdue], one.arrears, one[.dueSoon], right.offset)
    }.map(\.element)
  }
}

extension Snapshot {
  /// Every unit that leads or supports something, in the registry's order. Each task counts for its lead units, once
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
