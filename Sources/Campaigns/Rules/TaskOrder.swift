/// What lists of tasks can be sorted by.
///
///     snapshot.sorted(snapshot.places(matching: .urgent), by: .due)
package enum TaskOrder: String, CaseIterable, Sendable {
  case due, id, unit, title, state, campaign

  /// By what a row is sorted: numbers first, then the text.
  fileprivate struct Key: Comparable {
    var first = 0
    var second = 0
    var text = ""

    static func < (left: Key, right: Key) -> Bool {
      (left.first, left.second, left.text) < (right.first, right.second, right.text)
    }

    /// Whether there is nothing to sort by: it is due on no day.
    var isNone: Bool { first == Int(RowFacts.never) }

    static func due(_ day: Int32) -> Key { Key(first: Int(day)) }
    /// By code, and within it by number, as far as ids have one.
    static func id(_ id: String, code: String) -> Key {
      Key(text: "\(code) \(String(repeating: " ", count: max(0, 40 - id.count)))\(id)")
    }
    /// What hurts first, and within it the earliest deadline.
    static func state(part: Int, condition: Int, end: Int32) -> Key {
      Key(first: part << 8 + condition, second: Int(end == RowFacts.noDay ? RowFacts.never : end))
    }
  }

  /// The rows in this order; equal ones stay in the order of the document.
  package func sorted(_ rows: [TaskRow], _ registry: UnitRegistry) -> [TaskRow] {
    rows.enumerated().map { ($0.offset, key($0.element, registry), $0.element) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.2)
  }

  private func key(_ row: TaskRow, _ registry: UnitRegistry) -> Key {
    switch self {
    case .due: .due(row.due)
    case .id: .id(row.task.id, code: row.code)
    case .unit: Key(text: row.task.units.first { $0.role == .lead }.map(registry.name) ?? "~")
    case .title: Key(text: row.task.title)
    case .state:
      .state(
        part: row.part.rawValue, condition: row.verdict.condition.ordinal,
        end: row.verdict.end.map { Int32($0.number) } ?? RowFacts.noDay)
    case .campaign: Key(text: row.code)
    }
  }
}

extension Snapshot {
  /// Places in an order; equal ones stay in the order of the document.
  package func sorted(_ places: [RowPlace], by order: TaskOrder) -> [RowPlace] {
    let keys = keys(places, order)
    guard keys.count == places.count else { return places }
    return places.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { places[$0] }
  }

  /// The rank of each place in an order, the same where they are alike; -1 for those without what it sorts by.
  package func ranks(_ places: [RowPlace], by order: TaskOrder) -> [Int] {
    let keys = keys(places, order)
    guard keys.count == places.count else { return [] }
    var ranks = [Int](repeating: -1, count: keys.count)
    var (rank, before) = (-1, TaskOrder.Key?.none)
    for place in keys.indices.sorted(by: { keys[$0] < keys[$1] }) where !keys[place].isNone {
      if keys[place] != before { rank += 1 }
      (ranks[place], before) = (rank, keys[place])
    }
    return ranks
  }

  private func keys(_ places: [RowPlace], _ order: TaskOrder) -> [TaskOrder.Key] {
    var keys: [TaskOrder.Key] = []
    keys.reserveCapacity(places.count)
    for (entry, rows) in byEntry(places) {
      let code = entry.code
      switch order {
      case .due:
        let facts = entry.facts
        keys += rows.map { .due(facts.at($0).due) }
      case .state:
        let facts = entry.facts
        keys += rows.map { row in
          let fact = facts.at(row)
          return .state(part: Int(fact.part), condition: Int(fact.condition), end: fact.end)
        }
      case .id: keys += rows.map { .id(entry.id(at: $0), code: code) }
      case .campaign: keys += rows.map { _ in TaskOrder.Key(text: code) }
      case .unit:
        let names = entry.names
        keys += rows.map { TaskOrder.Key(text: names.names(.leadName, of: $0).first ?? "~") }
      // What it is called is read from its file.
      case .title: keys += entry.rows(at: rows).map { TaskOrder.Key(text: $0.task.title) }
      }
    }
    return keys
  }

  /// Places of one campaign that stand beside each other, together.
  func byEntry(_ places: [RowPlace]) -> [(entry: CampaignEntry, rows: [Int])] {
    var found: [(entry: CampaignEntry, rows: [Int])] = []
    var next = 0
    while next < places.count {
      let entry = places[next].entry
      let end = places[next...].firstIndex { $0.entry != entry } ?? places.count
      found.append((entries[Int(entry)], places[next..<end].map { Int($0.row) }))
      next = end
    }
    return found
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
}

/// Rows that share something, by their numbers in a list.
package struct RowGroup: Sendable {
  /// What they share.
  package let key: TaskGroup.Key
  /// Their numbers, in order.
  package internal(set) var numbers: [Int] = []
  /// Of a unit, those that it does not lead: the unit by its id, by their numbers.
  package internal(set) var parts: [Int: String] = [:]
}

extension Snapshot {
  /// Groups of places, by their numbers in the list, in the order in which they occur. By unit, a row is in the group of each
  /// unit for which it waits; where it waits for none, of the one that leads it.
  package func groups(_ places: [RowPlace], by group: TaskGroup) -> [RowGroup] {
    var groups: [RowGroup] = []
    var known: [TaskGroup.Key: Int] = [:]
    var number = 0
    for (entry, rows) in byEntry(places) {
      for keys in entry.keys(of: rows, by: group) {
        for (key, part) in keys {
          let place = known[key] ?? groups.count
          if place == groups.count {
            known[key] = place
            groups.append(RowGroup(key: key))
          }
          groups[place].numbers.append(number)
          groups[place].parts[number] = part
        }
        number += 1
      }
    }
    return groups
  }
}

extension CampaignEntry {
  /// The id of the task at a place.
  func id(at row: Int) -> String {
    let number = facts.at(row).number
    if number > 0 { return "\(code)-\(number)" }
    return names.names(.id, of: row).first ?? ""
  }

  /// The groups of each row; with the id of a unit that has a part in it and does not lead it.
  fileprivate func keys(
    of rows: [Int], by group: TaskGroup
  ) -> [[(key: TaskGroup.Key, part: String?)]] {
    switch group {
    case .unit:
      let names = names
      return rows.map { row in
        let owing = names.names(.lacking, of: row).compactMap { units.current(id: $0) }
        let leads = names.names(.lead, of: row)
        guard !owing.isEmpty else {
          return [(names.names(.leadName, of: row).first.map(TaskGroup.Key.named) ?? .none, nil)]
        }
        return owing.map { (.named($0.name), leads.contains($0.id) ? nil : $0.id) }
      }
    case .leader:
      let names = names
      return rows.map { [(names.names(.leaderGiven, of: $0).first.map(TaskGroup.Key.named) ?? .none, nil)] }
    case .campaign:
      let name = "\(code) \(campaignTitle)"
      return rows.map { _ in [(.named(name), nil)] }
    case .phase:
      let (facts, phases) = (facts, phases)
      return rows.map { row in
        let phase = Int(facts.at(row).phase)
        return [(phases.indices.contains(phase - 1) ? .named(phases[phase - 1].name) : .none, nil)]
      }
    case .light:
      let facts = facts
      return rows.map { row in
        [(.light(Light.allCases.first { $0.ordinal == Int(facts.at(row).light) } ?? .none), nil)]
      }
    }
  }
}
