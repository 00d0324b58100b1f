import Campaigns
import TestSupport
import Testing

/// Three real plans entered as they stand, by the words of their times, and asked at chosen days: what is due, who has not done it,
/// how many are missing. The answers were worked out by hand.
struct RealPlanTests {
  /// Three branches and two sections, with what else the plans name.
  static let units: UnitRegistry = {
    func members(_ ids: [String]) -> [Unit.Membership] { ids.map { Unit.Membership(unit: $0) } }
    let branches = (1...3).map { Unit(id: "zb\($0)", name: "第\(["一", "二", "三"][$0 - 1])支部", kind: .branch) }
    let sections = [
      Unit(id: "neike", name: "内科", kind: .department), Unit(id: "waike", name: "外科", kind: .department),
    ]
    let others = ["党办", "人事科", "监察室", "医务科", "门诊部", "护理部", "保健部", "团委", "工会", "科教科", "药剂科"].enumerated().map {
      Unit(id: "u\($0.offset)", name: $0.element, kind: .department)
    }
    return UnitRegistry(
      units: branches + sections + others + [
        Unit(
          id: "gzb", name: "各支部", kind: .collective, aliases: ["各党支部", "支部"],
          members: members(["zb1", "zb2", "zb3"])),
        Unit(id: "gks", name: "各科室", kind: .collective, members: members(["neike", "waike"])),
      ])
  }()

  /// A plan whose items are a title, units and the words of a time.
  static func plan(
    _ code: String, year: Int, issued: String? = nil, _ items: [(String, String, String)]
  ) throws -> Campaign {
    var campaign = Campaign(code: code, title: "方案", year: year)
    campaign.issued = try issued.map { try day($0) }
    campaign.tasks = try items.enumerated().map { index, item in
      var task = Task(id: "\(code)-\(index + 1)", title: item.0)
      for name in item.1.split(separator: " ") {
        let unit = try #require(units.unit(named: String(name)))
        task.units.append(
          Responsibility(
            unit: unit.id, name: unit.name, role: task.units.isEmpty ? .lead : .supporting))
      }
      task.deadline =
        TimeReading(of: item.2, in: campaign, today: campaign.issued ?? .epoch, calendar: chinese)
        .deadline
      return task
    }
    return campaign
  }

  static func snapshot(_ campaign: Campaign, _ today: String, _ events: [NamedEvent] = []) throws -> Snapshot
  {
    var settings = StoreSettings(organisation: nil)
    settings.events = events
    let ledger = Ledger(settings: settings, units: units, campaigns: [campaign])
    let today = try day(today)
    return Snapshot(
      ledger,
      Judge(today: today, calendar: chinese, events: events, units: units))
  }

  static func doing(_ campaign: Campaign, _ acts: [(String, Act)]) throws -> Campaign {
    try acts.reduce(campaign) { campaign, step in
      let judge = Judge(today: try day(step.0), calendar: chinese, units: units)
      let context = ActContext(judge: judge, stamp: try Fixture.context(step.0).stamp)
      return try campaign.change(for: step.1, context).applied(to: campaign)
    }
  }

  private static func counts(_ snapshot: Snapshot) -> [Condition: Int] {
    Dictionary(uniqueKeysWithValues: Condition.allCases.map { ($0, snapshot.tally.count($0)) })
      .filter { $0.value > 0 }
  }

  private static func ids(_ filter: String, _ snapshot: Snapshot) throws -> [String] {
    snapshot.rows(matching: try FilterReader.read(filter, .plain)).map {
      String($0.task.id.drop { $0 != "-" }.dropFirst())
    }
  }

  // MARK: 2010, three phases

  static func plan2010() throws -> Campaign {
    var campaign = try plan(
      "h10", year: 2010, issued: "2010-06-15",
      [
        ("理论中心组学习", "党办", "每季一次"), ("支委会学习", "各党支部", ""), ("党课教育", "党办", "每季一次"),
        ("党小组学习", "各党支部", "每月一次或全年平均不少于十二次"), ("党员自学", "党办", "每年一次"), ("个别谈话", "党办", ""),
        ("学习教育考核", "党办", ""), ("职业道德教育", "党办", "近三年"), ("业务知识培训", "科教科", ""),
        ("商业贿赂自查自纠", "", "每年组织一至二次"), ("制度落实检查", "党办", ""), ("工作责任制", "", "每年一次"),
        ("合理用药检查", "医务科 门诊部 药剂科", "每年开展1-2次"), ("治理商业贿赂专题会议", "", "每年召开一至二次"),
        ("窗口科室整改月", "", "今年5月份"), ("流动红旗循环赛", "", "自今年六月份开始"), ("优质护理示范工程", "", "2010年"),
        ("两优一先评比", "", "整个活动结束后"), ("检查总结和评比", "", "到12月份"), ("汇报先进典型", "各党支部", ""),
      ])
    func phase(_ id: String, _ start: String, _ end: String?) throws -> Phase {
      Phase(id: id, name: id, start: try day(start), end: try end.map { try day($0) })
    }
    campaign.phases = [
      try phase("p1", "2010-05-01", "2010-12-31"), try phase("p2", "2011-01-01", "2011-06-30"),
      try phase("p3", "2011-07-01", nil),
    ]
    return campaign
  }

  /// 今年5月份 ends on 31 May; 2010年 and 到12月份 on 31 December, a Friday, two working days behind the 29th.
  @Test(
    arguments: [
      ("2010-05-26", [Condition.dueSoon: 1, .normal: 2, .recurring: 8, .unscheduled: 9], ["15"]),
      ("2010-06-15", [.overdue: 1, .normal: 2, .recurring: 8, .unscheduled: 9], ["15"]),
      ("2010-10-11", [.overdue: 1, .normal: 2, .recurring: 8, .unscheduled: 9], ["15"]),
      ("2010-12-27", [.overdue: 1, .normal: 2, .recurring: 8, .unscheduled: 9], ["15"]),
      ("2010-12-28", [.overdue: 1, .dueSoon: 2, .recurring: 8, .unscheduled: 9], ["15", "17", "19"]),
      ("2011-01-04", [.overdue: 3, .recurring: 8, .unscheduled: 9], ["15", "17", "19"]),
    ] as [(String, [Condition: Int], [String])])
  func dueIn2010(today: String, expected: [Condition: Int], due: [String]) throws {
    let snapshot = try Self.snapshot(try Self.plan2010(), today)
    #expect(Self.counts(snapshot) == expected)
    #expect(try Self.ids("is:dueSoon or is:overdue", snapshot) == due)
  }

  @Test func theEndOfTheActivityOf2010() throws {
    let plan = try Self.plan2010()
    let event = try #require(plan.tasks[17].deadline.event)
    #expect(event.name.contains("活动") && event.side == .after)
    // From the day of the event on: it begins with it and has no end.
    let snapshot = try Self.snapshot(
      plan, "2011-12-01", [NamedEvent(name: event.name, day: try day("2011-11-20"))])
    #expect(snapshot.rows[17].verdict.condition == .unscheduled)
  }

  /// Counted from 1 May, the beginning of the first phase: eight periods of a month in 2010, and eight of twelve for the year.
  @Test func quotasOf2010() throws {
    func record(_ task: Int, _ on: String, _ unit: String? = nil, count: Int = 1) throws -> (String, Act) {
      (on, .record(id: "h10-\(task)", OccurrenceReport(count: count, on: try day(on), from: unit)))
    }
    // 中心组: second and third quarter, not the fourth.
    var steps = [try record(1, "2010-05-20"), try record(1, "2010-08-12")]
    // 党小组: the first branch every month; the second not in July, and twice in August; the third until October.
    for month in 5...12 { steps.append(try record(4, "2010-\(month < 10 ? "0" : "")\(month)-16", "第一支部")) }
    for month in [5, 6, 8, 8, 9, 10, 11, 12] {
      steps.append(try record(4, "2010-\(month < 10 ? "0" : "")\(month)-17", "第二支部"))
    }
    for month in 5...10 { steps.append(try record(4, "2010-\(month < 10 ? "0" : "")\(month)-18", "第三支部")) }
    let plan = try Self.doing(try Self.plan2010(), steps)
    /// What was owed on a day by what was known then.
    func owed(_ today: String) throws -> [String: Int] {
      let known = try Self.doing(try Self.plan2010(), steps.filter { $0.0 <= today })
      let quotas = try #require(try Self.snapshot(known, today).rows[3].verdict.memberQuotas)
      return Dictionary(uniqueKeysWithValues: quotas.members.map { ($0.unit.name, $0.standing.owed) })
    }
    let october = try Self.snapshot(plan, "2010-10-11")
    #expect(october.rows[0].verdict.quota?.owed == 0 && october.rows[0].verdict.light == .none)
    #expect(october.rows[2].verdict.quota?.owed == 2 && october.rows[2].verdict.light == .red)
    #expect(october.rows[0].verdict.quota?.start == (try day("2010-05-01")))
    #expect(try owed("2010-08-01") == ["第一支部": 0, "第二支部": 1, "第三支部": 0])
    #expect(try owed("2010-12-01") == ["第一支部": 0, "第二支部": 0, "第三支部": 1])
    // Two working days before the end of the quarter and the month it is yellow.
    #expect(try Self.snapshot(plan, "2010-12-29").rows[0].verdict.light == .yellow)
    #expect(try owed("2011-01-04") == ["第一支部": 0, "第二支部": 0, "第三支部": 2])
    let january = try Self.snapshot(plan, "2011-01-04")
    #expect(january.rows[0].verdict.quota?.owed == 1 && january.rows[0].verdict.light == .red)
    // Once a year, of those that nobody recorded anything for: all five owe 2010.
    #expect(try Self.ids("is:short", january) == ["1", "3", "4", "5", "10", "12", "13", "14"])
    #expect(try Self.ids("missing:第三支部 is:short", january) == ["4"])
    #expect(try Self.ids("missing:第一支部 is:short", january) == [])
  }

  /// The third phase goes on until the event has a day; then quotas end with it.
  @Test func quotasGoOnUntilTheEventThatEndsThePlanOf2010() throws {
    var plan = try Self.plan2010()
    plan.phases[2].timeText = "从2011年7月开始至党的十八大召前"
    plan.phases[2].until = EventBinding(endOf: "从2011年7月开始至党的十八大召前")
    #expect(plan.phases[2].until == EventBinding(name: "党的十八大召开", side: .before))
    func standing(_ today: String, _ events: [NamedEvent] = []) throws -> QuotaStanding? {
      try Self.snapshot(plan, today, events).rows[0].verdict.quota
    }
    // Once a quarter from May 2010: ten quarters are over on 8 October 2012, nothing was done.
    #expect(try standing("2012-03-01")?.current?.start.iso == "2012-01-01")
    #expect(try standing("2012-10-08")?.owed == 10)
    let event = NamedEvent(name: "党的十八大召开", day: try day("2012-11-08"))
    #expect(try standing("2013-02-01", [event])?.end.iso == "2012-11-07")
    // The fourth quarter of 2012 is cut to 38 of 92 days and asks for nothing.
    #expect(try standing("2013-02-01", [event])?.owed == 10)
    let ledger = Ledger(settings: StoreSettings(organisation: nil), units: Self.units, campaigns: [plan])
    #expect(ledger.awaitedEvents.first { $0.name == "党的十八大召开" }?.phases == ["h10/p3"])
    #expect(ledger.event(meaning: "党的十八大", on: nil) == ["党的十八大召开"])
  }

  // MARK: 2011, 26 items of units, sections and branches

  /// 开展承诺活动 by 20 April of three branches and two sections: who has not, on which day, and how many are missing.
  @Test func whoHasNotPromisedIn2011() throws {
    var plan = try Self.plan(
      "h11", year: 2011,
      [
        ("学习培训", "党办 各支部 各科室", "每月不少于2学时，12月20日之前"), ("承诺活动", "党办 各支部 各科室", "4月20日之前"),
        ("点评活动", "党办 各支部", "2月15日之前"), ("满意度评议", "监察室", "每半年一次，12月20日之前"),
        ("学先进活动", "党办 各支部", "长期，每月一次"), ("三合理制度", "医务科", "长期，每周一次"), ("义诊", "党办 团委", "每季度不少于二次，12月20日之前"),
        ("预约挂号", "门诊部", "长期"),
      ])
    func done(_ task: Int, _ unit: String, _ on: String) throws -> (String, Act) {
      ("2011-05-03", .complete(id: "h11-\(task)", CompletionReport(on: try day(on), from: unit)))
    }
    plan = try Self.doing(
      plan,
      [
        try done(2, "第一支部", "2011-04-18"), try done(2, "内科", "2011-04-19"), try done(2, "第二支部", "2011-04-21"),
        try done(3, "第一支部", "2011-02-10"), try done(3, "第二支部", "2011-02-11"),
        try done(3, "第三支部", "2011-02-16"),
      ])
    let may = try Self.snapshot(plan, "2011-05-03")
    #expect(may.rows[1].verdict.condition == .overdue && may.rows[1].verdict.days == -13)
    #expect(may.rows[1].askedMembers(Self.units).count == 5)
    #expect(may.rows[1].missingMembers(Self.units).map(\.name) == ["第三支部", "外科"])
    let members = may.members(of: may.rows[1]).map(\.row.verdict.condition)
    #expect(members == [.completed, .completedLate, .overdue, .completed, .overdue])
    // The third branch was a day late, and with it the whole.
    #expect(
      may.rows[2].verdict.condition == .completedLate && may.rows[2].task.completion?.on.iso == "2011-02-16")
    #expect(try Self.ids("missing:第三支部 is:overdue", may) == ["2"])
    #expect(try Self.ids("missing:外科 is:overdue", may) == ["2"])
    #expect(try Self.ids("missing:第一支部 is:overdue", may) == [])
  }

  /// 每月不少于2学时 of five units until 20 December, seen on 1 April: three months, thirty hours in all.
  @Test func hoursOf2011() throws {
    var plan = try Self.plan("h11", year: 2011, [("学习培训", "党办 各支部 各科室", "每月不少于2学时，12月20日之前")])
    func hours(_ unit: String?, _ count: Int, _ on: String) throws -> (String, Act) {
      ("2011-04-01", .record(id: "h11-1", OccurrenceReport(count: count, on: try day(on), from: unit)))
    }
    plan = try Self.doing(
      plan,
      [
        // Two hours for everybody in January; then the first branch 2 and 2, the second 1 and 3, 内科 4 in February.
        try hours(nil, 2, "2011-01-14"), try hours("第一支部", 2, "2011-02-15"),
        try hours("第一支部", 2, "2011-03-15"),
        try hours("第二支部", 1, "2011-02-16"), try hours("第二支部", 3, "2011-03-16"),
        try hours("内科", 4, "2011-02-17"),
      ])
    let snapshot = try Self.snapshot(plan, "2011-04-01")
    let quotas = try #require(snapshot.rows[0].verdict.memberQuotas)
    // The second branch made up in March for February; 内科 had two too many beforehand, which make up for nothing.
    #expect(
      quotas.members.map { "\($0.unit.name) \($0.standing.owed)" }
        == ["第一支部 0", "第二支部 0", "第三支部 4", "内科 2", "外科 4"])
    #expect(snapshot.rows[0].verdict.light == .red && snapshot.rows[0].verdict.condition == .normal)
    #expect(quotas.current?.met == 0 && quotas.current?.asked == 5)
  }

  // MARK: 2012

  static func plan2012() throws -> Campaign {
    try plan(
      "h12", year: 2012, issued: "2012-04-02",
      [
        ("领导干部上党课", "党办", "至少一年一次"), ("下基层大走访", "", "集中5个月时间"), ("参与庆祝活动", "", "“七一”前夕"),
        ("回顾总结", "", "“七一”前"), ("学先进、见行动", "", "“七一”后"), ("党务公开", "", "每年至少召开一次"),
        ("党建信息报送", "支部", "每季报送1篇以上"), ("志愿服务", "", "全年开展志愿服务活动2次以上"),
      ])
  }

  /// 七一前 is 30 June, a Saturday; the day before it is the last working day.
  @Test(
    arguments: [
      ("2012-06-26", [Condition.dueSoon: 2, .recurring: 4, .unscheduled: 2]),
      ("2012-06-25", [.normal: 2, .recurring: 4, .unscheduled: 2]),
      ("2012-06-30", [.dueSoon: 2, .recurring: 4, .unscheduled: 2]),
      ("2012-07-02", [.overdue: 2, .recurring: 4, .unscheduled: 2]),
    ] as [(String, [Condition: Int])])
  func dueIn2012(today: String, expected: [Condition: Int]) throws {
    let snapshot = try Self.snapshot(try Self.plan2012(), today)
    #expect(Self.counts(snapshot) == expected)
    if expected[.overdue] == nil {
      #expect(snapshot.rows[2].verdict.notes.contains(.restDay(lastWorkingDay: try day("2012-06-29"))))
    }
  }

  @Test func reportsOf2012() throws {
    func record(_ task: Int, _ on: String, _ unit: String? = nil, count: Int = 1) throws -> (String, Act) {
      (on, .record(id: "h12-\(task)", OccurrenceReport(count: count, on: try day(on), from: unit)))
    }
    let plan = try Self.doing(
      try Self.plan2012(),
      [
        // The first branch every quarter, the second in the first two, the third two in the first.
        try record(7, "2012-02-10", "第一支部"), try record(7, "2012-05-10", "第一支部"),
        try record(7, "2012-08-10", "第一支部"), try record(7, "2012-03-05", "第二支部"),
        try record(7, "2012-06-05", "第二支部"), try record(7, "2012-03-30", "第三支部", count: 2),
        try record(8, "2012-03-05"), try record(1, "2012-06-28"),
      ])
    let october = try Self.snapshot(plan, "2012-10-08")
    let quotas = try #require(october.rows[6].verdict.memberQuotas)
    #expect(quotas.members.map(\.standing.owed) == [0, 1, 2])
    #expect(quotas.current?.met == 0 && quotas.current?.asked == 3)
    #expect(try Self.ids("is:short", october) == ["7"])
    // Two working days before the end of the year: one of two voluntary services, no open meeting; the lesson was given.
    let december = try Self.snapshot(plan, "2012-12-27")
    #expect([0, 5, 7].map { december.rows[$0].verdict.light } == [.green, .yellow, .yellow])
    let after = try Self.snapshot(plan, "2013-01-04")
    #expect(try Self.ids("is:short", after) == ["6", "7", "8"])
    #expect(
      after.rows[6].verdict.quotaOwed == 0 + 1 + 1 + 2 + 1 + 1,
      "of the fourth quarter one each, beside what was owed")
  }
}
