import Campaigns

/// What commands and screens ask of a store. A protocol, so that a server's database can stand behind it one day.
package protocol LedgerStore: Sendable {
  /// Everything that daily views show.
  func ledger() throws(StoreError) -> Ledger
  /// What tells two states of it apart; cheap enough to be asked for all the time.
  func version() throws(StoreError) -> StoreVersion
  /// Campaigns put away; daily views do not read them.
  func archived() throws(StoreError) -> (campaigns: [Campaign], flaws: [Ledger.Flaw])
  /// Applies acts to the freshly read campaigns, all of them or none, as one command; departments of those names are
  /// added with it. Answers each campaign after it, in the order of the first acts on them, and what changed in it.
  func update(_ acts: [CampaignAct], newUnits: [String], _ context: WriteContext) throws(StoreError)
    -> [Updated]
  /// Adds a campaign; fails where the code is taken.
  func add(_ campaign: Campaign, _ context: WriteContext) throws(StoreError) -> Campaign
  /// Changes the units.
  func updateUnits(_ act: UnitAct, _ context: WriteContext) throws(StoreError) -> UnitRegistry
  /// Changes the settings.
  func updateSettings(_ act: SettingsAct, _ context: WriteContext) throws(StoreError) -> StoreSettings
  /// Moves a campaign to the archive or back.
  func move(_ code: String, toArchive: Bool, _ context: WriteContext) throws(StoreError)
  /// Moves a task and its parts from the campaign `code` to the campaign `target` with their history, in one act; `phase`
  /// as in `Campaign.transfer(of:to:phase:_:)`. Answers the target after it and what changed there.
  func transfer(_ id: String, from code: String, to target: String, phase: String?, _ context: WriteContext)
    throws(StoreError) -> Updated
  /// All commands that changed it from a moment on, newest first, until `body` has seen enough; with each whether it was
  /// taken back.
  /// - Returns: lines of the journal that could not be read.
  func history(since moment: Moment?, _ body: (HistoryEntry, _ isUndone: Bool) -> Bool) throws(StoreError)
    -> [Ledger.Flaw]
  /// Everything as it was before a moment, archived campaigns included, and the commands since, newest first. What hands
  /// changed in the files cannot be told apart from what was there.
  func ledger(before moment: Moment) throws(StoreError) -> (ledger: Ledger, entries: [HistoryEntry])
  /// The command that a user would undo or redo now; nil where there is none.
  func next(_ reversal: Reversal, by user: String) throws(StoreError) -> HistoryEntry?
  /// Takes back the newest command of who acts that stands, or does again what was taken back last; nil where there is
  /// none. Refused where somebody changed the same since, or where it is no longer the one with that id.
  func perform(_ reversal: Reversal, expecting id: Int?, _ context: WriteContext) throws(StoreError)
    -> HistoryEntry?
}

extension LedgerStore {
  /// All commands that ever changed it.
  @discardableResult
  package func history(_ body: (HistoryEntry, _ isUndone: Bool) -> Bool) throws(StoreError) -> [Ledger.Flaw] {
    try history(since: nil, body)
  }

  /// Applies an act to the freshly read campaign; departments of those names are added with it. Answers the campaign
  /// after it and what changed.
  package func update(_ code: String, _ act: Act, newUnits: [String], _ context: WriteContext)
    throws(StoreError) -> Updated
  {
    let updated = try update([CampaignAct(code: code, act: act)], newUnits: newUnits, context)
    guard let only = updated.first else { throw .refused(.nothingToDo(id: code)) }
    return only
  }

  /// Applies an act that needs no new units.
  package func update(_ code: String, _ act: Act, _ context: WriteContext) throws(StoreError) -> Updated {
    try update(code, act, newUnits: [], context)
  }
}

/// A state of a store: equal as long as nobody changed what daily views show.
package struct StoreVersion: Equatable, Sendable {
  let files: [String: FileStatus]
}

/// Who writes, and when.
package struct WriteContext: Sendable {
  /// Today.
  package var today: Day
  /// Who and when.
  package var stamp: Stamp
  /// The login that it comes from, which `--as` does not change.
  package var login: String
  /// What another writer is told while this one holds the lock.
  package var holder: String
  /// The holidays that are known of some years; working days are counted by them.
  package let holidays: @Sendable (ClosedRange<Int>) -> [HolidayYear]

  /// A context.
  package init(
    today: Day, stamp: Stamp, login: String, holder: String,
    holidays: @escaping @Sendable (ClosedRange<Int>) -> [HolidayYear]
  ) {
    self.holidays = holidays
    self.today = today
    self.stamp = stamp
    self.login = login
    self.holder = holder
  }
}

/// An act on the campaign of a code.
package struct CampaignAct: Sendable, Equatable {
  /// The campaign's code.
  package var code: String
  /// What is asked for.
  package var act: Act

  /// An act on a campaign.
  package init(code: String, act: Act) {
    self.code = code
    self.act = act
  }
}

/// A campaign after an act.
package struct Updated: Sendable {
  /// The campaign.
  package var campaign: Campaign
  /// What changed in it.
  package var change: Change
  /// The units at that moment.
  package var units: UnitRegistry
}
