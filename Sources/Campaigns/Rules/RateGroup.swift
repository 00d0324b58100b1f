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
      case .unit(let id, _): "lead:\(id)"
      case .campaign(let code, _): "campaign:\(code)"
      case .phase(let campaign, let id, _): "campaign:\(campaign) phase:\(id)"
      case .leader(let name): "leader:\"\(name)\""
      case .none(.unit): "lead:\(Filter.none)"
      case .none(.phase): "phase:\(Filter.none)"
      case .none(.leader): "leader:\(Filter.none)"
      // Every task is in a campaign.
      case .none(.campaign): "campaign:\(Filter.none)"
      }
    }
  }

  /// The rows of each group, groups in the order in which they occur.
  package func groups(_ rows: [TaskRow], _ registry: UnitRegistry) -> [(key: Key, rows: [TaskRow])] {
    rows.filter { $0.task.stage != .draft }.grouped { keys($0, registry) }
  }

  private func keys(_ row: TaskRow, _ registry: UnitRegistry) -> [Key] {
    let keys: [Key] =
      switch self {
      case .unit:
        row.task.units(in: .lead, registry).sorted().compactMap { id in
          registry.unit(id: id).map { .unit(id: id, name: $0.name) }
        }
      case .campaign: [.campaign(code: row.code, title: row.campaignTitle)]
      case .phase: row.phase.map { [.phase(campaign: row.code, id: $0.id, name: $0.name)] } ?? []
      case .leader:
        row.task.units(in: .leader).map { registry.name(of: $0) }.reduce(into: []) { names, name in
          if !names.contains(.leader(name)) { names.append(.leader(name)) }
        }
      }
    return keys.isEmpty ? [.none(self)] : keys
  }
}
