/// A unit that is added along with something that names it.
package struct UnitDraft: Sendable, Equatable {
  /// Its name.
  package var name: String
  /// What it is; one with members is a collective.
  package var kind: Unit.Kind
  /// Names of its members.
  package var members: [String]
  /// Its id; nil: the first free one.
  package var id: String?
  /// Other names.
  package var aliases: [String] = []
  /// Where to reach it.
  package var contact: String?

  /// A unit; a department where nothing else is said.
  package init(name: String, kind: Unit.Kind = .department, members: [String] = []) {
    (self.name, self.kind, self.members) = (name, kind, members)
  }

  /// The act that adds it.
  package var act: UnitAct {
    .add(name: name, kind: kind, id: id, aliases: aliases, members: members, contact: contact)
  }
}

/// What is to change in a unit; nil leaves a field as it is.
package struct UnitEdit: Sendable, Equatable {
  /// A member of a collective, by name, and its days.
  package struct Member: Sendable, Equatable {
    /// Its name.
    package var name: String
    /// First day; nil: as it was, or the day of the change for one that joins.
    package var from: Day?
    /// Last day; nil: still.
    package var until: Day?

    /// A member without days.
    package init(name: String, from: Day? = nil, until: Day? = nil) {
      (self.name, self.from, self.until) = (name, from, until)
    }
  }

  /// The name; the one before goes on as another name of it.
  package var name: String?
  /// Other names, in the place of those that it had.
  package var aliases: [String]?
  /// What it is.
  package var kind: Unit.Kind?
  /// Where to reach it; empty: nowhere.
  package var contact: String?
  /// Members, in the place of those that it has on the day of the change; who is not named leaves.
  package var members: [Member]?

  /// An edit of nothing.
  package init() {}
}

extension UnitRegistry {
  /// A unit is changed on a day. What was asked of members before stays asked.
  func edited(_ place: Int, _ edit: UnitEdit, on day: Day) throws(Refusal) -> UnitRegistry {
    var result = self
    var unit = units[place]
    if let name = edit.name {
      let name = try filled(name, .name)
      if name != unit.name {
        if !unit.aliases.contains(name) { try requireFree(name) }
        unit.aliases.removeAll { $0 == name }
        unit.aliases.append(unit.name)
        unit.name = name
      }
    }
    if let aliases = edit.aliases {
      for (index, alias) in aliases.enumerated() {
        if !units[place].aliases.contains(alias), alias != units[place].name { try requireFree(alias) }
        guard alias != unit.name, !aliases[..<index].contains(alias) else { throw .nameTaken(alias) }
      }
      let former = edit.name.map { _ in units[place].name }.flatMap { $0 == unit.name ? nil : $0 }
      unit.aliases =
        aliases + [former].compactMap { name in name.flatMap { aliases.contains($0) ? nil : $0 } }
    }
    if let contact = edit.contact { unit.contact = contact.filled }
    let wasCollective = unit.kind == .collective
    unit.kind = edit.kind ?? unit.kind
    if let members = edit.members {
      unit.kind = members.isEmpty ? unit.kind : .collective
      unit.members = try memberships(of: unit, members, wasCollective: wasCollective, on: day)
    }
    guard unit.kind == .collective || unit.members.isEmpty else { throw .hasMembers(unit: unit.name) }
    guard unit != units[place] else { throw .nothingToDo(id: unit.id) }
    result.units[place] = unit
    return result
  }

  private func memberships(
    of unit: Unit, _ members: [UnitEdit.Member], wasCollective: Bool, on day: Day
  ) throws(Refusal) -> [Unit.Membership] {
    func isPresent(_ member: Unit.Membership) -> Bool { member.until.map { $0 >= day } ?? true }
    var left = unit.members.filter(isPresent)
    var result = unit.members.filter { !isPresent($0) }
    var named: Set<String> = []
    for member in members {
      let known = try self.known(member.name)
      guard named.insert(known.id).inserted else { throw .alreadyMember(unit: known.name, of: unit.name) }
      try requireRoom(for: known, in: unit)
      let before = left.firstIndex { current(id: $0.unit)?.id == known.id }.map { left.remove(at: $0) }
      let from = member.from ?? before?.from ?? (before == nil && wasCollective ? day : nil)
      if let from, let until = member.until, until < from { throw .reversedRange(start: from, end: until) }
      result.append(Unit.Membership(unit: before?.unit ?? known.id, from: from, until: member.until))
    }
    // Who joined on that day and leaves on it was never one.
    result += left.compactMap { member in
      member.from.map { $0 >= day } ?? !wasCollective
        ? nil : Unit.Membership(unit: member.unit, from: member.from, until: day - 1)
    }
    return result
  }
}
