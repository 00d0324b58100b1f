extension TimeAssembly {
  /// From one point to another, or to an event; an end that lies before the start in a list without years is the next year's.
  mutating func resolveRange(
    _ first: TimePoint, _ written: TimePoint?, _ event: EventBinding?, into deadline: inout Deadline
  ) {
    deadline.kind = .range
    if first.isApproximate || written?.isApproximate == true { resolver.note(.approximate) }
    for point in [first, written] { noteClock(of: point) }
    if first.lacksDayWord || written?.lacksDayWord == true { resolver.note(.missingDayWord) }
    guard let written else {
      deadline.event = event
      noteOpen(event)
      if let year = resolver.year(of: first) { deadline.start = resolver.days(of: first, in: year)?.start }
      return
    }
    let second = written.inMonth(first.month)
    var first = first
    if first.year == nil, first.month == nil { first = first.inMonth(second.month) }
    let isFirstYearless = first.year == nil
    let secondYear: Int? = if case .written(let year) = second.year { year } else { nil }
    let needsOwnYear = isFirstYearless && secondYear != nil
    guard let firstYear = needsOwnYear ? secondYear : resolver.year(of: first) else { return }
    guard var start = resolver.days(of: first, in: firstYear)?.start else {
      return dropIfImpossible(&deadline)
    }
    if needsOwnYear, let end = resolver.days(of: second, in: firstYear)?.end, end < start,
      let earlier = resolver.days(of: first, in: firstYear - 1)?.start
    {
      // 12月20日至2015年1月11日 begins in the year before.
      start = earlier
    }
    deadline.start = start
    var endYear: Int
    switch second.year {
    case nil: endYear = firstYear
    case .relative(let shift) where shift > 0: endYear = firstYear + shift
    default:
      guard let year = resolver.year(of: second) else { return }
      endYear = year
    }
    guard var end = resolver.days(of: second, in: endYear)?.end else { return dropIfImpossible(&deadline) }
    if end < start, second.year == nil, end.month < start.month, second.month != nil || second.isFeast,
      let later = resolver.days(of: second, in: endYear + 1)?.end
    {
      (end, endYear) = (later, endYear + 1)
      resolver.note(.rolledIntoNextYear(endYear))
    }
    if case .feast = second.part, event?.side == .before { end = end - 1 }
    // 下周一开始、周五截止: the next Friday after that Monday.
    // 3月10日至次月5日: the month after the first day's.
    if first.month != nil, first.year == nil, !first.isSaidFromADay,
      let day = TimeAssembly.day(second, from: start)
    {
      end = day
    }
    if case .weekday(nil, let weekday) = second.part { end = start + (weekday - start.weekday + 7) % 7 }
    deadline.end = end
    if end < start { resolver.note(.reversedRange) }
  }

  /// What 次月5日, 当月底 and 次日 come to behind a day; nil for other points.
  private static func day(_ point: TimePoint, from start: Day) -> Day? {
    switch point.part {
    case .day(.relative(let shift), let day) where shift >= 0:
      let month = start.firstOfMonth.adding(months: shift)
      return Day(month.year, month.month, day)
    case .edge(.month(.relative(let shift)), .end) where shift >= 0:
      return start.firstOfMonth.adding(months: shift).lastOfMonth
    case .fromToday(let first, let last) where first == last && first >= 0: return start + first
    default: return nil
    }
  }
}
