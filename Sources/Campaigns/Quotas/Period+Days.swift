extension Period {
  /// The calendar period that a day lies in, first and last day. Weeks run from Monday to Sunday.
  package func days(around day: Day) -> (first: Day, last: Day) {
    func months(_ count: Int) -> (Day, Day) {
      let first = day.firstOfMonth.adding(months: -((day.month - 1) % count))
      return (first, first.adding(months: count - 1).lastOfMonth)
    }
    switch self {
    case .day: return (day, day)
    case .week: return (day - (day.weekday - 1), day + (7 - day.weekday))
    case .month: return months(1)
    case .quarter: return months(3)
    case .halfyear: return months(6)
    case .year: return months(12)
    }
  }
}
