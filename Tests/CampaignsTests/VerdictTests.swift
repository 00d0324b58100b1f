import Campaigns
import ReferenceData
import Testing

/// Verdicts worked out by hand from the documents' deadlines.
struct VerdictTests {
  private func counts(_ code: String, _ today: String) throws -> [Condition: Int] {
    let rows = try Fixture.campaign(code).rows(try Fixture.judge(today))
    let tally = Tally(rows)
    return Dictionary(uniqueKeysWithValues: Condition.allCases.map { ($0, tally.count($0)) }).filter {
      $0.value > 0
    }
  }

  /// 2011: deadlines 02-15, 04-20, 04-30, 06-30 ×2, 08-01, 10-30 ×2, 12-20 ×9, nine standing.
  @Test(arguments: [
    ("2011-01-28", [Condition.normal: 17, .standing: 9]),
    ("2011-02-10", [.normal: 17, .standing: 9]),
    ("2011-02-11", [.dueSoon: 1, .normal: 16, .standing: 9]),
    ("2011-02-15", [.dueSoon: 1, .normal: 16, .standing: 9]),
    ("2011-02-16", [.overdue: 1, .normal: 16, .standing: 9]),
    ("2011-04-30", [.overdue: 2, .dueSoon: 1, .normal: 14, .standing: 9]),
    ("2011-05-01", [.overdue: 3, .normal: 14, .standing: 9]),
    ("2011-06-30", [.overdue: 3, .dueSoon: 2, .normal: 12, .standing: 9]),
    ("2011-07-29", [.overdue: 5, .dueSoon: 1, .normal: 11, .standing: 9]),
    ("2011-12-15", [.overdue: 8, .dueSoon: 9, .standing: 9]),
    ("2011-12-14", [.overdue: 8, .normal: 9, .standing: 9]),
    ("2011-12-20", [.overdue: 8, .dueSoon: 9, .standing: 9]), ("2011-12-21", [.overdue: 17, .standing: 9]),
  ])
  func workPointsOf2011(today: String, expected: [Condition: Int]) throws {
    #expect(try counts("h11", today) == expected)
  }

  /// 2014: the schedule's nineteen rows, one item by the end of February, one after the activity, one without a time.
  @Test(arguments: [
    ("2014-02-25", [Condition.normal: 16, .dueSoon: 4, .unscheduled: 2]),
    ("2014-02-26", [.overdue: 1, .normal: 16, .dueSoon: 3, .unscheduled: 2]),
    ("2014-03-01", [.overdue: 4, .normal: 16, .unscheduled: 2]),
    ("2014-04-11", [.overdue: 8, .normal: 12, .unscheduled: 2]),
    ("2014-10-01", [.overdue: 20, .unscheduled: 2]),
  ])
  func scheduleOf2014(today: String, expected: [Condition: Int]) throws {
    #expect(try counts("h14", today) == expected)
  }

  private func task(_ deadline: Deadline, _ stage: Stage = .registered) -> Task {
    Task(id: "h11-1", title: "事项", deadline: deadline, stage: stage)
  }

  private func verdict(_ task: Task, _ today: String, events: [NamedEvent] = []) throws -> Verdict {
    try Fixture.judge(today, events: events).verdict(on: task, in: Campaign(code: "h11", title: "方案"))
  }

  @Test(arguments: [
    ("2011-04-28", Condition.dueSoon, Light.yellow, 2), ("2011-04-25", .normal, .green, 5),
    ("2011-04-30", .dueSoon, .yellow, 0), ("2011-05-01", .overdue, .red, -1),
    ("2011-05-05", .overdue, .red, -5),
  ])
  func lightAndDays(today: String, condition: Condition, light: Light, days: Int) throws {
    let verdict = try verdict(task(Deadline(text: "4月30日之前", kind: .date, end: try day("2011-04-30"))), today)
    #expect(verdict.condition == condition && verdict.light == light && verdict.days == days)
    let isRestDayNoted = verdict.notes.contains(.restDay(lastWorkingDay: try day("2011-04-29")))
    #expect(isRestDayNoted)
  }

  /// The holiday of 2011 makes 02-10 the fifth working day after 01-28: due soon begins three working days before.
  @Test func workingDaysCountAcrossTheSpringFestival() throws {
    let due = task(Deadline(kind: .date, end: try day("2011-02-10")))
    #expect(try verdict(due, "2011-01-28").condition == .normal)
    #expect(try verdict(due, "2011-01-30").condition == .normal)
    #expect(try verdict(due, "2011-01-31").condition == .dueSoon)
    #expect(
      try verdict(due, "2011-02-11").reason == .overdue(end: try day("2011-02-10"), days: 1, workingDays: 1))
  }

  @Test func withoutAnEnd() throws {
    func condition(_ deadline: Deadline) throws -> Condition {
      try verdict(task(deadline), "2011-05-01").condition
    }
    #expect(try condition(Deadline(kind: .standing)) == .standing)
    #expect(try condition(Deadline(kind: .recurring, quota: Quota(times: 1, per: .month))) == .recurring)
    #expect(
      try condition(
        Deadline(kind: .recurring, end: try day("2011-12-20"), quota: Quota(times: 1, per: .month)))
        == .normal)
    #expect(
      try condition(Deadline(kind: .event, event: EventBinding(name: "活动结束", side: .after))) == .unscheduled)
    #expect(try condition(Deadline(kind: .range, start: try day("2011-01-01"))) == .unscheduled)
    #expect(try condition(Deadline()) == .unscheduled)
  }

  @Test func anEventWithADaySchedules() throws {
    let binding = EventBinding(name: "考试结束", side: .after, within: TimeSpan(count: 5, unit: .workingDay))
    let bound = task(Deadline(text: "考试结束后5个工作日内", kind: .event, event: binding))
    let verdict = try verdict(
      bound, "2011-02-11", events: [NamedEvent(name: "考试结束", day: try day("2011-01-28"))])
    #expect(verdict.end == Day(2011, 2, 10) && verdict.condition == .overdue)
  }

  @Test func completionIsJudgedByTheDeadlineInForce() throws {
    var late = task(Deadline(kind: .date, end: try day("2011-04-20")), .completed)
    late.completion = Completion(on: try day("2011-04-25"))
    let before = try verdict(late, "2011-05-01")
    #expect(
      before.condition == .completedLate && before.light == .none && before.notes.contains(.detailsMissing))
    late.extensions = [
      Extension(
        asked: try day("2011-04-18"), until: try day("2011-04-30"), reason: "等待上级批复",
        decision: .init(isApproved: true, on: try day("2011-04-19"), by: "分管领导"))
    ]
    let after = try verdict(late, "2011-05-01")
    #expect(after.condition == .completed && after.end == Day(2011, 4, 30))
    #expect(after.notes.contains(.extended(from: try day("2011-04-20"))))
  }

  @Test(arguments: [(60, Light.green, nil), (45, .yellow, 15), (20, .red, 40)] as [(Int, Light, Int?)])
  func behindSchedule(percent: Int, light: Light, points: Int?) throws {
    // Ten working days from 03-07 to 03-18; on 03-14 six are over.
    var started = task(
      Deadline(kind: .range, start: try day("2011-03-07"), end: try day("2011-03-18")), .inProgress)
    started.percent = percent
    let verdict = try verdict(started, "2011-03-14")
    #expect(verdict.condition == .normal && verdict.light == light && verdict.pointsBehind == points)
  }

  @Test func silenceIsNotBeingBehind() throws {
    let started = task(
      Deadline(kind: .range, start: try day("2011-03-07"), end: try day("2011-03-18")), .inProgress)
    #expect(try verdict(started, "2011-03-14").light == .green)
  }

  /// For an unchanged task the condition only ever moves from normal over due soon to overdue.
  @Test func conditionsAreMonotoneInTheDay() throws {
    for code in ["h11", "h14"] {
      let campaign = try Fixture.campaign(code)
      let order: [Condition] = [.normal, .dueSoon, .overdue]
      for task in campaign.tasks {
        let end = task.deadline.end ?? Day(2011, 6, 1) ?? .epoch
        var last = 0
        for shift in [-400, -90, -40] + Array(-25...10) + [40, 90, 400, 2_000] {
          let verdict = Judge(today: end + shift, calendar: chinese).verdict(on: task, in: campaign)
          if let place = order.firstIndex(of: verdict.condition) {
            #expect(place >= last, "\(task.id) on \(end + shift)")
            last = place
          } else {
            #expect(verdict.end == nil)
          }
        }
      }
    }
  }

  /// The same of members, of what was put off, and of what hangs on an event; a light never gets better by waiting.
  @Test func conditionsOfPartsAreMonotoneInTheDay() throws {
    let demonstration = try #require(Demonstration(today: try day("2026-11-20")))
    let order: [Condition] = [.normal, .dueSoon, .overdue]
    for campaign in demonstration.live {
      for task in campaign.tasks where task.stage.isOpen {
        var last: [String: Int] = [:]
        for shift in stride(from: -60, through: 200, by: 3) {
          let judge = Judge(
            today: try day("2026-11-20") + shift, calendar: chinese,
            events: [
              NamedEvent(name: "集中督查结束", day: try day("2026-12-01"))
            ], units: demonstration.units)
          let parts = judge.memberRows(of: task, in: campaign).map { ($0.id, $0.row.verdict) }
          for (id, verdict) in parts + [("", judge.verdict(on: task, in: campaign))] {
            guard let place = order.firstIndex(of: verdict.condition) else { continue }
            #expect(place >= last[id] ?? 0, "\(task.id) \(id) on \(judge.today)")
            last[id] = place
          }
        }
      }
    }
  }

  @Test func ratesHaveOneDefinition() throws {
    var campaign = try Fixture.campaign("h11")
    campaign.tasks[1].stage = .completed
    campaign.tasks[1].completion = Completion(on: try day("2011-04-18"))
    campaign.tasks[2].stage = .completed
    campaign.tasks[2].completion = Completion(on: try day("2011-02-20"))
    campaign.tasks[4].stage = .cancelled
    campaign.tasks[5].stage = .draft
    let tally = Tally(campaign.rows(try Fixture.judge("2011-05-01")))
    // 26 tasks, one a draft; 1 cancelled and 9 standing do not count: 15; two completed, one overdue and open.
    #expect(tally.total == 25)
    #expect(tally.completionRate == Share(part: 2, whole: 15) && tally.completionRate.percent == 13)
    #expect(
      tally.onTimeRate == Share(part: 1, whole: 3) && tally.onTimeRateByOriginal == Share(part: 1, whole: 3))
  }
}
