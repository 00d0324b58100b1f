import Campaigns

extension Wording {
  /// The condition of a row in a few columns: 逾期 9天, 剩 3天, 今天到期. Where something worse decided the light, the
  /// words say that, or that too.
  package func state(of row: TaskRow) -> String {
    if row.task.stage == .draft || row.task.stage == .struckOff { return stage(row.task.stage) }
    let verdict = row.verdict
    switch verdict.condition {
    case .overdue: return verdict.days.map(timeLeft) ?? condition(.overdue)
    case .dueSoon:
      let left = verdict.days.map(timeLeft) ?? condition(.dueSoon)
      return left + (verdict.cause.flatMap(besideDeadline).map { pick(" ", ", ") + $0 } ?? "")
    case .normal, .standing, .recurring, .unscheduled:
      return verdict.cause.flatMap { state(of: row, $0) } ?? quietState(of: row)
    case .completed, .completedLate, .suspended, .cancelled: return condition(verdict.condition)
    }
  }

  /// Notes in sentences; years of which no holidays are known in one, where the first of them stands.
  private func told(_ notes: [Verdict.Note]) -> [String] {
    let years = notes.compactMap { note -> UnknownYear? in
      if case .holidaysUnknown(let year) = note { year } else { nil }
    }
    var isTold = false
    return notes.flatMap { note -> [String] in
      guard case .holidaysUnknown = note else { return [self.note(note)] }
      defer { isTold = true }
      return isTold ? [] : holidaysUnknown(years)
    }
  }

  /// 逾期 9天, 今天到期, 剩 3天.
  private func timeLeft(_ days: Int) -> String {
    if days < 0 { return pick("逾期 \(-days)天", "\(-days) d late") }
    return days == 0 ? pick("今天到期", "due today") : pick("剩 \(days)天", "\(days) d left")
  }

  /// What made the light worse than a near deadline does; nil where the days left say it.
  private func besideDeadline(_ cause: LightCause) -> String? {
    switch cause {
    case .dueSoon, .overdue, .inTime, .quotaMet: nil
    case .behind: pick("滞后", "behind")
    case .short, .quotaDueSoon: pick("欠次", "short")
    }
  }

  /// The state that a cause decides where no deadline is near; nil where it has none of its own.
  private func state(of row: TaskRow, _ cause: LightCause) -> String? {
    switch cause {
    case .behind(_, let isFar): isFar ? pick("严重滞后", "far behind") : pick("进度滞后", "behind")
    case .short, .quotaDueSoon, .quotaMet: quotaState(of: row)
    case .inTime, .dueSoon, .overdue: nil
    }
  }

  /// The state of a row that nothing presses.
  private func quietState(of row: TaskRow) -> String {
    if row.verdict.condition != .unscheduled, let words = quotaState(of: row) { return words }
    if row.verdict.condition == .standing, row.verdict.isReviewDue { return pick("待回顾", "review due") }
    if row.verdict.condition == .normal || row.verdict.condition == .unscheduled, row.task.isFailing {
      return pick("未达标", "target missed")
    }
    return condition(row.verdict.condition)
  }

  /// The deadline in force in a few columns: 11-13前, or with its year where that is another; 11-13 待批 where more time is
  /// asked for.
  package func due(_ row: TaskRow) -> String { due(row, today: row.today) }

  /// The same, every day with its year.
  package func fullDue(_ row: TaskRow) -> String { due(row, today: nil) }

  private func due(_ row: TaskRow, today: Day?) -> String {
    guard let end = row.verdict.end else {
      switch row.task.deadline.kind {
      case .standing: return pick("长期", "standing")
      case .recurring:
        if let due = row.verdict.pointDue { return by(due, today: today) }
        return row.task.deadline.quota.map(every) ?? ""
      default: return pick("待定", "open")
      }
    }
    guard row.task.stage.isOpen, row.task.pendingExtension != nil else { return by(end, today: today) }
    return pick("\(short(end, today: today)) 待批", "\(short(end, today: today)) asked")
  }

  /// 11-13前, or with its year where that is another, or today is not told.
  func by(_ end: Day, today: Day?) -> String {
    let day = short(end, today: today)
    return pick("\(day)前", "by \(day)")
  }

  /// 11-13, or with its year where that is another, or today is not told.
  private func short(_ day: Day, today: Day?) -> String {
    day.year == today?.year ? String(day.iso.dropFirst(5)) : day.iso
  }

  /// Why a task has its condition and light, in a sentence.
  package func why(_ task: Task, _ verdict: Verdict, today: Day) -> String {
    ([reason(task, verdict.reason, today), quotaReason(task, verdict), verdict.cause.flatMap(sentence)]
      .compactMap(\.self) + told(verdict.notes)).joined(separator: pick("", " "))
  }

  /// What a cause alone has to say; nil where the reason, the count or a note tells it, which stand there too where
  /// something worse decided the light.
  private func sentence(_ cause: LightCause) -> String? {
    switch cause {
    case .overdue, .dueSoon, .inTime: nil  // The reason.
    case .short, .quotaDueSoon, .quotaMet: nil  // The count.
    case .behind: nil  // A note.
    }
  }

  /// 时限“4月20日之前”即2011-04-20（含当日）
  private func limit(_ task: Task, _ end: Day) -> String {
    let words = task.deadline.text
    let isPlain = words.isEmpty || words == end.iso || task.deadline.end != end
    return pick(
      isPlain ? "时限\(end.iso)（含当日）" : "时限\(quoted(words))即\(end.iso)（含当日）",
      isPlain
        ? "Due by \(end.iso), that day included"
        : "Due \(quoted(words)), that is by \(end.iso), that day included")
  }

  private func days(_ number: Int) -> String { count(number, "天", "day", "days") }
  private func workingDays(_ number: Int) -> String { count(number, "个工作日", "working day", "working days") }

  private func reason(_ task: Task, _ reason: Verdict.Reason, _ today: Day) -> String {
    switch reason {
    case .overdue(let end, let late, let working):
      return pick(
        "\(limit(task, end))，今天\(today.iso)，未办结，逾期\(days(late))（\(workingDays(working))）。",
        "\(limit(task, end)); today is \(today.iso) and it is not completed: overdue by \(days(late))"
          + " (\(workingDays(working))).")
    case .dueSoon(let end, 0, _):
      let state =
        end == today
        ? pick("今天到期", "due today") : pick("到期前已无工作日", "no working day is left before it")
      return pick(
        "\(limit(task, end))，今天\(today.iso)，\(state)，列为临期。",
        "\(limit(task, end)); today is \(today.iso): \(state), so due soon.")
    case .dueSoon(let end, let left, let threshold):
      return pick(
        "\(limit(task, end))，今天\(today.iso)，还有\(workingDays(left))，不超过\(workingDays(threshold))，列为临期。",
        "\(limit(task, end)); today is \(today.iso): \(workingDays(left)) left, no more than \(threshold), so due soon."
      )
    case .inTime(let end, let left):
      return pick(
        "\(limit(task, end))，今天\(today.iso)，还有\(days(left))。",
        "\(limit(task, end)); today is \(today.iso): \(days(left)) left.")
    case .completed(let on, let end):
      let day = on?.iso ?? pick("日期未记", "a day not recorded")
      guard let end else { return pick("已于\(day)办结。", "Completed on \(day).") }
      return pick("\(limit(task, end))，已于\(day)按时办结。", "\(limit(task, end)); completed on time, on \(day).")
    case .completedLate(let on, let end, let late):
      return pick(
        "\(limit(task, end))，\(on.iso)办结，超过时限\(days(late))。",
        "\(limit(task, end)); completed on \(on.iso), \(days(late)) late.")
    case .standing: return pick("长期任务，不计逾期。", "A standing duty: never overdue.")
    case .recurring(let quota):
      return pick(
        "周期任务：\(self.quota(quota))，未定最后期限。", "A recurring duty: \(self.quota(quota)); no final day.")
    case .awaitsEvent(let event):
      let side =
        switch event.side {
        case .before: pick("之前", "before")
        case .during: pick("", "at")
        case .after: pick("之后", "after")
        }
      return pick(
        "时限以\(quoted(event.name))\(side)为准，日期未定，暂列待定。",
        "Due \(side) \(quoted(event.name)), whose day is not set: unscheduled.")
    case .beginsOn(let day):
      return pick(
        "时限\(quoted(task.deadline.text))即自\(day.iso)起，未写截止日，暂列待定。",
        "\(quoted(task.deadline.text)) is from \(day.iso) on, without a last day: unscheduled.")
    case .open:
      return pick(
        "时限\(quoted(task.deadline.text))尚不能确定到日，暂列待定。",
        "Which day \(quoted(task.deadline.text)) means is open: unscheduled.")
    case .noTime: return pick("文件未规定时限，暂列待定。", "The document sets no time: unscheduled.")
    case .suspended: return pick("已中止办理，不计逾期。", "Suspended: not counted as overdue.")
    case .cancelled: return pick("已撤销。", "Cancelled.")
    }
  }

  /// A remark on a verdict.
  package func note(_ note: Verdict.Note) -> String {
    switch note {
    case .extended(let original):
      return pick("原定时限\(original.iso)。", "The original deadline was \(original.iso).")
    case .restDay(let last):
      return pick(
        "时限逢休息日，之前最后一个工作日为\(last.iso)（\(weekday(last))）。",
        "That is a rest day; the last working day before it is \(last.iso) (\(weekday(last))).")
    case .holidaysUnknown(let year): return holidaysUnknown(year)
    case .behind(let reported, let expected):
      return pick(
        "已报进度\(reported)%，按工作日应达\(expected)%，滞后\(expected - reported)个百分点。",
        "Reported \(reported) %, \(expected) % to be expected by working days: \(expected - reported) points behind."
      )
    case .membersDone:
      return pick("应办成员均已办结，整项尚未办结。", "Those who were asked are done; the task itself is not completed.")
    case .detailsMissing: return pick("办结材料待补。", "Completion details are missing.")
    case .reviewDue(let day, let every):
      return pick(
        "按\(period(every))回顾一次，应于\(day.iso)前回顾。",
        "To be looked at again every \(period(every)): that was due by \(day.iso).")
    case .scheduled(let event, let days):
      return pick("\(quoted(event))定于\(self.days(days))。", "\(quoted(event)) is \(onDays(days)).")
    case .notReviewed(let days):
      return pick("已\(days)天没有新记录。", "No word for \(count(days, "天", "day", "days")).")
    }
  }
}
