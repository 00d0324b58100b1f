import Campaigns
import ReferenceData
import Testing

/// Kinds of times as they stand in official plans, asked on Monday 2026-03-02 in a plan of 2026; several wordings of each
/// kind, and what each says alone it says in running text too.
struct TimeKindTests {
  private static func read(
    _ words: String, _ mode: TimeReader.Mode = .expression, from: String = "2026-03-02"
  ) -> TimeReading {
    let day = Day(iso: from)
    return TimeReader(TimeContext(year: day?.year, from: day, calendar: chinese), mode: mode).read(words)
  }

  private func check(_ row: TimeCase, inText: Bool = true) {
    let reading = Self.read(row.words)
    let deadline = reading.deadline
    #expect(deadline.kind == row.kind, "\(row.words): \(deadline)")
    #expect(deadline.start?.iso ?? "-" == row.start, "\(row.words): \(deadline)")
    #expect(deadline.end?.iso ?? "-" == row.end, "\(row.words): \(deadline)")
    #expect(deadline.quota == row.quota, "\(row.words): \(deadline)")
    if let note = row.note { #expect(reading.notes.contains(note), "\(row.words): \(reading.notes)") }
    #expect(reading.isWhole, "\(row.words): \(reading.notes)")
    guard inText else { return }
    for words in ["各单位\(row.words)完成。", "做好准备，\(row.words)，报送材料。"] {
      let inside = Self.read(words, .sentence).deadline
      #expect(
        inside.kind == deadline.kind && inside.start == deadline.start && inside.end == deadline.end
          && inside.quota == deadline.quota, "\(words): \(inside)")
    }
  }

  private func event(_ words: String) -> String? { Self.read(words).deadline.event?.name }

  @Test(arguments: [
    TimeCase("2026年汛期前", .event), TimeCase("2026年主汛期前", .event), TimeCase("今年汛期结束后", .event),
    TimeCase("明年春耕前", .event),
    TimeCase("2026年高考前", .event), TimeCase("2026年供暖季前", .event), TimeCase("2026年暑假期间", .event),
    TimeCase("本学期内", .event), TimeCase("2026年秋季学期开学前", .event), TimeCase("两会期间", .event),
    TimeCase("寒假前", .event),
    TimeCase("4月运动会前", .event), TimeCase("2026年换届前", .event),
  ])
  func periodsWithoutADay(row: TimeCase) { check(row) }

  @Test(arguments: [
    TimeCase("2026年春季学期", .event), TimeCase("今年春季", .event), TimeCase("2026-2027学年", .range),
    TimeCase("今冬明春", .event),
    TimeCase("秋冬季", .event), TimeCase("2026年夏天", .event), TimeCase("2026年度考核后", .event),
  ])
  func periodsAlone(row: TimeCase) { check(row, inText: false) }

  @Test func theYearStaysWithTheEvent() {
    #expect(event("2026年汛期前") == "2026年汛期")
    #expect(event("今年汛期") == "2026年汛期")
    #expect(event("明年春季") == "2027年春季")
    #expect(event("年度考核后") == "年度考核")
    #expect(event("2026年度考核后") == "2026年度考核")
    #expect(event("汛期来临前") == "汛期" && event("汛期结束后") == "汛期")
    #expect(event("2026年秋季学期开学前") == "2026年秋季学期")
    #expect(event("各参赛单位请于活动结束后一周内") == "活动结束")
  }

  private static func due(_ times: Int, _ per: Period, _ points: DuePoint..., unit: String? = nil) -> Quota {
    Quota(times: times, unit: unit, per: per, points: points)
  }

  @Test(arguments: [
    TimeCase("每月5日前", .recurring, quota: due(1, .month, DuePoint(.day(5)))),
    TimeCase("每月月底前", .recurring, quota: due(1, .month, DuePoint(.lastDay))),
    TimeCase("每月1日、15日", .recurring, quota: due(2, .month, DuePoint(.day(1)), DuePoint(.day(15)))),
    TimeCase("每月最后一个工作日", .recurring, quota: due(1, .month, DuePoint(.workingDay(-1)))),
    TimeCase("每月前5个工作日内", .recurring, quota: due(1, .month, DuePoint(.workingDay(5)))),
    TimeCase("每月第一个周一", .recurring, quota: due(1, .month, DuePoint(.weekday(1, nth: 1)))),
    TimeCase("每月第三个星期五", .recurring, quota: due(1, .month, DuePoint(.weekday(5, nth: 3)))),
    TimeCase("每月第二周周三", .recurring, quota: due(1, .month, DuePoint(.weekOfMonth(2, weekday: 3)))),
    TimeCase(
      "每月结束后5个工作日内", .recurring,
      quota: due(1, .month, DuePoint(.afterEnd(TimeSpan(count: 5, unit: .workingDay))))),
    TimeCase("每季度首月5日前", .recurring, quota: due(1, .quarter, DuePoint(month: 1, .day(5)))),
    TimeCase("每季度末月25日前", .recurring, quota: due(1, .quarter, DuePoint(month: 3, .day(25)))),
    TimeCase("每季度初5个工作日内", .recurring, quota: due(1, .quarter, DuePoint(.workingDay(5)))),
    TimeCase(
      "每季度结束后10日内", .recurring, quota: due(1, .quarter, DuePoint(.afterEnd(TimeSpan(count: 10, unit: .day))))),
    TimeCase("每半年末", .recurring, quota: due(1, .halfyear, DuePoint(.lastDay))),
    TimeCase("每年1月10日前", .recurring, quota: due(1, .year, DuePoint(month: 1, .day(10)))),
    TimeCase(
      "每年3月和9月", .recurring, quota: due(2, .year, DuePoint(month: 3, .lastDay), DuePoint(month: 9, .lastDay))),
    TimeCase(
      "每年4月、10月", .recurring,
      quota: due(2, .year, DuePoint(month: 4, .lastDay), DuePoint(month: 10, .lastDay))),
    TimeCase(
      "每年1月15日前、7月15日前", .recurring,
      quota: due(2, .year, DuePoint(month: 1, .day(15)), DuePoint(month: 7, .day(15)))),
    TimeCase("每年最后一个季度", .recurring, quota: due(1, .year, DuePoint(month: 12, .lastDay))),
    TimeCase(
      "每年春秋两季", .recurring, quota: due(2, .year, DuePoint(month: 5, .lastDay), DuePoint(month: 11, .lastDay))),
    TimeCase(
      "每年元旦、春节前", .recurring, quota: due(2, .year, DuePoint(.beforeFeast("元旦")), DuePoint(.beforeFeast("春节")))
    ),
    TimeCase("每年11月15日至次年3月15日", .recurring, quota: due(1, .year, DuePoint(month: 3, .day(15)))),
    TimeCase(
      "每年4月、10月各2次", .recurring,
      quota: due(4, .year, DuePoint(month: 4, .lastDay), DuePoint(month: 10, .lastDay), unit: "次")),
    TimeCase(
      "每周二、周四", .recurring,
      quota: due(2, .week, DuePoint(.weekday(2, nth: nil)), DuePoint(.weekday(4, nth: nil)))),
    TimeCase("每周五前", .recurring, quota: due(1, .week, DuePoint(.weekday(5, nth: nil)))),
    TimeCase("每周一至周五", .recurring, quota: Quota(times: 1, per: .day)),
    TimeCase(
      "3、6、9、12月底", .recurring,
      quota: due(
        4, .year, DuePoint(month: 3, .lastDay), DuePoint(month: 6, .lastDay), DuePoint(month: 9, .lastDay),
        DuePoint(month: 12, .lastDay))),
    TimeCase("每两年一次", .recurring, quota: Quota(times: 1, unit: "次", per: .year, interval: 2)),
    TimeCase("三个月一次", .recurring, quota: Quota(times: 1, unit: "次", per: .quarter)),
    TimeCase("两周一次", .recurring, quota: Quota(times: 1, unit: "次", per: .week, interval: 2)),
    TimeCase("每5天", .recurring, quota: Quota(times: 1, per: .day, interval: 5)),
    TimeCase("上下半年各一次", .recurring, quota: Quota(times: 1, unit: "次", per: .halfyear)),
    TimeCase("一月一调度", .recurring, quota: Quota(times: 1, per: .month)),
    TimeCase("一周一通报", .recurring, quota: Quota(times: 1, per: .week)),
    TimeCase("一日一报", .recurring, quota: Quota(times: 1, per: .day)),
  ])
  func quotasWithPoints(row: TimeCase) { check(row) }

  /// What is reported is no second time, and no narrower one.
  @Test(arguments: ["每月10日前报送上月情况", "每季度首月5日前报送上季度总结", "每年1月10日前报送上年度总结", "每周五前报送本周工作"])
  func objectsOfReportsAreNoTimes(words: String) {
    for mode in [TimeReader.Mode.expression, .sentence] {
      let deadline = Self.read(words, mode).deadline
      #expect(
        deadline.kind == .recurring && deadline.end == nil && deadline.others == nil, "\(words): \(deadline)")
      #expect(deadline.quota?.points?.count == 1, "\(words): \(deadline)")
    }
  }

  @Test(arguments: [
    TimeCase("25年底前", .date, "-", "2025-12-31", note: .shortYear(2025)),
    TimeCase("24年第四季度", .quarter, "2024-10-01", "2024-12-31"),
    TimeCase("03年2月28日", .date, "2003-02-28", "2003-02-28"),
    TimeCase("24年度", .year, "2024-01-01", "2024-12-31"),
    TimeCase("零八年", .year, "2008-01-01", "2008-12-31"), TimeCase("98年3月", .month, "1998-03-01", "1998-03-31"),
  ])
  func yearsOfTwoFigures(row: TimeCase) { check(row, inText: row.kind != .year) }

  @Test(arguments: [
    TimeCase("一个半月内", .date, "-", "2026-04-17"), TimeCase("三个半月内", .date, "-", "2026-06-17"),
    TimeCase("半个月内", .date, "-", "2026-03-17"),
    TimeCase("半年内", .date, "-", "2026-09-02"), TimeCase("不超过30日", .date, "-", "2026-04-01"),
    TimeCase("上半月", .range, "2026-03-01", "2026-03-15"), TimeCase("年中", .month, "2026-06-01", "2026-06-30"),
    TimeCase("2026年内", .date, "-", "2026-12-31"), TimeCase("月内", .date, "-", "2026-03-31"),
  ])
  func halvesAndLengths(row: TimeCase) { check(row) }

  @Test(arguments: [
    TimeCase("半天内", .date, "-", "2026-03-03"), TimeCase("一年半内", .date, "-", "2027-09-02"),
    TimeCase("三年内", .date, "-", "2029-03-02"),
    TimeCase("未来三个月", .date, "-", "2026-06-02"), TimeCase("20天后", .range, "2026-03-22"),
    TimeCase("+5个工作日", .date, "-", "2026-03-09"),
    TimeCase("今天", .date, "2026-03-02", "2026-03-02"), TimeCase("大后天", .date, "2026-03-05", "2026-03-05"),
    TimeCase("周五", .date, "2026-03-06", "2026-03-06"), TimeCase("周一", .date, "2026-03-02", "2026-03-02"),
    TimeCase("下周三前", .date, "-", "2026-03-11"), TimeCase("从周五到周三", .range, "2026-03-06", "2026-03-11"),
    TimeCase("下周一开始、周五截止", .range, "2026-03-09", "2026-03-13"),
    TimeCase("09-01", .date, "2026-09-01", "2026-09-01"),
    TimeCase("20270420", .date, "2027-04-20", "2027-04-20"),
    TimeCase("6·30", .date, "2026-06-30", "2026-06-30"),
  ])
  func saidToday(row: TimeCase) { check(row, inText: false) }

  @Test(arguments: [
    TimeCase("会议召开5日前", .event), TimeCase("会议召开前3日", .event), TimeCase("活动举办3日前", .event),
    TimeCase("节后第一个工作日", .event),
    TimeCase("国庆节前10天", .event, "-", "2026-09-21"), TimeCase("春节前10天", .event, "-", "2026-02-07"),
    TimeCase("国庆节后第一个工作日", .event, "2026-10-08", "2026-10-08"), TimeCase("“五一”假期后", .range, "2026-05-06"),
    TimeCase("国庆假期后第一个工作日", .date, "2026-10-08", "2026-10-08"), TimeCase("自公布之日起30日后", .range, "2026-04-01"),
    TimeCase("5月1日起三个月内", .range, "2026-05-01", "2026-08-01"),
    TimeCase("4月20日后5日内", .date, "-", "2026-04-25"),
    TimeCase("国庆中秋双节期间", .range, "2026-09-25", "2026-10-07"),
    TimeCase("中秋、国庆期间", .range, "2026-09-25", "2026-10-07"),
  ])
  func countedFromSomething(row: TimeCase) { check(row) }

  @Test(arguments: [
    TimeCase("10月的第一周", .range, "2026-10-05", "2026-10-11"),
    TimeCase("6月第3个星期日", .date, "2026-06-21", "2026-06-21"),
    TimeCase("2026年的第三个月", .month, "2026-03-01", "2026-03-31"),
    TimeCase("年内第20周", .range, "2026-05-18", "2026-05-24"),
    TimeCase("2026年前十一个月", .range, "2026-01-01", "2026-11-30"),
    TimeCase("2026年首月", .month, "2026-01-01", "2026-01-31"),
    TimeCase("12月最后一个工作日", .date, "2026-12-31", "2026-12-31"),
    TimeCase("3月最后一周", .range, "2026-03-30", "2026-04-05"),
    TimeCase("下季度初", .xun, "2026-04-01", "2026-04-10"), TimeCase("次季度首月10日前", .date, "-", "2026-04-10"),
    TimeCase("第二年3月底前", .date, "-", "2027-03-31"), TimeCase("次月5日前", .date, "-", "2026-04-05"),
    TimeCase("下月", .month, "2026-04-01", "2026-04-30"),
    TimeCase("季度初", .xun, "2026-01-01", "2026-01-10"), TimeCase("年初", .month, "2026-01-01", "2026-01-31"),
  ])
  func ordinalsAndNext(row: TimeCase) { check(row) }

  @Test(arguments: [
    TimeCase("2026年7月1日及以后", .range, "2026-07-01"), TimeCase("7月1日或之后", .range, "2026-07-01"),
    TimeCase("2025年以后", .range, "2026-01-01"),
    TimeCase("自7月1日起", .range, "2026-07-01"), TimeCase("7月1日或之前", .date, "-", "2026-07-01"),
    TimeCase("3月初启动、6月底完成", .range, "2026-03-01", "2026-06-30"),
    TimeCase("三月和九月之间", .range, "2026-03-01", "2026-09-30"),
    TimeCase("10月和5月间", .range, "2026-10-01", "2027-05-31"), TimeCase("7月1日前夕", .date, "-", "2026-06-30"),
    TimeCase("七一前夕", .event, "-", "2026-06-30"),
    TimeCase("6月底7月初", .date, "-", "2026-06-30", note: .severalTimes(["7月初"])),
  ])
  func openEndsAndTwoEnds(row: TimeCase) { check(row) }

  @Test(arguments: [
    TimeCase("3月1日一3月31日", .range, "2026-03-01", "2026-03-31"),
    TimeCase("6 月 1 日", .date, "2026-06-01", "2026-06-01"),
    TimeCase("12月上旬前", .date, "-", "2026-12-10"), TimeCase("3月中旬末前", .date, "-", "2026-03-20"),
    TimeCase("6月30日24时前", .date, "-", "2026-06-30", note: .clock("24时")),
    TimeCase("6月30日16:00前", .date, "-", "2026-06-30", note: .clock("16:00")),
    TimeCase("2019-04", .month, "2019-04-01", "2019-04-30"),
    TimeCase("2018.03", .month, "2018-03-01", "2018-03-31"),
    TimeCase("2008.03-2009.06", .range, "2008-03-01", "2009-06-30"),
    TimeCase("2026年6月3O日前", .date, "-", "2026-06-30"),
    TimeCase("六月三十曰前", .date, "-", "2026-06-30"), TimeCase("3月底前（含3月底）", .date, "-", "2026-03-31"),
    TimeCase("十二月底前", .date, "-", "2026-12-31"), TimeCase("農曆十月", .range, "2026-11-09", "2026-12-08"),
    TimeCase("農曆正月十五前", .date, "-", "2026-03-03"),
    TimeCase("三月初一", .date, "2026-04-17", "2026-04-17"), TimeCase("2027年春节前", .event, "-", "2027-02-05"),
  ])
  func writtenOddly(row: TimeCase) { check(row) }

  /// Behind 前 the words go on with what is to be done, whatever they begin with.
  @Test(arguments: ["6月底前初步建成", "6月底前第一批完成", "6月底前80%", "6月底前周转房交付", "6月底前三个项目建成"])
  func aClosedDayKeepsItsDay(words: String) {
    #expect(
      Self.read(words).deadline.kind == .date && Self.read(words).deadline.end?.iso == "2026-06-30",
      "\(words)")
  }

  @Test(arguments: [
    TimeCase("2026年6月竣工", .month, "2026-06-01", "2026-06-30"), TimeCase("6月验收前", .event),
    TimeCase("会议召开当天", .event),
    TimeCase("3月15日当天", .date, "2026-03-15", "2026-03-15"), TimeCase("会议召开前5个工作日内", .event),
    TimeCase("2026年起三年内", .range, "2026-01-01", "2028-12-31"),
    TimeCase("年度结束后30日内", .date, "-", "2027-01-30"),
    TimeCase("国庆节到来之前", .event, "-", "2026-09-30"), TimeCase("截至七一", .event, "-", "2026-07-01"),
    TimeCase("第二季度前夕", .date, "-", "2026-03-31"), TimeCase("6月30日前（不含当日）", .date, "-", "2026-06-29"),
    TimeCase("第二季度（6月20日前）", .date, "-", "2026-06-20"),
    TimeCase("2025年3月（下旬）", .xun, "2025-03-21", "2025-03-31"),
    TimeCase("12月20日至次月10日", .range, "2026-12-20", "2027-01-10"),
    TimeCase("2026年中", .month, "2026-06-01", "2026-06-30"),
    TimeCase("6月末周", .range, "2026-06-29", "2026-07-05"),
    TimeCase("3月开工、12月竣工", .range, "2026-03-01", "2026-12-31"),
    TimeCase("每年七一", .recurring, quota: due(1, .year, DuePoint(.feast("七一")))),
    TimeCase(
      "每年二、四季度", .recurring, quota: due(2, .year, DuePoint(month: 6, .lastDay), DuePoint(month: 12, .lastDay))
    ),
    TimeCase(
      "每年上下半年各一次", .recurring,
      quota: due(2, .year, DuePoint(month: 6, .lastDay), DuePoint(month: 12, .lastDay), unit: "次")),
    TimeCase("每周五一次", .recurring, quota: due(1, .week, DuePoint(.weekday(5, nth: nil)), unit: "次")),
    TimeCase("每周12次", .recurring, quota: Quota(times: 12, unit: "次", per: .week)),
    TimeCase("每周三天", .recurring, quota: Quota(times: 3, unit: "天", per: .week)),
    TimeCase("每月两三次", .recurring, quota: Quota(times: 2, upTo: 3, unit: "次", per: .month)),
    TimeCase("每隔半年", .recurring, quota: Quota(times: 1, per: .halfyear)),
  ])
  func whatAReviewAndAHuntFound(row: TimeCase) { check(row, inText: false) }

  /// What no quota can say is told, and the quota holds without it.
  @Test(arguments: [
    ("每年春节前10天", "春节前10天"), ("每月20日后", "20日后"), ("每月5日起", "5日起"), ("每年最多2次", "最多2次"), ("每月一次，15日前", "15日前"),
    ("每月（5日至10日）", "5日至10日"), ("每年2月30日", "2月30日"), ("每月第六个周五", "第六个周五"), ("每学期初", "初"),
    ("每月熊猫不少于10小时", "熊猫"),
  ])
  func whatAQuotaCannotSayIsTold(words: String, rest: String) {
    let reading = Self.read(words)
    #expect(reading.deadline.kind == .recurring && reading.deadline.end == nil, "\(reading)")
    #expect(reading.deadline.quota?.points == nil && reading.notes.contains(.unread([rest])), "\(reading)")
  }

  /// A second time that is no total is named, never dropped.
  @Test func twoQuotasAreBothTold() {
    let reading = Self.read("每月5日前报进度，每年12月10日前报总结")
    #expect(reading.deadline.quota == Self.due(1, .month, DuePoint(.day(5))))
    #expect(reading.deadline.others == ["每年12月10日前"])
  }

  @Test func aDayBeatsTheWeekdayBesideIt() {
    for words in ["周六 2013年04月08日", "2013年4月8日，星期六", "星期六，2013年4月8日"] {
      let reading = Self.read(words)
      #expect(
        reading.deadline.end?.iso == "2013-04-08" && reading.notes.contains(.weekdayMismatch(1)),
        "\(words): \(reading)")
    }
    #expect(!Self.read("2013年4月8日（周一）").notes.contains(.weekdayMismatch(1)))
  }

  @Test func whatIsOverIsSaid() throws {
    #expect(Self.read("2月底前", from: "2026-03-04").notes.contains(.alreadyPast(try day("2026-03-04"))))
    #expect(Self.read("1月3日前", from: "2026-12-28").notes.contains(.alreadyPast(try day("2026-12-28"))))
    #expect(!Self.read("3月4日前", from: "2026-03-04").notes.contains(.alreadyPast(try day("2026-03-04"))))
  }

  @Test(arguments: ["近期", "尽快", "随时", "适时", "待定", "按要求", "按上级要求"])
  func wordsForNoTime(words: String) {
    let reading = Self.read(words)
    #expect(reading.deadline.kind == .none && reading.notes == [.noTime(words)], "\(reading)")
  }

  @Test func impossibleDaysAreNamed() {
    #expect(Self.read("4月31日前").notes == [.yearAssumed(2026), .noSuchDay(year: 2026, month: 4, day: 31)])
    #expect(Self.read("5月第七周").deadline.kind == .none && Self.read("5月第七周").notes.contains(.noSuchPart))
    for words in ["3月或", "第", "上旬至", "汛", "三六七年一月一日", "犹太新年", "以色列国庆节", "16:00前", "〔2026〕7号"] {
      let deadline = Self.read(words).deadline
      #expect(deadline.kind == .none && deadline.end == nil, "\(words): \(deadline)")
    }
  }
}
