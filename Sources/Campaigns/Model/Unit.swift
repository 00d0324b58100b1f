/// A responsible unit: department, branch, office, post or a collective of units. It is known by its id, so that
/// it can be renamed and merged without losing history.
package struct Unit: Encodable, Hashable, Sendable, Identifiable {
  /// What a unit is.
  package enum Kind: String, Encodable, Sendable, CaseIterable {
    case department, branch, office, organisation, post
    /// A group of units (各支部), each with a status of its own.
    case collective
  }

  /// A unit's belonging to a collective. Who joins or leaves changes what is asked from then on, not the past.
  package struct Membership: Encodable, Hashable, Sendable {
    /// The member's id.
    package var unit: String
    /// First day as a member; nil: always.
    package var from: Day?
    /// Last day as a member; nil: still.
    package var until: Day?

    /// Membership of `unit`, for ever unless said.
    package init(unit: String, from: Day? = nil, until: Day? = nil) {
      (self.unit, self.from, self.until) = (unit, from, until)
    }
  }

  /// Short and stable, as in `dangban`.
  package var id: String
  /// The name in force.
  package var name: String
  /// What it is.
  package var kind: Kind
  /// Other names that documents use for it, former names included.
  @Listed package var aliases: [String]
  /// Members of a collective.
  @Listed package var members: [Membership]
  /// Where to reach it.
  package var contact: String?
  /// The unit that it was merged into.
  package var mergedInto: String?

  /// A unit.
  package init(
    id: String, name: String, kind: Kind, aliases: [String] = [], members: [Membership] = [],
    contact: String? = nil, mergedInto: String? = nil
  ) {
    (self.id, self.name, self.kind, self.aliases) = (id, name, kind, aliases)
    (self.members, self.contact, self.mergedInto) = (members, contact, mergedInto)
  }
}

/// All units of an organisation.
///
///     registry.unit(named: "党委办公室")?.id  // by name, alias or id, merged ones as those that took them over
package struct UnitRegistry: Encodable, Hashable, Sendable {
  /// Format of the file, 1.
  package var format: Int
  /// Counts the changes of the file.
  package var revision: Int
  /// The units, in the organisation's own order.
  @Listed package var units: [Unit] { didSet { places = Places(units) } }
  private var places: Places

  private enum CodingKeys: CodingKey { case format, revision, units }

  /// A registry of `units`.
  package init(revision: Int = 0, units: [Unit] = []) {
    format = storeFormat
    places = Places(units)
    (self.revision, self.units) = (revision, units)
  }

  /// The unit with that id, a merged one included.
  package func unit(id: String) -> Unit? { places.byID[id].map { units[$0] } }

  /// The unit in force for an id: a merged unit leads to the one that took it over.
  package func current(id: String) -> Unit? {
    var (unit, steps) = (unit(id: id), 0)
    while let next = unit?.mergedInto, steps < units.count {
      unit = self.unit(id: next)
      steps += 1
    }
    return unit
  }

  /// The name in force of a part's unit; the name then where the unit is not known.
  package func name(of part: Responsibility) -> String {
    part.unit.flatMap { current(id: $0)?.name } ?? part.name
  }

  /// The unit whose ledger this is, where the organisation's name ends with one of its names, the longest: 某市人民医院党委办公室
  /// is that of 党办, which 党委办公室 is another name of.
  package func office(of organisation: String?) -> Unit? {
    guard let organisation = organisation?.trimmed, !organisation.isEmpty else { return nil }
    func length(_ unit: Unit) -> Int {
      ([unit.name] + unit.aliases).filter { $0.count > 1 && organisation.hasSuffix($0) }.map(\.count).max()
        ?? 0
    }
    let best = units.filter { $0.kind != .collective }.max { length($0) < length($1) }
    return best.flatMap { length($0) > 0 ? current(id: $0.id) : nil }
  }

  /// The unit in force with that id, name or alias.
  package func unit(named name: String) -> Unit? {
    let found =
      units.first { $0.id == name && $0.mergedInto == nil } ?? units.first {
        $0.name == name && $0.mergedInto == nil
      }
      ?? units.first { $0.aliases.contains(name) } ?? units.first { $0.id == name || $0.name == name }
    return found.flatMap { current(id: $0.id) }
  }
}

/// Where units stand by their ids, the first of each: every row asks for several. It says nothing that they do not.
private struct Places: Hashable, Sendable {
  let byID: [String: Int]

  init(_ units: [Unit]) {
    byID = Dictionary(units.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  static func == (one: Places, other: Places) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

/// The version of the store's format that this program writes.
package let storeFormat = 1
