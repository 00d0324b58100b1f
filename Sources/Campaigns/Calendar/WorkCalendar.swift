/// Which days are working days: weekends, the State Council's holidays and 调休, and an organisation's own days.
///
/// A year whose notice is not known falls back to weekends; `unpublishedYears(from:through:)` says so, and a verdict
/// that rests on such a year must mention it.
///
///     WorkCalendar(years: ReferenceData.allHolidays).workingDays(after: friday, through: monday)  // 1
package struct WorkCalendar: Sendable {
  private let years: [HolidayYear]
  /// Days that are not what their weekday says, in order: 1970-01-01 is 0.
  private let exceptions: [Int32]
  /// Working days that the exceptions up to each of them add to those from Monday to Friday, or take from them.
  private let added: [Int32]

  /// A calendar of the given years. An organisation's own days win over the State Council's.
  package init(years: [HolidayYear], ownOff: [Day] = [], ownWorking: [Day] = []) {
    self.years = years
    var exceptions: [(day: Int32, step: Int32)] = []
    func note(_ day: Day, isWorking: Bool) {
      // The first notice of a year counts, and an own day before any notice.
      if isWorking == day.isWeekend { exceptions.append((Int32(day.number), isWorking ? 1 : -1)) }
    }
    let own = Set(ownOff + ownWorking)
    for day in Set(ownOff) { note(day, isWorking: false) }
    for day in Set(ownWorking).subtracting(ownOff) { note(day, isWorking: true) }
    for (place, year) in years.enumerated() where !years[..<place].contains(where: { $0.year == year.year }) {
      let working = Set(year.working)
      for day in working where day.year == year.year && !own.contains(day) { note(day, isWorking: true) }
      var off: Set<Day> = []
      for stretch in year.off where stretch.start <= stretch.end {
        for number in stretch.start.number...stretch.end.number {
          guard let day = Day(number: number), day.year == year.year, !own.contains(day),
            !working.contains(day), off.insert(day).inserted
          else { continue }
          note(day, isWorking: false)
        }
      }
    }
    exceptions.sort { $0.day < $1.day }
    self.exceptions = exceptions.map(\.day)
    var sum: Int32 = 0
    added = exceptions.map { exception in
      sum += exception.step
      return sum
    }
  }

  private func published(_ year: Int) -> HolidayYear? { years.first { $0.year == year } }

  /// Weekends only.
  package static let weekendsOnly = WorkCalendar(years: [])

  /// Whether the holidays of this year are known.
  package func isPublished(_ year: Int) -> Bool { published(year) != nil }

  /// Whether people work on this day.
  package func isWorkingDay(_ day: Day) -> Bool {
    let place = exceptions(through: day.number)
    let isException = place > 0 && Int(exceptions[place - 1]) == day.number
    return day.isWeekend == isException
  }

  /// How many exceptions there are up to and including a day.
  private func exceptions(through number: Int) -> Int {
    var (low, high) = (0, exceptions.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(exceptions[middle]) <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Working days up to and including a day, since a Monday long ago.
  private func workingDays(through number: Int) -> Int {
    let place = exceptions(through: number)
    // 1970-01-01 was a Thursday; 1,000,006 days before the Monday of that week nothing can be asked for.
    let days = number + 3 + 7 * 142_858 + 1
    return days / 7 * 5 + min(5, days % 7) + (place > 0 ? Int(added[place - 1]) : 0)
  }

  /// The day that is `count` working days after `start`; the starting day does not count
  /// (docs/decisions/time-rules.md: N个工作日内). `count` below 1 gives `start`.
  package func day(_ count: Int, workingDaysAfter start: Day) -> Day { day(count, from: start, by: 1) }

  /// The working day from which on there are `count` working days before `end`; that day does not count. `count` below 1
  /// gives `end`.
  package func day(_ count: Int, workingDaysBefore end: Day) -> Day { day(count, from: end, by: -1) }

  private func day(_ count: Int, from start: Day, by step: Int) -> Day {
    guard count > 0 else { return start }
    let before = workingDays(through: step > 0 ? start.number : start.number - 1)
    // A working day is one of five in seven, but for feasts: close to it, and then as far as it takes.
    var day = start + step * (count / 5 * 7)
    func left(_ day: Day) -> Int {
      count
        - (step > 0
          ? workingDays(through: day.number) - before : before - workingDays(through: day.number - 1))
    }
    while left(day) <= 0, day != start { day = day - step }
    while left(day) > 0, day + step != day { day = day + step }
    return day
  }

  /// Working days after `start` up to and including `end`; 0 where `end` is not after `start`.
  package func workingDays(after start: Day, through end: Day) -> Int {
    start < end ? workingDays(through: end.number) - workingDays(through: start.number) : 0
  }

  /// Whether more than `limit` working days lie after `start` up to and including `end`.
  package func exceeds(_ limit: Int, workingDaysAfter start: Day, through end: Day) -> Bool {
    workingDays(after: start, through: end) > limit
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
