/// A day or a stretch of days as words name it, before year and month are filled in from the context.
struct TimePoint: Equatable {
  /// The year, as written.
  enum Year: Equatable {
    case written(Int)
    /// Two figures (25年底, '24): the nearest year to the context that ends with them.
    case short(Int)
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

  /// 底, 初, 中 of a period.
  enum Edge: Equatable { case start, middle, end }

  /// What ordinal numbers count.
  enum Counted: Equatable { case day, workingDay, week, month, quarter }

  /// A part of a period that is counted in it; numbers run from 1, from the end with -1.
  enum Ordinal: Equatable {
    /// 第二周: the first one begins with the first Monday.
    case nth(Counted, Int)
    /// 第三个星期日: weekday 1…7, and which.
    case weekday(Int, nth: Int)
    /// 第二周周三.
    case weekdayOfWeek(Int, week: Int)
    /// 前十一个月.
    case leading(Counted, Int)
    /// 后三月, 最后五天.
    case trailing(Counted, Int)
    /// 上旬 of a month that is counted itself (首月上旬).
    case days(first: Int, last: Int?)
  }

  /// Which part of the year or month is meant.
  indirect enum Part: Equatable {
    case year
    case halfYear(Int)
    case quarters(Int, Int)
    /// 本季度 is 0, 下季度 is 1.
    case quarter(Int)
    /// Nil is the month of the context (月底, 月内).
    case month(Month?)
    case months(Int, Int)
    /// Days of a month; `last` nil is the month's end. Ten-day spans are `isXun`.
    case days(Month?, first: Int, last: Int?, isXun: Bool)
    case day(Month?, Int)
    case feast(Feast)
    /// 农历十月, 三月初一; `day` nil is the whole month.
    case lunar(month: Int, isLeap: Bool, day: Int?)
    /// 十二五: five years from this one.
    case fiveYears(Int)
    /// A day or stretch counted from the day of reading.
    case fromToday(first: Int, last: Int)
    /// 本周 is 0, 下周 is 1.
    case week(Int)
    /// 下周五; `week` nil is the next such day.
    case weekday(week: Int?, Int)
    /// The first number of 4-6月, before its unit is known.
    case bare(Int)
    case edge(Part, Edge)
    case ordinal(Part, Ordinal)
  }

  var year: Year?
  var part: Part
  var isApproximate = false
  var lacksDayWord = false
  var weekday: Int?
  /// 不含当日: by the day before.
  var isExcluded = false
  /// The clock time that stands with it, which is not read: 17时.
  var clock: String?

  /// The kind of time that it is when it stands alone.
  var kind: DeadlineKind { TimePoint.kind(of: part) }

  private static func kind(of part: Part) -> DeadlineKind {
    switch part {
    case .year: .year
    case .week, .halfYear, .months, .fiveYears: .range
    case .weekday, .day, .bare: .date
    case .fromToday(let first, let last): first == last ? .date : .range
    case .quarters(let first, let last): first == last ? .quarter : .range
    case .quarter: .quarter
    case .month: .month
    case .days(_, _, _, let isXun): isXun ? .xun : .range
    case .lunar(_, _, let day): day == nil ? .range : .date
    case .feast: .event
    case .edge(let part, let edge): kind(of: edge, of: part)
    case .ordinal(_, let ordinal): kind(of: ordinal)
    }
  }

  private static func kind(of edge: Edge, of part: Part) -> DeadlineKind {
    guard edge != .end else { return .date }
    if case .year = part { return .month }
    return .xun
  }

  private static func kind(of ordinal: Ordinal) -> DeadlineKind {
    switch ordinal {
    case .nth(.day, _), .nth(.workingDay, _), .weekday, .weekdayOfWeek: .date
    case .nth(.month, _): .month
    case .nth(.quarter, _): .quarter
    case .nth(.week, _), .leading, .trailing: .range
    case .days: .xun
    }
  }

  /// Whether only its end counts (年底, 2月底).
  var isEndOnly: Bool {
    if case .edge(_, .end) = part { true } else { false }
  }

  /// Whether it depends on the day on which it is said: 周五, 次月5日, 本季度末.
  var isSaidFromADay: Bool { TimePoint.isSaidFromADay(part) }

  private static func isSaidFromADay(_ part: Part) -> Bool {
    switch part {
    case .fromToday, .week, .weekday, .quarter, .month(.relative), .days(.relative, _, _, _),
      .day(.relative, _):
      true
    case .edge(let part, _), .ordinal(let part, _): isSaidFromADay(part)
    case .year, .halfYear, .quarters, .month, .months, .days, .day, .feast, .lunar, .fiveYears, .bare: false
    }
  }

  /// Whether it is a day of a month, or the last one of a period.
  var isDayOrEnd: Bool { if case .day = part { true } else { isEndOnly } }

  /// Whether it is a feast.
  var isFeast: Bool { if case .feast = part { true } else { false } }

  /// Whether it is longer than a day.
  var isPeriod: Bool {
    switch part {
    case .day, .weekday, .feast, .bare: false
    case .lunar(_, _, let day): day == nil
    case .fromToday(let first, let last): first != last
    case .year, .halfYear, .quarters, .quarter, .month, .months, .days, .fiveYears, .week, .edge, .ordinal:
      kind != .date
    }
  }

  /// The month that it names, to be handed on to a second point (4月10——30日).
  var month: Month? {
    switch part {
    case .month(let month): month
    case .edge(.month(let month), _), .days(let month, _, _, _), .day(let month, _): month
    case .ordinal(.month(let month), _): month
    case .months(_, let last): .written(last)
    case .year, .halfYear, .quarters, .quarter, .feast, .lunar, .fiveYears, .fromToday, .week, .weekday,
      .bare, .edge, .ordinal:
      nil
    }
  }

  /// Whether it is a day or stretch of a month that it does not name.
  var lacksMonth: Bool {
    switch part {
    case .day(nil, _), .days(nil, _, _, _), .month(nil), .edge(.month(nil), _), .ordinal(.month(nil), _): true
    case .year, .halfYear, .quarters, .quarter, .month, .months, .days, .day, .feast, .lunar, .fiveYears,
      .fromToday, .week, .weekday, .bare, .edge, .ordinal:
      false
    }
  }

  /// The same point with the month filled in where it names none.
  func inMonth(_ month: Month?) -> TimePoint {
    var point = self
    switch part {
    case .day(nil, let day): point.part = .day(month, day)
    case .days(nil, let first, let last, let isXun):
      point.part = .days(month, first: first, last: last, isXun: isXun)
    case .month(nil): point.part = .month(month)
    case .edge(.month(nil), let edge): point.part = .edge(.month(month), edge)
    case .ordinal(.month(nil), let ordinal): point.part = .ordinal(.month(month), ordinal)
    default: break
    }
    return point
  }

  /// The first point of 4-6月 or 10-30日, once the second says what is counted.
  func likened(to second: TimePoint) -> TimePoint {
    guard case .bare(let number) = part else { return self }
    var point = self
    switch second.part {
    case .month, .months, .edge(.month, _): point.part = .month(.written(number))
    case .days(.some, _, _, _): point.part = .month(.written(number))
    case .days: point.part = .day(second.month, number)
    case .day(let month, _): point.part = .day(month, number)
    case .quarters, .edge(.quarters, _): point.part = .quarters(number, number)
    case .year, .edge(.year, _):
      (point.part, point.year) = (.year, number < 100 ? .short(number) : .written(number))
    default: break
    }
    return point
  }
}
