/// The names that rows of a campaign have: units in every part that they play, leaders, tags. Each name is kept once; a row
/// has numbers.
package struct RowNames: Sendable, Equatable {
  /// What a name is to a row.
  enum Kind: UInt32, CaseIterable, Sendable {
    /// Ids of units in force: those that lead; that support and do not lead; that it concerns, members of collectives that are asked
    /// included; for which it still waits.
    case lead, supporting, concerned, lacking
    /// Names of units as they were given, and those that stand for no unit that has an id.
    case given, givenAlone
    /// Names in force of those who lead the work, and as they were given.
    case leader, leaderGiven
    case tag
    /// The name in force of the unit that leads, of several the first.
    case leadName
    /// Ids that are not put together from the campaign's code and a number.
    case id
  }

  /// A name and what it is to a row, in one number.
  struct Link: Sendable, Equatable, BitwiseCopyable {
    let number: UInt32
    init(_ kind: Kind, _ name: Int) { number = kind.rawValue << 24 | UInt32(clamping: min(name, Link.most)) }
    var name: Int { Int(number & 0xFF_FFFF) }
    /// More names than that a campaign does not have: its file would be larger than any that is read.
    static let most = 0xFF_FFFF
  }

  /// All names, each once, in the order in which they occur.
  private(set) var names: [String] = []
  /// The links of all rows, row by row.
  private(set) var links: [Link] = []
  /// Where the links of each row end.
  private(set) var ends: [UInt32] = []

  /// The names of rows.
  init(_ rows: [TaskRow], _ registry: UnitRegistry) {
    var places: [String: Int] = [:]
    for row in rows {
      var own: Set<UInt32> = []
      func link(_ kind: Kind, _ name: String) {
        let place = places[name] ?? names.count
        if place == names.count {
          places[name] = place
          names.append(name)
        }
        let link = Link(kind, place)
        if own.insert(link.number).inserted { links.append(link) }
      }
      let task = row.task
      let leads = task.current(in: .lead, registry)
      for id in leads { link(.lead, id) }
      for id in task.current(in: .supporting, registry) where !leads.contains(id) { link(.supporting, id) }
      if let first = task.units.first(where: { $0.role == .lead }) {
        link(.leadName, registry.name(of: first))
      }
      for part in task.units {
        link(.given, part.name)
        if let id = part.unit {
          if let unit = registry.current(id: id) { link(.concerned, unit.id) }
        } else {
          link(.givenAlone, part.name)
        }
        if part.role == .leader {
          link(.leader, registry.name(of: part))
          link(.leaderGiven, part.name)
        }
      }
      if !task.collectives(registry).isEmpty {
        for unit in row.askedMembers(registry) { link(.concerned, unit.id) }
      }
      for unit in row.lacking(registry) { link(.lacking, unit.id) }
      for tag in task.tags { link(.tag, tag) }
      if RowFacts.number(of: task.id, in: row.code) == nil { link(.id, task.id) }
      ends.append(UInt32(links.count))
    }
  }

  /// Names with the links of rows.
  init(names: [String], links: [Link], ends: [UInt32]) {
    (self.names, self.links, self.ends) = (names, links, ends)
  }

  /// Whether every link leads to a name, and every row ends within them.
  var isSound: Bool {
    links.allSatisfy { names.indices.contains($0.name) } && Int(ends.last ?? 0) == links.count
      && zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// The links of a row.
  func links(of row: Int) -> ArraySlice<Link> {
    // They may have been lost meanwhile.
    guard ends.indices.contains(row) else { return [] }
    return links[(row > 0 ? Int(ends[row - 1]) : 0)..<Int(ends[row])]
  }

  /// What a row's names of that kind are, in order.
  func names(_ kind: Kind, of row: Int) -> [String] {
    links(of: row).filter { $0.number >> 24 == kind.rawValue }.map { names[$0.name] }
  }

  /// All names of that kind.
  func all(_ kind: Kind) -> [String] {
    var places: Set<Int> = []
    for link in links where link.number >> 24 == kind.rawValue { places.insert(link.name) }
    return places.sorted().map { names[$0] }
  }

  /// Which rows have a name of that kind; nil where none has.
  func rows(having kind: Kind, where isWanted: (String) -> Bool) -> [Bool]? {
    var wanted = Set<UInt32>()
    for (place, name) in names.enumerated() where isWanted(name) { wanted.insert(Link(kind, place).number) }
    guard !wanted.isEmpty else { return nil }
    var (found, any, row) = ([Bool](repeating: false, count: ends.count), false, 0)
    for (place, link) in links.enumerated() {
      while place >= Int(ends[row]) { row += 1 }
      if wanted.contains(link.number) { (found[row], any) = (true, true) }
    }
    return any ? found : nil
  }
}

extension Task {
  /// Ids of the units in force that have a role in it, in order, each once; merged ones as those that took them over.
  func current(in role: Role, _ registry: UnitRegistry) -> [String] {
    var ids: [String] = []
    for part in units where part.role == role {
      guard let id = part.unit.flatMap({ registry.current(id: $0)?.id }), !ids.contains(id) else { continue }
      ids.append(id)
    }
    return ids
  }
}

extension TaskRow {
  /// Whom the task still waits for: units that lead it, and members that have not completed their part, or owe something of
  /// their quota. Nobody where it is not open.
  func lacking(_ registry: UnitRegistry) -> [Unit] {
    guard task.stage.isOpen else { return [] }
    let leading = task.current(in: .lead, registry).compactMap { registry.unit(id: $0) }.filter {
      $0.kind != .collective
    }
    if let quotas = verdict.memberQuotas { return leading + quotas.short.map(\.unit) }
    return leading + (task.collectives(registry).isEmpty ? [] : missingMembers(registry))
  }
}
