import Synchronization

/// A campaign of which the rest is read when it is asked for, all of it of one moment.
package protocol KeptCampaign: Sendable {
  /// What is known of it at once.
  var summary: CampaignSummary { get }
  /// What lists, filters and counts ask of its rows; nil where it cannot be had any more.
  func facts() -> [RowFacts]?
  /// Names that its rows have; nil where they cannot be had any more.
  func names() -> RowNames?
  /// Words that its rows have; nil where they cannot be had any more.
  func texts() -> RowTexts?
  /// The campaign with those of its tasks that stand at these places, and those that they wait for; nil where it cannot
  /// be had any more.
  func campaign(with places: [Int]) -> Campaign?
  /// The campaign whole; nil where it cannot be had any more.
  func campaign() -> Campaign?
}

/// A campaign in a snapshot, with its rows. What is asked for is reckoned or read then, and kept where it was read whole.
package final class CampaignEntry: Sendable {
  private enum Source: Sendable {
    case whole(Campaign)
    case kept(any KeptCampaign)
  }

  private struct Known {
    var rows: [TaskRow]?
    var facts: [RowFacts]?
    var names: RowNames?
    var texts: RowTexts?
    var summary: CampaignSummary?
  }

  /// Its code.
  package let code: String
  /// Its title.
  package var campaignTitle: String {
    switch source {
    case .whole(let campaign): campaign.title
    case .kept(let kept): kept.summary.title
    }
  }
  private let source: Source
  /// Its summary, where that is known from the beginning: all of them are asked for again and again.
  private let given: CampaignSummary?
  private let judge: Judge
  /// The units.
  var units: UnitRegistry { judge.units }
  private let known = Mutex(Known())
  /// Where it is noted that something could not be had any more.
  private let soundness: Soundness

  /// One that was read whole.
  package init(_ campaign: Campaign, _ judge: Judge) {
    (code, given) = (campaign.code, nil)
    (source, self.judge, soundness) = (.whole(campaign), judge, Soundness())
  }

  /// One of which the rest can be read.
  package init(_ kept: any KeptCampaign, _ judge: Judge, _ soundness: Soundness) {
    let summary = kept.summary
    (code, given) = (summary.code, summary)
    (source, self.judge, self.soundness) = (.kept(kept), judge, soundness)
  }

  /// What is known of it and its rows together.
  package var summary: CampaignSummary {
    if let given { return given }
    if let summary = known.withLock(\.summary) { return summary }
    let summary = CampaignSummary(campaign, facts, names)
    known.withLock { $0.summary = summary }
    return summary
  }

  /// The campaign, where it was read whole.
  var whole: Campaign? { if case .whole(let campaign) = source { campaign } else { nil } }

  /// The campaign whole.
  package var campaign: Campaign {
    switch source {
    case .whole(let campaign): campaign
    case .kept(let kept): had(kept.campaign()) ?? Campaign(code: code, title: campaignTitle)
    }
  }

  /// Its rows in the document's order, drafts included.
  package var rows: [TaskRow] {
    if let rows = known.withLock(\.rows) { return rows }
    let rows = campaign.rows(judge)
    if case .whole = source { known.withLock { $0.rows = rows } }
    return rows
  }

  /// Those of its rows that stand at these places.
  func rows(at places: [Int]) -> [TaskRow] {
    guard !places.isEmpty else { return [] }
    let isFew: Bool
    switch source {
    case .kept: isFew = places.count < count
    // Of few no more is judged than they, where not all are already.
    case .whole: isFew = places.count * 4 < count && known.withLock { $0.rows == nil }
    }
    if isFew { return rows(at: places, judge) }
    let rows = rows
    return places.compactMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  /// The campaign with those of its tasks that stand at these places, and no other.
  func campaign(with places: [Int]) -> Campaign {
    guard case .kept(let kept) = source, !places.isEmpty else {
      var part = campaign
      part.tasks = places.compactMap { part.tasks.indices.contains($0) ? part.tasks[$0] : nil }
      return part
    }
    var part = had(kept.campaign(with: places)) ?? Campaign(code: code, title: campaignTitle)
    part.tasks = Array(part.tasks.prefix(places.count))
    return part
  }

  /// The same, judged by another judge.
  func rows(at places: [Int], _ judge: Judge) -> [TaskRow] {
    guard !places.isEmpty else { return [] }
    switch source {
    case .kept(let kept): return rows(at: places, of: kept, judge)
    case .whole(let campaign):
      return places.filter(campaign.tasks.indices.contains).map { campaign.tasks[$0] }.map { task in
        TaskRow(task: task, campaign: campaign, verdict: judge.verdict(on: task, in: campaign), judge: judge)
      }
    }
  }

  private func rows(at places: [Int], of kept: any KeptCampaign, _ judge: Judge) -> [TaskRow] {
    guard let part = had(kept.campaign(with: places)) else { return [] }
    return part.tasks.prefix(places.count).map { task in
      TaskRow(task: task, campaign: part, verdict: judge.verdict(on: task, in: part), judge: judge)
    }
  }

  /// What lists, filters and counts ask of it and its rows.
  package typealias Digest = (summary: CampaignSummary, facts: [RowFacts], names: RowNames, texts: RowTexts)

  /// The same, to be kept.
  package var digest: Digest { (summary, facts, names, texts) }

  private func had<Value>(_ value: Value?) -> Value? {
    if value == nil { soundness.isLost = true }
    return value
  }

  private func kept<Value>(
    _ place: WritableKeyPath<Known, Value?> & Sendable, _ read: (any KeptCampaign) -> Value?, none: Value,
    isKept: @autoclosure () -> Bool, _ reckon: () -> Value
  ) -> Value {
    if let value = known.withLock({ $0[keyPath: place] }) { return value }
    let value: Value
    switch source {
    case .whole: value = reckon()
    case .kept(let kept):
      value = had(read(kept)) ?? none
      if !isKept() { return value }
    }
    known.withLock { $0[keyPath: place] = value }
    return value
  }
}

extension CampaignEntry: FilteredRows {
  var formerIDs: [String] {
    if case .whole(let campaign) = source {
      campaign.tasks.flatMap(\.formerIDs)
    } else {
      summary.names.formerIDs
    }
  }
  /// How many rows it has, drafts included.
  package var count: Int {
    if case .whole(let campaign) = source { campaign.tasks.count } else { summary.count }
  }
  var phases: [(id: String, name: String)] {
    if case .whole(let campaign) = source { return campaign.phases.map { ($0.id, $0.name) } }
    return summary.names.phases.map { ($0.id, $0.name) }
  }
  var facts: [RowFacts] {
    // Every list looks through them: as many as there is room for stay.
    kept(\.facts, { $0.facts() }, none: [], isKept: soundness.mayKeep(count)) {
      let places = Dictionary(phases.enumerated().map { ($1.id, $0) }) { first, _ in first }
      return rows.map { row in RowFacts(row, phase: row.phase.flatMap { places[$0.id] }) }
    }
  }
  var names: RowNames {
    kept(\.names, { $0.names() }, none: RowNames([], judge.units), isKept: false) {
      RowNames(rows, judge.units)
    }
  }
  var texts: RowTexts {
    kept(\.texts, { $0.texts() }, none: RowTexts([]), isKept: false) { RowTexts(campaign.tasks) }
  }

  /// What stands in a summary is looked up there, drafts aside; one that was read whole has none before it is asked for.
  func mayHave(_ filter: Filter) -> Bool {
    guard case .kept = source else { return true }
    func some(_ flag: RowFacts.Flag) -> Bool { summary.flags & 1 << flag.rawValue != 0 }
    switch filter {
    case .condition(let condition): return summary.tally.count(condition) > 0
    case .part(let part): return summary.tally[part] > 0
    case .urgent: return !summary.urgent.isEmpty
    case .membersDone: return some(.membersDone)
    case .short: return some(.short)
    case .failing: return some(.failing)
    case .instructed: return some(.instructed)
    case .waiting: return some(.waiting)
    case .reviewDue: return some(.reviewDue)
    case .extended: return some(.extended)
    case .pending: return some(.pending)
    case .chase: return some(.chase)
    case .namedLeader(let name): return summary.names.leaders.contains(name)
    case .leading(let id): return summary.share(of: id).map { $0.leading.total > 0 } ?? false
    case .supporting(let id): return summary.share(of: id).map { $0.supporting.total > 0 } ?? false
    case .stage(.draft): return summary.drafts > 0
    case .all, .words, .pinyin, .id, .unit, .namedUnit, .missing, .lead, .campaign, .code, .phase, .phaseID,
      .tag,
      .leader, .stage,
      .open,
      .light, .due, .updated, .not, .and, .or:
      return true
    }
  }
}

/// Whether everything that was asked for could be had, and how much of it stays in memory.
package final class Soundness: Sendable {
  /// Rows whose facts stay: those of more are read again each time, so that a screen stays small.
  private static let most = 400_000
  private let lost = Atomic(false)
  private let rows = Atomic(0)
  /// A soundness of which nothing is lost.
  package init() {}
  /// Whether something could not be had any more: what was answered is not to be used.
  package internal(set) var isLost: Bool {
    get { lost.load(ordering: .relaxed) }
    set { lost.store(newValue, ordering: .relaxed) }
  }

  /// Whether so many more rows may stay.
  func mayKeep(_ count: Int) -> Bool {
    guard rows.load(ordering: .relaxed) < Soundness.most else { return false }
    rows.wrappingAdd(count, ordering: .relaxed)
    return true
  }
}
