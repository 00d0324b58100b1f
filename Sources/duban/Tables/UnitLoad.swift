import Campaigns

/// What a unit has to do: the tasks that it leads, and beside them those that it supports.
struct UnitLoad {
  /// The unit's id; nil for tasks that name none.
  let id: String?
  let name: String
  let kind: Campaigns.Unit.Kind?
  /// Tasks that it leads.
  let tally: Tally
  /// Tasks that it leads and that are open.
  let open: Int
  /// Tasks that it supports.
  let supporting: Tally

  /// Every unit that leads or supports something, in the registry's order. Each task counts for its lead units; rows
  /// of `duban list unit:` are more, since they count members of collectives too.
  static func all(_ reading: Reading) -> [UnitLoad] {
    var leading: [String: [TaskRow]] = [:]
    var supporting: [String: [TaskRow]] = [:]
    let registry = reading.ledger.units
    for row in reading.rows where row.task.stage != .draft {
      for part in row.task.units {
        guard let id = part.unit.flatMap({ registry.current(id: $0)?.id }) else { continue }
        if part.role == .lead { leading[id, default: []].append(row) }
        if part.role == .supporting { supporting[id, default: []].append(row) }
      }
    }
    return registry.units.compactMap { unit in
      let (lead, support) = (leading[unit.id] ?? [], supporting[unit.id] ?? [])
      guard !lead.isEmpty || !support.isEmpty else { return nil }
      return UnitLoad(
        id: unit.id, name: unit.name, kind: unit.kind, tally: Tally(lead),
        open: lead.count { $0.task.stage.isOpen }, supporting: Tally(support))
    }
  }
}
