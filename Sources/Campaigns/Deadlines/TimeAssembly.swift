/// Puts the times found in one item together into its deadline: the first fixed time counts, a quota goes with it,
/// 长期 behind a day makes the task standing once it is completed.
struct TimeAssembly {
  let words: TimeWords
  var resolver: TimeResolver

  init(words: TimeWords, context: TimeContext) {
    self.words = words
    resolver = TimeResolver(context)
  }

  var context: TimeContext { resolver.context }

  mutating func reading(of findings: [TimeFinding], mode: TimeReader.Mode, notes: [TimeNote])
    -> TimeReading
  {
    var deadline = Deadline()
    var counting: TimeFinding?
    var others: [String] = []
    for note in notes { resolver.note(note) }
    for finding in findings {
      switch finding.meaning {
      case .quota(let quota):
        if deadline.quota == nil {
          for note in finding.notes { resolver.note(note) }
          deadline.quota = quota
        } else if quota.per == .year, deadline.quota?.per != .year, quota.points == nil, quota.interval == nil
        {
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
      case .event where counting != nil, .length where counting != nil:
        // Running text is full of events beside its times.
        if mode != .sentence { others.append(words.text(finding.range)) }
      case .noTime: continue
      case .event, .length, .fixed, .range, .holidays, .fromIssue, .counted:
        if let first = counting {
          if first.yields(to: finding) || isRemark(finding, on: first) {
            if first.meaning == .standing {
              deadline.thenStanding = true
            } else if mode != .sentence, !first.isFixed {
              others.append(words.text(first.range))
            }
            counting = joined(first, finding)
          } else {
            others.append(words.text(finding.range))
          }
        } else {
          counting = finding
        }
      }
    }
    for note in counting?.notes ?? [] { resolver.note(note) }
    resolve(counting, into: &deadline)
    if !others.isEmpty {
      deadline.others = others
      resolver.note(.severalTimes(others))
    }
    check(&deadline)
    deadline.text = mode == .expression ? String(words.original) : text(of: findings)
    return TimeReading(deadline: deadline, notes: resolver.notes)
  }

  /// Whether a time in brackets says more exactly what the one before them says: 第二季度（6月20日前）.
  private func isRemark(_ later: TimeFinding, on first: TimeFinding) -> Bool {
    guard first.isFixed, later.isFixed, first.range.upperBound + 1 == later.range.lowerBound,
      words.characters[first.range.upperBound] == "（",
      words.characters.indices.contains(later.range.upperBound),
      words.characters[later.range.upperBound] == "）", case .fixed(let point, _) = first.meaning
    else { return false }
    guard point.isPeriod || point.isEndOnly else { return false }
    switch later.meaning {
    // （下旬） is of the month before it; （周一） and （次月5日前） say nothing more exactly.
    case .fixed(let remark, _): return !remark.isSaidFromADay && (!remark.lacksMonth || point.month != nil)
    case .range: return true
    default: return false
    }
  }

  /// The day that counts, compared with the weekday that stands before it (周日, 二月十号).
  private func joined(_ first: TimeFinding, _ later: TimeFinding) -> TimeFinding {
    guard case .fixed(let before, _) = first.meaning else { return later }
    var finding = later
    // 2026年（1—6月）, 2025年第四季度（12月20日前).
    if case .range(var point, let end, let event) = later.meaning, point.year == nil,
      isRemark(later, on: first)
    {
      point.year = before.year
      finding.meaning = .range(point, end, endsWith: event)
      return finding
    }
    guard case .fixed(var point, let bound) = later.meaning else { return later }
    if isRemark(later, on: first) {
      if point.year == nil { point.year = before.year }
      point = point.inMonth(before.month)
    }
    if case .weekday(_, let number) = before.part { point.weekday = number }
    finding.meaning = .fixed(point, bound)
    return finding
  }

  /// From the first to the last of them; an event may stand before the quota that was found first.
  private func text(of findings: [TimeFinding]) -> String {
    guard let start = findings.map(\.range.lowerBound).min(), let end = findings.map(\.range.upperBound).max()
    else { return "" }
    return words.text(start..<end)
  }

  private mutating func resolve(_ finding: TimeFinding?, into deadline: inout Deadline) {
    switch finding?.meaning {
    case nil, .noTime, .quota: deadline.kind = deadline.quota == nil ? .none : .recurring
    case .standing: deadline.kind = .standing
    case .length: deadline.kind = .range
    case .event(let event, let year):
      deadline.kind = deadline.quota == nil ? .event : .recurring
      if event.name.hasSuffix("学年"), event.side == .during, deadline.quota == nil { deadline.kind = .range }
      deadline.event = named(event, year)
      noteOpen(deadline.event)
    case .counted(let base, let span, let count): resolve(span, count, from: base, into: &deadline)
    case .fixed(let point, let bound): resolve(point, bound, into: &deadline)
    case .range(let first, let second, let event): resolveRange(first, second, event, into: &deadline)
    case .holidays(let first, let last): resolveHolidays(first, last, into: &deadline)
    case .fromIssue(let end):
      deadline.kind = .range
      deadline.start = context.from
      if deadline.start == nil { resolver.note(.startUnknown) }
      if let end, let year = resolver.year(of: end) { deadline.end = resolver.days(of: end, in: year)?.end }
    }
  }

  /// The event with its year in front: 今年汛期 is 2026年汛期 in 2026.
  mutating func named(_ event: EventBinding, _ year: TimePoint.Year?) -> EventBinding {
    guard let year, let known = resolver.year(year) else { return event }
    var event = event
    event.name = "\(known)年\(event.name)"
    return event
  }

  /// Says that an event is open: its days are set in the store, and the judge goes by them.
  mutating func noteOpen(_ event: EventBinding?) {
    if let event { resolver.note(.eventOpen(event.name)) }
  }

  private mutating func check(_ deadline: inout Deadline) {
    guard let end = deadline.end, deadline.kind != .none else { return }
    if context.fromIsIssue, let issued = context.from, end < issued { resolver.note(.beforeIssue(issued)) }
    if let spoken = context.fromIsIssue ? context.typed : context.spoken, end < spoken {
      resolver.note(.alreadyPast(spoken))
    }
    if !context.calendar.isWorkingDay(end) {
      resolver.note(.restDay(lastWorkingDay: context.calendar.lastWorkingDay(onOrBefore: end)))
    }
    noteHolidays(from: end, through: end)
  }
}
