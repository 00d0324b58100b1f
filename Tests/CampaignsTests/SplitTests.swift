import Campaigns
import TestSupport
import Testing

/// One task becomes several.
struct SplitTests {
  /// A task with everything that can be copied, a part of it, and one behind.
  private func campaign() throws -> Campaign {
    var task = Task(id: "h11-1", title: "排查整改")
    task.deadline = Deadline(
      text: "每季度一次，12月20日前", kind: .date, end: Day(2011, 12, 20), quota: Quota(times: 1, per: .quarter))
    task.units = [Responsibility(unit: "gezhibu", name: "各支部", role: .lead)]
    task.number = "二（一）1"
    task.text = "各支部排查并整改。"
    task.sourceLine = 12
    task.members = [MemberStatus(unit: "zhibu1", name: "第一支部", collective: "gezhibu")]
    task.targets = [Target(name: "整改率", atLeast: 90)]
    task.extensions = [Extension(asked: try day("2011-04-01"), until: try day("2011-12-25"), reason: "等通知")]
    task.dependsOn = ["h11-3"]
    var part = Task(id: "h11-2", title: "报送台账")
    part.parent = "h11-1"
    var campaign = Campaign(code: "h11", title: "工作要点", year: 2011)
    campaign.tasks = [task, part, Task(id: "h11-3", title: "部署")]
    campaign.nextTask = 7
    var report = Report(text: "已排查", percent: 40)
    report.on = try day("2011-04-10")
    for act in [
      Act.report(id: "h11-1", report), .record(id: "h11-1", OccurrenceReport()),
      .instruct(id: "h11-1", text: "抓紧", from: "院长"),
    ] { campaign = try applying(act, campaign) }
    return campaign
  }

  private func applying(_ act: Act, _ campaign: Campaign) throws -> Campaign {
    try campaign.change(for: act, try Fixture.context("2011-05-01")).applied(to: campaign)
  }

  private func refusal(_ act: Act, _ campaign: Campaign) throws -> Refusal? {
    let context = try Fixture.context("2011-05-01")
    do throws(Refusal) {
      _ = try campaign.change(for: act, context)
      return nil
    } catch { return error }
  }

  @Test func eachIsACopyUnderItsOwnTitle() throws {
    let before = try campaign()
    let after = try applying(.split(id: "h11-1", titles: [" 排查 ", "整改", "回访"]), before)
    #expect(after.tasks.map(\.id) == ["h11-1", "h11-2", "h11-7", "h11-8", "h11-3"])
    #expect(after.nextTask == 9)
    let parts = [after.tasks[0], after.tasks[2], after.tasks[3]]
    #expect(parts.map(\.title) == ["排查", "整改", "回访"])
    #expect(parts.map(\.splitFrom) == [nil, "h11-1", "h11-1"])
    for part in parts {
      #expect(part.log.dropLast().map(\.id) == [1, 2, 3] && part.log.last?.kind == .split)
      #expect(part.log.last?.text == "h11-1 排查整改 → h11-1、h11-7、h11-8" && part.log.last?.id == 4)
      #expect(part.openInstructions.map(\.id) == [3] && part.occurrences.map(\.id) == [2])
      var same = part
      same.id = "h11-1"
      same.title = "排查整改"
      same.splitFrom = nil
      same.log.removeLast()
      same.changed = before.tasks[0].changed
      #expect(same == before.tasks[0])
    }
  }

  @Test func withOneTitleTheTaskKeepsItsOwn() throws {
    let after = try applying(.split(id: "h11-1", titles: ["整改"]), campaign())
    #expect(after.tasks.map(\.title) == ["排查整改", "报送台账", "整改", "部署"])
    #expect(after.tasks[0].log.last?.text == "h11-1 排查整改 → h11-1、h11-7")
    // What was split is split again: it names the task that it came from then.
    let again = try applying(.split(id: "h11-7", titles: ["整改一", "整改二"]), after)
    #expect(again.tasks.map(\.splitFrom) == [nil, nil, "h11-1", "h11-7", nil])
  }

  @Test func whatIsRefused() throws {
    var campaign = try campaign()
    let titles: [([String], Refusal)] = [
      ([], .nothingToDo(id: "h11-1")), (["甲", " "], .emptyText(.title)),
      (["甲", "甲 "], .sameTitle("甲")),
      (["排查整改"], .sameTitle("排查整改")),
    ]
    for (titles, wanted) in titles {
      #expect(try refusal(.split(id: "h11-1", titles: titles), campaign) == wanted)
    }
    #expect(try refusal(.split(id: "h11-9", titles: ["甲"]), campaign) == .unknownTask(id: "h11-9"))
    for stage in Stage.allCases {
      campaign.tasks[0].stage = stage
      let isAllowed = stage.isOpen || stage == .suspended
      #expect(
        try refusal(.split(id: "h11-1", titles: ["甲", "乙"]), campaign)
          == (isAllowed ? nil : .stageForbids(id: "h11-1", move: .split, stage: stage)))
    }
    campaign.state = .closed
    #expect(try refusal(.split(id: "h11-1", titles: ["甲"]), campaign) == .campaignClosed(code: "h11"))
  }

  /// Random tasks of a real plan, split again and again: every id is new, nothing but what was split changes, and no
  /// task stands between one and its parts.
  @Test(arguments: 1...8)
  func splittingAnything(_ seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    var campaign = try Fixture.campaign("h11")
    for step in 1...20 {
      let task = try #require(campaign.tasks.randomElement(using: &random))
      let count = Int.random(in: 1...4, using: &random)
      let titles = (1...count).map { "\(step)之\($0)" }
      let after = try applying(.split(id: task.id, titles: titles), campaign)
      let new = after.tasks.filter { $0.splitFrom == task.id && campaign.task(id: $0.id) == nil }
      #expect(new.count == max(1, count - 1) && Set(after.tasks.map(\.id)).count == after.tasks.count)
      #expect(
        after.tasks.filter { campaign.task(id: $0.id) != nil && $0.id != task.id }
          == campaign.tasks.filter { $0.id != task.id })
      let problems = after.inconsistencies(UnitRegistry()).filter { problem in
        if case .unknownUnit = problem { false } else { true }
      }
      #expect(problems.isEmpty)
      campaign = after
    }
  }
}
