import Campaigns

extension Wording {
  /// What a reading of a time assumed or found odd, in a sentence.
  package func note(_ note: TimeNote) -> String {
    switch note {
    case .yearAssumed(let year): pick("未写年份，按\(year)年计。", "No year is written; taken as \(year).")
    case .yearUnknown: pick("未写年份，日期暂空（可用 --year 指定）。", "No year is written and none is known; give --year.")
    case .yearRedacted: pick("年份被隐去，日期暂空。", "The year is blotted out; days stay open.")
    case .yearOfPlan(let year): pick("按方案的\(year)年推算。", "Reckoned in \(year), the plan's year.")
    case .monthAssumed(let month): pick("未写月份，按\(month)月计。", "No month is written; taken as month \(month).")
    case .rolledIntoNextYear(let year): pick("跨年，止于\(year)年。", "It runs over into \(year).")
    case .reversedRange: pick("止日早于起日，照原文保留，请核对。", "It ends before it starts; kept as written, please check.")
    case .missingDayWord: pick("缺“日”字。", "The word 日 is missing.")
    case .noSuchDay(let year, let month, let day):
      pick(
        month == 2 && day == 29 ? "\(year)年2月没有29日。" : "\(month)月没有\(day)日。",
        "There is no day \(day) in month \(month) of \(year).")
    case .noSuchTime(let words): pick("没有这个日期：\(words)。", "There is no such date: \(words).")
    case .noSuchPart: pick("该期间没有所写的这一周或这一天。", "The period has no such week or day.")
    case .noSuchLunarDay: pick("当年农历没有这个日期。", "The lunar year has no such day.")
    case .unread(let words):
      pick("未读：\(words.joined(separator: "、"))", "Not read: \(words.joined(separator: ", "))")
    case .noTime(let words): pick("“\(words)”不是时限。", "\(quoted(words)) says no time.")
    case .shortYear(let year): pick("两位年份，按\(year)年计。", "A year of two figures, taken as \(year).")
    case .lunar(let first, let last):
      pick(
        "农历日期，合公历\(first == last ? first.iso : "\(first.iso)至\(last.iso)")。",
        "By the lunar calendar: \(first == last ? first.iso : "\(first.iso) to \(last.iso)").")
    case .weekDays(let first, let last):
      pick(
        "按周一至周日计，首个周一起为第一周：\(first.iso)至\(last.iso)。",
        "The first week begins with the first Monday: \(first.iso) to \(last.iso).")
    case .clock(let words):
      pick("时刻“\(words)”不计，只计到日。", "The hour \(quoted(words)) is not kept, only the day.")
    case .eventTaken(let name, let day):
      pick("“\(name)”之日按\(day.iso)计。", "\(quoted(name)) is taken to be on \(day.iso).")
    case .eventOpen(let name):
      pick("“\(name)”尚未定日期，定下后才有时限。", "\(quoted(name)) has no day yet; the time follows from it.")
    case .severalTimes(let others):
      pick(
        "有多个时限，以第一个为准；另有\(joined(others.map(quoted)))。",
        "More than one time; the first counts. Also: \(joined(others.map(quoted))).")
    case .beforeIssue(let day):
      pick("早于成文日期\(day.iso)，请核对。", "Before the date of issue, \(day.iso); please check.")
    case .weekdayMismatch(let weekday):
      pick(
        "所写星期与日期不符，当天是\(["周一", "周二", "周三", "周四", "周五", "周六", "周日"][max(0, min(6, weekday - 1))])。",
        "The weekday does not fit; that day is a \(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][max(0, min(6, weekday - 1))])."
      )
    case .alreadyPast(let day): pick("早于\(day.iso)，已过，请核对。", "Before \(day.iso), already past; please check.")
    case .approximate: pick("约数，按所列日期计。", "An approximate time, taken as these days.")
    case .wholePeriodIncluded: pick("“前”按含当期计，至期末为止。", "“By” is taken to include the whole of that period.")
    case .countedFrom(let day):
      pick("自\(day.iso)起算，当日不计。", "Counted from \(day.iso), that day not included.")
    case .startUnknown: pick("起算日期未知（可用 --from 指定）。", "The day to count from is unknown; give --from.")
    case .restDay(let last):
      pick(
        "逢休息日，之前最后一个工作日为\(last.iso)（\(weekday(last))）。",
        "A rest day; the last working day before it is \(last.iso) (\(weekday(last))).")
    case .feastUnknown(let year):
      pick("\(year)年的农历不在已知年份，日期暂空。", "The lunar calendar of \(year) is not known; days stay open.")
    case .holidaysUnknown(let year): holidaysUnknown(year)
    }
  }

  /// That working days of a year are counted by weekends: its holidays are still to come, or older than the tables.
  func holidaysUnknown(_ unknown: UnknownYear, through last: Int? = nil) -> String {
    let until = last.flatMap { $0 > unknown.year ? $0 : nil }
    let year = "\(unknown.year)" + (until.map { pick("至\($0)", " to \($0)") } ?? "")
    return pick(
      "\(year)年放假安排\(unknown.isPast ? "不在已知年份" : "尚未公布")，工作日暂按周末推算。",
      "The holidays of \(year) are not \(unknown.isPast ? "among the years known here" : "published yet"); "
        + "working days are counted by weekends.")
  }

  /// The same of several years: a sentence for each run of them.
  func holidaysUnknown(_ years: [UnknownYear]) -> [String] {
    var runs: [(first: UnknownYear, last: Int)] = []
    for year in Set(years).sorted() {
      if let run = runs.last, run.last + 1 == year.year, run.first.isPast == year.isPast {
        runs[runs.count - 1].last = year.year
      } else {
        runs.append((year, year.year))
      }
    }
    return runs.map { holidaysUnknown($0.first, through: $0.last) }
  }

  /// What a reading comes to, for the remark beside a field: what was not read first, then the days, then what was assumed.
  package func remark(of reading: TimeReading, today: Day) -> String {
    let deadline = reading.deadline
    let unread = reading.notes.filter { if case .unread = $0 { true } else { false } }
    if deadline.kind == .none {
      let why = whyNoTime(reading.notes)
      return why.isEmpty ? pick("看不懂", "cannot be read") : why
    }
    let isPast = deadline.end.map { $0 < today } ?? false
    let assumed = reading.notes.filter { isWorthSaying($0, isPast: isPast) }
    let words =
      unread.map { note($0) + pick("。", ".") } + [
        (isPast ? pick("已过期：", "already past: ") : "") + meaning(of: deadline)
          + (assumed.isEmpty ? "" : pick("。", "."))
      ] + assumed.map(note)
    return words.joined(separator: pick("", " "))
  }

  /// Why words are no time, in sentences that end in a space in English; empty where they were not read at all.
  package func whyNoTime(_ notes: [TimeNote]) -> String {
    notes.filter { isWorthSaying($0, isPast: false) }.map { note($0) + pick("", " ") }.joined()
  }

  /// Whether a note tells somebody who types what the days themselves do not.
  private func isWorthSaying(_ note: TimeNote, isPast: Bool) -> Bool {
    switch note {
    case .unread, .yearAssumed, .restDay, .holidaysUnknown, .eventOpen: false
    case .alreadyPast: !isPast
    case .yearUnknown, .yearRedacted, .monthAssumed, .yearOfPlan, .countedFrom, .rolledIntoNextYear,
      .reversedRange,
      .missingDayWord,
      .noSuchDay, .noSuchTime, .noSuchPart, .noSuchLunarDay, .noTime, .shortYear, .lunar, .weekDays, .clock,
      .eventTaken, .severalTimes, .beforeIssue, .weekdayMismatch, .approximate, .wholePeriodIncluded,
      .startUnknown,
      .feastUnknown:
      true
    }
  }

  /// What a deadline means, in one line: 2011-04-20前（含当日）.
  package func meaning(of deadline: Deadline) -> String {
    var parts: [String] = []
    switch (deadline.start, deadline.end) {
    case (let start?, let end?) where start == end: parts.append("\(end.iso)（\(weekday(end))）")
    case (let start?, let end?): parts.append(pick("\(start.iso) 至 \(end.iso)", "\(start.iso) to \(end.iso)"))
    case (nil, let end?): parts.append(pick("\(end.iso)前（含当日）", "by \(end.iso), that day included"))
    case (let start?, nil): parts.append(pick("自\(start.iso)起", "from \(start.iso) on"))
    case (nil, nil):
      switch deadline.kind {
      case .standing: parts.append(pick("长期，不计逾期", "standing, never overdue"))
      case .event: parts.append(pick("事件日期确定后生效", "open until the event has a day"))
      case .recurring: break
      case .none: parts.append(pick("不是时限", "no time"))
      default: parts.append(pick("日期未定", "days open"))
      }
    }
    if let quota = deadline.quota { parts.append(self.quota(quota)) }
    if deadline.thenStanding == true { parts.append(pick("完成后长期坚持", "standing once completed")) }
    return parts.joined(separator: pick("，", "; "))
  }
}
