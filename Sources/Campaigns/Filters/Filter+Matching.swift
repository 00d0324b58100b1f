import Pinyin

/// Rows of a campaign as filters look at them: what they ask for is reckoned when they do.
protocol FilteredRows {
  /// The campaign's code.
  var code: String { get }
  /// The campaign's title.
  var campaignTitle: String { get }
  /// Its phases, in order; facts name them by their places.
  var phases: [(id: String, name: String)] { get }
  /// How many rows there are.
  var count: Int { get }
  /// Whether a row with a fact may be among them, as far as is known without looking at each.
  func mayHave(_ filter: Filter) -> Bool
  var facts: [RowFacts] { get }
  var names: RowNames { get }
  var texts: RowTexts { get }
}

/// Which rows answer a filter.
enum FilterMatch {
  case none, all
  /// Those whose place is told to be true.
  case some((Int) -> Bool)

  /// Whether a row answers it.
  func contains(_ row: Int) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .some(let answers): answers(row)
    }
  }

  fileprivate static func those(_ rows: [Bool]?) -> FilterMatch {
    rows.map { rows in .some { rows.indices.contains($0) && rows[$0] } } ?? .none
  }
}

extension Filter {
  /// Whether a row answers the question. Drafts are the caller's business (`asksForDrafts`).
  package func matches(_ row: TaskRow, _ registry: UnitRegistry) -> Bool {
    match(in: OneRow(row: row, units: registry), today: row.today, registry).contains(0)
  }

  /// Which of the rows answer the question. Drafts are the caller's business (`asksForDrafts`). Only what the question is
  /// about is looked at.
  func match(in rows: some FilteredRows, today: Day, _ registry: UnitRegistry) -> FilterMatch {
    guard rows.mayHave(self) else { return .none }
    func flag(_ flag: RowFacts.Flag) -> FilterMatch {
      let facts = rows.facts
      return .some { facts.at($0).flags.contains(flag) }
    }
    func fact(_ holds: @escaping (RowFacts) -> Bool) -> FilterMatch {
      let facts = rows.facts
      return .some { holds(facts.at($0)) }
    }
    func named(_ kind: RowNames.Kind, _ isWanted: (String) -> Bool) -> FilterMatch {
      .those(rows.names.rows(having: kind, where: isWanted))
    }
    func without(_ kind: RowNames.Kind) -> FilterMatch { named(kind) { _ in true }.inverse }
    switch self {
    case .all: return .all
    case .words(let words): return .those(rows.texts.rows(having: words))
    case .pinyin(let letters): return .those(rows.texts.rows(readAs: letters))
    case .id(let id):
      if let number = RowFacts.number(of: id, in: rows.code) { return fact { $0.number == number } }
      return named(.id) { $0 == id }
    case .membersDone: return flag(.membersDone)
    case .phaseID(let id): return Filter.phases(of: rows) { $0.id == id }
    case .unit(let name):
      let ids = registry.ids(called: name)
      let found = ids.isEmpty ? FilterMatch.none : named(.concerned) { ids.contains($0) }
      if registry.unit(named: name) != nil { return found.or(named(.givenAlone) { $0 == name }) }
      // A name that no unit has is looked for in the names as they stood when they were given too.
      let asked = NameMatch(name)
      return found.or(named(.given) { asked.fits($0) })
    case .namedUnit(let name):
      guard let unit = registry.unit(named: name) else { return .none }
      return named(.concerned) { $0 == unit.id }
    case .missing(let name):
      let ids = registry.ids(called: name)
      return ids.isEmpty ? .none : named(.lacking) { ids.contains($0) }
    case .lead(Filter.none): return without(.lead)
    case .lead(let name):
      let ids = registry.ids(called: name)
      return ids.isEmpty ? .none : named(.lead) { ids.contains($0) }
    case .leading(let id): return named(.lead) { $0 == id }
    case .supporting(let id): return named(.supporting) { $0 == id }
    case .campaign(let name):
      return rows.code.hasPrefix(name) || NameMatch(name).fits(rows.campaignTitle) ? .all : .none
    case .code(let code): return rows.code == code ? .all : .none
    case .namedLeader(let name): return named(.leader) { $0 == name }
    case .phase(Filter.none): return fact { $0.phase == 0 }
    case .phase(let name):
      let asked = NameMatch(name)
      return Filter.phases(of: rows) { $0.id == name || asked.fits($0.name) }
    case .tag(let tag): return named(.tag) { $0 == tag }
    case .leader(Filter.none): return without(.leader)
    case .leader(let name):
      let asked = NameMatch(name)
      return named(.leaderGiven) { asked.fits($0) }
    case .condition(let condition):
      let wanted = UInt8(condition.ordinal)
      return fact { !$0.isDraft && $0.condition == wanted }
    case .stage(let stage):
      let wanted = UInt8(stage.ordinal)
      return fact { $0.stage == wanted }
    case .open: return fact { $0.isOpen }
    case .part(let part):
      let wanted = UInt8(part.rawValue)
      return fact { !$0.isDraft && $0.part == wanted }
    case .urgent: return fact { !$0.isDraft && $0.isUrgent }
    case .short: return flag(.short)
    case .failing: return flag(.failing)
    case .instructed: return flag(.instructed)
    case .waiting: return flag(.waiting)
    case .reviewDue: return flag(.reviewDue)
    case .extended: return flag(.extended)
    case .pending: return flag(.pending)
    case .chase: return flag(.chase)
    case .light(let light):
      let wanted = UInt8(light.ordinal)
      return fact { $0.light == wanted }
    case .due(let span): return fact { span.contains($0.lastDay, today: today) }
    case .updated(let span): return fact { span.contains($0.lastEntry, today: today) }
    case .not(let filter): return filter.match(in: rows, today: today, registry).inverse
    case .and(let left, let right):
      let first = left.match(in: rows, today: today, registry)
      if case .none = first { return .none }
      return first.and(right.match(in: rows, today: today, registry))
    case .or(let left, let right):
      let first = left.match(in: rows, today: today, registry)
      if case .all = first { return .all }
      return first.or(right.match(in: rows, today: today, registry))
    }
  }

  private static func phases(
    of rows: some FilteredRows, _ isWanted: ((id: String, name: String)) -> Bool
  ) -> FilterMatch {
    let wanted = Set(
      rows.phases.enumerated().filter { isWanted($0.element) }.map { UInt16(clamping: $0.offset + 1) })
    guard !wanted.isEmpty else { return .none }
    let facts = rows.facts
    return .some { wanted.contains(facts.at($0).phase) }
  }

}

extension FilterMatch {
  fileprivate var inverse: FilterMatch {
    switch self {
    case .none: .all
    case .all: .none
    case .some(let answers): .some { !answers($0) }
    }
  }

  fileprivate func and(_ other: FilterMatch) -> FilterMatch {
    switch (self, other) {
    case (.none, _), (_, .none): .none
    case (.all, let rest), (let rest, .all): rest
    case (.some(let one), .some(let two)): .some { one($0) && two($0) }
    }
  }

  fileprivate func or(_ other: FilterMatch) -> FilterMatch {
    switch (self, other) {
    case (.all, _), (_, .all): .all
    case (.none, let rest), (let rest, .none): rest
    case (.some(let one), .some(let two)): .some { one($0) || two($0) }
    }
  }
}

extension Filter.DueSpan {
  func contains(_ end: Day?, today: Day) -> Bool {
    guard let end else { return false }
    if let days { return today <= end && end <= today + days }
    return (from.map { $0 <= end } ?? true) && (through.map { end <= $0 } ?? true)
  }
}

/// Names that somebody means by a part of them or by how they are read: 院长, yz.
struct NameMatch {
  private let part: String
  private let pinyin: PinyinSearch?
  init(_ part: String) { (self.part, pinyin) = (part, PinyinSearch(part)) }
  func fits(_ name: String) -> Bool {
    name.contains(part) || pinyin?.isFound(in: Array(name.utf8)) == true
  }
}

extension UnitRegistry {
  /// Ids of the units in force that a name means: the one that has it, else all that have it in a name of theirs or are read so.
  func ids(called name: String) -> Set<String> {
    if let unit = unit(named: name) { return [unit.id] }
    let asked = NameMatch(name)
    return Set(
      units.filter { ([$0.name] + $0.aliases).contains(where: asked.fits) }
        .compactMap { current(id: $0.id)?.id })
  }
}

/// A row alone, to be filtered.
private struct OneRow: FilteredRows {
  let row: TaskRow
  let units: UnitRegistry
  var code: String { row.code }
  var campaignTitle: String { row.campaignTitle }
  var phases: [(id: String, name: String)] { row.phase.map { [($0.id, $0.name)] } ?? [] }
  var count: Int { 1 }
  func mayHave(_ filter: Filter) -> Bool { true }
  var facts: [RowFacts] { [RowFacts(row, phase: row.phase.map { _ in 0 })] }
  var names: RowNames { RowNames([row], units) }
  var texts: RowTexts { RowTexts([row.task]) }
}

extension TaskRow {
  /// Everybody who is asked through a collective.
  package func askedMembers(_ registry: UnitRegistry) -> [Unit] {
    task.askedMembers(registry, on: today, end: verdict.end)
  }

  /// Members of collectives that are asked and have not completed it.
  package func missingMembers(_ registry: UnitRegistry) -> [Unit] {
    task.missingMembers(registry, on: today, end: verdict.end)
  }
}
