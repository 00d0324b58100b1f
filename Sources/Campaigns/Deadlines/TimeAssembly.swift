/// Puts the times found in one item together into its deadline: the first fixed time counts, a quota goes with it,
/// 长期 behind a day makes the task standing once it is completed.
struct TimeAssembly {
  let words: TimeWords
  private var resolver: TimeResolver

  init(words: TimeWords, context: TimeContext) {
    self.words = words
    resolver = TimeResolver(context)
  }

  private var context: TimeContext { resolver.context }

  mutating func reading(of findings: [TimeFinding], isExpression: Bool) -> TimeReading {
    var deadline = Deadline()
    var counting: TimeFinding?
    var others: [String] = []
    var lastQuotaEnd: Int?
    for finding in findings {
      if let end = lastQuotaEnd, isPart(finding, ofQuotaEndingAt: end) { continue }
      switch finding.meaning {
      case .quota(let quota):
        lastQuotaEnd = finding.range.upperBound
        if deadline.quota == nil {
          deadline.quota = quota
        } else if quota.per == .year, deadline.quota?.per != .year {
          deadline.quota?.yearlyTotal = quota.times
        } else {
          others.append(words.text(finding.range))
        }
      case .standing:
        if counting?.isFixed == true {
          deadline.thenStanding = true
        } else if counting == nil {
          counting = finding
        }
      case .event where counting != nil: continue
      case .length where counting != nil: continue
      default:
        if let first = counting {
          if first.yields(to: finding) {
            if first.meaning == .standing { deadline.thenStanding = true }
            counting = finding
          } else {
            others.append(words.text(finding.range))
          }
        } else {
          counting = finding
        }
      }
    }
    resolve(counting, into: &deadline)
    if !others.isEmpty {
      deadline.others = others
      resolver.note(.severalTimes(others))
    }
    check(&deadline)
    deadline.text = isExpression ? String(words.original) : text(of: findings)
    return TimeReading(deadline: deadline, notes: resolver.notes)
  }

  /// Whether a fixed time only says when within each period: 每年|3月底前, 每季度首月|10日前.
  private func isPart(_ finding: TimeFinding, ofQuotaEndingAt end: Int) -> Bool {
    guard case .fixed(let point, _) = finding.meaning else { return false }
    if finding.range.lowerBound == end { return true }
    return point.year == nil && point.lacksMonth
      && !words.characters[end..<finding.range.lowerBound].contains { "，。；".contains($0) }
  }

  /// From the first to the last of them; an event may stand before the quota that was found first.
  private func text(of findings: [TimeFinding]) -> String {
    guard let start = findings.map(\.range.lowerBound).min(), let end = findings.map(\.range.upperBound).max()
    else { return "" }
    return words.text(start..<end)
  }

  private mutating func resolve(_ finding: TimeFinding?, into deadline: inout Deadline) {
    switch finding?.meaning {
    case nil:
      deadline.kind = deadline.quota == nil ? .none : .recurring
    case .standing: deadline.kind = .standing
    case .length: deadline.kind = .range
    case .event(let event):
      deadline.kind = deadline.quota == nil ? .event : .recurring
      deadline.event = event
      bind(&deadline)
    case .within(let span, let event): resolveSpan(span, after: event, into: &deadline)
    case .fixed(let point, let bound): resolve(point, bound, into: &deadline)
    case .fromPoint(let point, let span):
      resolve(point, .from, into: &deadline)
      deadline.end = deadline.start.map { span.end(from: $0, calendar: context.calendar) }
      if deadline.kind == .event {
        deadline.event?.within = span
        deadline.start = nil
      }
    case .range(let first, let second, let event): resolveRange(first, second, event, into: &deadline)
    case .fromIssue(let end):
      deadline.kind = .range
      deadline.start = context.from
      if deadline.start == nil { resolver.note(.startUnknown) }
      if let end, let year = resolver.year(of: end) { deadline.end = resolver.days(of: end, in: year)?.end }
    case .quota: break
    }
  }

  /// Gives the deadline its days from the event's, where those are known.
  private mutating func bind(_ deadline: inout Deadline) {
    guard let event = deadline.event, let days = context.events[event.name] else { return }
    let bound = event.days(of: days, calendar: context.calendar)
    (deadline.start, deadline.end) = (bound.start, bound.end)
  }

  private mutating func resolveSpan(
    _ span: TimeSpan, after event: EventBinding?, into deadline: inout Deadline
  ) {
    guard var event, !event.isIssue else {
      deadline.kind = .date
      guard let from = context.from else {
        resolver.note(.startUnknown)
        return
      }
      countDays(span, from: from, into: &deadline)
      return
    }
    event.within = span
    deadline.kind = .event
    deadline.event = event
    if let days = context.events[event.name] {
      deadline.end = event.days(of: days, calendar: context.calendar).end
    } else if let from = context.from, context.fromIsEvent {
      countDays(span, from: from, into: &deadline)
    }
  }

  private mutating func countDays(_ span: TimeSpan, from: Day, into deadline: inout Deadline) {
    let end = span.end(from: from, calendar: context.calendar)
    deadline.end = end
    resolver.note(.countedFrom(from))
    if span.unit == .workingDay {
      for year in context.calendar.unpublishedYears(from: from, through: end) {
        resolver.note(.holidaysUnknown(year))
      }
    }
  }

  private mutating func resolve(_ point: TimePoint, _ bound: TimeFinding.Bound, into deadline: inout Deadline)
  {
    deadline.kind = point.kind
    if point.isApproximate { resolver.note(.approximate) }
    if point.lacksDayWord { resolver.note(.missingDayWord) }
    if case .day(_, let day) = point.part, !(1...31).contains(day) { deadline.kind = .none }
    if case .feast(let feast) = point.part {
      deadline.event = EventBinding(
        name: feast.name, side: bound == .by ? .before : bound == .from ? .after : .during)
    }
    if bound == .by {
      switch point.kind {
      case .month, .quarter, .year, .range: resolver.note(.wholePeriodIncluded)
      default: break
      }
      if point.kind != .event { deadline.kind = .date }
    }
    if bound == .from, point.kind != .event { deadline.kind = .range }
    guard var year = resolver.year(of: point) else { return }
    if case .feast(.fixed(_, 1, 1)) = point.part, bound == .by, point.year == nil {
      // By the day before New Year's Day never means the end of the year that is already over.
      year += 1
      resolver.note(.rolledIntoNextYear(year))
    }
    guard let days = resolver.days(of: point, in: year) else {
      dropIfImpossible(&deadline)
      return
    }
    switch bound {
    case .within:
      deadline.start = point.isEndOnly ? nil : days.start
      deadline.end = days.end
    case .by: deadline.end = point.kind == .event ? days.end - 1 : days.end
    case .from: deadline.start = days.start
    case .holidays:
      guard case .feast(let feast) = point.part, let off = context.calendar.daysOff(for: feast.name, in: year)
      else { break }
      (deadline.kind, deadline.start, deadline.end) = (.range, off.start, off.end)
    }
  }

  /// A day that does not exist is no time; a time whose year is unknown stays one.
  private func dropIfImpossible(_ deadline: inout Deadline) {
    if resolver.notes.contains(where: { if case .noSuchDay = $0 { true } else { false } }) {
      deadline.kind = deadline.quota == nil ? .none : .recurring
      deadline.event = nil
    }
  }

  private mutating func resolveRange(
    _ first: TimePoint, _ written: TimePoint?, _ event: EventBinding?, into deadline: inout Deadline
  ) {
    deadline.kind = .range
    if first.isApproximate || written?.isApproximate == true { resolver.note(.approximate) }
    guard let written else {
      deadline.event = event
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
    if end < start, second.year == nil, end.month < start.month, second.month != nil,
      let later = resolver.days(of: second, in: endYear + 1)?.end
    {
      (end, endYear) = (later, endYear + 1)
      resolver.note(.rolledIntoNextYear(endYear))
    }
    if case .feast = second.part, event?.side == .before { end = end - 1 }
    deadline.end = end
    if end < start { resolver.note(.reversedRange) }
  }

  private mutating func check(_ deadline: inout Deadline) {
    guard let end = deadline.end, deadline.kind != .none else { return }
    if context.fromIsIssue, let issued = context.from, end < issued { resolver.note(.beforeIssue(issued)) }
    if !context.calendar.isWorkingDay(end) {
      resolver.note(.restDay(lastWorkingDay: context.calendar.lastWorkingDay(onOrBefore: end)))
    }
    for year in context.calendar.unpublishedYears(from: end, through: end) {
      resolver.note(.holidaysUnknown(year))
    }
  }
}
