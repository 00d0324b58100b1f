/// Fills in what points leave open and collects what it had to assume.
struct TimeResolver {
  let context: TimeContext
  private(set) var notes: [TimeNote] = []

  init(_ context: TimeContext) { self.context = context }

  mutating func note(_ note: TimeNote) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// The year of a point.
  mutating func year(of point: TimePoint) -> Int? {
    if let written = point.year { return year(written) }
    if let year = TimeResolver.ownYear(of: point, context) { return year }
    guard let year = context.year ?? context.from?.year else {
      note(.yearUnknown)
      return nil
    }
    note(.yearAssumed(year))
    return year
  }

  /// What a written year comes to.
  mutating func year(_ written: TimePoint.Year) -> Int? {
    switch written {
    case .written(let year): return year
    case .redacted:
      note(.yearRedacted)
      return nil
    case .short(let figures):
      // Without a year to go by, this century's: 08年 in a plan that says nothing else.
      let year = TimeResolver.nearest(figures, to: context.year ?? context.from?.year ?? 2000 + figures)
      note(.shortYear(year))
      return year
    case .relative(let shift):
      guard let base = context.year ?? context.from?.year else {
        note(.yearUnknown)
        return nil
      }
      return base + shift
    }
  }

  /// The year nearest to `base` that ends with two figures.
  static func nearest(_ figures: Int, to base: Int) -> Int {
    let century = base - base % 100 + figures
    return [century - 100, century, century + 100].min { abs($0 - base) < abs($1 - base) } ?? century
  }

  /// The year that a point brings along: of what counts from the day of reading, and of five-year plans.
  private static func ownYear(of point: TimePoint, _ context: TimeContext) -> Int? {
    if case .fiveYears(let first) = point.part { return first }
    return point.isSaidFromADay ? context.spoken?.year : nil
  }

  private mutating func month(_ month: TimePoint.Month?, in year: Int) -> (year: Int, month: Int)? {
    switch month {
    case .written(let month): return (1...12).contains(month) ? (year, month) : nil
    case .relative(let shift):
      guard let from = context.spoken else { return nil }
      let shifted = from.firstOfMonth.adding(months: shift)
      return (shifted.year, shifted.month)
    case nil:
      guard let assumed = context.month ?? context.spoken?.month else { return nil }
      note(.monthAssumed(assumed))
      return (year, assumed)
    }
  }

  /// First and last day of a point in `year`; nil where there is no such day or the month stays open.
  mutating func days(of point: TimePoint, in year: Int) -> (start: Day, end: Day)? {
    guard let days = nextDays(of: point, in: year) ?? days(of: point.part, in: year) else { return nil }
    if let weekday = point.weekday, days.start == days.end, weekday != days.start.weekday {
      note(.weekdayMismatch(days.start.weekday))
    }
    return days
  }

  /// 20号, 下旬, 月底 that somebody types: the next such day from the day of typing within the year.
  private mutating func nextDays(of point: TimePoint, in year: Int) -> (start: Day, end: Day)? {
    guard point.lacksMonth, context.month == nil, let typed = context.typed, typed.year == year else {
      return nil
    }
    for month in typed.month...12 {
      var ahead = self
      guard let days = ahead.days(of: point.inMonth(.written(month)).part, in: year), days.end >= typed else {
        continue
      }
      note(.monthAssumed(month))
      return days
    }
    return nil
  }

  private mutating func days(of part: TimePoint.Part, in year: Int) -> (start: Day, end: Day)? {
    func span(_ first: Day?, _ last: Day?) -> (start: Day, end: Day)? {
      guard let first, let last else { return nil }
      return (first, last)
    }
    func months(_ first: Int, _ last: Int) -> (start: Day, end: Day)? {
      span(Day(year, first, 1), Day(year, last, 1)?.lastOfMonth)
    }
    switch part {
    case .year: return months(1, 12)
    case .halfYear(let half): return half == 1 ? months(1, 6) : months(7, 12)
    case .quarters(let first, let last):
      guard (1...4).contains(first), (1...4).contains(last) else { return nil }
      return months(first * 3 - 2, last * 3)
    case .quarter(let shift):
      guard let from = context.spoken else { return nil }
      let first = (Day(from.year, from.quarter * 3 - 2, 1) ?? from).adding(months: 3 * shift)
      return (first, first.adding(months: 2).lastOfMonth)
    case .months(let first, let last): return months(first, last)
    case .month(let month):
      guard let (year, month) = self.month(month, in: year) else { return nil }
      return span(Day(year, month, 1), Day(year, month, 1)?.lastOfMonth)
    case .days(let month, let first, let last, _):
      guard let (year, month) = self.month(month, in: year), let start = Day(year, month, first) else {
        return nil
      }
      return span(start, last.map { Day(year, month, $0) } ?? start.lastOfMonth)
    case .day(let month, let day):
      guard let (year, month) = self.month(month, in: year) else { return nil }
      guard let date = Day(year, month, day) else {
        note(.noSuchDay(year: year, month: month, day: day))
        return nil
      }
      return (date, date)
    case .feast(let feast):
      guard let day = feast.day(in: year) else {
        note(.feastUnknown(year))
        return nil
      }
      return (day, day)
    case .lunar(let month, let isLeap, let day): return lunarDays(month, isLeap, day, in: year)
    case .fiveYears(let first): return span(Day(first, 1, 1), Day(first + 4, 12, 31))
    case .fromToday(let first, let last):
      guard let from = context.spoken else { return nil }
      return (from + first, from + last)
    case .week(let week):
      guard let monday = context.spoken.map({ $0 - ($0.weekday - 1) + 7 * week }) else { return nil }
      return (monday, monday + 6)
    case .weekday(let week, let weekday):
      guard let from = context.spoken else { return nil }
      let ahead = weekday - from.weekday
      let day = from + (week.map { ahead + 7 * $0 } ?? (ahead < 0 ? ahead + 7 : ahead))
      return (day, day)
    case .bare: return nil
    case .edge(let part, let edge): return days(of: part, in: year).flatMap { days(of: edge, of: part, $0) }
    case .ordinal(let part, let ordinal):
      guard let whole = days(of: part, in: year) else { return nil }
      guard let days = days(of: ordinal, in: whole) else {
        note(.noSuchPart)
        return nil
      }
      if case .nth(.week, _) = ordinal { note(.weekDays(days.start, days.end)) }
      if case .leading(.week, _) = ordinal { note(.weekDays(days.start, days.end)) }
      return days
    }
  }

  /// 初, 中, 底: of a month and of a longer period but the year the first ten days, the second ten days of the month in the
  /// middle and the last day; of a year January, June and the last day (docs/decisions/time-rules.md).
  private func days(of edge: TimePoint.Edge, of part: TimePoint.Part, _ whole: (start: Day, end: Day))
    -> (start: Day, end: Day)?
  {
    switch edge {
    case .end: return (whole.end, whole.end)
    case .start:
      if case .year = part { return (whole.start, whole.start.lastOfMonth) }
      return (whole.start, min(whole.start + 9, whole.end))
    case .middle:
      if case .year = part { return Day(whole.start.year, 6, 1).map { ($0, $0.lastOfMonth) } }
      let months = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month
      let middle = whole.start.firstOfMonth.adding(months: months / 2)
      return (middle + 10, middle + 19)
    }
  }

  private mutating func lunarDays(_ month: Int, _ isLeap: Bool, _ day: Int?, in year: Int) -> (
    start: Day, end: Day
  )? {
    let lunarYear = LunarCalendar.year(ofMonth: month, meantIn: year)
    let days =
      if let day {
        LunarCalendar.day(year: lunarYear, month: month, isLeap: isLeap, day: day).map { $0...$0 }
      } else {
        LunarCalendar.days(ofMonth: month, isLeap: isLeap, in: lunarYear)
      }
    guard let days else {
      note(.noSuchLunarDay)
      return nil
    }
    note(.lunar(days.lowerBound, days.upperBound))
    return (days.lowerBound, days.upperBound)
  }
}
