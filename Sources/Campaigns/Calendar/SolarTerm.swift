/// The days of the sun's year (节气) that documents set times by.
package enum SolarTerm: CaseIterable, Sendable {
  case qingming
  case autumnalEquinox
  case winterSolstice

  /// Its day in a year of 1900…2100; nil in any other.
  ///
  /// A straight line through the days of these years: so many days after 1900-01-01, and a sun's year more each year.
  /// It meets every one of them, checked against two calendars (Tests/Fixtures/feasts.txt); beyond, it need not.
  package func day(in year: Int) -> Day? {
    guard LunarCalendar.years.contains(year) else { return nil }
    // Millionths of a day.
    let (first, length) =
      switch self {
      case .qingming: (94_589_814, 365_242_188)
      case .autumnalEquinox: (265_836_880, 365_242_105)
      case .winterSolstice: (355_626_166, 365_242_719)
      }
    return Day(1900, 1, 1).map { $0 + (first + length * (year - 1900)) / 1_000_000 }
  }
}
