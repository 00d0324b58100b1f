import Campaigns

/// Who writes, and when.
package struct WriteContext: Sendable {
  /// Today.
  package var today: Day
  /// Who and when.
  package var stamp: Stamp
  /// The login that it comes from, which `--as` does not change.
  package var login: String
  /// The account that it is, with its groups: one that may only instruct writes nothing else. Nil: nobody asks.
  package var account: Account?
  /// What another writer is told while this one holds the lock.
  package var holder: String
  /// The holidays that are known; working days are counted by them.
  package let holidays: [HolidayYear]
  /// Told as soon as a change counts, with its line of the journal: whatever goes wrong from then on, it was saved.
  let counts: @Sendable (_ record: [UInt8]) -> Void
  /// What whoever asks calls this change: one of that name that was made before is not made again.
  let key: String?
  /// Told in place of that where nothing is to be written: everything is worked out and refused as ever, and left.
  let rehearses: (@Sendable () -> Void)?

  /// A context.
  package init(
    today: Day, stamp: Stamp, login: String, holder: String,
    holidays: [HolidayYear],
    counts: @escaping @Sendable (_ record: [UInt8]) -> Void = { _ in },
    rehearses: (@Sendable () -> Void)? = nil,
    key: String? = nil
  ) {
    self.key = key
    self.rehearses = rehearses
    self.holidays = holidays
    self.counts = counts
    self.today = today
    self.stamp = stamp
    self.login = login
    self.holder = holder
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
  /// What is in the store now.
  package let saved: Saved
}
