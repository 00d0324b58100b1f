/// Which entries of the history a filter asks for: those about a task that answers it, about a campaign or unit that it
/// names, or whose own words it has.
package struct HistoryQuery: Sendable {
  private let filter: Filter
  private let units: UnitRegistry
  private let rows: [String: TaskRow]
  private let titles: [String: String]
  /// The filter's only word where it is an id or a code: that thing and no other whose id begins with it.
  private let exact: String?
  /// That id, and every other one that its task has or had.
  private let ids: Set<String>

  /// A question about a ledger. `words` is what `filter` was read from.
  package init(_ filter: Filter, words: String, rows: [TaskRow], _ ledger: Ledger) {
    units = ledger.units
    let byID = Dictionary(rows.map { ($0.task.id, $0) }) { first, _ in first }
    self.rows = byID
    titles = ledger.titles
    let word = words.isEmpty || words.contains { $0.isWhitespace } ? nil : words
    let isUnit = word.map { ledger.units.unit(id: $0) != nil } ?? false
    exact = isUnit ? nil : word
    let task = word.flatMap { byID[$0]?.task ?? ledger.task(formerly: $0)?.task }
    ids = isUnit ? [] : Set([word, task?.id].compactMap(\.self) + (task?.formerIDs ?? []))
    self.filter = isUnit ? .unit(words) : filter
  }

  /// Whether an entry answers it. `name` is what its command is called.
  package func matches(_ entry: HistoryEntry, name: String) -> Bool {
    if let exact, entry.tasks.contains(where: ids.contains) || entry.campaigns.contains(exact) { return true }
    if let exact, ids.count > 1 || rows[exact] != nil || titles[exact] != nil { return false }
    return matches(entry, filter, name)
  }

  private func matches(_ entry: HistoryEntry, _ filter: Filter, _ name: String) -> Bool {
    switch filter {
    case .all: return true
    case .not(let other): return !matches(entry, other, name)
    case .and(let left, let right): return matches(entry, left, name) && matches(entry, right, name)
    case .or(let left, let right): return matches(entry, left, name) || matches(entry, right, name)
    case .words(let words):
      let wanted = words.lowercased()
      let ids = entry.campaigns + entry.tasks + entry.units
      let texts = ids + ids.compactMap { entry.titles[$0] ?? titles[$0] }
      let own = [entry.stamp.by, entry.login, entry.onBehalf ?? "", entry.text ?? "", name]
      if (texts + own).contains(where: { $0.lowercased().contains(wanted) }) { return true }
    case .campaign(let wanted):
      return entry.campaigns.contains {
        $0.hasPrefix(wanted) || (titles[$0] ?? entry.titles[$0] ?? "").contains(wanted)
      }
    case .unit(let wanted):
      let id = units.unit(named: wanted)?.id
      if entry.units.contains(where: { $0 == id || entry.titles[$0]?.contains(wanted) == true }) {
        return true
      }
    default: break
    }
    return entry.tasks.contains { rows[$0].map { filter.matches($0, units) } ?? false }
  }
}

extension Ledger {
  /// Titles of campaigns and tasks, and names of units, by code and id.
  package var titles: [String: String] {
    var titles: [String: String] = [:]
    for unit in units.units { titles[unit.id] = unit.name }
    for campaign in campaigns {
      titles[campaign.code] = campaign.title
      for task in campaign.tasks { titles[task.id] = task.title }
    }
    return titles
  }
}
