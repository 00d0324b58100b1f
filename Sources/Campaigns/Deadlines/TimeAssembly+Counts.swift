extension TimeAssembly {
  /// A length of time counted from a day, a feast, the days off for it, an event, or the day on which it is said.
  mutating func resolve(
    _ span: TimeSpan, _ count: TimeFinding.Count, from base: TimeFinding.Base, into deadline: inout Deadline
  ) {
    switch base {
    case .event(var event, let year):
      // 会议召开前5日内 is up to the day before, as 会议召开前.
      if event.side == .before {
        deadline.kind = .event
        deadline.event = named(event, year)
        return noteOpen(deadline.event)
      }
      event.within = span
      deadline.kind = .event
      deadline.event = named(event, year)
      if let event = deadline.event, context.fromIsEvent, let from = context.from {
        countDays(span, count, from: from, into: &deadline)
        resolver.note(.eventTaken(event.name, from))
      } else {
        noteOpen(deadline.event)
      }
    case .issue: countKnown(span, count, from: context.from, into: &deadline)
    case .reference: countKnown(span, count, from: context.from, into: &deadline)
    case .spoken: countKnown(span, count, from: context.spoken, into: &deadline)
    case .point(let point):
      noteClock(of: point)
      guard let year = resolver.year(of: point), let days = resolver.days(of: point, in: year) else {
        deadline.kind = .event
        return dropIfImpossible(&deadline)
      }
      // 2026年起三年内 counts the year itself.
      let isWhole = count == .through && point.isPeriod
      let from = count == .before || count == .through ? days.start : days.end
      countDays(span, count, from: isWhole ? from - 1 : from, into: &deadline)
      if isWhole { deadline.start = from }
      name(point, span, count, into: &deadline)
    case .holidays(let point):
      guard case .feast(let feast) = point.part, let year = resolver.year(of: point),
        let day = resolver.days(of: point, in: year)
      else {
        deadline.kind = .event
        return
      }
      let off = context.calendar.daysOff(for: feast.name, in: year)
      if off == nil { noteHolidays(from: day.start, through: day.end) }
      countDays(
        span, count, from: count == .before ? off?.start ?? day.start : off?.end ?? day.end, into: &deadline)
    }
  }

  /// What is counted from a feast hangs on it.
  private func name(
    _ point: TimePoint, _ span: TimeSpan, _ count: TimeFinding.Count, into deadline: inout Deadline
  ) {
    guard case .feast(let feast) = point.part, count != .from else { return }
    deadline.kind = .event
    deadline.event = EventBinding(name: feast.name, side: count == .before ? .before : .after, within: span)
  }

  private mutating func countKnown(
    _ span: TimeSpan, _ count: TimeFinding.Count, from day: Day?, into deadline: inout Deadline
  ) {
    guard let day else {
      deadline.kind = count == .from ? .range : .date
      resolver.note(.startUnknown)
      return
    }
    countDays(span, count, from: day, into: &deadline)
  }

  private mutating func countDays(
    _ span: TimeSpan, _ count: TimeFinding.Count, from day: Day, into deadline: inout Deadline
  ) {
    if deadline.kind != .event { deadline.kind = count == .from || count == .through ? .range : .date }
    let end =
      count == .before
      ? span.start(before: day, calendar: context.calendar) : span.end(from: day, calendar: context.calendar)
    switch count {
    case .within, .before: deadline.end = end
    case .from: deadline.start = end
    case .through: (deadline.start, deadline.end) = (day, end)
    case .exactly: (deadline.start, deadline.end) = (end, end)
    }
    resolver.note(.countedFrom(day))
    if span.unit == .workingDay { noteHolidays(from: min(day, end), through: max(day, end)) }
  }
}
