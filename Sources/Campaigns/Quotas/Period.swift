/// The period of a quota.
package enum Period: String, Encodable, Sendable, CaseIterable {
  case day, week, month, quarter, halfyear, year

  /// The day one period after another.
  package func next(after day: Day) -> Day {
    switch self {
    case .day: day + 1
    case .week: day + 7
    case .month: day.adding(months: 1)
    case .quarter: day.adding(months: 3)
    case .halfyear: day.adding(months: 6)
    case .year: day.adding(months: 12)
    }
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
