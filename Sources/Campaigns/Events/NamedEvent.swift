/// The days that an event takes; first and last are the same where it takes one.
///
///     try EventDays(words: "6月1日至9月30日", today: today, calendar: calendar).last
package struct EventDays: Hashable, Sendable {
  /// As it can be typed: 2026-12-15, or 2026-06-01..2026-09-30.
  package var iso: String { isOneDay ? first.iso : "\(first.iso)..\(last.iso)" }

  /// Its first day.
  package let first: Day
  /// Its last day, not before the first.
  package let last: Day

  /// One day.
  package init(_ day: Day) { (first, last) = (day, day) }

  /// From one day through another; nil where that lies before the first.
  package init?(first: Day, last: Day) {
    guard first <= last else { return nil }
    (self.first, self.last) = (first, last)
  }

  /// Whether it takes one day.
  package var isOneDay: Bool { first == last }
}

/// An event that deadlines hang on (党的十八大召开, 汛期), with its days once they are known.
package struct NamedEvent: Hashable, Sendable {
  /// The event in the documents' words.
  package var name: String
  /// Its days.
  package var days: EventDays?

  /// An event.
  package init(name: String, days: EventDays?) { (self.name, self.days) = (name, days) }

  /// An event of one day, or without a day.
  package init(name: String, day: Day? = nil) { self.init(name: name, days: day.map(EventDays.init)) }

  /// Its first day.
  package var day: Day? { days?.first }
  /// Its last day, where it takes more than one.
  package var until: Day? { days.flatMap { $0.isOneDay ? nil : $0.last } }
}

extension NamedEvent: Encodable {
  private enum CodingKeys: String, CodingKey { case name, day, until }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(day, forKey: .day)
    try container.encodeIfPresent(until, forKey: .until)
  }
}
