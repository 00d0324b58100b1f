import Campaigns
import Testing

/// Tasks that go to another phase or campaign.
struct MovingTests {
  /// Two plans with a phase of the same name; the first one's third task hangs on an event.
  private func plans() throws -> (from: Campaign, to: Campaign) {
    var from = Campaign(code: "h11", title: "工作要点", year: 2011)
    from.phases = [Phase(id: "p1", name: "部署阶段"), Phase(id: "p2", name: "整改阶段")]
    var root = Task(id: "h11-2", title: "整改", stage: .inProgress)
    root.phase = "p2"
    root.parent = "h11-1"
    root.sourceLine = 12
    root.text = "逐项整改。"
    root.percent = 40
    root.log = [
      LogEntry(id: 1, stamp: try Fixture.context("2011-04-20").stamp, kind: .progress(), text: "已部署")
    ]
    var part = Task(id: "h11-3", title: "报送", stage: .completed)
    part.phase = "p1"
    part.parent = "h11-2"
    part.dependsOn = ["h11-2"]
    part.splitFrom = "h11-2"
    part.deadline = Deadline(
      text: "考核结束后", kind: .event, event: EventBinding(name: "考核结束", side: .after))
    var deeper = Task(id: "h11-5", title: "归档")
    deeper.parent = "h11-3"
    deeper.formerIDs = ["h10-8"]
    from.tasks = [Task(id: "h11-1", title: "部署"), root, part, Task(id: "h11-4", title: "总结"), deeper]
    from.nextTask = 6
    from.events = [NamedEvent(name: "考核结束", day: try day("2011-12-15"))]
    var to = Campaign(code: "h12", title: "专项整治", year: 2011)
    to.phases = [Phase(id: "p1", name: "整改阶段")]
    var there = Task(id: "h12-1", title: "排查")
    there.phase = "p1"
    to.tasks = [there, Task(id: "h12-4", title: "验收")]
    to.nextTask = 7
    return (from, to)
  }

  private func moved(
    _ from: Campaign, _ to: Campaign, _ id: String = "h11-2", phase: String? = nil, events: [NamedEvent] = []
  ) throws -> (from: Campaign, to: Campaign) {
    let judge = try Fixture.judge("2011-05-01", events: events)
    let context = ActContext(judge: judge, stamp: try Fixture.context("2011-05-01").stamp)
    let transfer = try from.transfer(of: id, to: to, phase: phase, context)
    return (try transfer.from.applied(to: from), try transfer.to.applied(to: to))
  }

  private func refusal(
    _ from: Campaign, _ to: Campaign, _ id: String = "h11-2", phase: String? = nil, events: [NamedEvent] = []
  ) -> Refusal? {
    do { _ = try moved(from, to, id, phase: phase, events: events) } catch { return error as? Refusal }
    return nil
  }

  @Test func aTaskGoesWithItsPartsAndItsHistory() throws {
    let (from, to) = try plans()
    let after = try moved(from, to)
    #expect(after.from.tasks.map(\.id) == ["h11-1", "h11-4"] && after.from.nextTask == 6)
    #expect(after.to.tasks.map(\.id) == ["h12-1", "h12-7", "h12-8", "h12-9", "h12-4"])
    #expect(after.to.nextTask == 10)
    let (root, part, deeper) = (after.to.tasks[1], after.to.tasks[2], after.to.tasks[3])
    #expect(root.formerIDs == ["h11-2"] && root.parent == nil && root.phase == "p1")
    #expect(root.sourceLine == nil && root.text == "逐项整改。" && root.percent == 40)
    #expect(root.log.map(\.text) == ["已部署", "h11-2 → h12-7"] && root.log[1].kind == .moved)
    #expect(part.parent == "h12-7" && part.dependsOn == ["h12-7"] && part.splitFrom == "h12-7")
    #expect(part.phase == nil && part.stage == .completed)
    #expect(deeper.parent == "h12-8" && deeper.formerIDs == ["h10-8", "h11-5"])
    #expect(after.to.events == from.events, "the day that a deadline hangs on comes along")
    #expect(
      after.to.inconsistencies(UnitRegistry()).isEmpty && after.from.inconsistencies(UnitRegistry()).isEmpty)
    let ledger = Ledger(
      settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: [after.from, after.to])
    #expect(ledger.task(formerly: "H10-8")?.task.id == "h12-9" && ledger.task(formerly: "h11-4") == nil)
  }

  @Test func thePhaseThere() throws {
    let (from, to) = try plans()
    func phases(_ wanted: String?) throws -> [String?] {
      try moved(from, to, phase: wanted).to.tasks.filter { !$0.formerIDs.isEmpty }.map(\.phase)
    }
    #expect(try phases(nil) == ["p1", nil, nil])
    #expect(try phases("整改阶段") == ["p1", "p1", "p1"] && phases("p1") == ["p1", "p1", "p1"])
    #expect(try phases("") == [nil, nil, nil])
    #expect(refusal(from, to, phase: "p2") == .unknownPhase(id: "p2"))
    #expect(try moved(from, to, phase: "").to.tasks.map(\.id).last == "h12-9", "at the end")
  }

  /// (the day here, the day for all, the day there) → the day there afterwards; nil: refused.
  @Test(
    arguments: [
      (nil, nil, nil, "none"), ("12-15", nil, nil, "12-15"), ("12-15", nil, "12-15", "12-15"),
      ("12-15", nil, "12-20", nil), (nil, "12-15", nil, "none"), (nil, "12-15", "12-20", nil),
      ("12-15", "12-20", nil, nil), ("12-20", "12-20", nil, "none"), (nil, nil, "12-20", nil),
    ] as [(String?, String?, String?, String?)])
  func theEventThatADeadlineHangsOn(here: String?, all: String?, there: String?, after: String?) throws {
    var (from, to) = try plans()
    func events(_ text: String?) -> [NamedEvent] {
      text.map { [NamedEvent(name: "考核结束", day: Day(iso: "2011-" + $0))] } ?? []
    }
    from.events = events(here)
    to.events = events(there)
    guard let after else {
      let days = try [here ?? all, there ?? all].map { text in
        try text.map { EventDays(try day("2011-" + $0)) }
      }
      let other = try #require(days[1])
      #expect(
        refusal(from, to, events: events(all))
          == .eventDiffers(name: "考核结束", from: days[0], to: other, code: "h12"))
      return
    }
    #expect(try moved(from, to, events: events(all)).to.events == (after == "none" ? [] : events(after)))
  }

  /// 2011年考核结束 for all is the same event there; in a plan of another year it is none, and the days come along.
  @Test func theYearOfAnEvent() throws {
    var (from, to) = try plans()
    from.events = []
    (from.year, to.year) = (2011, 2011)
    let all = [
      NamedEvent(
        name: "2011年考核结束", days: EventDays(first: try day("2011-12-12"), last: try day("2011-12-15")))
    ]
    #expect(try moved(from, to, events: all).to.events.isEmpty)
    to.year = 2012
    #expect(try moved(from, to, events: all).to.events == [NamedEvent(name: "考核结束", days: all[0].days)])
  }

  @Test func whatIsRefused() throws {
    let (from, to) = try plans()
    #expect(refusal(from, from) == .nothingToDo(id: "h11-2"))
    #expect(refusal(from, to, "h11-9") == .unknownTask(id: "h11-9"))
    var waiting = from
    waiting.tasks[3].dependsOn = ["h11-3"]
    #expect(refusal(waiting, to) == .parted(waiting: "h11-4", on: "h11-3"))
    waiting = from
    waiting.tasks[4].dependsOn = ["h11-1"]
    #expect(refusal(waiting, to) == .parted(waiting: "h11-5", on: "h11-1"))
    #expect(refusal(waiting, to, "h11-4") == nil, "what does not concern it stands in no way")
    for (place, id) in [(1, "h11-2"), (4, "h11-5")] {
      var draft = from
      draft.tasks[place].stage = .draft
      #expect(refusal(draft, to) == .stageForbids(id: id, move: .move, stage: .draft))
    }
    var closed = to
    closed.state = .closed
    #expect(refusal(from, closed) == .campaignClosed(code: "h12"))
    closed = from
    closed.state = .closed
    #expect(refusal(closed, to) == .campaignClosed(code: "h11"))
    var plan = to
    for place in plan.tasks.indices { plan.tasks[place].stage = .draft }
    #expect(refusal(from, plan) == .draftPlan(code: "h12"))
    var empty = to
    empty.tasks = []
    #expect(refusal(from, empty) == nil)
  }

  @Test func anotherPhaseOfTheSamePlan() throws {
    let (from, _) = try plans()
    let context = try Fixture.context("2011-05-01")
    func phases(_ id: String, _ wanted: String) throws -> [String?] {
      let change = try from.change(for: .move(id: id, phase: wanted), context)
      return try change.applied(to: from).tasks.map(\.phase)
    }
    #expect(try phases("h11-2", "部署阶段") == [nil, "p1", "p1", nil, nil])
    #expect(try phases("h11-2", " ") == [nil, nil, "p1", nil, nil])
    // A part in the same phase goes along, one in another stays.
    #expect(try phases("h11-3", "p2") == [nil, "p2", "p2", nil, nil])
    #expect(try phases("h11-1", "整改阶段") == ["p2", "p2", "p1", nil, "p2"])
    let entry = try from.change(for: .move(id: "h11-2", phase: "p1"), context).tasks.first?.after?.log.last
    #expect(entry?.kind == .moved && entry?.text == "整改阶段 → 部署阶段")
    for (phase, wanted) in [("p2", Refusal.nothingToDo(id: "h11-2")), ("p9", .unknownPhase(id: "p9"))] {
      #expect(throws: wanted) { try from.change(for: .move(id: "h11-2", phase: phase), context) }
    }
  }

  /// A moved task is one that was moved, neither a new one nor one that is gone.
  @Test func changesTellOfIt() throws {
    let (from, to) = try plans()
    let after = try moved(from, to)
    let judge = try Fixture.judge("2011-05-01")
    let changes = [TaskChange](
      from: from.rows(judge) + to.rows(judge), to: after.from.rows(judge) + after.to.rows(judge), [])
    #expect(changes.map(\.kind) == [.moved, .moved, .moved])
    #expect(changes.map(\.row.task.id) == ["h12-7", "h12-8", "h12-9"])
  }
}
