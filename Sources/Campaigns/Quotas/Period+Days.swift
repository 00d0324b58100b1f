extension Period {
  /// The calendar period that a day lies in, first and last day. Weeks run from Monday to Sunday.
  package func days(around day: Day) -> (first: Day, last: Day) {
    group(of: 1, around: day, countedFrom: day)
  }

  /// Months in it; nil where it is none of months.
  package var months: Int? {
    switch self {
    case .day, .week: nil
    case .month: 1
    case .quarter: 3
    case .halfyear: 6
    case .year: 12
    }
  }

  /// The `count` calendar periods of which a day's is one, first and last day. Those that divide a year evenly are the
  /// calendar's (January and February; a quarter); others are counted from the period of the day `origin`.
  func group(of count: Int, around day: Day, countedFrom origin: Day) -> (first: Day, last: Day) {
    // As many as the calendar has days: more is no more.
    let count = max(1, min(count, 4_000_000))
    let isAligned = months.map { 12 % ($0 * count) == 0 } ?? (count == 1)
    let place = place(of: day)
    let before = place - (isAligned ? 0 : self.place(of: origin))
    let first = place - ((before % count) + count) % count
    return (self.day(at: first), lastDay(at: first + count - 1))
  }

  /// Which period it is that a day lies in, counted from one long ago with which a year begins.
  private func place(of day: Day) -> Int {
    guard let months else {
      // 1970-01-01 was a Thursday.
      return self == .day ? day.number : Int((Double(day.number + 3) / 7).rounded(.down))
    }
    return (day.year * 12 + day.month - 1) / months
  }

  private func day(at place: Int) -> Day {
    guard let months else { return .epoch + (self == .day ? place : place * 7 - 3) }
    let month = place * months
    return Day(month / 12, month % 12 + 1, 1) ?? .epoch + (month < 12_000 ? -1 : 1) * Int(Int32.max)
  }

  private func lastDay(at place: Int) -> Day {
    guard let months else { return self == .day ? day(at: place) : .epoch + (place * 7 + 3) }
    return day(at: place).adding(months: months - 1).lastOfMonth
  }
}
