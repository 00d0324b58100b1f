/// Where a task stands with its quota on a day: its periods over the span, a total for the year, what is missing. A
/// pure function of the quota, the occurrences, the span and the day; the rules are in docs/decisions/quotas.md.
///
///     row.verdict.quota?.owed  // 1: one of the last quarter is missing
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
  /// Where the period stands that the last thing done on a day counted for, where points decide that.
  private let counted: [Day: Int]
  /// What it has to do with the light: what is owed, else what is due soon, else that the current period is done.
  package private(set) var cause: LightCause?
  /// Working days left until the current period is due; nil where nothing is missing in it, or time is plenty.
  package private(set) var workingDaysLeft: Int?

  /// How far back and ahead periods are reckoned, in years: a mistyped year lies centuries away.
  static let horizon = 10

  /// The standing on a day; nil for a span without days. Of a `member` only those periods count that lie in its stretch:
  /// nothing is asked in the one in which it left.
  package init?(
    _ quota: Quota, _ occurrences: [Occurrence], from spanStart: Day, through spanEnd: Day,
    member: CollectiveMember?, today: Day, calendar: WorkCalendar, lights: LightProfile
  ) {
    let start = max(spanStart, member?.from ?? spanStart)
    let left = member?.until.flatMap { $0 < spanEnd ? $0 : nil }
    let end = left ?? spanEnd
    let first = max(start, Day(today.year - QuotaStanding.horizon, 1, 1) ?? start)
    let last = min(end, Day(today.year + QuotaStanding.horizon, 12, 31) ?? end)
    guard first <= last, quota.times > 0 else { return nil }
    let isPart = start > spanStart || end < spanEnd
    func division(_ quota: Quota, isPart: Bool) -> [QuotaPeriod] {
      QuotaDivision(
        quota: quota, start: first, end: last, origin: spanStart, isPart: isPart, isLeft: left == last,
        calendar: calendar
      ).periods()
    }
    var tally = QuotaTally(
      periods: division(quota, isPart: isPart), years: division(Quota(times: 0, per: .year), isPart: true))
    tally.ask(ofYears: quota.yearlyTotal ?? 0, leftOn: left)
    tally.count(occurrences, through: last)
    (self.quota, self.start, self.end, self.today) = (quota, start, end, today)
    (periods, years, counted) = (tally.periods, tally.years, tally.counted)
    judge(calendar, lights)
  }

  /// The light that the cause turns on.
  package var light: Light { cause?.light ?? .none }

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

  /// The day of the first point of which something is owed, else of the one that a list shows; nil without points.
  var pointDue: Day? { shown.flatMap { $0.isPoint ? firstOwed ?? $0.due : nil } }

  /// The period that what was done on a day counts for; nil outside the span.
  package func period(of day: Day) -> QuotaPeriod? {
    (counted[day] ?? periods.place(of: day)).map { periods[$0] }
  }

  private mutating func judge(_ calendar: WorkCalendar, _ lights: LightProfile) {
    let current = (periods + years).filter { $0.time(today) == .current && $0.asked > 0 }
    let due = current.filter { $0.open > 0 && $0.due >= today }.map(\.due).min()
    if let due, !calendar.exceeds(lights.dueSoonWorkingDays, workingDaysAfter: today, through: due) {
      workingDaysLeft = calendar.workingDays(after: today, through: due)
    }
    if owed > 0 {
      cause = .short(owed: owed)
    } else if let workingDaysLeft {
      cause = .quotaDueSoon(workingDays: workingDaysLeft)
    } else if periods.contains(where: { $0.time(today) == .current && $0.asked > 0 && $0.open <= 0 }) {
      cause = .quotaMet
    }
  }
}
