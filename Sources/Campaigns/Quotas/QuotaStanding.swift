/// Where a task stands with its quota on a day: its periods over the span, a total for the year, what is missing. A
/// pure function of the quota, the occurrences, the span and the day; the rules are in docs/decisions/quotas.md.
package struct QuotaStanding: Sendable, Hashable {
  /// The quota.
  package let quota: Quota
  /// First day of the span.
  package let start: Day
  /// Last day of the span.
  package let end: Day
  /// The day that it is seen from.
  package let today: Day
  /// The periods of the span, in order.
  package let periods: [QuotaPeriod]
  /// The years of the span with what was done in each; asked for nothing where the quota names no total.
  package let years: [QuotaPeriod]
  /// The light of the current period; red as long as something is owed.
  package let light: Light
  /// Working days left until the current period is due; nil where nothing is missing in it, or time is plenty.
  package let workingDaysLeft: Int?

  /// How far back and ahead periods are reckoned, in years: a mistyped year lies centuries away.
  static let horizon = 10

  /// The standing on a day; nil for a span without days. Of a `member` only those periods count that lie in its stretch:
  /// nothing is asked in the one in which it left.
  package init?(
    _ quota: Quota, _ occurrences: [Occurrence], from spanStart: Day, through spanEnd: Day,
    member: CollectiveMember?,
    today: Day, calendar: WorkCalendar, lights: LightProfile
  ) {
    let start = max(spanStart, member?.from ?? spanStart)
    let left = member?.until.flatMap { $0 < spanEnd ? $0 : nil }
    let end = left ?? spanEnd
    let first = max(start, Day(today.year - QuotaStanding.horizon, 1, 1) ?? start)
    let last = min(end, Day(today.year + QuotaStanding.horizon, 12, 31) ?? end)
    guard first <= last, quota.times > 0 else { return nil }
    var periods = QuotaPeriod.all(
      quota.per, from: first, through: last, times: quota.times, dueDay: quota.dueDay, calendar,
      isPart: start > spanStart || end < spanEnd)
    var years = QuotaPeriod.years(from: first, through: last, total: quota.yearlyTotal ?? 0, calendar)
    if let left {
      periods.askNothing(inThatCutAt: left, of: quota.per)
      years.askNothing(inThatCutAt: left, of: .year)
    }
    var late = 0
    for occurrence in occurrences {
      let count = max(0, min(occurrence.count, QuotaPeriod.limit))
      if let place = periods.place(of: occurrence.on) { periods[place].done += count }
      if let place = years.firstIndex(where: { $0.start.year == occurrence.on.year }) {
        years[place].done += count
      }
      if occurrence.on > last { late += count }
    }
    periods.makeUp(years, late)
    (self.quota, self.start, self.end, self.today) = (quota, start, end, today)
    (self.periods, self.years) = (periods, years)
    (light, workingDaysLeft) = QuotaStanding.light(periods, years, today, calendar, lights)
  }

  /// The period that the day lies in; nil before and after the span.
  package var current: QuotaPeriod? { periods.first { $0.time(today) == .current } }

  /// The period that a list shows: the current one, else the last one that asked for something, else the next.
  package var shown: QuotaPeriod? {
    let asking = periods.filter { $0.asked > 0 }
    return asking.first { $0.time(today) == .current } ?? asking.last { $0.time(today) == .past }
      ?? asking.first
  }

  /// The year that the day lies in, the nearest of the span otherwise.
  package var year: QuotaPeriod? {
    years.first { $0.start.year == today.year } ?? (today < start ? years.first : years.last)
  }

  /// Periods, and years with a total, in which less was done than asked for when they were due, those made up for later
  /// included.
  package var shortfalls: [QuotaPeriod] { (periods + years).filter { $0.missing > 0 && $0.due < today } }

  /// How many are owed in periods that are over; where none are, what is missing of the totals of years.
  package var owed: Int {
    let ofPeriods = periods.reduce(0) { $0 + $1.owed(today) }
    return ofPeriods > 0 ? ofPeriods : years.reduce(0) { $0 + $1.owed(today) }
  }

  /// The day on which the first period was due of which something is owed; nil where nothing is.
  package var firstOwed: Day? { shortfalls.filter { $0.owed(today) > 0 }.map(\.due).min() }

  /// The period that a day falls in; nil outside the span.
  package func period(of day: Day) -> QuotaPeriod? { periods.place(of: day).map { periods[$0] } }

  private static func light(
    _ periods: [QuotaPeriod], _ years: [QuotaPeriod], _ today: Day, _ calendar: WorkCalendar,
    _ lights: LightProfile
  ) -> (Light, Int?) {
    let current = (periods + years).filter { $0.time(today) == .current && $0.asked > 0 }
    let due = current.filter { $0.open > 0 && $0.due >= today }.map(\.due).min()
    var left: Int?
    if let due, !calendar.exceeds(lights.dueSoonWorkingDays, workingDaysAfter: today, through: due) {
      left = calendar.workingDays(after: today, through: due)
    }
    if (periods + years).contains(where: { $0.owed(today) > 0 }) { return (.red, left) }
    if left != nil { return (.yellow, left) }
    let isMet = periods.contains { $0.time(today) == .current && $0.asked > 0 && $0.open <= 0 }
    return (isMet ? .green : .none, nil)
  }
}

extension [QuotaPeriod] {
  /// Nothing is asked in the period that a member left in.
  fileprivate mutating func askNothing(inThatCutAt left: Day, of per: Period) {
    for place in indices where self[place].end == left && per.days(around: left).last != left {
      self[place].asked = 0
    }
  }

  /// Where the period stands that a day falls in.
  fileprivate func place(of day: Day) -> Int? {
    guard let first, let last, first.start <= day, day <= last.end else { return nil }
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if self[middle].start <= day { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// What is missing is made up for by what was done beyond what a later period asked for, the oldest first, and by what
  /// came after the span; all of a year by reaching its total.
  fileprivate mutating func makeUp(_ years: [QuotaPeriod], _ late: Int) {
    var oldest = 0
    for later in indices where self[later].surplus > 0 {
      var pool = self[later].surplus
      while pool > 0, oldest < later {
        self[oldest].makeUp(from: &pool)
        if self[oldest].open <= 0 { oldest += 1 }
      }
    }
    var late = late
    for place in indices where late > 0 { self[place].makeUp(from: &late) }
    for year in years where year.asked > 0 && year.missing == 0 {
      for place in indices where self[place].end.year == year.start.year {
        self[place].madeUp = self[place].missing
      }
    }
  }
}
