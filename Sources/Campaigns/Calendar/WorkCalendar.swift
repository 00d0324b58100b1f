/// Which days are working days: weekends, the State Council's holidays and 调休, and an organisation's own days.
///
/// A year whose notice is not known falls back to weekends; `unpublishedYears(from:through:)` says so, and a verdict
/// that rests on such a year must mention it.
///
///     WorkCalendar(years: ReferenceData.allHolidays).workingDays(after: friday, through: monday)  // 1
package struct WorkCalendar: Sendable {
  // Stretches and days are few: they are looked through rather than spread out into sets, which takes longer than all
  // the questions of a status page.
  private let years: [HolidayYear]
  private let ownOff: [Day]
  private let ownWorking: [Day]

  /// A calendar of the given years. An organisation's own days win over the State Council's.
  package init(years: [HolidayYear], ownOff: [Day] = [], ownWorking: [Day] = []) {
    (self.years, self.ownOff, self.ownWorking) = (years, ownOff, ownWorking)
  }

  private func published(_ year: Int) -> HolidayYear? { years.first { $0.year == year } }

  /// Weekends only.
  package static let weekendsOnly = WorkCalendar(years: [])

  /// Whether the holidays of this year are known.
  package func isPublished(_ year: Int) -> Bool { published(year) != nil }

  /// Whether people work on this day.
  package func isWorkingDay(_ day: Day) -> Bool {
    if ownOff.contains(day) { return false }
    if ownWorking.contains(day) { return true }
    guard let year = published(day.year) else { return !day.isWeekend }
    if year.working.contains(day) { return true }
    return !day.isWeekend && !year.off.contains { $0.start <= day && day <= $0.end }
  }

  /// The day that is `count` working days after `start`; the starting day does not count
  /// (docs/decisions/time-rules.md: N个工作日内). `count` below 1 gives `start`.
  package func day(_ count: Int, workingDaysAfter start: Day) -> Day { day(count, from: start, by: 1) }

  /// The working day from which on there are `count` working days before `end`; that day does not count. `count` below 1
  /// gives `end`.
  package func day(_ count: Int, workingDaysBefore end: Day) -> Day { day(count, from: end, by: -1) }

  private func day(_ count: Int, from start: Day, by step: Int) -> Day {
    var (day, left) = (start, count)
    while left > 0, day + step != day {
      day = day + step
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// Working days after `start` up to and including `end`; 0 where `end` is not after `start`.
  package func workingDays(after start: Day, through end: Day) -> Int {
    var (day, count) = (start + 1, 0)
    while start < end, day <= end {
      let last = min(end, Day(day.year, 12, 31) ?? end)
      if !isPublished(day.year), !(ownOff + ownWorking).contains(where: { day <= $0 && $0 <= last }) {
        // Weekends only: reckoned, since a mistyped year lies centuries away.
        count += WorkCalendar.weekdays(through: last) - WorkCalendar.weekdays(through: day - 1)
      } else {
        count += (day.number...last.number).count { Day(number: $0).map(isWorkingDay) ?? false }
      }
      guard last < end else { break }
      day = last + 1
    }
    return count
  }

  /// Days from Monday to Friday since a Monday long ago, up to and including `day`.
  private static func weekdays(through day: Day) -> Int {
    // 1970-01-01 was a Thursday; 1,000,006 days before the Monday of that week nothing can be asked for.
    let days = day.number + 3 + 7 * 142_858 + 1
    return days / 7 * 5 + min(5, days % 7)
  }

  /// Whether more than `limit` working days lie after `start` up to and including `end`. Stops counting as soon
  /// as it knows, so that far deadlines cost nothing.
  package func exceeds(_ limit: Int, workingDaysAfter start: Day, through end: Day) -> Bool {
    var (day, count) = (start, 0)
    while day < end {
      day = day + 1
      if isWorkingDay(day) { count += 1 }
      if count > limit { return true }
    }
    return false
  }

  /// The last working day on or before `day`; `day` itself where a whole year has none.
  package func lastWorkingDay(onOrBefore day: Day) -> Day {
    var candidate = day
    for _ in 0..<366 {
      if isWorkingDay(candidate) { return candidate }
      candidate = candidate - 1
    }
    return day
  }

  /// The years between two days whose holidays are not known.
  package func unpublishedYears(from start: Day, through end: Day) -> [UnknownYear] {
    guard start <= end else { return [] }
    return (start.year...end.year).filter { !isPublished($0) }.map { year in
      UnknownYear(year: year, isPast: years.contains { $0.year > year })
    }
  }

  /// The days off for a feast (国庆期间) in a year. The notices join feasts that touch (国庆节、中秋节).
  package func daysOff(for name: String, in year: Int) -> (start: Day, end: Day)? {
    published(year)?.off.first { $0.name.contains(name) }.map { ($0.start, $0.end) }
  }
}
