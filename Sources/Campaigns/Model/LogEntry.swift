/// One line of a task's log. Entries are never taken away: a wrong one stays, struck through.
package struct LogEntry: Encodable, Hashable, Sendable, Identifiable {
  /// What an entry records.
  package enum Kind: String, Encodable, Sendable, CaseIterable {
    case progress, note
    /// 批示: open until it is answered.
    case instruction
    /// 催办, with level and number.
    case chase
    /// The right words for a wrong entry.
    case correction
    case assigned, acknowledged, submitted, returned, completed, struckOff, reopened, suspended, resumed,
      cancelled
    case `extension`, edited
    /// One task became several; the words name them.
    case split
    /// It went to another phase or campaign; the words say from where to where.
    case moved
  }

  /// Unique in its task; never used again.
  package var id: Int
  /// When it was recorded.
  package var at: Moment
  /// Who recorded it.
  package var by: String
  /// What it records.
  package var kind: Kind
  /// The day that it speaks of, where that is not the day of recording.
  package var on: Day?
  /// The words.
  package var text: String?
  /// Per cent done, in a progress report.
  package var percent: Int?
  /// How many were done towards the task's quota.
  package var count: Int?
  /// The unit that reported, where another recorded it (代录), or that is chased; of an instruction the leader, by post,
  /// whose words another recorded; of a decision who decided, where another recorded it.
  package var unit: String?
  /// By what channel: 电话, 书面, OA.
  package var via: String?
  /// The day that an extension asks for, or that was granted.
  package var until: Day?
  /// What was decided on an extension; nil where it was asked for.
  package var isApproved: Bool?
  /// Level of a chase, from 1.
  package var level: Int?
  /// Number of a chase, from 1.
  package var number: Int?
  /// The entry that this one corrects or answers.
  package var refersTo: Int?
  /// The entry that set this one right; a struck entry is shown struck through.
  package var struckBy: Int?
  /// The entry that answered this instruction.
  package var answeredBy: Int?

  /// An entry.
  package init(
    id: Int, stamp: Stamp, kind: Kind, on: Day? = nil, text: String? = nil, percent: Int? = nil,
    unit: String? = nil,
    via: String? = nil, refersTo: Int? = nil
  ) {
    self.id = id
    at = stamp.at
    by = stamp.by
    self.kind = kind
    self.on = on
    self.text = text
    self.percent = percent
    self.unit = unit
    self.via = via
    self.refersTo = refersTo
  }
}
