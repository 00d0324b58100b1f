/// What lists of tasks can be sorted by.
///
///     TaskOrder.due.sorted(snapshot.rows, snapshot.units)
package enum TaskOrder: String, CaseIterable, Sendable {
  case due, id, unit, title, state, campaign

  /// The rows in this order; equal ones stay in the order of the document.
  package func sorted(_ rows: [TaskRow], _ registry: UnitRegistry) -> [TaskRow] {
    rows.enumerated().map { ($0.offset, key($0.element, registry), $0.element) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.2)
  }

  private func key(_ row: TaskRow, _ registry: UnitRegistry) -> String {
    switch self {
    case .due: (row.verdict.end ?? row.verdict.pointDue)?.iso ?? "~"
    case .id: "\(row.code) \(String(repeating: " ", count: max(0, 40 - row.task.id.count)))\(row.task.id)"
    case .unit: row.task.units(in: .lead).first.map(registry.name) ?? "~"
    case .title: row.task.title
    case .state:
      // What hurts first, and within it the earliest deadline.
      "\(row.part.rawValue + 10) \(row.verdict.condition.ordinal) \(row.verdict.end?.iso ?? "~")"
    case .campaign: row.code
    }
  }
}

/// What lists of tasks can be grouped by.
package enum TaskGroup: String, CaseIterable, Sendable {
  case unit, campaign, phase, leader, light

  /// What rows of a group share.
  package enum Key: Hashable, Sendable {
    /// A name, as of a unit.
    case named(String)
    case light(Light)
    case none
  }

  /// The rows of each group, groups in the order in which they occur.
  package func groups(_ rows: [TaskRow], _ registry: UnitRegistry) -> [(key: Key, rows: [TaskRow])] {
    rows.grouped { [key($0, registry)] }
  }

  private func key(_ row: TaskRow, _ registry: UnitRegistry) -> Key {
    let name: String? =
      switch self {
      case .unit: row.task.units(in: .lead).first.map(registry.name)
      case .campaign: "\(row.code) \(row.campaignTitle)"
      case .phase: row.phase?.name
      case .leader: row.task.units(in: .leader).first?.name
      case .light: nil
      }
    return self == .light ? .light(row.verdict.light) : name.map(Key.named) ?? .none
  }
}

extension [TaskRow] {
  /// The rows of each group, groups in the order in which they occur; a row stands in all of its groups.
  func grouped<Key: Hashable>(_ keys: (TaskRow) -> [Key]) -> [(key: Key, rows: [TaskRow])] {
    var order: [Key] = []
    var groups: [Key: [TaskRow]] = [:]
    for row in self {
      for key in keys(row) {
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(row)
      }
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}
