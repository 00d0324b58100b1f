/// Judges tasks on a day. The one place where conditions and lights come from.
///
///     ledger.judge(today: today, years: ReferenceData.allHolidays).verdict(on: task, in: campaign).cause?.kind  // .overdue
package struct Judge: Sendable {
  /// The day of judgement.
  package let today: Day
  /// Working days.
  package let calendar: WorkCalendar
  /// When lights change.
  package let lights: LightProfile
  /// The units, for what collectives are asked.
  package let units: UnitRegistry
  /// The unit whose ledger this is, by its id; nil where none is told by the organisation's name.
  let office: String?
  let events: [NamedEvent]

  /// A judge for one day.
  package init(
    today: Day, calendar: WorkCalendar, lights: LightProfile = .usual, events: [NamedEvent] = [],
    units: UnitRegistry = UnitRegistry(), office: String? = nil
  ) {
    (self.today, self.calendar, self.lights) = (today, calendar, lights)
    (self.events, self.units, self.office) = (events, units, office)
  }

  /// The judge of another day, by the same settings.
  func judging(on day: Day) -> Judge {
    day == today
      ? self
      : Judge(today: day, calendar: calendar, lights: lights, events: events, units: units, office: office)
  }

  /// The last day in force of a task: an approved extension, the deadline's end, or the day that its event gives.
  package func end(of task: Task, in campaign: Campaign) -> Day? {
    task.approvedEnd ?? originalEnd(of: task, in: campaign)
  }

  /// The last day before any extension.
  private func originalEnd(of task: Task, in campaign: Campaign) -> Day? {
    task.deadline.end ?? span(givenBy: task.deadline.event, in: campaign)?.end
  }

  /// The day from which on a task is to be done that comes after its event, or in the course of it.
  func start(of task: Task, in campaign: Campaign) -> Day? {
    span(givenBy: task.deadline.event, in: campaign)?.start
  }

  /// First and last day that an event gives to what hangs on it, where its own days are known.
  func span(givenBy event: EventBinding?, in campaign: Campaign) -> (start: Day?, end: Day?)? {
    guard let event, let days = days(of: event, in: campaign) else { return nil }
    return event.days(of: days, calendar: calendar)
  }

  /// The days of the event that a deadline hangs on, where they are known.
  package func days(of event: EventBinding, in campaign: Campaign) -> EventDays? {
    campaign.event(named: event.name, events)?.days
  }

  /// The verdict on a task.
  package func verdict(on task: Task, in campaign: Campaign) -> Verdict {
    verdict(on: task, in: campaign, as: nil)
  }

  /// The verdict on a task, or on a member's part of it, whose quota then runs as long as the unit is a member.
  func verdict(on task: Task, in campaign: Campaign, as member: CollectiveMember?) -> Verdict {
    let end = end(of: task, in: campaign)
    var verdict = base(task, in: campaign, end: end)
    verdict.end = end
    verdict.days = end.map { $0 - today }
    if let end, task.approvedEnd != nil, let original = originalEnd(of: task, in: campaign), end != original {
      verdict.notes.append(.extended(from: original))
    }
    if let end, task.stage.isOpen {
      if !calendar.isWorkingDay(end) {
        verdict.notes.append(.restDay(lastWorkingDay: calendar.lastWorkingDay(onOrBefore: end)))
      }
      verdict.notes += unknownYears(for: verdict, task, in: campaign, end: end).map(
        Verdict.Note.holidaysUnknown)
    }
    if let behind = behind(task, end: end) {
      verdict.notes.append(behind)
      if let points = verdict.pointsBehind {
        verdict.weigh(.behind(points: points, isFar: points > lights.behindRed))
      }
    }
    judgeQuota(of: task, in: campaign, as: member, &verdict)
    if task.stage.isOpen, task.isDoneByMembers(units, on: today, end: end) {
      verdict.notes.append(.membersDone)
    }
    if task.stage.isCompleted, task.completion?.summary == nil || task.completion?.evidence == nil {
      verdict.notes.append(.detailsMissing)
    }
    if task.endInForce == nil, let event = task.deadline.event, let days = days(of: event, in: campaign) {
      verdict.notes.append(.scheduled(event: event.name, days))
    }
    if verdict.condition == .standing { verdict.notes += review(task, in: campaign) }
    return verdict
  }

  private func base(_ task: Task, in campaign: Campaign, end: Day?) -> Verdict {
    func made(_ condition: Condition, _ reason: Verdict.Reason, _ cause: LightCause? = nil) -> Verdict {
      Verdict(condition: condition, cause: cause, end: end, days: nil, reason: reason, notes: [])
    }
    switch task.stage {
    case .suspended: return made(.suspended, .suspended)
    case .cancelled: return made(.cancelled, .cancelled)
    case .completed, .struckOff:
      if task.deadline.thenStanding == true { return made(.standing, .standing) }
      if let on = task.completion?.on, let end, on > end {
        return made(.completedLate, .completedLate(on: on, end: end, days: on - end))
      }
      return made(.completed, .completed(on: task.completion?.on, end: end))
    case .draft, .registered, .assigned, .inProgress, .submitted: break
    }
    guard let end else {
      switch task.deadline.kind {
      case .standing: return made(.standing, .standing)
      case .recurring: return made(.recurring, task.deadline.quota.map(Verdict.Reason.recurring) ?? .open)
      case .event:
        guard let start = task.deadline.start ?? start(of: task, in: campaign) else {
          return made(.unscheduled, task.deadline.event.map(Verdict.Reason.awaitsEvent) ?? .open)
        }
        return made(.unscheduled, .beginsOn(start))
      case .none: return made(.unscheduled, .noTime)
      case .date, .range, .xun, .month, .quarter, .year: return made(.unscheduled, .open)
      }
    }
    if today > end {
      let workingDays = calendar.workingDays(after: end, through: today)
      return made(
        .overdue, .overdue(end: end, days: today - end, workingDays: workingDays), .overdue(days: today - end)
      )
    }
    if !calendar.exceeds(lights.dueSoonWorkingDays, workingDaysAfter: today, through: end) {
      let left = calendar.workingDays(after: today, through: end)
      return made(
        .dueSoon, .dueSoon(end: end, workingDays: left, threshold: lights.dueSoonWorkingDays),
        .dueSoon(days: end - today))
    }
    return made(.normal, .inTime(end: end, days: end - today), .inTime)
  }

  /// Years without known holidays on which the verdict rests: working days that are left, that it is late, that were counted
  /// from an event or since the start, and whether the last day is one.
  private func unknownYears(for verdict: Verdict, _ task: Task, in campaign: Campaign, end: Day)
    -> [UnknownYear]
  {
    var spans: [(Day, Day)] = []
    switch verdict.reason {
    case .dueSoon: spans.append((today, end))
    case .inTime where end - today <= 21: spans.append((today, end))
    case .overdue: spans.append((end, today))
    default: break
    }
    if verdict.notes.contains(where: { if case .restDay = $0 { true } else { false } }) {
      spans.append((end, end))
    }
    if task.endInForce == nil, let event = task.deadline.event, event.within?.unit == .workingDay,
      let days = days(of: event, in: campaign)
    {
      let counted = event.side == .before ? days.first : days.last
      spans.append((min(counted, end), max(counted, end)))
    }
    if let start = task.deadline.start, behind(task, end: end) != nil {
      spans.append((start, min(today, end)))
    }
    return Set(spans.flatMap { calendar.unpublishedYears(from: $0.0, through: $0.1) }).sorted()
  }

  /// 滞后: reported per cent against elapsed working-day per cent. Only where a start is known and progress was
  /// reported: silence is not zero.
  private func behind(_ task: Task, end: Day?) -> Verdict.Note? {
    guard task.stage.isOpen, let reported = task.percent, let end, let start = task.deadline.start,
      start < end, today >= start
    else { return nil }
    let whole = calendar.workingDays(after: start - 1, through: end)
    guard whole > 0 else { return nil }
    let elapsed = calendar.workingDays(after: start - 1, through: min(today, end))
    let expected = elapsed * 100 / whole
    return expected - reported >= lights.behindYellow ? .behind(reported: reported, expected: expected) : nil
  }

  /// How long a standing duty is without a word, and whether its review is due: a period after the last word, quarterly
  /// unless the task says otherwise; where there was none yet, since the document was issued (docs/domain.md, "Standing
  /// duties").
  private func review(_ task: Task, in campaign: Campaign) -> [Verdict.Note] {
    guard let (since, due) = reviewDay(of: task, issued: campaign.issued), since <= today else { return [] }
    var notes = lastWord(on: task).map { [Verdict.Note.notReviewed(days: today - $0)] } ?? []
    if today > due { notes.append(.reviewDue(on: due, every: task.reviewEvery ?? .quarter)) }
    return notes
  }

  /// The day on which a standing duty is to be reviewed, and the one that it is counted from; nil where there is none.
  func reviewDay(of task: Task, issued: Day?) -> (since: Day, due: Day)? {
    guard let since = lastWord(on: task) ?? issued else { return nil }
    return (since, (task.reviewEvery ?? .quarter).next(after: since))
  }

  /// The day of the last word on a task.
  private func lastWord(on task: Task) -> Day? {
    [
      task.log.lazy.filter { $0.struckBy == nil }.map(\.day).max(), task.assigned,
      task.completion?.on,
    ].compactMap(\.self).max()
  }
}
