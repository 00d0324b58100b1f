/// A length of time counted from a day. The starting day does not count (docs/decisions/time-rules.md).
package struct TimeSpan: Encodable, Hashable, Sendable {
  /// What is counted.
  package enum Unit: String, Encodable, Sendable, CaseIterable {
    case workingDay, day, week, halfMonth, month, year
  }
  /// How many.
  package var count: Int
  /// Of what.
  package var unit: Unit

  /// `count` times `unit`.
  package init(count: Int, unit: Unit) { (self.count, self.unit) = (count, unit) }

  /// The last day of the span that begins after `start`.
  package func end(from start: Day, calendar: WorkCalendar) -> Day {
    switch unit {
    case .workingDay: calendar.day(count, workingDaysAfter: start)
    case .day: start + count
    case .week: start + 7 * count
    case .halfMonth: start.adding(months: count / 2) + count % 2 * 15
    case .month: start.adding(months: count)
    case .year: start.adding(months: 12 * count)
    }
  }
}
