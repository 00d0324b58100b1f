/// A day within the period of a quota, or after its end, by which an occurrence is due (docs/decisions/time-rules.md):
///
///     每月5日前                   DuePoint(.day(5))
///     每季度末月25日前            DuePoint(month: 3, .day(25))
///     每年3月底前                 DuePoint(month: 3, .lastDay)
///     每月最后一个工作日          DuePoint(.workingDay(-1))
///     每月第一个周一              DuePoint(.weekday(1, nth: 1))
///     每月第二周周三              DuePoint(.weekOfMonth(2, weekday: 3))
///     每季度结束后10日内          DuePoint(.afterEnd(TimeSpan(count: 10, unit: .day)))
package struct DuePoint: Hashable, Sendable {
  /// Which day it is.
  package enum Mark: Hashable, Sendable {
    /// A day of the month, 1…31; the last one where the month is shorter.
    case day(Int)
    /// The last day of the month, week or longer period.
    case lastDay
    /// The nth working day from 1; -1 is the last.
    case workingDay(Int)
    /// A weekday, 1 is Monday: the nth of the month from 1, -1 is the last; nil is that day of a week.
    case weekday(Int, nth: Int?)
    /// A weekday of the nth week of the month, which begins with the nth Monday; -1 is the last one (每月第二周周三).
    case weekOfMonth(Int, weekday: Int)
    /// A feast (每年七一).
    case feast(String)
    /// The last day before a feast (每年春节前).
    case beforeFeast(String)
    /// So long after the period's end, which still belongs to that period.
    case afterEnd(TimeSpan)
  }

  /// The month of the period, from 1: 3 of a quarter is its last, 3 of a year is March. Nil where the period is no longer than
  /// a month, or the whole of it is meant.
  package var month: Int?
  /// The day.
  package var mark: Mark

  /// A point in a month of the period, or in the period itself.
  package init(month: Int? = nil, _ mark: Mark) { (self.month, self.mark) = (month, mark) }
}

extension DuePoint: Encodable {
  private enum Key: String, CodingKey {
    case month, day, lastDay, workingDay, weekday, nth, week, feast, beforeFeast, afterEnd
  }

  /// As files and scripts write it: `{"month": 3, "day": 25}`, `{"lastDay": true}`, `{"weekday": 1, "nth": -1}`.
  package func encode(to encoder: Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(month, forKey: .month)
    switch mark {
    case .day(let day): try container.encode(day, forKey: .day)
    case .lastDay: try container.encode(true, forKey: .lastDay)
    case .workingDay(let nth): try container.encode(nth, forKey: .workingDay)
    case .weekday(let weekday, let nth):
      try container.encode(weekday, forKey: .weekday)
      try container.encodeIfPresent(nth, forKey: .nth)
    case .weekOfMonth(let week, let weekday):
      try container.encode(week, forKey: .week)
      try container.encode(weekday, forKey: .weekday)
    case .feast(let name): try container.encode(name, forKey: .feast)
    case .beforeFeast(let name): try container.encode(name, forKey: .beforeFeast)
    case .afterEnd(let span): try container.encode(span, forKey: .afterEnd)
    }
  }
}
