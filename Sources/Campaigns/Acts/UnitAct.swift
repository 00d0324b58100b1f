/// What can be done to units. Ids never change, so that history stays with them.
package enum UnitAct: Sendable, Equatable {
  case add(name: String, kind: Unit.Kind, id: String?, aliases: [String], members: [String], contact: String?)
  case rename(unit: String, to: String)
  case alias(unit: String, alias: String, removes: Bool)
  /// The first unit goes on in the second.
  case merge(unit: String, into: String)
  /// What a unit says of itself is changed, on a day.
  case edit(unit: String, UnitEdit, on: Day)
  /// A unit that nothing names goes. That nothing does is the store's to know.
  case remove(unit: String)
  /// A unit joins or leaves a collective, from a day on. A department that one joins is a collective then.
  case membership(unit: String, of: String, leaves: Bool, on: Day)
}

extension UnitRegistry {
  /// The registry after an act.
  /// - Throws: `Refusal`; nothing has changed then.
  package func applying(_ act: UnitAct) throws(Refusal) -> UnitRegistry {
    var result = self
    switch act {
    case .add(let name, let kind, let id, let aliases, let members, let contact):
      let name = try filled(name, .name)
      try result.requireFree(name)
      for (index, alias) in aliases.enumerated() {
        try result.requireFree(try filled(alias, .alias))
        guard alias != name, !aliases[..<index].contains(alias) else { throw .nameTaken(alias) }
      }
      let id = id ?? result.freeID()
      guard isSafeName(id) else { throw .badCode(id) }
      guard unit(id: id) == nil else { throw .nameTaken(id) }
      var ids: [Unit.Membership] = []
      for member in members {
        let unit = try known(member)
        guard !ids.contains(where: { $0.unit == unit.id }) else {
          throw .alreadyMember(unit: unit.name, of: name)
        }
        ids.append(Unit.Membership(unit: unit.id))
      }
      result.units.append(
        Unit(
          id: id, name: name, kind: members.isEmpty ? kind : .collective, aliases: aliases, members: ids,
          contact: contact))
    case .rename(let old, let new):
      let place = try result.place(of: old)
      let name = try filled(new, .name)
      guard name != result.units[place].name else { throw .nothingToDo(id: result.units[place].id) }
      if !result.units[place].aliases.contains(name) { try result.requireFree(name) }
      result.units[place].aliases.removeAll { $0 == name }
      result.units[place].aliases.append(result.units[place].name)
      result.units[place].name = name
    case .alias(let unit, let alias, let removes):
      let place = try result.place(of: unit)
      let alias = try filled(alias, .alias)
      if removes {
        guard result.units[place].aliases.contains(alias) else {
          throw .unknownUnit(name: alias, nearest: nil)
        }
        result.units[place].aliases.removeAll { $0 == alias }
      } else {
        try result.requireFree(alias)
        result.units[place].aliases.append(alias)
      }
    case .merge(let unit, let into):
      let (from, to) = (try result.place(of: unit), try result.place(of: into))
      guard from != to else { throw .nothingToDo(id: result.units[from].id) }
      try result.mergeMembers(of: from, into: to)
      result.units[from].mergedInto = result.units[to].id
    case .remove(let unit): result.units.remove(at: try place(of: unit))
    case .edit(let unit, let edit, let day): result = try edited(place(of: unit), edit, on: day)
    case .membership(let unit, let collective, let leaves, let day):
      try result.changeMembership(of: known(unit), in: place(of: collective), leaves: leaves, on: day)
    }
    return result
  }

  /// Members of a collective that is merged into another one belong to that one then. A collective goes on in a collective only,
  /// and never in one that it contains or that contains it.
  private mutating func mergeMembers(of from: Int, into to: Int) throws(Refusal) {
    let (one, other) = (units[from], units[to])
    guard (one.kind == .collective) == (other.kind == .collective) else {
      throw .notACollective(unit: one.kind == .collective ? other.name : one.name)
    }
    guard one.kind == .collective else { return }
    if isInside(one.id, of: other.id) { throw .collectiveCircle(other.name, of: one.name) }
    if isInside(other.id, of: one.id) { throw .collectiveCircle(one.name, of: other.name) }
    units[to].members += one.members.filter { member in !other.members.contains { $0.unit == member.unit } }
  }

  private mutating func changeMembership(of unit: Unit, in place: Int, leaves: Bool, on day: Day)
    throws(Refusal)
  {
    let wasCollective = units[place].kind == .collective
    guard wasCollective || !leaves else { throw .notACollective(unit: units[place].name) }
    try requireRoom(for: unit, in: units[place])
    let isMember = units[place].members.lastIndex {
      current(id: $0.unit)?.id == unit.id && ($0.until ?? day) >= day
    }
    if leaves {
      guard let isMember else { throw .notAMember(unit: unit.name, of: units[place].name) }
      if let from = units[place].members[isMember].from, day < from {
        throw .reversedRange(start: from, end: day)
      }
      units[place].members[isMember].until = day - 1
    } else {
      guard isMember == nil else { throw .alreadyMember(unit: unit.name, of: units[place].name) }
      units[place].kind = .collective
      units[place].members.append(Unit.Membership(unit: unit.id, from: day))
    }
  }

  /// Refuses a member that contains the collective, or makes collectives within collectives too deep.
  func requireRoom(for unit: Unit, in collective: Unit) throws(Refusal) {
    guard unit.id != collective.id, !isInside(collective.id, of: unit.id) else {
      throw .collectiveCircle(unit.name, of: collective.name)
    }
    let limit = 16
    guard levels(within: unit.id, limit: limit) + 1 + levels(around: collective.id, limit: limit) <= limit
    else {
      throw .nestedTooDeep(unit: unit.name, of: collective.name, limit: limit)
    }
  }

  private func place(of name: String) throws(Refusal) -> Int {
    let unit = try known(name)
    guard let place = units.firstIndex(where: { $0.id == unit.id }) else {
      throw .unknownUnit(name: name, nearest: nil)
    }
    return place
  }

  func requireFree(_ name: String) throws(Refusal) {
    guard !units.contains(where: { $0.name == name || $0.aliases.contains(name) || $0.id == name }) else {
      throw .nameTaken(name)
    }
  }

  /// An id that no unit has.
  func freeID() -> String {
    let taken = Set(units.map(\.id))
    var number = units.count + 1
    while taken.contains("u\(number)") { number += 1 }
    return "u\(number)"
  }
}

/// Whether a code or id can be a file name everywhere: ASCII letters and digits, inside it also - and _; at most
/// 32 characters. Nothing that leads out of a folder.
package func isSafeName(_ name: String) -> Bool {
  guard (1...32).contains(name.utf8.count), let first = name.utf8.first else { return false }
  func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
  return isPlain(first)
    && name.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
}
