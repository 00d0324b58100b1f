import Campaigns

extension Wording {
  /// That a phase which came later moves no period of a quota.
  package func goesOnCounting(_ days: QuotaDays) -> String {
    pick(
      "次数仍按\(days.start.iso)至\(days.end.iso)计。",
      "Its times are counted from \(days.start.iso) to \(days.end.iso) as before.")
  }

  /// What is counted: 2次, 1篇; 2 times, 1 篇.
  func counted(_ number: Int, _ quota: Quota) -> String {
    guard let unit = quota.unit else { return count(number, "次", "time", "times") }
    return pick("\(number)\(unit)", "\(number) \(unit)")
  }

  /// A period by its name: 本季度 where it is the current one, else 第一季度, 3月, 上半年, with the year where that is not
  /// this one; of a point with its day: 3月（3月5日前）.
  package func name(_ period: QuotaPeriod, today: Day) -> String {
    guard period.isPoint else {
      guard period.time(today) == .current else { return calendarName(period, today) }
      return isSeveral(period) ? pick("本期", "this period") : current(period.per)
    }
    let isAlone = period.per.months == nil
    let known = isAlone ? today.year : period.start.year
    let year = period.due.year == known ? "" : pick("\(period.due.year)年", "\(period.due.year)-")
    let due = pick(
      "\(year)\(period.due.month)月\(period.due.day)日前", "by \(year)\(period.due.iso.dropFirst(5))")
    return isAlone ? due : calendarName(period, today) + pick("（\(due)）", " (\(due))")
  }

  /// Whether several periods of the calendar are one of the quota's.
  private func isSeveral(_ period: QuotaPeriod) -> Bool {
    period.per.days(around: period.start).last < period.end
  }

  /// 第一季度; of several 1月至2月.
  private func calendarName(_ period: QuotaPeriod, _ today: Day) -> String {
    func name(_ day: Day, _ last: Day, ofYear: Bool) -> String {
      let year = ofYear ? pick("\(day.year)年", "\(day.year) ") : ""
      switch period.per {
      case .day: return day.iso
      case .week:
        return year
          + pick(
            "\(day.month)月\(day.day)日至\(last.month)月\(last.day)日",
            "\(day.iso.dropFirst(5)) to \(last.iso.dropFirst(5))")
      case .month: return year + pick("\(day.month)月", String(day.iso.dropFirst(5).prefix(2)))
      case .quarter:
        return year + pick("第\(["一", "二", "三", "四"][day.quarter - 1])季度", "Q\(day.quarter)")
      case .halfyear: return year + (day.month <= 6 ? pick("上半年", "H1") : pick("下半年", "H2"))
      case .year: return pick("\(day.year)年", "\(day.year)")
      }
    }
    let (first, last) = (period.start, period.end)
    let isOfYear = first.year != today.year
    guard isSeveral(period), period.per != .week else { return name(first, last, ofYear: isOfYear) }
    return name(first, last, ofYear: isOfYear) + pick("至", " to ")
      + name(last, last, ofYear: last.year != first.year)
  }

  private func current(_ period: Period) -> String {
    switch period {
    case .day: pick("今日", "today")
    case .week: pick("本周", "this week")
    case .month: pick("本月", "this month")
    case .quarter: pick("本季度", "this quarter")
    case .halfyear: pick("本半年", "this half")
    case .year: pick("本年", "this year")
    }
  }

  /// 欠1次.
  package func owed(_ number: Int, _ quota: Quota) -> String {
    pick("欠\(counted(number, quota))", "\(number) short")
  }

  /// 3/4 of the current period; nil where a task has no quota, or is not worked on.
  func quotaCount(of row: TaskRow) -> String? {
    guard row.task.stage.isOpen, let period = row.verdict.quota?.shown else { return nil }
    return "\(period.done)/\(period.asked)"
  }

  /// The state of a row that its quota decides: 欠1次, 本季度 1/2; nil where something else does.
  func quotaState(of row: TaskRow) -> String? {
    guard row.task.stage.isOpen else { return nil }
    if let quotas = row.verdict.memberQuotas { return memberQuotaState(quotas, row) }
    guard let standing = row.verdict.quota else { return nil }
    if standing.owed > 0 { return owed(standing.owed, standing.quota) }
    guard let period = standing.shown else { return nil }
    return "\(shortName(period, today: row.today)) \(period.done)/\(period.asked)"
  }

  /// A period's name in a list, where the columns are needed for other things.
  func shortName(_ period: QuotaPeriod, today: Day) -> String {
    if period.isPoint { return by(period.due, today: today) }
    let name = name(period, today: today)
    if name.hasPrefix("this ") { return String(name.dropFirst(5)) }
    // 27一季, 27上半年, 12-07周: what is not now has a shorter name where it stands in a column.
    guard language == .zh, !isSeveral(period), name != current(period.per) else { return name }
    let first = period.start
    let year = first.year == today.year ? "" : String(String(first.year).suffix(2))
    switch period.per {
    case .day, .year: return name
    case .week: return "\(first.iso.dropFirst(year.isEmpty ? 5 : 2))周"
    case .month: return year.isEmpty ? name : "\(year)年\(first.month)月"
    case .quarter: return "\(year)\(["一", "二", "三", "四"][first.quarter - 1])季"
    case .halfyear: return "\(year)\(first.month <= 6 ? "上半年" : "下半年")"
    }
  }

  /// What the quota has to do with the light, in a sentence.
  func quotaReason(_ task: Task, _ verdict: Verdict) -> String? {
    guard task.stage.isOpen else { return nil }
    if let quotas = verdict.memberQuotas { return memberQuotaReason(quotas) }
    guard let standing = verdict.quota else { return nil }
    var parts: [String] = []
    let open = standing.shortfalls.filter { $0.owed(standing.today) > 0 }
    let named = open.suffix(3).map { $0.isPoint ? owed(at: $0, standing) : state($0, standing) }
    let more = open.count - named.count
    if !named.isEmpty {
      let isOfPoints = open.contains(where: \.isPoint)
      parts.append(
        (more > 0 ? pick("另有\(more)期未完成，", "\(more) more periods short, ") : "")
          + (isOfPoints ? named.joined(separator: pick("；", "; ")) : joined(named)))
    }
    if let period = standing.current, period.asked > 0, period.owed(standing.today) == 0 {
      var words = "\(name(period, today: standing.today)) \(period.done)/\(period.asked)"
      if period.open > 0 {
        if period.isPoint {
          words = demand(period, standing, isOpen: true)
          if period.done > 0 {
            words += pick("，已记\(counted(period.done, standing.quota))", ", \(period.done) done")
          }
        } else {
          words += pick("（\(period.due.iso)前，含当日）", " (by \(period.due.iso), that day included)")
        }
      }
      if let left = standing.workingDaysLeft {
        words += pick("，还有\(left)个工作日", ", \(count(left, "", "working day", "working days")) left")
      }
      parts.append(words)
    } else if standing.current == nil, parts.isEmpty {
      parts.append(
        standing.today < standing.start
          ? pick("自\(standing.start.iso)起计数", "counted from \(standing.start.iso) on")
          : pick("已于\(standing.end.iso)截止，不欠次", "over since \(standing.end.iso), nothing is missing"))
    }
    guard !parts.isEmpty else { return nil }
    let words = parts.joined(separator: pick("；", "; "))
    // The rule is told already where nothing else is.
    var rule = ""
    if standing.periods.contains(where: \.isPoint), verdict.condition != .recurring {
      rule = pick("（\(quota(standing.quota))）", " (\(quota(standing.quota)))")
    }
    return pick("计数\(rule)：\(words)。", "Count\(rule): \(words).")
  }

  /// 3月的一次应于2026-03-05前完成; with the day said to be included where it is still to come.
  private func demand(_ period: QuotaPeriod, _ standing: QuotaStanding, isOpen: Bool = false) -> String {
    let isOne = period.asked == 1 && (standing.quota.unit ?? "次") == "次"
    let number = isOne ? pick("一次", "") : counted(period.asked, standing.quota) + pick("", " ")
    let by = pick(
      "应于\(period.due.iso)前\(isOpen ? "（含当日）" : "")完成",
      "\(number)due by \(period.due.iso)\(isOpen ? ", that day included" : "")")
    guard period.per.months != nil else { return pick("\(by)的\(number)", by) }
    let name = calendarName(period, standing.today)
    return pick("\(name)的\(number)\(by)", "\(name): \(by)")
  }

  /// 3月的一次应于2026-03-05前完成，未记录.
  private func owed(at period: QuotaPeriod, _ standing: QuotaStanding) -> String {
    demand(period, standing)
      + (period.open == period.asked
        ? pick("，未记录", ", not recorded")
        : pick("，缺\(counted(period.open, standing.quota))", ", \(period.open) missing"))
  }

  /// 第一季度 1/2 缺1次.
  func state(_ period: QuotaPeriod, _ standing: QuotaStanding) -> String {
    let name = name(period, today: standing.today)
    guard period.asked > 0 else {
      return name + " " + counted(period.done, standing.quota)
        + pick("（不足半期，不作要求）", " (less than half a period: nothing is asked for)")
    }
    var words = "\(name) \(period.done)/\(period.asked)"
    guard period.due < standing.today, period.missing > 0 else { return words }
    words += pick(" 缺\(counted(period.missing, standing.quota))", ", \(period.missing) short")
    if period.open <= 0 {
      words += pick("（后已补）", " (made up later)")
    } else if period.madeUp > 0 {
      words += pick("（后补\(counted(period.madeUp, standing.quota))）", " (\(period.madeUp) made up later)")
    }
    return words
  }

  /// The quota with its span and total, and a line for each period that is past or current; of many only those that
  /// something is missing in, and the current one.
  func quotaFacts(of row: TaskRow) -> [Fact] {
    guard let quota = row.task.deadline.quota else { return [] }
    if let quotas = row.verdict.memberQuotas {
      return memberQuotaFacts(quota, quotas, isOpen: row.task.stage.isOpen)
    }
    let label = pick("周期", "quota")
    guard let standing = row.verdict.quota else {
      return row.task.stage == .draft
        ? []
        : [Fact(label, pick("\(self.quota(quota))（年份未定，不计数）", "\(self.quota(quota)) (no year is known)"))]
    }
    var words = "\(self.quota(quota))  \(standing.start.iso)" + pick(" 至 ", " to ") + standing.end.iso
    if let year = standing.year {
      let total = year.asked > 0 ? "\(year.done)/\(year.asked)" : counted(year.done, quota)
      words += pick("  \(year.start.year)年累计 \(total)", "  \(total) in \(year.start.year)")
    }
    var facts = [Fact(label, words, light: row.task.stage.isOpen ? standing.light : .none)]
    let years = quota.yearlyTotal == nil ? [] : standing.years
    let seen = (standing.periods + years).filter {
      $0.time(row.today) == .past && ($0.asked > 0 || $0.done > 0) || $0.time(row.today) == .current
    }
    let told =
      seen.count <= 13
      ? seen : seen.filter { $0.missing > 0 && $0.due < row.today || $0.time(row.today) == .current }
    for period in told.suffix(24)
    where !(period.per == .year && quota.per != .year && period.time(row.today) == .current) {
      let light: Light = row.task.stage.isOpen && period.owed(row.today) > 0 ? .red : .none
      facts.append(Fact("", state(period, standing), light: light))
    }
    if told.count < seen.count {
      facts.append(
        Fact(
          "",
          pick("其余\(seen.count - told.count)期均已完成", "\(seen.count - told.count) other periods are complete")))
    }
    return facts
  }

  /// 已登记1次，本季度 2/2: what a record did, and the period that it counts in; of a quota that members have, whose it was.
  package func recorded(_ report: OccurrenceReport, on row: TaskRow, _ registry: UnitRegistry) -> String? {
    guard let quota = row.task.deadline.quota else { return nil }
    let unit = report.from.flatMap { registry.unit(named: $0) }
    var done = pick("已登记\(counted(report.count, quota))", "Recorded \(counted(report.count, quota))")
    if row.verdict.memberQuotas != nil {
      done += pick("（\(unit?.name ?? "全体成员")）", " (\(unit?.name ?? "all members"))")
    }
    let own = unit.flatMap { row.verdict.memberQuotas?.standing(of: $0.id) }
    guard let standing = row.verdict.quota ?? own else { return done }
    guard let period = standing.period(of: report.on ?? standing.today) else {
      return done
        + pick(
          "，不在\(standing.start.iso)至\(standing.end.iso)之内",
          ", outside \(standing.start.iso) to \(standing.end.iso)")
    }
    return done + pick("，", ", ") + state(period, standing)
  }
}
