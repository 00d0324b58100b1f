/// What is known of a campaign and all of its rows together: what figures and lists of campaigns need, and by what a campaign is passed
/// over that has no row for a question. There are as many as campaigns, and all are read for a page of figures: what few ask
/// for is kept packed.
package final class CampaignSummary: Sendable {
  /// What a unit has to do in it.
  struct Share: Sendable, Equatable {
    /// The id of the unit in force.
    let unit: String
    /// Rows that it leads, and how many of them are open.
    var leading = Tally()
    var open = 0
    /// Rows that it supports and does not lead.
    var supporting = Tally()
    /// Rows that it has to do something for: that it leads, and of whose collectives it is a member that is asked.
    var asked = Tally()
    /// Those that wait for it: what the filter `missing:` lists.
    var owing = Tally()
  }

  /// What it is called, and the names of what is in it.
  struct Names: Sendable, Equatable {
    var title = ""
    var documentNumber: String?
    var issuer: String?
    var issued: Day?
    var year: Int?
    /// Its phases, in order.
    var phases: [PhaseName] = []
    /// Names in force of those who lead the work.
    var leaders: [String] = []
    /// Ids that its tasks had in other campaigns.
    var formerIDs: [String] = []
  }

  /// A phase as filters look for it.
  struct PhaseName: Sendable, Equatable {
    let id: String
    let name: String
  }

  /// Its code.
  package let code: String
  /// Whether it is being worked on.
  package let state: Campaign.State
  /// How many tasks it has, drafts included.
  package let count: Int
  /// How many of them are drafts.
  package let drafts: Int
  /// How many of its tasks are open.
  package let open: Int
  /// Counts of its rows.
  package let tally: Tally
  /// Whether an id of a task is put together from something else than the code and a number.
  let hasOddIDs: Bool
  /// Facts that some row has, drafts included, by their bits.
  let flags: UInt32
  /// How many rows but drafts have an instruction that waits for an answer.
  let instructed: Int
  /// How many instructions of these wait for an answer.
  let instructions: Int
  /// The last days of its rows that are 正常, in order.
  let coming: [Int32]
  /// The days that lists sort its rows by that are 紧要, in order.
  let urgent: [Int32]
  /// Characters of its longest task id.
  package let longestID: Int
  /// The first day on which something of this may be otherwise.
  package let turn: Int32
  /// Its names, packed.
  let packedNames: [UInt8]
  /// What units lead and support in it, packed, in the order in which they occur.
  let packedShares: [UInt8]

  /// Its title.
  package var title: String {
    var reader = PackedReader(packedNames)
    return reader.text()
  }
  /// The number of its document.
  package var documentNumber: String? { names.documentNumber }
  /// Who issued it.
  package var issuer: String? { names.issuer }
  /// The day of issue.
  package var issued: Day? { names.issued }
  /// The year that days without a year lie in.
  package var year: Int? { names.year }
  /// Whether it is an import that waits to be checked: all its tasks are drafts.
  package var isDraft: Bool { count > 0 && drafts == count }

  /// A summary that was packed; nil where it cannot be read.
  package init?(packed bytes: [UInt8]) {
    var reader = PackedReader(bytes)
    code = reader.text()
    state = reader.number() == 1 ? .closed : .open
    (count, drafts, open, instructed) = (reader.number(), reader.number(), reader.number(), reader.number())
    instructions = reader.number()
    hasOddIDs = reader.number() == 1
    flags = UInt32(truncatingIfNeeded: reader.number())
    turn = Int32(truncatingIfNeeded: reader.number())
    longestID = reader.number()
    var tally = Tally()
    reader.add(to: &tally)
    self.tally = tally
    (coming, urgent) = (reader.raw(Int32.self), reader.raw(Int32.self))
    packedNames = reader.raw(UInt8.self)
    packedShares = reader.raw(UInt8.self)
    guard reader.isWhole else { return nil }
  }

  /// The summary of a campaign with these rows.
  init(_ campaign: Campaign, _ facts: [RowFacts], _ names: RowNames) {
    (code, state) = (campaign.code, campaign.state)
    (count, drafts) = (facts.count, facts.count(where: \.isDraft))
    hasOddIDs = facts.contains { $0.number == 0 }
    open = facts.count(where: \.isOpen)
    instructions = campaign.tasks.reduce(0) { $0 + ($1.stage == .draft ? 0 : $1.openInstructions.count) }
    var (tally, unled) = (Tally(), Tally())
    var shares: [Share] = []
    var places: [String: Int] = [:]
    var leaders: [String] = []
    var flags: UInt32 = 0
    var (coming, urgent, instructed, turn) = ([Int32](), [Int32](), 0, RowFacts.never)
    func share(of unit: String) -> Int {
      if let place = places[unit] { return place }
      places[unit] = shares.count
      shares.append(Share(unit: unit))
      return shares.count - 1
    }
    for (row, fact) in facts.enumerated() {
      flags |= fact.flags.bits
      turn = min(turn, fact.turn)
      for name in names.names(.leader, of: row) where !leaders.contains(name) { leaders.append(name) }
      let standing = fact.standing
      guard !standing.isDraft else { continue }
      tally.add(standing)
      if fact.flags.contains(.instructed) { instructed += 1 }
      if fact.part == UInt8(Tally.Part.normal.rawValue), fact.end != RowFacts.noDay {
        coming.append(fact.end)
      }
      if fact.isUrgent { urgent.append(fact.due) }
      let leads = names.names(.lead, of: row)
      if leads.isEmpty { unled.add(standing) }
      for unit in leads {
        let place = share(of: unit)
        shares[place].leading.add(standing)
        if fact.isOpen { shares[place].open += 1 }
      }
      let supports = names.names(.supporting, of: row)
      for unit in supports { shares[share(of: unit)].supporting.add(standing) }
      for unit in names.names(.concerned, of: row) where leads.contains(unit) || !supports.contains(unit) {
        shares[share(of: unit)].asked.add(standing)
      }
      for unit in names.names(.lacking, of: row) { shares[share(of: unit)].owing.add(standing) }
    }
    (self.tally, self.flags, self.coming) = (tally, flags, coming.sorted())
    (self.instructed, self.turn, self.urgent) = (instructed, turn, urgent.sorted())
    longestID = campaign.tasks.map(\.id.count).max() ?? 0
    packedShares = CampaignSummary.packed(shares, unled)
    packedNames = CampaignSummary.packed(
      Names(
        title: campaign.title, documentNumber: campaign.documentNumber, issuer: campaign.issuer,
        issued: campaign.issued, year: campaign.year,
        phases: campaign.phases.map { PhaseName(id: $0.id, name: $0.name) }, leaders: leaders,
        formerIDs: campaign.tasks.flatMap(\.formerIDs)))
  }
}

extension TaskRow {
  /// The day that lists sort it by: the last one in force, else that of a quota's point, else behind all others.
  var due: Int32 { (verdict.end ?? verdict.pointDue).map { Int32($0.number) } ?? RowFacts.never }
}

extension RowFacts {
  /// The day that lists sort it by: the last one in force, else that of a quota's point, else behind all others.
  var due: Int32 { end != RowFacts.noDay ? end : pointDue != RowFacts.noDay ? pointDue : RowFacts.never }
}
