/// A store judged on a day: what read commands and screens work on. Of campaigns only what is asked for is reckoned, and read
/// where it was not.
///
///     Snapshot(ledger, judge).rows(matching: .urgent).map(\.task.id)
package struct Snapshot: Sendable {
  /// The store's settings.
  package let settings: StoreSettings
  /// The units.
  package let units: UnitRegistry
  /// Files that could not be read whole.
  package let flaws: [Ledger.Flaw]
  /// The judge.
  package let judge: Judge
  /// The campaigns, in the order of their codes.
  package let entries: [CampaignEntry]
  /// Whether everything that was asked for could be had.
  package let soundness: Soundness
  /// How many open tasks are in the archive, where that was asked for.
  package var openArchived = 0
  /// Instructions that wait to be taken into plans of it.
  package internal(set) var waiting: [WaitingInstruction] = []
  /// How long questions about all rows may take; nil: to their end.
  package var patience: Patience?
  let recent = RecentReads()

  /// A ledger judged.
  package init(_ ledger: Ledger, _ judge: Judge) {
    self.init(
      settings: ledger.settings, units: ledger.units, flaws: ledger.flaws, judge,
      ledger.campaigns.map { CampaignEntry($0, judge) })
  }

  /// Campaigns of which the rest can be read.
  package init(
    settings: StoreSettings, units: UnitRegistry, flaws: [Ledger.Flaw], _ judge: Judge,
    _ entries: [CampaignEntry],
    _ soundness: Soundness = Soundness()
  ) {
    (self.settings, self.units, self.flaws) = (settings, units, flaws)
    (self.judge, self.entries, self.soundness) = (judge, entries, soundness)
  }

  /// The same with other campaigns in the place of those with their codes; nil for one that is no more. What is wrong with files
  /// is told anew.
  package func with(_ changed: [String: CampaignEntry?], flaws: [Ledger.Flaw]) -> Snapshot {
    var entries = entries
    var isSame = true
    for (code, entry) in changed {
      if let place = places[code], let entry { entries[place] = entry } else { isSame = false }
    }
    if !isSame {
      entries.removeAll { changed.keys.contains($0.code) }
      entries += changed.values.compactMap(\.self)
      // As their files are sorted.
      entries.sort { "\($0.code).json" < "\($1.code).json" }
    }
    var snapshot = Snapshot(settings: settings, units: units, flaws: flaws, judge, entries, soundness)
    snapshot.waiting = waiting
    // What a look costs is what changed, not what there is.
    if isSame, var sum = recent.knownShares {
      for (code, entry) in changed {
        sum.replace(places[code].map { self.entries[$0].summary }, with: entry?.summary)
      }
      _ = snapshot.recent.shares { sum }
    }
    return snapshot
  }

  /// Those who lead the work in each campaign, by the names in force.
  package var leaderNames: [String] { entries.flatMap { $0.summary.names.leaders } }

  /// How many rows there are, drafts included.
  package var count: Int { entries.reduce(0) { $0 + $1.count } }

  /// The day.
  package var today: Day { judge.today }

  /// Everything, read whole.
  package var ledger: Ledger {
    Ledger(settings: settings, units: units, campaigns: entries.map(\.campaign), flaws: flaws)
  }

  /// Every row on the day, in the order of campaigns and documents, drafts included.
  package var rows: [TaskRow] { entries.flatMap(\.rows) }

  /// The campaign with that code.
  package func entry(code: String) -> CampaignEntry? { places[code].map { entries[$0] } }

  /// The campaign with that code, whole.
  package func campaign(code: String) -> Campaign? {
    if let known = recent.campaign(code) { return known }
    guard let campaign = entry(code: code)?.campaign else { return nil }
    recent.keep(campaign)
    return campaign
  }

  /// The row of a task; nil where there is none of that id.
  package func row(id: String) -> TaskRow? {
    guard let place = place(of: id) else { return nil }
    if let known = recent.row(place) { return known }
    guard let row = rows(at: [place]).first else { return nil }
    recent.keep(row, at: place)
    return row
  }

  /// Where every member stands with a task of collectives.
  package func members(of row: TaskRow) -> [MemberRow] {
    campaign(code: row.code).map { judge.memberRows(of: row.task, in: $0) } ?? []
  }

  /// Where one unit stands as a member; nil where it is not asked.
  package func member(_ unit: String, of row: TaskRow) -> MemberRow? {
    campaign(code: row.code).flatMap { judge.memberRow(of: row.task, in: $0, unit: unit) }
  }

  /// Tally of all rows.
  package var tally: Tally { entries.reduce(into: Tally()) { $0 += $1.summary.tally } }
}

extension Snapshot {
  /// Where campaigns stand by their codes; reckoned when the first of them is looked for.
  fileprivate var places: [String: Int] { recent.places(of: entries) }
}

/// Where a row stands in a snapshot.
package struct RowPlace: Hashable, Comparable, Sendable {
  let entry: Int32
  let row: Int32

  package static func < (one: RowPlace, other: RowPlace) -> Bool {
    (one.entry, one.row) < (other.entry, other.row)
  }
}

extension Snapshot {
  /// Where the task of an id stands; nil where there is none. Most ids name their campaign.
  package func place(of id: String) -> RowPlace? {
    if let mark = id.lastIndex(of: "-"), let entry = places[String(id[..<mark])],
      let row = entries[entry].place(of: id)
    {
      return RowPlace(entry: Int32(entry), row: Int32(row))
    }
    for (number, entry) in entries.enumerated() where entry.summary.hasOddIDs {
      if let row = entry.place(of: id) { return RowPlace(entry: Int32(number), row: Int32(row)) }
    }
    return nil
  }

  /// The judge of another day, by the same settings.
  package func judge(on day: Day) -> Judge { judge.judging(on: day) }

  /// The places of tasks by the codes of their campaigns; nil: of all of it.
  package func places(of tasks: [String: Set<String>?]) -> [RowPlace] {
    tasks.flatMap { code, ids -> [RowPlace] in
      guard let number = places[code] else { return [] }
      let rows = ids.map { ids in ids.compactMap(entries[number].place) } ?? Array(0..<entries[number].count)
      return rows.map { RowPlace(entry: Int32(number), row: Int32($0)) }
    }
  }

  /// A campaign with these of its tasks and no other; nil: with all of them.
  package func campaign(code: String, tasks: Set<String>?) -> Campaign? {
    guard let entry = entry(code: code) else { return nil }
    guard let tasks else { return entry.campaign }
    return entry.campaign(with: tasks.compactMap(entry.place).sorted())
  }

  /// The rows at these places, in the order of campaigns, judged on another day.
  package func rows(at places: [RowPlace], on day: Day) -> [TaskRow] {
    let judge = judge(on: day)
    return byEntry(places).flatMap { $0.entry.rows(at: $0.rows, judge) }
  }

  /// The id of the task at a place.
  package func id(at place: RowPlace) -> String { entries[Int(place.entry)].id(at: Int(place.row)) }

  /// The rows at these places, in this order.
  package func rows(at places: [RowPlace]) -> [TaskRow] {
    // Those of one campaign are read at once.
    var numbers: [Int32: [Int]] = [:]
    for (number, place) in places.enumerated() { numbers[place.entry, default: []].append(number) }
    var rows = [TaskRow?](repeating: nil, count: places.count)
    for (entry, numbers) in numbers {
      let found = entries[Int(entry)].rows(at: numbers.map { Int(places[$0].row) })
      for (number, row) in zip(numbers, found) { rows[number] = row }
    }
    return rows.compactMap(\.self)
  }

  /// Where the rows stand that answer a filter, in order; drafts only where it asks for them.
  package func places(matching filter: Filter, includingDrafts: Bool = false) -> [RowPlace] {
    var places: [RowPlace] = []
    each(matching: filter, includingDrafts: includingDrafts) { number, _, rows in
      places += rows.map { RowPlace(entry: Int32(number), row: Int32($0)) }
    }
    return places
  }

  /// Rows that answer a filter, in order; drafts only where it asks for them.
  package func rows(matching filter: Filter) -> [TaskRow] { rows(at: places(matching: filter)) }

  /// How many rows answer a filter.
  package func count(matching filter: Filter) -> Int {
    // What is asked all day long stands in the summaries.
    switch filter {
    case .instructed: return entries.reduce(0) { $0 + $1.summary.instructed }
    case .comingWeek: return entries.reduce(0) { $0 + $1.summary.coming(from: today, days: 7).count }
    case .urgent: return entries.reduce(0) { $0 + $1.summary.urgent.count }
    default: break
    }
    var count = 0
    each(matching: filter) { _, _, rows in count += rows.count }
    return count
  }

  /// The counts of the rows that answer a filter.
  package func tally(matching filter: Filter) -> Tally {
    if filter == .all { return tally }
    var tally = Tally()
    each(matching: filter) { _, entry, rows in
      let facts = entry.facts
      for row in rows { tally.add(facts.at(row).standing) }
    }
    return tally
  }

  /// Codes of the campaigns with a row that answers a filter.
  package func campaigns(matching filter: Filter) -> Set<String> {
    var codes: Set<String> = []
    each(matching: filter) { _, entry, _ in codes.insert(entry.code) }
    return codes
  }

  /// Ids of the units that lead or support a row which answers a filter.
  package func units(matching filter: Filter) -> Set<String> {
    var ids: Set<String> = []
    each(matching: filter) { _, entry, rows in
      let names = entry.names
      for row in rows { ids.formUnion(names.names(.lead, of: row) + names.names(.supporting, of: row)) }
    }
    return ids
  }

  /// The rows of each campaign that answer a filter, by their places.
  func each(
    matching filter: Filter, includingDrafts: Bool = false,
    _ body: (_ number: Int, CampaignEntry, _ rows: [Int]) -> Void
  ) {
    let filter = filter.exact(in: self)
    let only = filter.onlyCampaign.map { code in places[code].map { $0..<$0 + 1 } ?? 0..<0 }
    for number in only ?? 0..<entries.count {
      let entry = entries[number]
      let rows = entry.rows(matching: filter, today, units, includingDrafts)
      if !rows.isEmpty { body(number, entry, rows) }
      if number % 8 == 7, let patience, patience.isLost { return }
    }
  }
}

extension Snapshot {
  /// The first rows that answer a filter in the order of their last days, no more than `most`, and how many there are.
  package func first(_ most: Int, matching filter: Filter) -> (rows: [TaskRow], count: Int) {
    let filter = filter.exact(in: self)
    // Where a campaign has nothing before what was found already, it is not looked into.
    let bounds = entries.enumerated().compactMap { number, entry -> (due: Int32, number: Int)? in
      entry.firstDue(matching: filter, today).map { ($0, number) }
    }.sorted { $0 < $1 }
    var found: [(due: Int32, place: RowPlace)] = []
    for (due, number) in bounds {
      if found.count >= most, let last = found.last, due > last.due { break }
      let entry = entries[number]
      let facts = entry.facts
      for row in entry.rows(matching: filter, today, units) {
        found.append((facts.at(row).due, RowPlace(entry: Int32(number), row: Int32(row))))
      }
      found.sort { ($0.due, $0.place.entry, $0.place.row) < ($1.due, $1.place.entry, $1.place.row) }
      if found.count > most { found.removeLast(found.count - most) }
    }
    return (rows(at: found.map(\.place)), count(matching: filter))
  }
}

extension CampaignEntry {
  /// The rows that answer a filter, by their places; drafts only where it asks for them.
  func rows(
    matching filter: Filter, _ today: Day, _ units: UnitRegistry, _ includingDrafts: Bool = false
  ) -> [Int] {
    let match = filter.match(in: self, today: today, units)
    if case .none = match { return [] }
    let (facts, asksForDrafts) = (facts, includingDrafts || filter.asksForDrafts)
    return facts.indices.filter { (asksForDrafts || !facts[$0].isDraft) && match.contains($0) }
  }

  /// A day before which no row that answers a filter is due, as far as is known without looking at each; nil where no row
  /// answers it.
  fileprivate func firstDue(matching filter: Filter, _ today: Day) -> Int32? {
    switch filter {
    case .urgent: summary.urgent.first
    case .comingWeek: summary.coming(from: today, days: 7).first
    default: mayHave(filter) ? .min : nil
    }
  }
}

extension CampaignSummary {
  /// The last days of its rows that are 正常, from a day on through so many days after it.
  fileprivate func coming(from day: Day, days: Int) -> ArraySlice<Int32> {
    let first = coming.firstIndex { $0 >= Int32(day.number) } ?? coming.endIndex
    return coming[first...].prefix { $0 <= Int32(day.number + days) }
  }
}

extension Snapshot {
  /// The task that once had this id in another campaign; capitals do not matter.
  package func task(formerly id: String) -> (campaign: Campaign, task: Task)? {
    let wanted = id.lowercased()
    for entry in entries where entry.formerIDs.contains(where: { $0.lowercased() == wanted }) {
      let campaign = entry.campaign
      let task = campaign.tasks.first { $0.formerIDs.contains { $0.lowercased() == wanted } }
      if let task { return (campaign, task) }
    }
    return nil
  }

  /// The registered plan with the document number of another, of which that one may be a later text.
  package func earlierPlan(than campaign: Campaign) -> Campaign? {
    guard let number = campaign.documentNumber else { return nil }
    return entries.first {
      $0.summary.documentNumber == number && $0.code != campaign.code && !$0.summary.isDraft
    }?.campaign
  }

  /// Titles of the campaigns and tasks that entries of the history concern, and names of units, by code and id.
  package func titles(of entries: [HistoryEntry]) -> [String: String] {
    var titles: [String: String] = [:]
    for id in Set(entries.flatMap(\.units)) { titles[id] = units.unit(id: id)?.name }
    for code in Set(entries.flatMap(\.campaigns)) { titles[code] = entry(code: code)?.campaignTitle }
    let places = Set(entries.flatMap(\.tasks)).compactMap { place(of: $0) }
    for row in rows(at: places) { titles[row.task.id] = row.task.title }
    return titles
  }
}

extension CampaignEntry {
  /// Where the task of an id stands among its rows; nil where there is none.
  func place(of id: String) -> Int? {
    if let whole { return whole.tasks.firstIndex { $0.id == id } }
    if let number = RowFacts.number(of: id, in: code) { return facts.firstIndex { $0.number == number } }
    return names.rows(having: .id) { $0 == id }?.firstIndex(of: true)
  }
}

extension Filter {
  /// The filter with names taken for the things that have exactly that name, where there are such: `campaign:h26` is
  /// h26 and not h26b too, 院长 is not 副院长.
  package func exact(in snapshot: Snapshot) -> Filter {
    switch self {
    case .words(let words):
      let id = words.lowercased()
      return id.contains("-") && snapshot.place(of: id) != nil ? .id(id) : self
    case .campaign(let name): return snapshot.entry(code: name) == nil ? self : .code(name)
    case .phase(let name):
      return snapshot.entries.contains { $0.phases.contains { $0.id == name } } ? .phaseID(name) : self
    case .leader(let name):
      return snapshot.entries.contains { $0.summary.names.leaders.contains(name) } ? .namedLeader(name) : self
    case .not(let filter): return .not(filter.exact(in: snapshot))
    case .and(let left, let right): return .and(left.exact(in: snapshot), right.exact(in: snapshot))
    case .or(let left, let right): return .or(left.exact(in: snapshot), right.exact(in: snapshot))
    default: return self
    }
  }
}
