/// A day or a stretch of days as words name it, before year and month are filled in from the context.
struct TimePoint: Equatable {
  /// The year, as written.
  enum Year: Equatable {
    case written(Int)
    /// 今年 is 0, 明年 and 次年 are 1, 去年 is -1.
    case relative(Int)
    /// 20xx年
    case redacted
  }

  /// The month, as written.
  enum Month: Equatable {
    case written(Int)
    /// 本月 is 0, 下月 is 1.
    case relative(Int)
  }

  /// Which part of the year or month is meant.
  enum Part: Equatable {
    case year
    case yearEnd
    case halfYear(Int)
    case quarters(Int, Int)
    case quarterEnd(Int?)
    case relativeQuarter(Int)
    case month(Month)
    case months(Int, Int)
    case monthEnd(Month?)
    /// Days of a month; `last` nil is the month's end. Ten-day spans are `isXun`.
    case days(Month?, first: Int, last: Int?, isXun: Bool)
    case day(Month?, Int)
    case feast(Feast)
    /// 十二五: five years from this one.
    case fiveYears(Int)
    /// A day or week counted from the day of reading: 下周五.
    case fromToday(first: Int, last: Int)
    case weekday(week: Int, Int)
    /// The first number of 4-6月, before its unit is known.
    case bare(Int)
  }

  var year: Year?
  var part: Part
  var isApproximate = false
  var lacksDayWord = false
  var weekday: Int?

  /// The kind of time that it is when it stands alone.
  var kind: DeadlineKind {
    switch part {
    case .year: .year
    case .weekday(_, 0): .range
    case .yearEnd, .quarterEnd, .monthEnd, .day, .weekday, .bare: .date
    case .halfYear, .months, .fiveYears: .range
    case .fromToday(let first, let last): first == last ? .date : .range
    case .quarters(let first, let last): first == last ? .quarter : .range
    case .relativeQuarter: .quarter
    case .month: .month
    case .days(_, _, _, let isXun): isXun ? .xun : .range
    case .feast: .event
    }
  }

  /// Whether only its end counts (年底, 2月底).
  var isEndOnly: Bool {
    switch part {
    case .yearEnd, .quarterEnd, .monthEnd: true
    default: false
    }
  }

  /// The month that it names, to be handed on to a second point (4月10——30日).
  var month: Month? {
    switch part {
    case .month(let month): month
    case .monthEnd(let month), .days(let month, _, _, _), .day(let month, _): month
    case .months(_, let last): .written(last)
    default: nil
    }
  }

  /// Whether it is a day or stretch of a month that it does not name.
  var lacksMonth: Bool {
    switch part {
    case .day(nil, _), .days(nil, _, _, _), .monthEnd(nil): true
    default: false
    }
  }

  /// The same point with the month filled in where it names none.
  func inMonth(_ month: Month?) -> TimePoint {
    var point = self
    switch part {
    case .day(nil, let day): point.part = .day(month, day)
    case .days(nil, let first, let last, let isXun):
      point.part = .days(month, first: first, last: last, isXun: isXun)
    case .monthEnd(nil): point.part = .monthEnd(month)
    default: break
    }
    return point
  }

  /// The first point of 4-6月 or 10-30日, once the second says what is counted.
  func likened(to second: TimePoint) -> TimePoint {
    guard case .bare(let number) = part else { return self }
    var point = self
    switch second.part {
    case .month, .months, .monthEnd: point.part = .month(.written(number))
    case .days(.some, _, _, _): point.part = .month(.written(number))
    case .days: point.part = .day(second.month, number)
    case .day(let month, _): point.part = .day(month, number)
    case .quarters, .quarterEnd: point.part = .quarters(number, number)
    case .year, .yearEnd: (point.part, point.year) = (.year, .written(number))
    default: break
    }
    return point
  }
}

/// Fills in what points leave open and collects what it had to assume.
struct TimeResolver {
  let context: TimeContext
  private(set) var notes: [TimeNote] = []

  init(_ context: TimeContext) { self.context = context }

  mutating func note(_ note: TimeNote) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// The year of a point; `fallback` is that of the point before it in a range.
  mutating func year(of point: TimePoint, fallback: Int? = nil) -> Int? {
    switch point.year {
    case .written(let year): return year
    case .redacted:
      note(.yearRedacted)
      return nil
    case .relative(let shift):
      guard let base = context.year ?? context.from?.year else {
        note(.yearUnknown)
        return nil
      }
      return base + shift
    case nil:
      if let fallback { return fallback }
      if case .fiveYears(let first) = point.part { return first }
      switch point.part {
      case .fromToday, .weekday, .relativeQuarter: return context.spoken?.year
      default: break
      }
      if case .relative? = point.month, let from = context.spoken { return from.year }
      guard let year = context.year ?? context.from?.year else {
        note(.yearUnknown)
        return nil
      }
      note(.yearAssumed(year))
      return year
    }
  }

  private mutating func month(_ month: TimePoint.Month?, in year: Int) -> (year: Int, month: Int)? {
    switch month {
    case .written(let month): return (1...12).contains(month) ? (year, month) : nil
    case .relative(let shift):
      guard let from = context.spoken else { return nil }
      let shifted = from.firstOfMonth.adding(months: shift)
      return (shifted.year, shifted.month)
    case nil:
      guard let assumed = context.month ?? context.from?.month else { return nil }
      note(.monthAssumed(assumed))
      return (year, assumed)
    }
  }

  /// First and last day of a point in `year`; nil where there is no such day or the month stays open.
  mutating func days(of point: TimePoint, in year: Int) -> (start: Day, end: Day)? {
    func span(_ first: Day?, _ last: Day?) -> (start: Day, end: Day)? {
      guard let first, let last else { return nil }
      return (first, last)
    }
    func months(_ first: Int, _ last: Int) -> (start: Day, end: Day)? {
      span(Day(year, first, 1), Day(year, last, 1)?.lastOfMonth)
    }
    switch point.part {
    case .year: return months(1, 12)
    case .yearEnd: return span(Day(year, 12, 31), Day(year, 12, 31))
    case .halfYear(let half): return half == 1 ? months(1, 6) : months(7, 12)
    case .quarters(let first, let last):
      guard (1...4).contains(first), (1...4).contains(last) else { return nil }
      return months(first * 3 - 2, last * 3)
    case .quarterEnd(let quarter):
      guard let quarter = quarter ?? context.from?.quarter, (1...4).contains(quarter) else { return nil }
      return months(quarter * 3, quarter * 3).map { ($0.end, $0.end) }
    case .relativeQuarter(let shift):
      guard let from = context.spoken else { return nil }
      let first = (Day(from.year, from.quarter * 3 - 2, 1) ?? from).adding(months: 3 * shift)
      return (first, first.adding(months: 2).lastOfMonth)
    case .months(let first, let last): return months(first, last)
    case .month(let month):
      guard let (year, month) = self.month(month, in: year) else { return nil }
      return span(Day(year, month, 1), Day(year, month, 1)?.lastOfMonth)
    case .monthEnd(let month):
      guard let (year, month) = self.month(month, in: year), let first = Day(year, month, 1) else {
        return nil
      }
      return (first.lastOfMonth, first.lastOfMonth)
    case .days(let month, let first, let last, _):
      guard let (year, month) = self.month(month, in: year), let start = Day(year, month, first) else {
        return nil
      }
      return span(start, last.map { Day(year, month, $0) } ?? start.lastOfMonth)
    case .day(let month, let day):
      guard let (year, month) = self.month(month, in: year) else { return nil }
      guard let date = Day(year, month, day) else {
        note(.noSuchDay("\(year)-\(month)-\(day)"))
        return nil
      }
      if let weekday = point.weekday, weekday != date.weekday { note(.weekdayMismatch(date.weekday)) }
      return (date, date)
    case .feast(let feast):
      guard let day = feast.day(in: year) else {
        note(.feastUnknown(year))
        return nil
      }
      return (day, day)
    case .fiveYears(let first): return span(Day(first, 1, 1), Day(first + 4, 12, 31))
    case .fromToday(let first, let last):
      guard let from = context.spoken else { return nil }
      return (from + first, from + last)
    case .weekday(let week, let weekday):
      guard let from = context.spoken else { return nil }
      let monday = from - (from.weekday - 1) + 7 * week
      return weekday == 0 ? (monday, monday + 6) : (monday + (weekday - 1), monday + (weekday - 1))
    case .bare: return nil
    }
  }
}
