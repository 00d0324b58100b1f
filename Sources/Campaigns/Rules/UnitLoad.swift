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
  package init(idle unit: Unit) { self.init(unit: unit, leading: [], supporting: []) }

  private init(unit: Unit, leading: [TaskRow], supporting: [TaskRow]) {
    self.unit = unit
    tally = Tally(leading)
    open = leading.count { $0.task.stage.isOpen }
    self.supporting = Tally(supporting)
  }

  /// Every unit that leads or supports something, in the registry's order. Each task counts for its lead units, once
  /// where two of them were merged; a unit that leads does not support beside it. Rows
  /// that `unit:` lists are more, since it counts members of collectives too.
  package static func all(_ rows: [TaskRow], _ registry: UnitRegistry) -> [UnitLoad] {
    var leading: [String: [TaskRow]] = [:]
    var supporting: [String: [TaskRow]] = [:]
    for row in rows where row.task.stage != .draft {
      var (leads, supports) = ([String](), [String]())
      for part in row.task.units {
        guard let id = part.unit.flatMap({ registry.current(id: $0)?.id }) else { continue }
        if part.role == .lead, !leads.contains(id) { leads.append(id) }
        if part.role == .supporting, !supports.contains(id) { supports.append(id) }
      }
      for id in leads { leading[id, default: []].append(row) }
      for id in supports where !leads.contains(id) { supporting[id, default: []].append(row) }
    }
    return registry.units.compactMap { unit in
      let (lead, support) = (leading[unit.id] ?? [], supporting[unit.id] ?? [])
      guard !lead.isEmpty || !support.isEmpty else { return nil }
      return UnitLoad(unit: unit, leading: lead, supporting: support)
    }
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

extension Task {
  /// Ids of the units in force that have a role in it: each once, merged ones as those that took them over.
  package func units(in role: Role, _ registry: UnitRegistry) -> Set<String> {
    Set(units.lazy.filter { $0.role == role }.compactMap { $0.unit.flatMap { registry.current(id: $0)?.id } })
  }
}
