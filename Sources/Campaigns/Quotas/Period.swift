/// The period of a quota.
package enum Period: String, Encodable, Sendable, CaseIterable {
  case day, week, month, quarter, halfyear, year

  /// The day one period after another.
  package func next(after day: Day) -> Day {
    months.map { day.adding(months: $0) } ?? day + (self == .day ? 1 : 7)
  }

  /// Periods in a year, counting 52 weeks.
  package var perYear: Int {
    switch self {
    case .day: 365
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .halfyear: 2
    case .year: 1
    }
  }
}
