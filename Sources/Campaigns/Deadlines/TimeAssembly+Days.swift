extension TimeAssembly {
  /// A day or period with what stands before and behind it.
  mutating func resolve(_ point: TimePoint, _ bound: TimeFinding.Bound, into deadline: inout Deadline) {
    deadline.kind = kind(of: point, bound)
    if point.isApproximate { resolver.note(.approximate) }
    if point.lacksDayWord { resolver.note(.missingDayWord) }
    noteClock(of: point)
    if case .day(_, let day) = point.part, !(1...31).contains(day) { deadline.kind = .none }
    if case .feast(let feast) = point.part {
      deadline.event = EventBinding(name: feast.name, side: side(of: bound))
    }
    if bound == .by || bound == .until, point.isPeriod, !point.isEndOnly, point.kind != .xun {
      resolver.note(.wholePeriodIncluded)
    }
    guard var year = resolver.year(of: point) else { return }
    if isNextNewYear(point, bound) {
      year += 1
      resolver.note(.rolledIntoNextYear(year))
    }
    guard let days = resolver.days(of: point, in: year) else { return dropIfImpossible(&deadline) }
    switch bound {
    case .within, .inside:
      deadline.start = point.isEndOnly ? nil : days.start
      deadline.end = days.end
    case .by: deadline.end = point.kind == .event ? days.end - 1 : days.end
    case .until: deadline.end = days.end
    case .eve: deadline.end = point.isEndOnly ? days.end - 1 : days.start - 1
    case .from: deadline.start = days.start
    case .after: deadline.start = point.isPeriod || point.isEndOnly ? days.end + 1 : days.start
    }
  }

  private func kind(of point: TimePoint, _ bound: TimeFinding.Bound) -> DeadlineKind {
    switch bound {
    case .within, .inside: point.kind
    case .by, .until, .eve: point.kind == .event ? .event : .date
    case .from, .after: point.kind == .event ? .event : .range
    }
  }

  private func side(of bound: TimeFinding.Bound) -> EventBinding.Side {
    switch bound {
    case .by, .until, .eve: .before
    case .from, .after: .after
    case .within, .inside: .during
    }
  }

  /// By the day before New Year's Day never means the end of the year that is already over.
  private func isNextNewYear(_ point: TimePoint, _ bound: TimeFinding.Bound) -> Bool {
    guard case .feast(.fixed(_, 1, 1)) = point.part, point.year == nil else { return false }
    return bound == .by || bound == .eve
  }

  /// Says the hour that stands with a day, which is not kept.
  mutating func noteClock(of point: TimePoint?) {
    if let clock = point?.clock { resolver.note(.clock(clock)) }
  }

  /// A day that does not exist is no time; a time whose year is unknown stays one.
  func dropIfImpossible(_ deadline: inout Deadline) {
    let isImpossible = resolver.notes.contains {
      switch $0 {
      case .noSuchDay, .noSuchLunarDay, .noSuchPart: true
      default: false
      }
    }
    guard isImpossible else { return }
    deadline.kind = deadline.quota == nil ? .none : .recurring
    deadline.event = nil
  }

  /// Says which of these years have no known holidays.
  mutating func noteHolidays(from first: Day, through last: Day) {
    for year in context.calendar.unpublishedYears(from: first, through: last) {
      resolver.note(.holidaysUnknown(year))
    }
  }

  /// The days off for a feast, or from the first to the last day off for several; where they are not known, the feasts' days.
  mutating func resolveHolidays(_ first: TimePoint, _ last: TimePoint, into deadline: inout Deadline) {
    guard case .feast(let feast) = first.part, case .feast(let final) = last.part else { return }
    deadline.kind = .event
    deadline.event = EventBinding(name: feast.name, side: .during)
    guard let year = resolver.year(of: first), let start = resolver.days(of: first, in: year),
      let end = resolver.days(of: last, in: year)
    else { return }
    let (begin, finish) = (
      context.calendar.daysOff(for: feast.name, in: year), context.calendar.daysOff(for: final.name, in: year)
    )
    if begin == nil || finish == nil { noteHolidays(from: start.start, through: end.end) }
    deadline.kind = .range
    deadline.event = nil
    // 国庆中秋双节期间 names them in no order.
    deadline.start = min(begin?.start ?? start.start, finish?.start ?? end.start)
    deadline.end = max(begin?.end ?? start.end, finish?.end ?? end.end)
  }
}
