import Campaigns
import ReferenceData
import Testing

/// One row: words, kind, start, end ("-" is none), and what else must hold.
struct TimeCase: Sendable, CustomTestStringConvertible {
  var words: String
  var kind: DeadlineKind
  var start: String
  var end: String
  var quota: Quota?
  var note: TimeNote?

  init(
    _ words: String, _ kind: DeadlineKind, _ start: String = "-", _ end: String = "-", quota: Quota? = nil,
    note: TimeNote? = nil
  ) {
    (self.words, self.kind, self.start, self.end, self.quota, self.note) = (
      words, kind, start, end, quota, note
    )
  }

  var testDescription: String { words }
}

/// Times in words, in the year 2011, counted from Friday 2011-01-28.
struct TimeReaderTests {
  static func read(_ words: String, year: Int? = 2011, from: String? = "2011-01-28") -> TimeReading {
    var context = TimeContext(year: year, from: from.flatMap { Day(iso: $0) }, calendar: chinese)
    context.fromIsEvent = true
    return TimeReader(context).read(words)
  }

  private func check(_ row: TimeCase) {
    let reading = Self.read(row.words)
    let deadline = reading.deadline
    #expect(deadline.kind == row.kind, "\(row.words)")
    #expect(deadline.start?.iso ?? "-" == row.start, "\(row.words)")
    #expect(deadline.end?.iso ?? "-" == row.end, "\(row.words)")
    #expect(deadline.quota == row.quota, "\(row.words)")
    if let note = row.note { #expect(reading.notes.contains(note), "\(row.words): \(reading.notes)") }
  }

  @Test(arguments: [
    TimeCase("4月20日前", .date, "-", "2011-04-20"), TimeCase("4月20日之前", .date, "-", "2011-04-20"),
    TimeCase("4月20日以前", .date, "-", "2011-04-20"), TimeCase("于4月20日前完成", .date, "-", "2011-04-20"),
    TimeCase("２０１１年４月２０日前", .date, "-", "2011-04-20"), TimeCase("二〇一一年四月二十日前", .date, "-", "2011-04-20"),
    TimeCase("二Ο一二年四月二日", .date, "2012-04-02", "2012-04-02"),
    TimeCase("4 月 2 0 日 前", .date, "-", "2011-04-20"),
    TimeCase("4月20号前", .date, "-", "2011-04-20"), TimeCase("十二月三十一日前", .date, "-", "2011-12-31"),
    TimeCase("廿五日前", .date, "-", "2011-01-25", note: .monthAssumed(1)),
    TimeCase("元月五日前", .date, "-", "2011-01-05"),
    TimeCase("截至10月31日", .date, "-", "2011-10-31"), TimeCase("不晚于6月30日", .date, "-", "2011-06-30"),
    TimeCase("截止日期：5月31日", .date, "-", "2011-05-31"), TimeCase("4月20日17:00前", .date, "-", "2011-04-20"),
    TimeCase("4月20日下班前", .date, "-", "2011-04-20"), TimeCase("4月20日（周三）17时前", .date, "-", "2011-04-20"),
    TimeCase("4月20日（含当日）前", .date, "-", "2011-04-20"), TimeCase("2011.4.20前", .date, "-", "2011-04-20"),
    TimeCase("2011-04-20", .date, "2011-04-20", "2011-04-20"),
    TimeCase("2011/4/20", .date, "2011-04-20", "2011-04-20"),
    TimeCase("2月25日", .date, "2011-02-25", "2011-02-25"), TimeCase("明年1月5日前", .date, "-", "2012-01-05"),
    TimeCase("次年1月15日前", .date, "-", "2012-01-15"),
    TimeCase("3月8日下午2:30―5:30", .date, "2011-03-08", "2011-03-08"),
  ])
  func days(row: TimeCase) { check(row) }

  @Test(arguments: [
    TimeCase("2月底前", .date, "-", "2011-02-28"), TimeCase("2012年2月底前", .date, "-", "2012-02-29"),
    TimeCase("年底", .date, "-", "2011-12-31"), TimeCase("年底前", .date, "-", "2011-12-31"),
    TimeCase("2020年底前", .date, "-", "2020-12-31"), TimeCase("年内", .date, "-", "2011-12-31"),
    TimeCase("季度末", .date, "-", "2011-03-31"), TimeCase("第三季度末前", .date, "-", "2011-09-30"),
    TimeCase("本月底前", .date, "-", "2011-01-31"),
    TimeCase("6月前", .date, "-", "2011-06-30", note: .wholePeriodIncluded),
    TimeCase("2月中旬前", .date, "-", "2011-02-20"), TimeCase("十一月前", .date, "-", "2011-11-30"),
  ])
  func endsOfPeriods(row: TimeCase) { check(row) }

  @Test(arguments: [
    TimeCase("4月", .month, "2011-04-01", "2011-04-30"), TimeCase("今年5月份", .month, "2011-05-01", "2011-05-31"),
    TimeCase("到 12 月份", .month, "2011-12-01", "2011-12-31"),
    TimeCase("第二季度", .quarter, "2011-04-01", "2011-06-30"),
    TimeCase("三季度", .quarter, "2011-07-01", "2011-09-30"), TimeCase("全年", .year, "2011-01-01", "2011-12-31"),
    TimeCase("2014年", .year, "2014-01-01", "2014-12-31"), TimeCase("上旬", .xun, "2011-01-01", "2011-01-10"),
    TimeCase("4月中下旬", .xun, "2011-04-11", "2011-04-30"), TimeCase("3月上中旬", .xun, "2011-03-01", "2011-03-20"),
    TimeCase("2月下旬", .xun, "2011-02-21", "2011-02-28"), TimeCase("七月中旬", .xun, "2011-07-11", "2011-07-20"),
  ])
  func spans(row: TimeCase) { check(row) }

  @Test(arguments: [
    TimeCase("上半年", .range, "2011-01-01", "2011-06-30"), TimeCase("下半年", .range, "2011-07-01", "2011-12-31"),
    TimeCase("3月—4月上旬", .range, "2011-03-01", "2011-04-10"),
    TimeCase("4月至6月", .range, "2011-04-01", "2011-06-30"),
    TimeCase("4-6月", .range, "2011-04-01", "2011-06-30"),
    TimeCase("一至三季度", .range, "2011-01-01", "2011-09-30"),
    TimeCase("3月1日—3月7日", .range, "2011-03-01", "2011-03-07"),
    TimeCase("3月1日至7日", .range, "2011-03-01", "2011-03-07"),
    TimeCase("4月10——30日", .range, "2011-04-10", "2011-04-30"),
    TimeCase("4月10～30日", .range, "2011-04-10", "2011-04-30"),
    TimeCase("4月10日－30日", .range, "2011-04-10", "2011-04-30"),
    TimeCase("4.1-4.30", .range, "2011-04-01", "2011-04-30"),
    TimeCase("2012年12月17日-2013年1月20日", .range, "2012-12-17", "2013-01-20"),
    TimeCase("12月25日至1月5日", .range, "2011-12-25", "2012-01-05", note: .rolledIntoNextYear(2012)),
    TimeCase("2025年9月—2026年7月", .range, "2025-09-01", "2026-07-31"),
    TimeCase("从今年 5 月开始至年底", .range, "2011-05-01", "2011-12-31"),
    TimeCase("从 2011 年 1 月至 2011 年“七一”前夕", .range, "2011-01-01", "2011-06-30"),
    TimeCase("从 2011 年 7 月开始至党的十八大召前", .range, "2011-07-01", "-"),
    TimeCase("5月1日开始", .range, "2011-05-01", "-"), TimeCase("自6月起", .range, "2011-06-01", "-"),
    TimeCase("即日起至3月10日", .range, "2011-01-28", "2011-03-10"),
    TimeCase("国庆期间", .range, "2011-10-01", "2011-10-07"),
    TimeCase("5月1日起三个月内", .range, "2011-05-01", "2011-08-01"),
    TimeCase("2015年9月10日至2015年5月30日", .range, "2015-09-10", "2015-05-30", note: .reversedRange),
    TimeCase("本周内", .range, "2011-01-24", "2011-01-30"), TimeCase("近三年", .range),
    TimeCase("5年内", .date, "-", "2016-01-28"), TimeCase("集中5个月时间", .range),
  ])
  func ranges(row: TimeCase) { check(row) }

  @Test(arguments: [
    TimeCase("每周两小时", .recurring, quota: Quota(times: 2, unit: "小时", per: .week)),
    TimeCase("每年组织一至二次", .recurring, quota: Quota(times: 1, upTo: 2, unit: "次", per: .year)),
    TimeCase("每季报送1篇以上", .recurring, quota: Quota(times: 1, unit: "篇", per: .quarter)),
    TimeCase("每半年一次", .recurring, quota: Quota(times: 1, unit: "次", per: .halfyear)),
    TimeCase("至少一年一次", .recurring, quota: Quota(times: 1, unit: "次", per: .year)),
    TimeCase("每人每月学习时间不少于10小时", .recurring, quota: Quota(times: 10, unit: "小时", per: .month)),
    TimeCase("每月一次或全年平均不少于十二次", .recurring, quota: Quota(times: 1, unit: "次", per: .month, yearlyTotal: 12)),
    TimeCase("每月30日前", .recurring, quota: Quota(times: 1, per: .month, points: [DuePoint(.day(30))])),
    TimeCase("全年开展志愿服务活动2次以上", .recurring, quota: Quota(times: 2, unit: "次", per: .year)),
    TimeCase("每两个月一次", .recurring, quota: Quota(times: 1, unit: "次", per: .month, interval: 2)),
    TimeCase(
      "每年3月底前", .recurring, quota: Quota(times: 1, per: .year, points: [DuePoint(month: 3, .lastDay)])),
    TimeCase(
      "每季度首月10日前", .recurring, quota: Quota(times: 1, per: .quarter, points: [DuePoint(month: 1, .day(10))])),
    TimeCase("按月", .recurring, quota: Quota(times: 1, per: .month)),
    TimeCase("隔周一次", .recurring, quota: Quota(times: 1, unit: "次", per: .week, interval: 2)),
    TimeCase("双月一次", .recurring, quota: Quota(times: 1, unit: "次", per: .month, interval: 2)),
    TimeCase(
      "每周五", .recurring, quota: Quota(times: 1, per: .week, points: [DuePoint(.weekday(5, nth: nil))])),
    TimeCase("每周一次", .recurring, quota: Quota(times: 1, unit: "次", per: .week)),
    TimeCase("每季度不少于二次，12月20日之前", .date, "-", "2011-12-20", quota: Quota(times: 2, unit: "次", per: .quarter)),
  ])
  func quotas(row: TimeCase) { check(row) }

  @Test(arguments: [
    TimeCase("“七一”前夕", .event, "-", "2011-06-30"), TimeCase("\"七一\"后", .event, "2011-07-01", "-"),
    TimeCase("国庆前", .event, "-", "2011-09-30"), TimeCase("春节后", .event, "2011-02-03", "-"),
    TimeCase("中秋节前", .event, "-", "2011-09-11"), TimeCase("元旦前", .event, "-", "2011-12-31"),
    TimeCase("2027年春节前", .event, "-", "2027-02-05"), TimeCase("2050年重阳节后", .event, "2050-10-24", "-"),
    TimeCase("七夕前", .event, "-", "2011-08-05"), TimeCase("冬至前", .event, "-", "2011-12-21"),
    TimeCase("腊八节前", .event, "-", "2011-01-10"), TimeCase("党的生日前", .event, "-", "2011-06-30"),
    TimeCase("2105年春节前", .event, note: .feastUnknown(2105)),
    TimeCase("七一前（6月28日前）", .date, "-", "2011-06-28"), TimeCase("十一前", .event, "-", "2011-09-30"),
    TimeCase("党的十八大召开前", .event), TimeCase("活动结束后", .event), TimeCase("会前", .event),
    TimeCase("立行立改", .event), TimeCase("立即", .event), TimeCase("另行通知", .event),
    TimeCase("每次投标后10天内", .event, "-", "2011-02-07"),
    TimeCase("考试结束后5个工作日内", .event, "-", "2011-02-10"), TimeCase("开学后一周内", .event, "-", "2011-02-04"),
    TimeCase("国庆节后一周内", .event, "-", "2011-10-08"),
    TimeCase("长期", .standing), TimeCase("常年", .standing), TimeCase("持续推进", .standing),
    TimeCase("5个工作日内", .date, "-", "2011-02-10"), TimeCase("10日内", .date, "-", "2011-02-07"),
    TimeCase("一个月内", .date, "-", "2011-02-28"), TimeCase("自印发之日起30日内", .date, "-", "2011-02-27"),
  ])
  func eventsAndCounts(row: TimeCase) { check(row) }

  @Test(arguments: [
    "", "及时", "适时", "抓好学习", "13月", "十三月", "2月30日前", "4月31前", "近期", "第一", "〔2011〕7号", "党的建设", "今冬至明春", "0月0日",
    "一是",
  ])
  func whatIsNoTime(words: String) {
    #expect(Self.read(words).deadline.kind == .none, "\(Self.read(words).deadline)")
  }

  @Test func oddities() {
    func notes(_ words: String) -> [TimeNote] { Self.read(words).notes }
    #expect(notes("3月25前").contains(.missingDayWord))
    #expect(notes("2月30日前").contains(.noSuchDay(year: 2011, month: 2, day: 30)))
    #expect(notes("3月8日（星期三）前").contains(.weekdayMismatch(2)))
    #expect(notes("6月10日左右").contains(.approximate))
    #expect(notes("3月、6月、9月").contains(.severalTimes(["6月", "9月"])))
    #expect(notes("4月20日前").contains(.yearAssumed(2011)))
    #expect(!notes("2011年4月20日前").contains(.yearAssumed(2011)))
    #expect(notes("20xx年2月26日前").contains(.yearRedacted))
    #expect(notes("4月30日前").contains(.restDay(lastWorkingDay: Day(2011, 4, 29) ?? .epoch)))
    #expect(notes("2031年4月30日前").contains(.holidaysUnknown(UnknownYear(year: 2031, isPast: false))))
    #expect(notes("2005年4月30日前").contains(.holidaysUnknown(UnknownYear(year: 2005, isPast: true))))
    // A feast whose day is known says nothing of holidays; the last day before it, like any day, may be a rest day.
    #expect(notes("2027年春节后").isEmpty)
    #expect(Self.read("6月底前并长期坚持").deadline.thenStanding == true)
  }

  @Test func withoutAYearDaysStayOpen() {
    let reading = Self.read("4月20日前", year: nil, from: nil)
    #expect(reading.deadline.kind == .date && reading.deadline.end == nil)
    #expect(reading.notes.contains(.yearUnknown))
  }

  @Test func aTimeBeforeTheDayOfIssueIsOdd() throws {
    let issued = try day("2011-03-01")
    let context = TimeContext(year: 2011, from: issued, fromIsIssue: true, calendar: chinese)
    #expect(TimeReader(context).read("2月15日之前").notes.contains(.beforeIssue(issued)))
  }

  /// What hangs on an event is open until that has a day, whatever day it is said on.
  @Test func todayIsNoEvent() {
    let context = TimeContext(year: 2011, from: Day(2011, 1, 28), calendar: chinese)
    let reading = TimeReader(context).read("考试结束后5个工作日内")
    #expect(reading.deadline.kind == .event && reading.deadline.end == nil)
    let inCampaign = TimeReading(
      of: "考试结束后5个工作日内", in: Campaign(code: "h11", title: "x"), today: .epoch, calendar: chinese)
    #expect(inCampaign.deadline.end == nil && inCampaign.deadline.event?.within != nil)
  }
}
