import Campaigns
import TestSupport
import Testing

/// Chases worked out by hand: due on Wednesday, 20 April 2011. Working days after it: 21, 22, 25, 26, 27, 28, 29 April, then, after
/// Labour Day (30 April to 2 May), 3, 4, 5, 6, 9 May.
struct ChaseTests {
  private func campaign(_ change: (inout Task) throws -> Void = { _ in }) throws -> Campaign {
    var task = Task(id: "h11-1", title: "述职评议", stage: .inProgress)
    task.deadline = Deadline(text: "4月20日之前", kind: .date, end: try day("2011-04-20"))
    task.units = [Responsibility(unit: "dangban", name: "党办", role: .lead)]
    try change(&task)
    var campaign = Campaign(code: "h11", title: "工作要点", year: 2011)
    campaign.tasks = [task]
    return campaign
  }

  /// The campaign after acts, each on its day.
  private func applying(_ acts: [(String, Act)], _ campaign: Campaign) throws -> Campaign {
    try acts.reduce(campaign) {
      try $0.change(for: $1.1, try Fixture.context($1.0)).applied(to: $0)
    }
  }

  private func chases(_ campaign: Campaign, _ today: String) throws -> [Chase] {
    try campaign.rows(Fixture.judge(today))[0].chases
  }

  private func refusal(_ act: Act, _ campaign: Campaign, _ today: String) throws -> Refusal? {
    let context = try Fixture.context(today)
    do throws(Refusal) {
      _ = try campaign.change(for: act, context)
      return nil
    } catch { return error }
  }

  private let chase = Act.remind(id: "h11-1", ChaseReport())
  private let report = Act.report(id: "h11-1", Report(text: "正在办理"))

  @Test(arguments: [
    ("2011-04-21", 1, ChaseLevel.ordinary), ("2011-04-27", 5, .ordinary), ("2011-04-28", 6, .urgent),
    ("2011-05-02", 7, .urgent),
  ])
  func neverChased(today: String, workingDays: Int, level: ChaseLevel) throws {
    let next = try #require(try chases(campaign(), today).first)
    #expect(next.isDue && next.number == 1 && next.level == level && next.last == nil)
    #expect(next.workingDaysLate == workingDays && next.due == Day(2011, 4, 20))
  }

  @Test func nobodyIsChasedInTime() throws {
    #expect(try chases(campaign(), "2011-04-20").isEmpty)
    let done = try applying([("2011-04-22", .complete(id: "h11-1", CompletionReport()))], campaign())
    #expect(try chases(done, "2011-04-28").isEmpty)
    var closed = try campaign()
    closed.state = .closed
    #expect(try chases(closed, "2011-04-28").isEmpty)
  }

  /// The office whose ledger it is chases the others, and itself only when it is named.
  @Test(
    arguments: [
      ("某市人民医院党办", false), ("某市人民医院党委办公室", false), ("院办", true), (nil, true), ("", true), ("某市人民医院", true),
    ] as [(String?, Bool)])
  func nobodyChasesHimself(organisation: String?, isChased: Bool) throws {
    var settings = StoreSettings(organisation: organisation)
    settings.revision = 1
    var units = UnitRegistry()
    units.units = [
      Unit(id: "dangban", name: "党办", kind: .office, aliases: ["党委办公室", "办"]),
      Unit(id: "yuanban", name: "院办", kind: .office), Unit(id: "all", name: "人民医院党办", kind: .collective),
    ]
    let ledger = Ledger(settings: settings, units: units, campaigns: [try campaign()])
    let judge = ledger.judge(today: try day("2011-04-28"), years: [])
    let row = try #require(ledger.rows(judge).first)
    #expect(row.chases.isEmpty == !isChased)
    let context = ActContext(judge: judge, stamp: try Fixture.context("2011-04-28").stamp)
    let named = Act.remind(id: "h11-1", ChaseReport(units: ["党办"]))
    let change = try ledger.campaigns[0].change(for: named, context)
    #expect(change.chases(of: "h11-1").map(\.unit) == ["dangban"])
  }

  /// (chases and answers, today, whether it is due, number, level)
  @Test(
    arguments: [
      (["2011-04-21"], [], "2011-04-22", false, 2, ChaseLevel.urgent),
      (["2011-04-21"], [], "2011-04-27", false, 2, .urgent),
      // Five working days without an answer: the bulletin.
      (["2011-04-21"], [], "2011-04-28", true, 2, .bulletin),
      // Labour Day does not count.
      (["2011-04-28"], [], "2011-05-05", false, 2, .urgent),
      (["2011-04-28"], [], "2011-05-06", true, 2, .bulletin),
      // Answered: five working days after the answer, and no bulletin yet.
      (["2011-04-21"], ["2011-04-26"], "2011-04-28", false, 2, .urgent),
      (["2011-04-21"], ["2011-04-26"], "2011-05-03", false, 2, .urgent),
      (["2011-04-21"], ["2011-04-26"], "2011-05-04", true, 2, .urgent),
      (["2011-04-21"], ["2011-04-22", "2011-04-29"], "2011-05-06", false, 2, .urgent),
      // An answer on the day of the chase is one.
      (["2011-04-21"], ["2011-04-21"], "2011-04-28", true, 2, .urgent),
      // The third is the bulletin, answered or not.
      (["2011-04-21", "2011-04-28"], ["2011-04-29"], "2011-05-06", false, 3, .bulletin),
      (["2011-04-21", "2011-04-28"], ["2011-04-29"], "2011-05-09", true, 3, .bulletin),
      // One before expiry counts.
      (["2011-04-19"], [], "2011-04-21", false, 2, .urgent),
      (["2011-04-19"], [], "2011-04-26", true, 2, .bulletin),
    ] as [([String], [String], String, Bool, Int, ChaseLevel)])
  func levelAndNumber(
    chased: [String], answered: [String], today: String, isDue: Bool, number: Int, level: ChaseLevel
  ) throws {
    let acts = (chased.map { ($0, chase) } + answered.map { ($0, report) }).sorted { $0.0 < $1.0 }
    let next = try #require(try chases(applying(acts, campaign()), today).first)
    #expect(next.isDue == isDue && next.number == number && next.level == level)
  }

  @Test func whatIsRecorded() throws {
    let before = try applying([("2011-04-18", chase)], campaign())
    #expect(before.tasks[0].log[0].kind == .chase(level: 1, number: 1), "nothing is late yet")
    let report = ChaseReport(units: ["院党办"], text: " 请报送 ", on: try day("2011-04-21"))
    let task = try applying([("2011-04-28", .remind(id: "h11-1", report))], before).tasks[0]
    let entry = task.log[1]
    #expect(entry.unit == "dangban" && entry.text == "请报送" && entry.on == Day(2011, 4, 21))
    #expect(entry.kind == .chase(level: 2, number: 2), "the level of that day, not of the day of recording")
    #expect(task.stage == .inProgress)
    let sent = task.sentChases(Fixture.units)
    #expect(sent.map(\.on) == [Day(2011, 4, 18), Day(2011, 4, 21)] && sent.allSatisfy { $0.answered == nil })
  }

  @Test func struckEntriesDoNotCount() throws {
    let acts: [(String, Act)] = [
      ("2011-04-21", chase), ("2011-04-22", report),
      ("2011-04-22", .correct(id: "h11-1", entry: 2, text: "误记")),
    ]
    let answered = try applying(acts, campaign())
    #expect(try chases(answered, "2011-04-28")[0].level == .bulletin, "its answer was struck")
    let struck = try applying([("2011-04-22", .correct(id: "h11-1", entry: 1, text: "误记"))], answered)
    let next = try chases(struck, "2011-04-25")[0]
    #expect(next.number == 1 && next.isDue && next.level == .ordinary)
  }

  /// The lead unit and the branches that have not completed: each with chases and answers of its own.
  @Test func membersOfACollective() throws {
    let campaign = try campaign { task in
      task.units.append(Responsibility(unit: "gezhibu", name: "各支部", role: .supporting))
    }
    let acts: [(String, Act)] = [
      ("2011-04-19", .complete(id: "h11-1", CompletionReport(from: "第一支部"))), ("2011-04-21", chase),
      // Of no unit: the lead unit's. Of a branch: its own.
      ("2011-04-22", report),
      (
        "2011-04-22",
        .report(
          id: "h11-1",
          {
            var report = Report(text: "已定会期"); report.from = "第二支部"; return report
          }())
      ),
    ]
    let chased = try applying(acts, campaign)
    #expect(
      chased.tasks[0].log.filter { $0.kind.name == .chase }.map(\.unit) == ["dangban", "zhibu2", "zhibu3"])
    let next = try chases(chased, "2011-04-28")
    #expect(next.map(\.unit.name) == ["党办", "第二支部", "第三支部"] && next.map(\.number) == [2, 2, 2])
    #expect(next.map(\.level) == [.urgent, .urgent, .bulletin] && next.map(\.isDue) == [false, false, true])
    let snapshot = Snapshot(
      Ledger(settings: StoreSettings(), units: Fixture.units, campaigns: [chased]),
      try Fixture.judge("2011-05-04"))
    #expect(snapshot.dueChases().map(\.chase.unit.id) == ["zhibu3", "dangban", "zhibu2"])
    #expect(snapshot.dueChases(of: [Fixture.units.units[0]]).map(\.chase.unit.id) == ["dangban"])
    let one = try applying([("2011-05-04", .remind(id: "h11-1", ChaseReport(units: ["第三支部"])))], chased)
    #expect(one.tasks[0].log.last?.kind == .chase(level: 3, number: 2))
    let due = try applying([("2011-05-04", .remind(id: "h11-1", ChaseReport(onlyDue: true)))], one)
    #expect(due.tasks[0].log.suffix(2).map(\.unit) == ["dangban", "zhibu2"])
  }

  /// Whoever asked in time waits for an answer, whoever submitted for the office.
  @Test func whoWaitsIsNotChased() throws {
    func asked(_ today: String) throws -> Campaign {
      let request = ExtensionRequest(until: try day("2011-05-31"), reason: "等待上级批复")
      return try applying([(today, .extend(id: "h11-1", request))], campaign())
    }
    #expect(try chases(asked("2011-04-20"), "2011-04-21")[0].isDue == false)
    #expect(try chases(asked("2011-04-21"), "2011-04-21")[0].isDue)
    let refused = ExtensionDecision(isApproved: false, by: "分管领导")
    let open = try applying([("2011-04-21", .decide(id: "h11-1", refused))], asked("2011-04-20"))
    #expect(try chases(open, "2011-04-22")[0].isDue)
    let granted = ExtensionDecision(isApproved: true, by: "分管领导")
    #expect(
      try chases(applying([("2011-04-21", .decide(id: "h11-1", granted))], asked("2011-04-20")), "2011-05-31")
        .isEmpty)
    let submitted = try applying([("2011-04-21", .submit(id: "h11-1", text: nil))], campaign())
    #expect(try chases(submitted, "2011-05-09")[0].isDue == false)
  }

  /// Asking for more time answers; what was decided on it does not.
  @Test func anExtensionAnswers() throws {
    let request = ExtensionRequest(until: try day("2011-05-31"), reason: "等待上级批复")
    let refused = ExtensionDecision(isApproved: false, by: "分管领导")
    let acts: [(String, Act)] = [
      ("2011-04-21", chase), ("2011-04-25", .extend(id: "h11-1", request)),
      ("2011-04-28", .decide(id: "h11-1", refused)),
    ]
    let campaign = try applying(acts, campaign())
    #expect(campaign.tasks[0].sentChases(Fixture.units).map(\.answered) == [Day(2011, 4, 25)])
    #expect(try chases(campaign, "2011-05-03")[0].isDue, "five working days after 25 April")
  }

  /// A quota that is behind, without a final day: twice a quarter, seen after the first quarter of 2011.
  @Test func quotas() throws {
    let campaign = try campaign { task in
      task.deadline = Deadline(
        text: "每季度不少于二次", kind: .recurring, quota: Quota(times: 2, unit: "次", per: .quarter))
    }
    #expect(try chases(campaign, "2011-03-31").isEmpty)
    let next = try chases(campaign, "2011-04-01")[0]
    #expect(next.unit.id == "dangban" && next.isDue && next.due == Day(2011, 3, 31) && next.daysLate == 1)
  }

  @Test func whatIsRefused() throws {
    let campaign = try campaign { task in
      task.units.append(Responsibility(unit: "gezhibu", name: "各支部", role: .supporting))
      task.units.append(Responsibility(unit: "tuanwei", name: "团委", role: .supporting))
    }
    func remind(_ units: [String], on day: Day? = nil, _ id: String = "h11-1") -> Act {
      .remind(id: id, ChaseReport(units: units, on: day))
    }
    #expect(try refusal(remind(["监察室"]), campaign, "2011-04-21") == .notResponsible(id: "h11-1", unit: "监察室"))
    #expect(try refusal(remind(["各支部"]), campaign, "2011-04-21") == .notResponsible(id: "h11-1", unit: "各支部"))
    #expect(try refusal(remind(["第九处"]), campaign, "2011-04-21") == .unknownUnit(name: "第九处", nearest: nil))
    #expect(
      try refusal(remind(["团委", "第一支部"]), campaign, "2011-04-18") == nil, "who has a part can be chased")
    let tomorrow = try day("2011-04-22")
    #expect(try refusal(remind([], on: tomorrow), campaign, "2011-04-21") == .dayInFuture(tomorrow))
    var done = try applying(
      [("2011-04-18", .complete(id: "h11-1", CompletionReport(from: "第一支部")))], campaign)
    #expect(try refusal(remind(["第一支部"]), done, "2011-04-21") == .partCompleted(id: "h11-1", unit: "第一支部"))
    done = try applying([("2011-04-18", .complete(id: "h11-1", CompletionReport()))], campaign)
    #expect(
      try refusal(remind([]), done, "2011-04-21")
        == .stageForbids(id: "h11-1", move: .remind, stage: .completed))
    let nobody = try self.campaign { $0.units = [] }
    #expect(try refusal(remind([]), nobody, "2011-04-21") == .nobodyToChase(id: "h11-1"))
    let chased = try applying([("2011-04-21", chase)], campaign)
    #expect(
      try refusal(.remind(id: "h11-1", ChaseReport(onlyDue: true)), chased, "2011-04-22")
        == .nobodyToChase(id: "h11-1"))
  }

  @Test func filters() throws {
    let rows = try campaign().rows(Fixture.judge("2011-04-21"))
    for words in ["is:chase", "待催办", "应催"] {
      #expect(try FilterReader.read(words, .plain).matches(rows[0], Fixture.units))
    }
    let early = try campaign().rows(Fixture.judge("2011-04-20"))
    #expect(try !FilterReader.read("is:chase", .plain).matches(early[0], Fixture.units))
  }
}
