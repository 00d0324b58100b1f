extension DuePoint {
  /// The longest that a point may lie behind the period's end, in days.
  static let longestAfterEnd = 366

  /// The most of a unit that a point may lie behind the period's end; working days are counted one by one.
  static func mostAfterEnd(of unit: TimeSpan.Unit) -> Int { unit == .workingDay ? 100 : longestAfterEnd }

  /// Its day in a period, of which `first` and `last` are the days in the calendar. Within the period, unless it lies behind
  /// its end; where its words name no day of it (30 February, a feast of another quarter), the one next to it that there is.
  func day(in per: Period, first: Day, last: Day, _ calendar: WorkCalendar) -> Day {
    let meant = stretch(of: per, first: first, last: last)
    let day =
      switch mark {
      case .day(let number): dayOfMonth(number, of: per, last: last)
      case .lastDay: meant.last
      case .workingDay(let nth): DuePoint.workingDay(nth, first: meant.first, last: meant.last, calendar)
      case .weekday(let weekday, let nth):
        DuePoint.weekday(weekday, per == .week ? 1 : nth ?? -1, first: meant.first, last: meant.last)
      case .weekOfMonth(let week, let weekday):
        DuePoint.weekday(1, week, first: meant.first, last: meant.last) + (max(1, min(weekday, 7)) - 1)
      case .feast(let name): DuePoint.day(of: name, 0, first: first, last: last)
      case .beforeFeast(let name): DuePoint.day(of: name, -1, first: first, last: last)
      case .afterEnd(let span): DuePoint.day(span, after: last, calendar)
      }
    return isAfterEnd ? day : min(max(day, first), last)
  }

  /// Whether it lies behind the end of its period.
  package var isAfterEnd: Bool { if case .afterEnd = mark { true } else { false } }

  /// Whether it takes a calendar with holidays to know the day.
  var needsHolidays: Bool {
    switch mark {
    case .day, .lastDay, .weekday, .weekOfMonth: false
    case .workingDay: true
    case .afterEnd(let span): span.unit == .workingDay
    case .feast, .beforeFeast: false
    }
  }

  /// The month of the period that is meant, or all of it.
  private func stretch(of per: Period, first: Day, last: Day) -> (first: Day, last: Day) {
    guard let months = per.months, let month else { return (first, last) }
    let start = first.adding(months: max(1, min(month, months)) - 1)
    return (start, start.lastOfMonth)
  }

  /// A day of the month that is meant; without one of the period's last month (每季度25日前 is the 25th of 末月).
  private func dayOfMonth(_ number: Int, of per: Period, last: Day) -> Day {
    guard let months = per.months, (1...31).contains(number) else { return last }
    let back = month.map { months - max(1, min($0, months)) } ?? 0
    let start = last.firstOfMonth.adding(months: -back)
    return min(start + (number - 1), start.lastOfMonth)
  }

  private static func workingDay(_ nth: Int, first: Day, last: Day, _ calendar: WorkCalendar) -> Day {
    guard nth != 0, first <= last else { return last }
    var (left, found) = (nth.magnitude, nth > 0 ? first : last)
    for away in 0...(last - first) where left > 0 {
      let day = nth > 0 ? first + away : last - away
      if calendar.isWorkingDay(day) { (left, found) = (left - 1, day) }
    }
    return found
  }

  private static func weekday(_ weekday: Int, _ nth: Int, first: Day, last: Day) -> Day {
    guard (1...7).contains(weekday), nth != 0 else { return last }
    let earliest = first + (weekday - first.weekday + 7) % 7
    let latest = last - (last.weekday - weekday + 7) % 7
    let weeks = Int(min(nth.magnitude, 60)) - 1
    return nth > 0 ? min(earliest + 7 * weeks, latest) : max(latest - 7 * weeks, earliest)
  }

  private static func day(of name: String, _ away: Int, first: Day, last: Day) -> Day {
    guard let feast = Feast.written.first(where: { $0.words == name || $0.feast.name == name })?.feast else {
      return last
    }
    // 元旦 of the year that follows: the day before lies in the period.
    let days = (first.year...last.year + 1).lazy.compactMap { feast.day(in: $0) }
    return days.map { $0 + away }.first { first <= $0 && $0 <= last } ?? last
  }

  private static func day(_ span: TimeSpan, after last: Day, _ calendar: WorkCalendar) -> Day {
    let span = TimeSpan(count: max(1, min(span.count, mostAfterEnd(of: span.unit))), unit: span.unit)
    return min(span.end(from: last, calendar: calendar), last + longestAfterEnd)
  }
}
