/// One period of a quota: what was asked for in it and what was done. Reckoned from the quota and the occurrences,
/// never stored.
package struct QuotaPeriod: Sendable, Hashable {
  /// Where a period lies, seen from a day.
  package enum Time: Sendable { case past, current, toCome }

  /// Day, week, month, quarter, half-year or year.
  package let per: Period
  /// First day, not before the span begins.
  package let start: Day
  /// Last day, not after the span ends.
  package let end: Day
  /// The day by whose end it is due: the last one, or the quota's day of the month.
  package let due: Day
  /// How many are asked for; 0 in a period that was cut to less than half.
  package internal(set) var asked: Int
  /// How many were done in it.
  package internal(set) var done: Int
  /// How many of those missing were made up for later.
  package internal(set) var madeUp = 0

  /// How many are missing in the period itself.
  package var missing: Int { max(0, asked - done) }
  /// How many are missing still.
  package var open: Int { missing - madeUp }
  /// How many were done beyond what was asked for.
  var surplus: Int { max(0, done - asked) }

  /// Where it lies, seen from a day.
  package func time(_ today: Day) -> Time { end < today ? .past : start > today ? .toCome : .current }
  /// How many are owed: missing still after the day on which they were due.
  package func owed(_ today: Day) -> Int { due < today ? open : 0 }

  mutating func makeUp(from pool: inout Int) {
    let count = min(open, pool)
    madeUp += count
    pool -= count
  }
}

extension QuotaPeriod {
  /// The most that counts of one record or period: files hold what hands wrote, and sums must stay numbers.
  static let limit = 1_000_000

  /// The calendar periods from `start` to `end`, cut to them, each asked `times`. One that was cut to less than half of
  /// its days, or has no working day, asks for nothing, unless all would: then the one with most days asks
  /// (docs/decisions/quotas.md). `isPart` says that the days are a member's share of a longer span, in which nothing need be
  /// asked.
  static func all(
    _ per: Period, from start: Day, through end: Day, times: Int, dueDay: Int?, _ calendar: WorkCalendar,
    isPart: Bool = false
  ) -> [QuotaPeriod] {
    var (periods, longest, day) = ([QuotaPeriod](), (place: 0, days: 0), start)
    let times = max(0, min(times, limit))
    while day <= end {
      let (first, last) = per.days(around: day)
      let (from, to) = (max(first, start), min(last, end))
      let days = to - from + 1
      if days > longest.days { longest = (periods.count, days) }
      let isWorked =
        per != .day && per != .week || calendar.exceeds(0, workingDaysAfter: from - 1, through: to)
      periods.append(
        QuotaPeriod(
          per: per, start: from, end: to, due: due(from, to, per == .month ? dueDay : nil),
          asked: days * 2 >= last - first + 1 && isWorked ? times : 0, done: 0))
      guard to < end else { break }
      day = to + 1
    }
    if !isPart, !periods.isEmpty, periods.allSatisfy({ $0.asked == 0 }) {
      periods[longest.place].asked = times
    }
    return periods
  }

  /// The calendar years from `start` to `end`, cut to them, each asked its share of the year's total: of a year that is cut
  /// to eight months, eight of twelve.
  static func years(from start: Day, through end: Day, total: Int, _ calendar: WorkCalendar) -> [QuotaPeriod]
  {
    var years = all(.year, from: start, through: end, times: 0, dueDay: nil, calendar)
    let total = max(0, min(total, limit))
    for place in years.indices {
      let (first, last) = Period.year.days(around: years[place].start)
      let (days, whole) = (years[place].end - years[place].start + 1, last - first + 1)
      years[place].asked = (total * days * 2 + whole) / (whole * 2)
    }
    return years
  }

  private static func due(_ start: Day, _ end: Day, _ dueDay: Int?) -> Day {
    guard let dueDay, (1...31).contains(dueDay) else { return end }
    let day = start.firstOfMonth + (min(dueDay, Day.length(ofMonth: start.month, in: start.year)) - 1)
    return day < start ? end : min(day, end)
  }
}
