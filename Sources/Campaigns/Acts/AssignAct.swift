/// Units that come to a task or leave it, by name.
package struct Assignment: Sendable, Equatable {
  /// Units to add; the first one leads where no unit leads yet.
  package var add: [String] = []
  /// The unit that is to lead.
  package var lead: String?
  /// Units that leave.
  package var remove: [String] = []

  /// An assignment.
  package init(add: [String] = [], lead: String? = nil, remove: [String] = []) {
    (self.add, self.lead, self.remove) = (add, lead, remove)
  }
}

/// Units come to a task or leave it; another one may lead.
package struct AssignAct: OneTaskAct {
  let assignment: Assignment
  package static let traits = Act.Traits(.assign, restsOn: .nothing)
  package static let move: Move? = .assign

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    let next = try task.stage(after: .assign)
    let before = task.units
    for name in assignment.remove {
      let unit = try context.units.known(name)
      guard task.isResponsible(unit, context.units) else {
        throw .notResponsible(id: task.id, unit: unit.name)
      }
      task.remove(unit, context.units)
    }
    for name in assignment.add { try task.add(name, context.units) }
    if let lead = assignment.lead {
      let unit = try context.units.known(lead)
      task.remove(unit, context.units)
      task.units = task.units.map {
        $0.role == .lead ? Responsibility(unit: $0.unit, name: $0.name, role: .supporting) : $0
      }
      let place = task.units.lastIndex { $0.role == .leader }.map { $0 + 1 } ?? 0
      task.units.insert(Responsibility(unit: unit.id, name: unit.name, role: .lead), at: place)
    } else if !task.units.contains(where: { $0.role == .lead }),
      let first = task.units.firstIndex(where: { $0.role == .supporting })
    {
      task.units[first].role = .lead
    }
    guard task.units != before || next != task.stage else { throw .nothingToDo(id: task.id) }
    task.stage = next
    if task.assigned == nil { task.assigned = context.today }
    let names = task.units.filter { $0.unit != nil }.map(\.name).joined(separator: "、")
    task.enter(.assigned, on: context.today, text: names, stamp: context.stamp)
  }
}

extension Task {
  fileprivate mutating func remove(_ unit: Unit, _ registry: UnitRegistry) {
    units.removeAll { $0.unit.flatMap { registry.current(id: $0)?.id } == unit.id }
  }
}
