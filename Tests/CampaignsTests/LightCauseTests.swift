import Campaigns
import ReferenceData
import TestSupport
import Testing

/// What decides a light is told by the verdict, and nothing works it out a second time.
struct LightCauseTests {
  private static let today = Day(2011, 3, 14) ?? .epoch

  /// Ten working days from 03-07 to 03-18; on 03-14 six are over. A quota of one a week, from 03-01 on.
  private func verdict(
    percent: Int?, quotaFrom: Day?, done: [String], end: String = "2011-03-18", today: Day = today
  ) throws -> Verdict {
    var deadline = Deadline(kind: .range, start: try day("2011-03-07"), end: try day(end))
    if let quotaFrom {
      deadline.quota = Quota(times: 1, per: .week)
      deadline.start = quotaFrom
    }
    var task = Task(id: "h11-1", title: "事项", deadline: deadline, stage: .inProgress)
    task.percent = percent
    task.occurrences = try done.map { Occurrence(on: try day($0)) }
    return try Fixture.judge(today.iso).verdict(on: task, in: Campaign(code: "h11", title: "方案"))
  }

  @Test func theWorseCauseDecidesAndOfTwoAlikeTheFirst() throws {
    let week = try day("2011-02-28")
    #expect(try verdict(percent: nil, quotaFrom: nil, done: []).cause == .inTime)
    #expect(
      try verdict(percent: 45, quotaFrom: nil, done: []).cause == .behind(points: 15, isFar: false))
    // Two weeks of three are over and one of them is owed; the days since 02-28 ask for 66 per cent.
    let short = try verdict(percent: 60, quotaFrom: week, done: ["2011-03-02"])
    #expect(short.cause == .short(owed: 1) && short.light == .red)
    // Both red: what the deadline's course says comes first.
    let far = try verdict(percent: 10, quotaFrom: week, done: ["2011-03-02"])
    #expect(far.cause?.kind == .behind && far.light == .red)
    // The week's one is missing with three working days left, the deadline far away.
    let near = try verdict(
      percent: nil, quotaFrom: week, done: ["2011-03-02", "2011-03-09"], end: "2011-04-29",
      today: try day("2011-03-15"))
    #expect(near.cause == .quotaDueSoon(workingDays: 3) && near.light == .yellow)
    let late = try verdict(percent: 10, quotaFrom: week, done: [], today: try day("2011-03-19"))
    #expect(late.cause == .overdue(days: 1))
  }

  /// Over a year of the demonstration: the light follows from the cause alone, a row's part from condition and cause, and
  /// every cause occurs.
  @Test func lightsAndPartsFollowFromCauses() throws {
    var seen: Set<LightCause.Kind> = []
    for shift in stride(from: -120, through: 240, by: 5) {
      let today = try day("2026-11-20") + shift
      let demonstration = try #require(Demonstration(today: try day("2026-11-20")))
      for campaign in demonstration.live {
        let judge = Judge(today: today, calendar: chinese, units: demonstration.units)
        for row in campaign.rows(judge) where row.task.stage != .draft {
          let verdict = row.verdict
          verdict.cause.map { _ = seen.insert($0.kind) }
          #expect(verdict.light == verdict.cause?.light ?? .none)
          #expect(row.part.isUrgent == (verdict.light == .red || verdict.light == .yellow), "\(row.task.id)")
          #expect(Filter.urgent.matches(row, demonstration.units) == row.part.isUrgent)
          #expect((verdict.condition == .overdue) == (verdict.cause?.kind == .overdue))
          if verdict.cause?.kind == .dueSoon { #expect(verdict.condition == .dueSoon) }
          if !row.task.stage.isOpen { #expect(verdict.cause == nil) }
        }
      }
    }
    #expect(seen == Set(LightCause.Kind.allCases))
  }

  /// What a list shows first, and who lags, follows from what decided the light, whatever the condition is.
  @Test func listsSortByTheCauseOfTheLight() throws {
    func task(
      _ id: Int, _ unit: String, from start: String = "2011-02-28", until end: String, percent: Int? = nil,
      doneInWeeks done: [String]? = nil
    ) throws -> Task {
      var deadline = Deadline(kind: .range, start: try day(start), end: try day(end))
      if done != nil { deadline.quota = Quota(times: 1, per: .week) }
      var task = Task(id: "h11-\(id)", title: "事项", deadline: deadline, stage: .inProgress)
      task.units = [Responsibility(unit: unit, name: unit, role: .lead)]
      task.percent = percent
      task.occurrences = try done?.map { Occurrence(on: try day($0)) } ?? []
      return task
    }
    var campaign = Campaign(code: "h11", title: "方案")
    campaign.tasks = [
      try task(1, "zhibu1", until: "2011-04-29"),
      try task(2, "zhibu1", until: "2011-04-29", doneInWeeks: ["2011-03-02", "2011-03-09"]),
      try task(3, "zhibu2", until: "2011-04-29", doneInWeeks: ["2011-03-02"]),
      try task(4, "zhibu3", from: "2011-03-07", until: "2011-03-25", percent: 10),
      try task(5, "zhibu1", until: "2011-03-17"), try task(6, "dangban", until: "2011-03-11"),
    ]
    let judge = try Fixture.judge("2011-03-15")
    let rows = campaign.rows(judge)
    #expect(
      rows.map(\.verdict.cause?.kind) == [.inTime, .quotaDueSoon, .short, .behind, .dueSoon, .overdue])
    #expect(
      TaskOrder.state.sorted(rows, Fixture.units).map(\.task.id)
        == ["h11-6", "h11-5", "h11-4", "h11-2", "h11-3", "h11-1"])
    let ledger = Ledger(
      settings: StoreSettings(organisation: nil), units: Fixture.units, campaigns: [campaign])
    let lagging = UnitLoad.lagging(Snapshot(ledger, judge).loads)
    #expect(lagging.map(\.unit.id) == ["dangban", "zhibu2", "zhibu3"])
  }

  /// The words of a filter and the parts that numbers count are one list.
  @Test func everyPartCanBeAskedForInItsOwnWord() throws {
    let words: [Tally.Part: String] = [
      .overdue: "逾期", .dueSoon: "临期", .behind: "滞后", .short: "次数不足", .normal: "正常", .completed: "办结",
      .standing: "长期", .recurring: "周期", .unscheduled: "待定", .suspended: "中止", .cancelled: "撤销",
    ]
    for part in Tally.Part.allCases {
      #expect(try FilterReader.read("is:\(try #require(words[part]))", .plain) == .part(part))
    }
    #expect(
      try FilterReader.read("is:urgent", .plain) == .urgent && FilterReader.read("is:紧要", .plain) == .urgent)
  }
}
