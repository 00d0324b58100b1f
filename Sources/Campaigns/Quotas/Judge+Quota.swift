extension Judge {
  /// Adds to a verdict where the task stands with its quota, and lets the light say so: the worse of both counts. A quota
  /// of collectives is asked of every member for as long as it is one, unless the task is completed as a whole.
  func judgeQuota(
    of task: Task, in campaign: Campaign, as member: CollectiveMember? = nil, _ verdict: inout Verdict
  ) {
    guard task.stage != .draft, let quota = task.deadline.quota,
      let span = quotaSpan(of: task, in: campaign, end: verdict.end)
    else { return }
    func standing(_ occurrences: [Occurrence], _ member: CollectiveMember?) -> QuotaStanding? {
      QuotaStanding(
        quota, occurrences, from: span.start, through: span.end, member: member, today: today,
        calendar: calendar, lights: lights)
    }
    let stretches = task.memberRule?.kind == .whole ? [] : task.stretches(units, on: today, end: verdict.end)
    if stretches.isEmpty {
      verdict.quota = standing(task.occurrences, member)
    } else {
      let standings = stretches.compactMap { stretch in
        standing(task.occurrences(in: stretch, of: stretches, units), stretch).map { (stretch.unit, $0) }
      }
      if !standings.isEmpty { verdict.memberQuotas = MemberQuotas(standings) }
    }
    guard task.stage.isOpen, verdict.hasQuota else { return }
    let cause = verdict.quota?.cause ?? verdict.memberQuotas?.cause
    if let cause { verdict.weigh(cause) }
    let current = verdict.quota?.current ?? verdict.memberQuotas?.current?.period
    let needsHolidays = quota.points?.contains(where: \.needsHolidays) ?? false
    if cause?.kind == .quotaDueSoon || needsHolidays, let current {
      for year in calendar.unpublishedYears(from: needsHolidays ? current.start : today, through: current.due)
      where !verdict.notes.contains(.holidaysUnknown(year)) {
        verdict.notes.append(.holidaysUnknown(year))
      }
    }
  }

  /// The days over which a quota runs: the deadline's or its event's start and end where there are any, else its phase's, else those of all
  /// phases together (as they were, where one came later: `keepingQuotas`), else the campaign's year; it ends with the task or the campaign. Nil where no year is known, or no day
  /// is left.
  func quotaSpan(of task: Task, in campaign: Campaign, end: Day?) -> (start: Day, end: Day)? {
    let phase =
      task.phase.flatMap { campaign.phase(id: $0) }.map { ($0.start, self.end(of: $0, in: campaign)) }
      ?? task.quotaDays.map { ($0.start, $0.end) } ?? span(of: campaign)
    let year = campaign.year ?? campaign.issued?.year
    var last = end ?? phase.1
    let own = task.deadline.start ?? self.start(of: task, in: campaign)
    var first = own ?? phase.0
    if let known = first, let end = last, end < known, own == nil { first = nil }
    if let known = last, let start = first, known < start, end == nil { last = nil }
    let known = first?.year ?? last?.year
    let start = first ?? (year.map { min($0, last?.year ?? $0) } ?? known).flatMap { Day($0, 1, 1) }
    let through = last ?? (year.map { max($0, first?.year ?? $0) } ?? known).flatMap { Day($0, 12, 31) }
    guard let start, var through else { return nil }
    if task.stage.isCompleted, let on = task.completion?.on { through = min(through, on) }
    if let closed = campaign.closed { through = min(through, closed) }
    return start <= through ? (start, through) : nil
  }

  /// The last day of a phase: its own, or the one that the event gives it goes on until.
  package func end(of phase: Phase, in campaign: Campaign) -> Day? {
    phase.end ?? span(givenBy: phase.until, in: campaign)?.end
  }

  /// First and last day of all phases together, each where every phase tells. One that goes on without an end goes on to the
  /// end of its year; in a plan of several years as long as that is open, seen from a day to the end of its year.
  private func span(of campaign: Campaign) -> (Day?, Day?) {
    let starts = campaign.phases.compactMap(\.start)
    let isOfYears = Set(starts.map(\.year)).count > 1
    let ends = campaign.phases.compactMap { phase in
      end(of: phase, in: campaign)
        ?? phase.start.flatMap { Day(isOfYears ? max($0.year, today.year) : $0.year, 12, 31) }
    }
    return (
      starts.count == campaign.phases.count ? starts.min() : nil,
      ends.count == campaign.phases.count ? ends.max() : nil
    )
  }
}
