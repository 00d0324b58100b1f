import Campaigns
import TestSupport
import Testing

/// A phase that is added to a plan moves no period of a quota that has begun.
struct LaterPhaseTests {
  private func campaign(_ phases: [(String?, String?)], _ words: String = "每季度一次") throws -> Campaign {
    var campaign = Campaign(code: "h11", title: "工作要点", year: 2011)
    var task = Task(
      id: "h11-1", title: "集中学习",
      deadline: TimeReader(TimeContext(year: 2011, calendar: chinese)).read(words).deadline,
      stage: .inProgress)
    task.units = [Responsibility(unit: "tuanwei", name: "团委", role: .lead)]
    campaign.tasks = [task]
    campaign.phases = try phases.enumerated().map { number, days in
      Phase(
        id: "p\(number + 1)", name: "阶段\(number + 1)", start: try days.0.map { try day($0) },
        end: try days.1.map { try day($0) })
    }
    return campaign
  }

  private func periods(_ campaign: Campaign, _ today: String) throws -> [String] {
    let row = try #require(campaign.rows(try Fixture.judge(today)).first)
    return row.verdict.quota?.periods.map { "\($0.start.iso) \($0.end.iso) \($0.asked)" } ?? []
  }

  private func adding(_ start: String?, _ end: String?, _ campaign: Campaign, _ today: String) throws
    -> Campaign
  {
    var draft = PhaseDraft(name: "回头看")
    (draft.start, draft.end) = (try start.map { try day($0) }, try end.map { try day($0) })
    return try campaign.change(for: .addPhase(draft), Fixture.context(today)).applied(to: campaign)
  }

  /// (phases that there are, the one that is added): the periods stay.
  @Test(
    arguments: [
      ([], ("2011-12-21", "2011-12-31")), ([], ("2011-03-01", "2011-05-31")), ([], (nil, nil)),
      ([("2011-02-01", "2011-10-31")], ("2011-01-05", "2011-01-31")),
      ([("2011-02-01", "2011-10-31")], (nil, "2011-09-30")), ([("2011-02-01", "2011-10-31")], (nil, nil)),
      ([("2011-02-01", nil)], ("2011-03-01", "2011-06-30")),
    ] as [([(String?, String?)], (String?, String?))])
  func periodsThatBeganStay(phases: [(String?, String?)], new: (String?, String?)) throws {
    let before = try campaign(phases)
    let after = try adding(new.0, new.1, before, "2011-07-15")
    let begun = { (periods: [String]) in periods.filter { $0.prefix(10) <= "2011-07-15" } }
    let (old, now) = (try begun(periods(before, "2011-07-15")), try begun(periods(after, "2011-07-15")))
    #expect(!old.isEmpty && now == old, "\(old) \(now)")
    #expect(after.phases.count == phases.count + 1)
  }

  /// What has not begun follows the plan; a longer plan is longer for all.
  @Test func whatHasNotBegunFollowsThePlan() throws {
    let waiting = try adding(
      "2011-03-01", "2011-05-31", campaign([("2011-08-01", "2011-10-31")]), "2011-02-15")
    #expect(waiting.tasks[0].quotaDays == nil)
    let longer = try adding(
      "2011-11-01", "2011-12-31", campaign([("2011-02-01", "2011-10-31")]), "2011-07-15")
    #expect(longer.tasks[0].quotaDays == nil)
    #expect(try periods(longer, "2011-07-15").last?.hasPrefix("2011-10-01 2011-12-31") == true)
    // Another time in words is counted by itself again.
    var edit = TaskEdit()
    edit.deadline = TimeReader(TimeContext(year: 2011, calendar: chinese)).read("每月一次").deadline
    let kept = try adding("2011-12-21", "2011-12-31", campaign([]), "2011-07-15")
    let changed = try kept.change(for: .editTask(id: "h11-1", edit), Fixture.context("2011-07-15")).applied(
      to: kept)
    #expect(kept.tasks[0].quotaDays != nil && changed.tasks[0].quotaDays == nil)
  }

  /// What was kept is let go once the plan says the same again, and grows with it.
  @Test func whatWasKeptIsLetGo() throws {
    let kept = try adding("2011-03-01", "2011-05-31", campaign([]), "2011-07-15")
    let context = try Fixture.context("2011-07-15")
    let removed = try kept.change(for: .removePhase(id: kept.phases[0].id), context).applied(to: kept)
    #expect(kept.tasks[0].quotaDays != nil && removed.tasks[0].quotaDays == nil)
    var draft = PhaseDraft(name: "延续")
    (draft.start, draft.end) = (Day(2011, 6, 1), Day(2012, 3, 31))
    let longer = try kept.change(for: .addPhase(draft), context).applied(to: kept)
    #expect(longer.tasks[0].quotaDays?.start.iso == "2011-01-01")
    #expect(longer.tasks[0].quotaDays?.end.iso == "2012-03-31")
  }

  /// A plan that is made shorter is shorter: taking a phase away keeps nothing.
  @Test func takingAPhaseAwayKeepsNothing() throws {
    let long = try campaign([("2011-02-01", "2011-06-30"), ("2011-07-01", "2011-12-31")])
    let shorter = try long.change(for: .removePhase(id: "p2"), Fixture.context("2011-05-15")).applied(
      to: long)
    #expect(shorter.tasks[0].quotaDays == nil)
    #expect(try periods(shorter, "2011-05-15").last?.hasPrefix("2011-04-01 2011-06-30") == true)
  }
}
