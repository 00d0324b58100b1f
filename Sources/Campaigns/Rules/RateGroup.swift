/// What rates are told apart by. A task counts in every group that it belongs to: two lead units, two leaders; drafts in
/// none. The rows of a group are those that its filter lists.
///
///     RateGroup.leader.groups(snapshot.rows, snapshot.units).map { snapshot.rows(matching: $0.key.filter).count }
package enum RateGroup: String, CaseIterable, Sendable {
  /// The units that lead.
  case unit
  case campaign, phase, leader

  /// A group, with what `list` takes to show its rows.
  package enum Key: Hashable, Sendable {
    case unit(id: String, name: String)
    case campaign(code: String, title: String)
    case phase(campaign: String, id: String, name: String)
    case leader(String)
    case none(RateGroup)

    /// The filter that lists its rows.
    package var filter: Filter {
      switch self {
      case .unit(let id, _): .lead(id)
      case .campaign(let code, _): .code(code)
      case .phase(let campaign, let id, _): .and(.code(campaign), .phaseID(id))
      case .leader(let name): .namedLeader(name)
      case .none(.unit): .lead(Filter.none)
      case .none(.phase): .phase(Filter.none)
      case .none(.leader): .leader(Filter.none)
      case .none(.campaign): .campaign(Filter.none)
      }
    }

    /// The filter that lists its rows, as `list` takes it.
    package var filterText: String {
      switch self {
      case .unit(let id, _): FilterKey.lead.text(id)
      case .campaign(let code, _): FilterKey.campaign.text(code)
      case .phase(let campaign, let id, _): FilterKey.campaign.text(campaign) + " " + FilterKey.phase.text(id)
      case .leader(let name): FilterKey.leader.text(name)
      case .none(.unit): FilterKey.lead.text(Filter.none)
      case .none(.phase): FilterKey.phase.text(Filter.none)
      case .none(.leader): FilterKey.leader.text(Filter.none)
      // Every task is in a campaign.
      case .none(.campaign): FilterKey.campaign.text(Filter.none)
      }
    }

    /// The filter that lists those of its rows that another filter lists too, as `list` takes it.
    ///
    ///     RateGroup.Key.leader("院长").filterText(within: "时限:本周 or 逾期")  // (时限:本周 or 逾期) leader:院长
    package func filterText(within words: String) -> String {
      words.trimmed.isEmpty ? filterText : "(\(words.trimmed)) \(filterText)"
    }
  }
}

extension Snapshot {
  /// The counts of the rows that answer a filter, by groups and of all together. Units come in the organisation's own order,
  /// other groups as they occur, rows that are in none last.
  package func rates(
    by group: RateGroup, matching filter: Filter = .all
  ) -> (groups: [(key: RateGroup.Key, tally: Tally)], all: Tally) {
    var order: [RateGroup.Key] = []
    var tallies: [RateGroup.Key: Tally] = [:]
    func add(_ key: RateGroup.Key, _ tally: Tally) {
      guard tally.total > 0 else { return }
      if tallies[key] == nil { order.append(key) }
      tallies[key, default: Tally()] += tally
    }
    // Of all rows most is known of each campaign together.
    if filter == .all, group == .campaign {
      for entry in entries {
        add(.campaign(code: entry.code, title: entry.campaignTitle), entry.summary.tally)
      }
    } else if filter == .all, group == .unit {
      let sum = shareSum
      for share in sum.shares {
        add(.unit(id: share.unit, name: units.unit(id: share.unit)?.name ?? share.unit), share.leading)
      }
      add(.none(.unit), sum.unled)
    } else {
      each(matching: filter) { _, entry, rows in
        for (key, tally) in entry.tallies(by: group, of: rows, units) { add(key, tally) }
      }
    }
    var groups = order.map { (key: $0, tally: tallies[$0] ?? Tally()) }
    if group == .unit {
      let places = Dictionary(units.units.enumerated().map { ($1.id, $0) }) { first, _ in first }
      groups.sort { ($0.key.place(places), $0.key.unit) < ($1.key.place(places), $1.key.unit) }
    }
    let none = RateGroup.Key.none(group)
    groups = groups.filter { $0.key != none } + groups.filter { $0.key == none }
    return (groups, tally(matching: filter))
  }
}

extension RateGroup.Key {
  /// The id of the unit that it is.
  fileprivate var unit: String { if case .unit(let id, _) = self { id } else { "" } }

  fileprivate func place(_ places: [String: Int]) -> Int {
    if case .unit(let id, _) = self { places[id] ?? .max } else { .max }
  }
}

extension CampaignEntry {
  /// Counts of rows by groups, in the order in which they occur.
  fileprivate func tallies(
    by group: RateGroup, of rows: [Int], _ registry: UnitRegistry
  ) -> [(key: RateGroup.Key, tally: Tally)] {
    var tallies: [(key: RateGroup.Key, tally: Tally)] = []
    for row in rows {
      let fact = facts.at(row)
      let found: [RateGroup.Key] =
        switch group {
        case .unit: names.names(.lead, of: row).map { .unit(id: $0, name: registry.unit(id: $0)?.name ?? $0) }
        case .campaign: [.campaign(code: code, title: campaignTitle)]
        case .phase:
          fact.phase == 0
            ? []
            : [
              .phase(
                campaign: code, id: phases[Int(fact.phase) - 1].id, name: phases[Int(fact.phase) - 1].name)
            ]
        case .leader: names.names(.leader, of: row).map { .leader($0) }
        }
      for key in found.isEmpty ? [.none(group)] : found {
        let place = tallies.firstIndex { $0.key == key } ?? tallies.count
        if place == tallies.count { tallies.append((key, Tally())) }
        tallies[place].tally.add(fact.standing)
      }
    }
    return tallies
  }
}
