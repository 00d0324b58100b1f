/// What kind of time a document sets. Raw values are the store's and the scripts' words (docs/interface.md, "JSON").
package enum DeadlineKind: String, Encodable, Sendable, CaseIterable {
  /// A day, or "by" a day: the end is what counts.
  case date
  /// From one day to another; either may be missing.
  case range
  /// A third of a month, or two of them (上旬, 中下旬).
  case xun
  case month
  case quarter
  case year
  /// 长期, 常年, 持续: never due.
  case standing
  /// So many times per period.
  case recurring
  /// Bound to something that happens; a date once that has one.
  case event
  /// No time, or words that are none.
  case none
}

/// A time limit: the document's own words and what they mean. The words are kept for ever; the days are
/// what the program reckons with.
package struct Deadline: Encodable, Hashable, Sendable {
  /// The document's words, as written; empty where it names no time.
  package var text: String
  /// What kind of time it is.
  package var kind: DeadlineKind
  /// First day, where there is one.
  package var start: Day?
  /// Last day; the work is due at its end.
  package var end: Day?
  /// A quota, alone (kind recurring) or beside a final day.
  package var quota: Quota?
  /// The event that it hangs on.
  package var event: EventBinding?
  /// Standing once it has been completed (6月底前并长期坚持).
  package var thenStanding: Bool?
  /// Further times in the same words; the first one counts.
  package var others: [String]?

  /// A deadline of `kind` from `start` to `end`.
  package init(
    text: String = "", kind: DeadlineKind = .none, start: Day? = nil, end: Day? = nil, quota: Quota? = nil,
    event: EventBinding? = nil, thenStanding: Bool? = nil, others: [String]? = nil
  ) {
    self.text = text
    self.kind = kind
    self.start = start
    self.end = end
    self.quota = quota
    self.event = event
    self.thenStanding = thenStanding
    self.others = others
  }
}
