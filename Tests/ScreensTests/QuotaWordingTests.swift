import Campaigns
import ReferenceData
import Testing
import Wording

/// Quotas in words, in both languages.
struct QuotaWordingTests {
  private static let afterTen = DuePoint(.afterEnd(TimeSpan(count: 10, unit: .day)))

  private static let cases: [(Quota, String, String)] = [
    (Quota(times: 2, per: .quarter), "每季度不少于2次", "at least 2 times a quarter"),
    (
      Quota(times: 1, per: .month, yearlyTotal: 12), "每月不少于1次，全年不少于12次",
      "at least 1 times a month, 12 a year in all"
    ),
    (Quota(times: 1, per: .month, points: [DuePoint(.day(5))]), "每月5日前", "by the 5th of each month"),
    (Quota(times: 1, per: .month, points: [DuePoint(.lastDay)]), "每月底前", "by the end of each month"),
    (
      Quota(times: 1, unit: "篇", per: .month, points: [DuePoint(.day(25))]), "每月25日前不少于1篇",
      "by the 25th of each month, at least 1 篇"
    ),
    (
      Quota(times: 1, per: .quarter, points: [DuePoint(month: 3, .day(25))]), "每季度末月25日前",
      "by the 25th of the last month of each quarter"
    ),
    (
      Quota(times: 1, per: .quarter, points: [DuePoint(.day(25))]), "每季度末月25日前",
      "by the 25th of the last month of each quarter"
    ),
    (
      Quota(times: 1, per: .quarter, points: [DuePoint(month: 1, .day(10))]), "每季度首月10日前",
      "by the 10th of the first month of each quarter"
    ),
    (Quota(times: 1, per: .quarter, points: [DuePoint(.lastDay)]), "每季度末前", "by the end of each quarter"),
    (
      Quota(times: 2, per: .year, points: [DuePoint(month: 3, .lastDay), DuePoint(month: 9, .lastDay)]),
      "每年3月底前、9月底前", "by the end of March and by the end of September of each year"
    ),
    (
      Quota(times: 4, per: .year, points: [DuePoint(month: 4, .lastDay), DuePoint(month: 10, .day(20))]),
      "每年4月底前、10月20日前，共不少于4次",
      "by the end of April and by 20 October of each year, at least 4 times in all"
    ),
    (
      Quota(times: 1, per: .month, points: [DuePoint(.weekOfMonth(2, weekday: 3))]), "每月第二周周三",
      "by Wed of the 2nd week of each month"
    ),
    (
      Quota(times: 1, per: .month, points: [DuePoint(.workingDay(-1))]), "每月最后一个工作日",
      "by the last working day of each month"
    ),
    (
      Quota(times: 1, per: .month, points: [DuePoint(.workingDay(-2))]), "每月倒数第二个工作日",
      "by the 2nd last working day of each month"
    ),
    (
      Quota(times: 1, per: .month, points: [DuePoint(.weekday(1, nth: 1))]), "每月第一个周一",
      "by the first Mon of each month"
    ),
    (
      Quota(
        times: 2, per: .week, points: [DuePoint(.weekday(2, nth: nil)), DuePoint(.weekday(4, nth: nil))]),
      "每周二、周四", "by Tue and by Thu of each week"
    ),
    (
      Quota(times: 1, per: .quarter, points: [afterTen]), "每季度结束后10日内",
      "within 10 days after the end of each quarter"
    ),
    (
      Quota(times: 1, per: .month, points: [DuePoint(.afterEnd(TimeSpan(count: 5, unit: .workingDay)))]),
      "每月结束后5个工作日内", "within 5 working days after the end of each month"
    ),
    (Quota(times: 1, per: .year, points: [DuePoint(.beforeFeast("春节"))]), "每年春节前", "before 春节 of each year"),
    (Quota(times: 1, per: .year, interval: 2), "每两年一次", "once every 2 years"),
    (Quota(times: 1, per: .week, interval: 2), "每两周一次", "once every 2 weeks"),
    (Quota(times: 1, per: .month, interval: 2), "每两个月一次", "once every 2 months"),
    (Quota(times: 1, per: .day, interval: 5), "每五天一次", "once every 5 days"),
    (Quota(times: 2, unit: "学时", per: .month, interval: 12), "每12个月不少于2学时", "at least 2 学时 every 12 months"),
    (
      Quota(times: 1, per: .year, interval: 2, points: [DuePoint(month: 3, .lastDay)]), "每两年一次，末年3月底前",
      "once every 2 years, by the end of March of the last year"
    ),
    (
      Quota(times: 1, per: .month, interval: 2, points: [afterTen]), "每两个月结束后10日内",
      "within 10 days after the end of every 2 months"
    ),
  ]

  @Test(arguments: cases)
  func rules(quota: Quota, zh: String, en: String) {
    #expect(Wording(.zh).quota(quota) == zh)
    #expect(Wording(.en).quota(quota) == en)
  }

  private func row(_ quota: Quota, _ done: [Day?], _ today: Day?) -> TaskRow? {
    var campaign = Campaign(code: "h26", title: "要点", year: 2026)
    var task = Task(id: "h26-1", title: "报送", stage: .inProgress)
    task.deadline = Deadline(text: "每月5日前", kind: .recurring, quota: quota)
    task.occurrences = done.compactMap(\.self).map { Occurrence(on: $0) }
    campaign.tasks = [task]
    let judge = Judge(today: today ?? .epoch, calendar: WorkCalendar(years: ReferenceData.allHolidays))
    return campaign.rows(judge).first
  }

  private func why(_ quota: Quota, _ done: [Day?], _ today: Day?, _ language: Language = .zh) throws -> String
  {
    let row = try #require(self.row(quota, done, today))
    return Wording(language).why(row.task, row.verdict, today: row.today)
  }

  /// The reason names the occurrence, its day and the rule.
  @Test func theReasonOfTheLight() throws {
    let monthly = Quota(times: 1, per: .month, points: [DuePoint(.day(5))])
    let done = [Day(2026, 1, 5), Day(2026, 2, 5)]
    #expect(
      try why(monthly, done, Day(2026, 3, 6))
        == "周期任务：每月5日前，未定最后期限。计数：3月的一次应于2026-03-05前完成，未记录；4月的一次应于2026-04-05前（含当日）完成。")
    #expect(
      try why(monthly, done, Day(2026, 3, 4))
        == "周期任务：每月5日前，未定最后期限。计数：3月的一次应于2026-03-05前（含当日）完成，还有1个工作日。")
    #expect(
      try why(monthly, done, Day(2026, 3, 6), .en)
        == "A recurring duty: by the 5th of each month; no final day. Count: 03: due by 2026-03-05, not recorded; "
        + "04: due by 2026-04-05, that day included.")
    #expect(
      try why(monthly, done + [Day(2026, 3, 3)], Day(2026, 3, 4)).hasSuffix("计数：3月（3月5日前） 1/1。"))
    let pieces = Quota(times: 2, unit: "篇", per: .quarter, points: [Self.afterTen])
    #expect(
      try why(pieces, [Day(2026, 4, 8)], Day(2026, 4, 13)).contains(
        "第一季度的2篇应于2026-04-10前完成，缺1篇；第二季度的2篇应于2026-07-10前（含当日）完成"))
    let weekly = Quota(times: 1, per: .week, points: [DuePoint(.weekday(5, nth: nil))])
    #expect(try why(weekly, [], Day(2026, 1, 12)).contains("应于2026-01-09前完成的一次，未记录；应于2026-01-16前（含当日）完成的一次"))
    let fortnight = Quota(times: 1, per: .month, interval: 2)
    #expect(try why(fortnight, [], Day(2026, 3, 2)).contains("1月至2月 0/1 缺1次；本期 0/1（2026-04-30前，含当日）"))
  }

  /// Lists show the day of the occurrence that is due.
  @Test func listsShowTheDay() throws {
    let monthly = Quota(times: 1, per: .month, points: [DuePoint(.day(5))])
    let wording = Wording(.zh)
    let due = try #require(row(monthly, [Day(2026, 1, 5), Day(2026, 2, 5)], Day(2026, 3, 4)))
    #expect(wording.state(of: due) == "03-05前 0/1" && wording.due(due) == "03-05前")
    let owed = try #require(row(monthly, [Day(2026, 1, 5), Day(2026, 2, 5)], Day(2026, 3, 6)))
    #expect(wording.state(of: owed) == "欠1次" && wording.due(owed) == "03-05前")
    let years = try #require(row(Quota(times: 1, per: .year, interval: 2), [], Day(2026, 3, 6)))
    #expect(wording.due(years) == "每两年")
  }
}
