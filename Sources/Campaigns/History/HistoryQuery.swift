import Pinyin

/// Which entries of the history a filter asks for: those about a task that answers it, about a campaign or unit that it
/// names, or whose own words it has.
package final class HistoryQuery {
  private let filter: Filter
  private let snapshot: Snapshot
  private var units: UnitRegistry { snapshot.units }
  /// Titles that were asked for.
  private var titles: [String: String?] = [:]
  /// The tasks that answer a part of the filter, by where they stand.
  private var places: [Filter: Set<RowPlace>] = [:]
  /// The filter's only word where it is an id or a code: that thing and no other whose id begins with it.
  private let exact: String?
  /// That id, and every other one that its task has or had.
  private let ids: Set<String>

  /// A question about a store. `words` is what `filter` was read from.
  package init(_ filter: Filter, words: String, _ snapshot: Snapshot) {
    self.snapshot = snapshot
    let word = words.isEmpty || words.contains { $0.isWhitespace } ? nil : words
    let isUnit = word.map { snapshot.units.unit(id: $0) != nil } ?? false
    exact = isUnit ? nil : word
    let task = word.flatMap { snapshot.row(id: $0)?.task ?? snapshot.task(formerly: $0)?.task }
    ids = isUnit ? [] : Set([word, task?.id].compactMap(\.self) + (task?.formerIDs ?? []))
    self.filter = isUnit ? .unit(words) : filter
  }

  /// What stands in every record that can answer it, one of these at least; nil: nothing is known of them.
  package var traces: [String]? {
    guard let exact, isKnown(exact) else { return nil }
    return ids.map { "\"\($0)\"" } + ["/\(exact).json\""]
  }

  /// Whether a word is the id of a task or the code of a campaign, now or formerly.
  private func isKnown(_ word: String) -> Bool {
    ids.count > 1 || snapshot.place(of: word) != nil || snapshot.entry(code: word) != nil
  }

  private func title(_ id: String) -> String? {
    if let known = titles[id] { return known }
    let title =
      snapshot.units.unit(id: id)?.name ?? snapshot.entry(code: id)?.campaignTitle
      ?? snapshot.row(id: id)?.task.title
    titles[id] = .some(title)
    return title
  }

  private func answers(_ id: String, _ filter: Filter) -> Bool {
    guard let place = snapshot.place(of: id) else { return false }
    if let known = places[filter] { return known.contains(place) }
    let found = Set(snapshot.places(matching: filter, includingDrafts: true))
    places[filter] = found
    return found.contains(place)
  }

  /// Whether an entry answers it. `name` is what its command is called.
  package func matches(_ entry: HistoryEntry, name: String) -> Bool {
    if let exact, entry.tasks.contains(where: ids.contains) || entry.campaigns.contains(exact) { return true }
    if let exact, isKnown(exact) { return false }
    return matches(entry, filter, name)
  }

  /// What stands in an entry, with the names of what it is about.
  private func texts(of entry: HistoryEntry, _ name: String) -> [String] {
    (entry.campaigns + entry.tasks + entry.units).compactMap { entry.titles[$0] ?? title($0) }
      + [entry.stamp.by, entry.login, entry.onBehalf ?? "", entry.text ?? "", name]
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
      if (ids + texts(of: entry, name)).contains(where: { $0.lowercased().contains(wanted) }) { return true }
    case .pinyin(let letters):
      guard let search = PinyinSearch(letters) else { return false }
      if texts(of: entry, name).contains(where: { search.isFound(in: Array($0.utf8)) }) { return true }
    case .campaign(let wanted):
      return entry.campaigns.contains {
        $0.hasPrefix(wanted) || (title($0) ?? entry.titles[$0] ?? "").contains(wanted)
      }
    case .unit(let wanted):
      let id = units.unit(named: wanted)?.id
      if entry.units.contains(where: { $0 == id || entry.titles[$0]?.contains(wanted) == true }) {
        return true
      }
    default: break
    }
    return entry.tasks.contains { answers($0, filter) }
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
