extension TaskRow {
  /// The first day after its own on which a light, a count or an answer to a filter may be otherwise although nobody did anything: the
  /// day after a deadline, the first on which it is due soon, the next period of a quota. Nil: never. Until then only
  /// numbers of days change. It may name a day on which nothing turns, but never one that is too late: a property test
  /// holds that.
  var turn: Day? { turns.filter { $0 > today }.min() }

  private var turns: [Day] {
    var days: [Day] = []
    // A draft has its condition like what is open.
    if task.stage.isOpen || task.stage == .draft {
      if let end = verdict.end {
        days += [end + 1, judge.firstDayDueSoon(before: end)]
        if let original = verdict.originalEnd { days.append(original + 1) }
        days += judge.daysFallingBehind(task, end: end)
      }
      for sent in task.sentChases(judge.units) {
        let since = max(sent.on, sent.answered ?? sent.on)
        days.append(judge.calendar.day(ChaseLevel.answerWithin, workingDaysAfter: since))
      }
    }
    if verdict.condition == .standing, let review = judge.reviewDay(of: task, issued: issued) {
      days += [review.since, review.due + 1]
    }
    if task.deadline.quota != nil {
      // A plan of several years is seen to the end of the year that it is, and ten years lie within the horizon.
      if let next = Day(today.year + 1, 1, 1) { days.append(next) }
      let standings =
        [verdict.quota].compactMap(\.self) + (verdict.memberQuotas?.members.flatMap(\.standings) ?? [])
      for period in standings.flatMap({ $0.periods + $0.years }) {
        days += [period.start, period.from, period.end + 1, period.due + 1, period.through + 1]
        if task.stage.isOpen { days.append(judge.firstDayDueSoon(before: period.due)) }
      }
    }
    for collective in task.collectives(judge.units) {
      for member in judge.units.memberships(of: collective.id) {
        days += [member.from, member.until.map { $0 + 1 }].compactMap(\.self)
      }
    }
    for member in task.members { days += [member.from, member.until.map { $0 + 1 }].compactMap(\.self) }
    return days
  }
}

extension Judge {
  /// The first day on which a deadline is due soon.
  fileprivate func firstDayDueSoon(before end: Day) -> Day {
    calendar.day(max(0, lights.dueSoonWorkingDays) + 1, workingDaysBefore: end + 1)
  }

  /// The days on which a light turns yellow or red since less was reported than was to be expected by then.
  fileprivate func daysFallingBehind(_ task: Task, end: Day) -> [Day] {
    guard let reported = task.percent, let start = task.deadline.start, start < end else { return [] }
    let whole = calendar.workingDays(after: start - 1, through: end)
    let thresholds = [lights.behindYellow - 1, lights.behindRed].compactMap { points -> Day? in
      // More than all of it is never expected.
      guard (0..<100).contains(reported), points < 100 - reported else { return nil }
      let elapsed = (max(0, reported + points + 1) * whole + 99) / 100
      return calendar.day(elapsed, workingDaysAfter: start - 1)
    }
    return [start] + thresholds
  }
}
