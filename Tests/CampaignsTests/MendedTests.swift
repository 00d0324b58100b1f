import Campaigns
import Testing

/// What a review found, each so that it would have been found.
struct MendedTests {
  private func campaign(_ deadline: Deadline) -> Campaign {
    var campaign = Campaign(code: "h26", title: "方案", year: 2026)
    campaign.tasks = [Task(id: "h26-1", title: "事项", deadline: deadline), Task(id: "h26-2", title: "另一事项")]
    return campaign
  }

  private func applying(_ campaign: Campaign, _ steps: [(String, Act)]) throws -> Campaign {
    try steps.reduce(campaign) { try $0.change(for: $1.1, Fixture.context($1.0)).applied(to: $0) }
  }

  /// The last word is that of the latest day, not the one that was recorded last.
  @Test func theLastWordIsOfTheLatestDay() throws {
    var earlier = Report(text: "补记三月的情况")
    earlier.on = try day("2026-03-02")
    let campaign = try applying(
      campaign(Deadline(text: "长期", kind: .standing)),
      [
        ("2026-04-01", .report(id: "h26-1", Report(text: "进展"))),
        ("2026-04-01", .report(id: "h26-1", earlier)),
      ])
    let verdict = try Fixture.judge("2026-04-01").verdict(on: campaign.tasks[0], in: campaign)
    #expect(verdict.notes.contains(.notReviewed(days: 0)))
  }

  /// Five working days after an event in a year that is not published, long before it, soon before and after it.
  @Test(arguments: ["2026-04-01", "2027-09-29", "2027-10-20"])
  func holidaysThatAreNotKnownAreSaidToBe(today: String) throws {
    let event = EventBinding(name: "考试结束", side: .after, within: TimeSpan(count: 5, unit: .workingDay))
    let campaign = campaign(Deadline(text: "考试结束后5个工作日内", kind: .event, event: event))
    let judge = try Fixture.judge(today, events: [NamedEvent(name: "考试结束", day: try day("2027-09-28"))])
    let verdict = judge.verdict(on: campaign.tasks[0], in: campaign)
    #expect(verdict.notes.contains(.holidaysUnknown(UnknownYear(year: 2027, isPast: false))))
  }

  @Test func whatComesAfterAnEventBeginsThen() throws {
    let campaign = campaign(
      Deadline(text: "活动结束后", kind: .event, event: EventBinding(name: "活动结束", side: .after)))
    let judge = try Fixture.judge(
      "2026-12-01", events: [NamedEvent(name: "活动结束", day: try day("2026-11-07"))])
    #expect(judge.verdict(on: campaign.tasks[0], in: campaign).reason == .beginsOn(try day("2026-11-07")))
  }

  /// Completed with a day before somebody joined: who joined was not missing.
  @Test func whoJoinedAfterTheDayOfCompletionIsNotMissing() throws {
    let units = try Fixture.units.applying(
      .membership(unit: "团委", of: "各支部", leaves: false, on: try day("2026-11-15")))
    var campaign = campaign(Deadline(text: "12月25日前", kind: .date, end: try day("2026-12-25")))
    campaign.tasks[0].units = [Responsibility(unit: "gezhibu", name: "各支部", role: .lead)]
    let context = ActContext(
      judge: Judge(today: try day("2026-11-20"), calendar: chinese, units: units),
      stamp: try Fixture.context("2026-11-20").stamp)
    let done = try campaign.change(
      for: .complete(id: "h26-1", CompletionReport(on: try day("2026-11-10"))), context
    ).applied(to: campaign)
    #expect(done.tasks[0].completion?.missing == ["第一支部", "第二支部", "第三支部"])
  }

  /// A decision that a later request rests on is not taken back.
  @Test func onlyTheLastRequestIsCorrected() throws {
    let campaign = try applying(
      campaign(Deadline(text: "11月25日前", kind: .date, end: try day("2026-11-25"))),
      [
        ("2026-11-20", .extend(id: "h26-1", ExtensionRequest(until: try day("2027-01-31"), reason: "甲"))),
        ("2026-11-20", .decide(id: "h26-1", ExtensionDecision(isApproved: false, by: "书记"))),
        ("2026-11-20", .extend(id: "h26-1", ExtensionRequest(until: try day("2026-12-10"), reason: "乙"))),
      ])
    #expect(throws: Refusal.laterExtension(id: "h26-1")) {
      _ = try applying(campaign, [("2026-11-20", .correct(id: "h26-1", entry: 2, text: "记错了"))])
    }
    let back = try applying(campaign, [("2026-11-20", .correct(id: "h26-1", entry: 3, text: "不要了"))])
    #expect(back.tasks[0].extensions.count == 1)
  }

  /// A draft that others wait for goes, and with it that they wait.
  @Test func nothingWaitsForADraftThatIsGone() throws {
    var campaign = campaign(Deadline())
    for place in campaign.tasks.indices { campaign.tasks[place].stage = .draft }
    campaign.tasks[0].dependsOn = ["h26-2"]
    let left = try applying(campaign, [("2026-11-20", .drop(id: "h26-2"))])
    #expect(left.tasks.map(\.id) == ["h26-1"] && left.tasks[0].dependsOn.isEmpty)
  }
}
