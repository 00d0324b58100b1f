extension TimeResolver {
  /// The days of what is counted in a period; nil where the period has no such part.
  func days(of ordinal: TimePoint.Ordinal, in whole: (start: Day, end: Day)) -> (start: Day, end: Day)? {
    switch ordinal {
    case .nth(let counted, let nth): return days(of: counted, from: nth, through: nth, in: whole)
    case .leading(let counted, let count): return days(of: counted, from: 1, through: count, in: whole)
    case .trailing(let counted, let count): return days(of: counted, from: -count, through: -1, in: whole)
    case .weekday(let weekday, let nth): return day(of: weekday, nth, in: whole).map { ($0, $0) }
    case .weekdayOfWeek(let weekday, let week):
      return days(of: .week, from: week, through: week, in: whole).map {
        ($0.start + (weekday - 1), $0.start + (weekday - 1))
      }
    case .days(let first, let last):
      let end = last.map { whole.start + ($0 - 1) } ?? whole.end
      return first >= 1 && whole.start + (first - 1) <= end && end <= whole.end
        ? (whole.start + (first - 1), end) : nil
    }
  }

  /// The nth such weekday of a period, counted from its end where negative.
  private func day(of weekday: Int, _ nth: Int, in whole: (start: Day, end: Day)) -> Day? {
    let day =
      nth > 0
      ? whole.start + ((weekday - whole.start.weekday + 7) % 7 + 7 * (nth - 1))
      : whole.end - ((whole.end.weekday - weekday + 7) % 7 + 7 * (-nth - 1))
    return nth != 0 && whole.start <= day && day <= whole.end ? day : nil
  }

  private func days(
    of counted: TimePoint.Counted, from first: Int, through last: Int, in whole: (start: Day, end: Day)
  ) -> (start: Day, end: Day)? {
    func bounded(months: Int = 0, _ day: (Int) -> Day?) -> (start: Day, end: Day)? {
      guard let start = day(first), var end = day(last) else { return nil }
      if months > 0 { end = end.adding(months: months - 1).lastOfMonth }
      return whole.start <= start && start <= end && end <= whole.end ? (start, end) : nil
    }
    return switch counted {
    case .day: bounded { $0 > 0 ? whole.start + ($0 - 1) : whole.end + ($0 + 1) }
    case .workingDay: bounded { workingDay($0, in: whole) }
    case .week: weeks(first, last, whole)
    case .month: bounded(months: 1) { month($0, of: 1, in: whole) }
    case .quarter: bounded(months: 3) { month($0, of: 3, in: whole) }
    }
  }

  private func workingDay(_ nth: Int, in whole: (start: Day, end: Day)) -> Day? {
    guard nth != 0, abs(nth) <= 366 else { return nil }
    if nth > 0 { return context.calendar.day(nth, workingDaysAfter: whole.start - 1) }
    var day = context.calendar.lastWorkingDay(onOrBefore: whole.end)
    for _ in 0..<(-nth - 1) { day = context.calendar.lastWorkingDay(onOrBefore: day - 1) }
    return day
  }

  /// First day of the nth stretch of so many months.
  private func month(_ nth: Int, of length: Int, in whole: (start: Day, end: Day)) -> Day? {
    guard nth != 0, abs(nth) <= 1200 else { return nil }
    return nth > 0
      ? whole.start.firstOfMonth.adding(months: (nth - 1) * length)
      : whole.end.firstOfMonth.adding(months: 1 + nth * length)
  }

  /// The first week of a month or year begins with its first Monday; the last one is the one whose Monday is its last.
  private func weeks(_ first: Int, _ last: Int, _ whole: (start: Day, end: Day)) -> (start: Day, end: Day)? {
    guard let start = day(of: 1, first, in: whole), let monday = day(of: 1, last, in: whole) else {
      return nil
    }
    return (start, monday + 6)
  }
}
