import Campaigns
import TestSupport
import Testing

/// Tasks of collectives: each member has a part of its own.
struct CollectiveTests {
  /// 开展承诺活动 by 20 April 2011, 党办 and all branches.
  private static func campaign(_ words: String = "4月20日之前", end: String = "2011-04-20") throws -> Campaign {
    var campaign = Campaign(code: "h11", title: "工作要点", year: 2011)
    var task = Task(id: "h11-1", title: "开展承诺活动", stage: .assigned)
    task.deadline = Deadline(text: words, kind: .date, end: try day(end))
    task.units = [
      Responsibility(unit: "dangban", name: "党办", role: .lead),
      Responsibility(unit: "gezhibu", name: "各支部", role: .supporting),
    ]
    campaign.tasks = [task]
    return campaign
  }

  private static func context(_ today: String, _ units: UnitRegistry = Fixture.units) throws -> ActContext {
    ActContext(
      judge: Judge(today: try day(today), calendar: chinese, units: units),
      stamp: try Fixture.context(today).stamp)
  }

  private static func after(
    _ campaign: Campaign, _ today: String, _ units: UnitRegistry = Fixture.units, _ acts: Act...
  ) throws -> Campaign {
    try acts.reduce(campaign) { try $1.applied(to: $0, try context(today, units)) }
  }

  private static func done(_ unit: String, on day: String? = nil) throws -> Act {
    .complete(id: "h11-1", CompletionReport(on: try day.map { try CampaignsTests.day($0) }, from: unit))
  }

  private static func rows(_ campaign: Campaign, _ today: String, _ units: UnitRegistry = Fixture.units)
    throws
    -> [String: MemberRow]
  {
    let judge = Judge(today: try day(today), calendar: chinese, units: units)
    return Dictionary(
      uniqueKeysWithValues: judge.memberRows(of: campaign.tasks[0], in: campaign).map { ($0.unit.name, $0) })
  }

  private static func count(_ campaign: Campaign, _ today: String, _ units: UnitRegistry = Fixture.units)
    throws
    -> String
  {
    let task = campaign.tasks[0]
    let asked = task.askedMembers(units, on: try day(today)).count
    return "\(asked - task.missingMembers(units, on: try day(today)).count)/\(asked)"
  }

  @Test func eachMemberHasAStatusAProgressAndALogOfItsOwn() throws {
    var report = Report(text: "已开会动员", percent: 40)
    report.from = "第二支部"
    let campaign = try Self.after(
      try Self.campaign(), "2011-04-15", Fixture.units, try Self.done("第一支部", on: "2011-04-12"),
      .report(id: "h11-1", report), .note(id: "h11-1", text: "整项的备注"))
    let rows = try Self.rows(campaign, "2011-04-22")
    #expect(try Self.count(campaign, "2011-04-22") == "1/3")
    let first = try #require(rows["第一支部"])
    #expect(first.isDone && first.row.verdict.condition == .completed && first.row.task.log.count == 1)
    let second = try #require(rows["第二支部"])
    #expect(!second.isDone && second.row.verdict.condition == .overdue && second.row.verdict.days == -2)
    #expect(second.row.task.percent == 40 && second.row.task.log.map(\.text) == ["已开会动员"])
    let third = try #require(rows["第三支部"])
    #expect(third.row.task.percent == nil && third.row.task.log.isEmpty && third.row.verdict.light == .red)
    // Nothing of it is said of the task as a whole.
    #expect(campaign.tasks[0].percent == nil && campaign.tasks[0].stage == .inProgress)
  }

  @Test func itIsCompleteOnceAllMembersAre() throws {
    var campaign = try Self.after(
      try Self.campaign(), "2011-04-25", Fixture.units, try Self.done("第三支部", on: "2011-04-19"),
      try Self.done("第一支部", on: "2011-04-18"))
    #expect(campaign.tasks[0].stage == .inProgress && campaign.tasks[0].completion == nil)
    campaign = try Self.after(campaign, "2011-04-25", Fixture.units, try Self.done("第二支部", on: "2011-04-20"))
    let task = campaign.tasks[0]
    // Complete on the day of the last one, not on that of the record.
    #expect(task.stage == .completed && task.completion?.on.iso == "2011-04-20")
    #expect(task.completion?.missing == [] && task.percent == 100)
    #expect(task.log.map(\.kind) == [.completed, .completed, .completed, .completed])
    #expect(task.log.last?.unit == nil && task.log.last?.on?.iso == "2011-04-20")
    #expect(try Fixture.judge("2011-04-25").verdict(on: task, in: campaign).condition == .completed)
    #expect(throws: Refusal.partCompleted(id: "h11-1", unit: "第一支部")) {
      _ = try Self.after(campaign, "2011-04-25", Fixture.units, try Self.done("第一支部"))
    }
  }

  @Test(
    arguments: [
      (MemberRule.all, 3, "2011-04-20"), (.atLeast(2), 2, "2011-04-19"), (.atLeast(1), 1, "2011-04-18"),
      (.atLeast(9), 3, "2011-04-20"), (.whole, nil, ""),
    ] as [(MemberRule, Int?, String)])
  func aDeclaredRuleDecides(rule: MemberRule, after count: Int?, on completed: String) throws {
    var edit = TaskEdit()
    edit.memberRule = rule
    edit.title = "承诺"
    var campaign = try Self.after(
      try Self.campaign(), "2011-04-22", Fixture.units, .editTask(id: "h11-1", edit))
    for (index, unit) in ["第一支部", "第二支部", "第三支部"].enumerated() {
      campaign = try Self.after(
        campaign, "2011-04-22", Fixture.units, try Self.done(unit, on: "2011-04-\(18 + index)"))
      let isComplete = campaign.tasks[0].stage == .completed
      #expect(isComplete == (count == index + 1), "\(rule) after \(index + 1)")
      if isComplete {
        #expect(campaign.tasks[0].completion?.on.iso == completed)
        #expect(campaign.tasks[0].completion?.missing.count == 2 - index)
        return
      }
    }
    #expect(campaign.tasks[0].stage == .inProgress)
  }

  /// Who joins or leaves changes what is asked from then on, not the past; seen on 1 May, the deadline was 20 April.
  @Test(arguments: [
    // Joined before the deadline: asked. Joined after it: not asked.
    ("第四支部", false, "2011-04-01", "1/4", true), ("第四支部", false, "2011-04-20", "1/4", true),
    ("第四支部", false, "2011-04-21", "1/3", false),
    // Left before the deadline: not asked any more. Left after it: it still owes.
    ("第三支部", true, "2011-04-01", "1/2", false), ("第三支部", true, "2011-04-20", "1/2", false),
    ("第三支部", true, "2011-04-21", "1/3", true),
    // Had completed it before it left: that stays.
    ("第一支部", true, "2011-04-16", "1/3", false),
  ])
  func joiningAndLeaving(unit: String, leaves: Bool, on: String, count: String, isMissing: Bool) throws {
    let campaign = try Self.after(
      try Self.campaign(), "2011-04-15", Fixture.units, try Self.done("第一支部", on: "2011-04-12"))
    var units = try Fixture.units.applying(
      .add(name: "第四支部", kind: .branch, id: "zhibu4", aliases: [], members: [], contact: nil))
    units = try units.applying(.membership(unit: unit, of: "各支部", leaves: leaves, on: try day(on)))
    #expect(try Self.count(campaign, "2011-05-01", units) == count)
    let missing = campaign.tasks[0].missingMembers(units, on: try day("2011-05-01")).map(\.name)
    #expect(missing.contains(unit) == isMissing)
  }

  @Test func whatWasAskedOfACompletedTaskStays() throws {
    var campaign = try Self.campaign()
    for unit in ["第一支部", "第二支部", "第三支部"] {
      campaign = try Self.after(campaign, "2011-04-15", Fixture.units, try Self.done(unit))
    }
    var units = try Fixture.units.applying(
      .add(name: "第四支部", kind: .branch, id: "zhibu4", aliases: [], members: [], contact: nil))
    units = try units.applying(
      .membership(unit: "第四支部", of: "各支部", leaves: false, on: try day("2011-04-16")))
    #expect(try Self.count(campaign, "2011-05-01", units) == "3/3")
    // Where only those who left were missing, it says that everybody is done.
    let open = try Self.after(
      try Self.campaign(), "2011-04-12", Fixture.units, try Self.done("第一支部"), try Self.done("第二支部"))
    let left = try Fixture.units.applying(
      .membership(unit: "第三支部", of: "各支部", leaves: true, on: try day("2011-04-14")))
    let judge = Judge(today: try day("2011-04-15"), calendar: chinese, units: left)
    #expect(judge.verdict(on: open.tasks[0], in: open).notes.contains(.membersDone))
    let all = try Fixture.judge("2011-04-15").verdict(on: open.tasks[0], in: open)
    #expect(!all.notes.contains(.membersDone))
  }

  @Test func oneMemberDoesItsPartAgain() throws {
    var campaign = try Self.campaign()
    for unit in ["第一支部", "第二支部", "第三支部"] {
      campaign = try Self.after(campaign, "2011-04-15", Fixture.units, try Self.done(unit))
    }
    #expect(throws: Refusal.reasonMissing(id: "h11-1", move: .reopen)) {
      _ = try Self.after(
        campaign, "2011-05-03", Fixture.units, .reopen(id: "h11-1", reason: nil, from: "第二支部"))
    }
    let again = try Self.after(
      campaign, "2011-05-03", Fixture.units, .reopen(id: "h11-1", reason: "承诺书未上墙", from: "第二支部"))
    #expect(again.tasks[0].stage == .inProgress)
    #expect(try Self.count(again, "2011-05-03") == "2/3")
    #expect(try Self.rows(again, "2011-05-03")["第二支部"]?.row.verdict.condition == .overdue)
    #expect(throws: Refusal.partNotCompleted(id: "h11-1", unit: "第二支部")) {
      _ = try Self.after(
        again, "2011-05-03", Fixture.units, .reopen(id: "h11-1", reason: "再查", from: "第二支部"))
    }
    // All of it: everybody again.
    let whole = try Self.after(
      campaign, "2011-05-03", Fixture.units, .reopen(id: "h11-1", reason: "回头看"))
    #expect(try Self.count(whole, "2011-05-03") == "0/3")
    // Completed as a whole, it names who was missing.
    let closed = try Self.after(
      again, "2011-05-04", Fixture.units, .complete(id: "h11-1", CompletionReport()))
    #expect(closed.tasks[0].completion?.missing == ["第二支部"])
  }

  @Test func collectivesWithinCollectives() throws {
    var units = Fixture.units
    units = try units.applying(
      .add(
        name: "各单位", kind: .collective, id: "all", aliases: [], members: ["监察室", "各支部", "第一支部"], contact: nil)
    )
    #expect(
      units.members(of: "all", on: try day("2011-04-01")).map(\.name) == ["监察室", "第一支部", "第二支部", "第三支部"])
    units = try units.applying(
      .membership(unit: "各支部", of: "各单位", leaves: true, on: try day("2011-05-01")))
    #expect(units.members(of: "all", on: try day("2011-05-01")).map(\.name) == ["监察室", "第一支部"])
    for outer in ["各单位", "各支部"] {
      #expect(throws: Refusal.collectiveCircle(outer, of: "各支部")) {
        _ = try units.applying(
          .membership(unit: outer, of: "各支部", leaves: false, on: try day("2011-04-01")))
      }
    }
    // By hand in the file: it is found, and nothing goes round for ever.
    let place = try #require(units.units.firstIndex { $0.id == "gezhibu" })
    units.units[place].members += [Unit.Membership(unit: "all"), Unit.Membership(unit: "zhibu1")]
    #expect(units.members(of: "all", on: try day("2011-04-01")).count == 4)
    #expect(units.inconsistencies.contains(.collectiveCircle("all")))
    #expect(units.inconsistencies.contains(.repeatedMember(owner: "gezhibu", unit: "zhibu1")))
  }

  @Test func badInput() throws {
    let units = Fixture.units
    #expect(throws: Refusal.alreadyMember(unit: "第一支部", of: "各支部")) {
      _ = try units.applying(
        .membership(unit: "第一支部", of: "各支部", leaves: false, on: try day("2011-04-01")))
    }
    let later = try units.applying(
      .membership(unit: "团委", of: "各支部", leaves: false, on: try day("2011-06-01")))
    #expect(throws: Refusal.reversedRange(start: try day("2011-06-01"), end: try day("2011-05-01"))) {
      _ = try later.applying(.membership(unit: "团委", of: "各支部", leaves: true, on: try day("2011-05-01")))
    }
    var edit = TaskEdit()
    edit.memberRule = .atLeast(0)
    #expect(throws: Refusal.badCount(0)) {
      _ = try Self.after(try Self.campaign(), "2011-04-15", units, .editTask(id: "h11-1", edit))
    }
    #expect(throws: Refusal.notResponsible(id: "h11-1", unit: "监察室")) {
      _ = try Self.after(try Self.campaign(), "2011-04-15", units, try Self.done("监察室"))
    }
  }

  /// 每季度不少于二次 of every branch: who owes what.
  @Test func quotasMemberByMember() throws {
    var campaign = try Self.campaign()
    campaign.tasks[0].deadline = Deadline(
      text: "每季度不少于二次，12月20日之前", kind: .date, end: try day("2011-12-20"),
      quota: Quota(times: 2, unit: "次", per: .quarter))
    func record(_ unit: String?, _ count: Int, _ on: String) throws -> Act {
      .record(
        id: "h11-1", OccurrenceReport(count: count, on: try day(on), from: unit))
    }
    // 第一支部 2 + 2, 第二支部 1 + 2, 第三支部 0 + 1; 党办 held one for all on 10 May.
    campaign = try Self.after(
      campaign, "2011-06-30", Fixture.units, try record("第一支部", 2, "2011-02-10"),
      try record("第一支部", 1, "2011-05-20"), try record("第二支部", 1, "2011-03-10"),
      try record("第二支部", 1, "2011-06-10"), try record("党办", 1, "2011-05-10"))
    let verdict = try Fixture.judge("2011-07-05").verdict(on: campaign.tasks[0], in: campaign)
    let quotas = try #require(verdict.memberQuotas)
    #expect(verdict.quota == nil && verdict.light == .red && verdict.quotaOwed == 4)
    let owed = Dictionary(
      uniqueKeysWithValues: quotas.members.map { ($0.unit.name, $0.standing.owed) })
    // 第三支部: two in the first quarter, one in the second.
    #expect(owed == ["第一支部": 0, "第二支部": 1, "第三支部": 3])
    #expect(quotas.current?.met == 0 && quotas.current?.asked == 3)
    #expect(try Self.rows(campaign, "2011-07-05")["第一支部"]?.row.verdict.light == .green)
    // A branch that joined in May is asked from the second quarter on, since more than half of it is left.
    var units = try Fixture.units.applying(
      .add(name: "第四支部", kind: .branch, id: "zhibu4", aliases: [], members: [], contact: nil))
    units = try units.applying(
      .membership(unit: "第四支部", of: "各支部", leaves: false, on: try day("2011-05-05")))
    units = try units.applying(
      .membership(unit: "第三支部", of: "各支部", leaves: true, on: try day("2011-04-01")))
    let judge = Judge(today: try day("2011-07-05"), calendar: chinese, units: units)
    let changed = try #require(judge.verdict(on: campaign.tasks[0], in: campaign).memberQuotas)
    #expect(
      Dictionary(uniqueKeysWithValues: changed.members.map { ($0.unit.name, $0.standing.owed) })
        == ["第一支部": 0, "第二支部": 1, "第四支部": 1], "who left is not asked any more")
    // Counted as one where it is declared so.
    campaign.tasks[0].memberRule = .whole
    let whole = try Fixture.judge("2011-07-05").verdict(on: campaign.tasks[0], in: campaign)
    #expect(whole.memberQuotas == nil && whole.quota?.owed == 0)
  }

  /// Left in April and back in July: what it owed then and what it owes now, each record in one of the stretches only. What
  /// nobody could do before it left is not asked.
  @Test func quotasOfOneThatCameBack() throws {
    var units = try Fixture.units.applying(
      .membership(unit: "第一支部", of: "各支部", leaves: true, on: try day("2011-05-10")))
    units = try units.applying(
      .membership(unit: "第一支部", of: "各支部", leaves: false, on: try day("2011-07-01")))
    var campaign = try Self.campaign()
    campaign.tasks[0].deadline = Deadline(
      text: "每季度不少于二次", kind: .recurring, quota: Quota(times: 2, per: .quarter))
    func owed(_ today: String) throws -> Int? {
      let judge = Judge(today: try day(today), calendar: chinese, units: units)
      return try #require(judge.verdict(on: campaign.tasks[0], in: campaign).memberQuotas)
        .members.filter { $0.unit.name == "第一支部" }.map(\.owed).first
    }
    // The first quarter; the second it left in the middle of; the third.
    #expect(try owed("2011-08-01") == 2)
    #expect(try owed("2011-10-08") == 4)
    campaign = try Self.after(
      campaign, "2011-11-20", units,
      .record(id: "h11-1", OccurrenceReport(count: 4, on: try day("2011-11-15"), from: "第一支部")))
    // Two are for the fourth quarter, two make up for the third; the first stays owed.
    #expect(try owed("2011-11-20") == 2)
    let judge = Judge(today: try day("2011-11-20"), calendar: chinese, units: units)
    let quotas = try #require(judge.verdict(on: campaign.tasks[0], in: campaign).memberQuotas)
    #expect(quotas.members.count == 3, "each once")
  }

  /// Through two collectives, or one within another, a unit is asked once.
  @Test func oneUnitInTwoCollectives() throws {
    let units = try Fixture.units.applying(
      .add(name: "小组", kind: .collective, id: "xz", aliases: [], members: ["第三支部", "团委"], contact: nil))
    var campaign = try Self.campaign()
    campaign.tasks[0].units.append(Responsibility(unit: "xz", name: "小组", role: .supporting))
    campaign.tasks[0].deadline = Deadline(
      text: "每季度不少于二次", kind: .recurring, quota: Quota(times: 2, per: .quarter))
    let judge = Judge(today: try day("2011-04-06"), calendar: chinese, units: units)
    let row = try #require(campaign.rows(judge).first)
    #expect(row.verdict.memberQuotas?.members.map(\.owed) == [2, 2, 2, 2])
    #expect(row.chases.map(\.unit.name) == ["第一支部", "第二支部", "第三支部", "团委"])
  }

  @Test func whoWasMissingWhenEnoughHadDoneItCanStillDoIt() throws {
    var edit = TaskEdit()
    edit.memberRule = .atLeast(2)
    var campaign = try Self.after(
      try Self.campaign(), "2011-04-18", Fixture.units, .editTask(id: "h11-1", edit), try Self.done("第一支部"),
      try Self.done("第二支部"))
    #expect(campaign.tasks[0].stage == .completed && campaign.tasks[0].completion?.missing == ["第三支部"])
    campaign = try Self.after(campaign, "2011-04-19", Fixture.units, try Self.done("第三支部"))
    #expect(campaign.tasks[0].stage == .completed)
    #expect(try Self.count(campaign, "2011-04-19") == "3/3")
    // The rule set when it is met already: it says so.
    let late = try Self.after(
      try Self.campaign(), "2011-04-18", Fixture.units, try Self.done("第一支部"), try Self.done("第二支部"),
      .editTask(id: "h11-1", edit))
    #expect(try Fixture.judge("2011-04-18").verdict(on: late.tasks[0], in: late).notes.contains(.membersDone))
  }

  @Test func mergedUnitsAreOne() throws {
    let units = try Fixture.units.applying(.merge(unit: "第一支部", into: "第三支部"))
    #expect(throws: Refusal.alreadyMember(unit: "第三支部", of: "各支部")) {
      _ = try units.applying(
        .membership(unit: "第三支部", of: "各支部", leaves: false, on: try day("2011-04-01")))
    }
    for (one, other) in [("各支部", "党办"), ("第二支部", "各支部")] {
      #expect(throws: Refusal.notACollective(unit: one == "各支部" ? other : one)) {
        _ = try units.applying(.merge(unit: one, into: other))
      }
    }
    let outer = try Fixture.units.applying(
      .add(name: "各单位", kind: .collective, id: "all", aliases: [], members: ["各支部"], contact: nil))
    #expect(throws: Refusal.collectiveCircle("各单位", of: "各支部")) {
      _ = try outer.applying(.merge(unit: "各支部", into: "各单位"))
    }
    let apart = try Fixture.units.applying(
      .add(name: "各组", kind: .collective, id: "zu", aliases: [], members: ["团委"], contact: nil)
    ).applying(.merge(unit: "各组", into: "各支部"))
    #expect(apart.members(of: "gezhibu", on: try day("2011-04-01")).count == 4)
    // A task that a merged unit led.
    var campaign = try Self.campaign()
    let merged = try Fixture.units.applying(.merge(unit: "党办", into: "团委"))
    #expect(throws: Refusal.nothingToDo(id: "h11-1")) {
      _ = try Self.after(campaign, "2011-04-01", merged, .assign(id: "h11-1", Assignment(add: ["团委"])))
    }
    campaign = try Self.after(
      campaign, "2011-04-01", merged, .assign(id: "h11-1", Assignment(remove: ["团委"])))
    #expect(campaign.tasks[0].units.map(\.name) == ["各支部"])
  }

  @Test func filtersKnowWhoIsMissing() throws {
    let campaign = try Self.after(
      try Self.campaign(), "2011-04-15", Fixture.units, try Self.done("第一支部", on: "2011-04-12"))
    let ledger = Ledger(
      settings: StoreSettings(organisation: nil), units: Fixture.units, campaigns: [campaign])
    let snapshot = Snapshot(ledger, ledger.judge(today: try day("2011-04-22"), years: []))
    for (words, count) in [
      ("missing:第一支部", 0), ("missing:第三支部", 1), ("missing:党办", 1), ("missing:监察室", 0), ("missing:各支部", 0),
      ("unit:第一支部", 1), ("missing:第三支部 is:overdue", 1),
    ] { #expect(snapshot.rows(matching: try FilterReader.read(words, .plain)).count == count, "\(words)") }
  }
}

extension Act {
  /// The campaign after it.
  fileprivate func applied(to campaign: Campaign, _ context: ActContext) throws -> Campaign {
    try campaign.change(for: self, context).applied(to: campaign)
  }
}
