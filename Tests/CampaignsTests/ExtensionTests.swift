import Campaigns
import TestSupport
import Testing

/// Extensions: who may ask when, what was decided, and which deadline counts.
struct ExtensionTests {
  /// Due on 20 April 2011; one that hangs on an event; one without a time.
  private func campaign() throws -> Campaign {
    var campaign = Campaign(code: "h11", title: "工作要点", year: 2011)
    var dated = Task(id: "h11-1", title: "承诺", stage: .inProgress)
    dated.deadline = Deadline(text: "4月20日之前", kind: .date, end: try day("2011-04-20"))
    dated.percent = 40
    var bound = Task(id: "h11-2", title: "总结", stage: .assigned)
    bound.deadline = Deadline(
      text: "考试结束后5个工作日内", kind: .event,
      event: EventBinding(name: "考试结束", side: .after, within: TimeSpan(count: 5, unit: .workingDay)))
    campaign.tasks = [dated, bound, Task(id: "h11-3", title: "学习")]
    return campaign
  }

  private func applying(_ acts: [Act], _ campaign: Campaign, _ today: String) throws -> Campaign {
    try acts.reduce(campaign) { try $0.change(for: $1, try Fixture.context(today)).applied(to: $0) }
  }

  private func refusal(_ act: Act, _ campaign: Campaign, _ today: String = "2011-04-18") throws -> Refusal? {
    let context = try Fixture.context(today)
    do throws(Refusal) {
      _ = try campaign.change(for: act, context)
      return nil
    } catch { return error }
  }

  private func request(_ until: String, on: String? = nil, by approver: String? = nil) throws
    -> ExtensionRequest
  {
    ExtensionRequest(
      until: try day(until), reason: " 等待上级批复 ", on: try on.map { try day($0) }, approvedBy: approver)
  }

  @Test func askedAndGranted() throws {
    var campaign = try applying([.extend(id: "h11-1", try request("2011-04-30"))], campaign(), "2011-04-18")
    var task = campaign.tasks[0]
    #expect(task.pendingExtension?.reason == "等待上级批复" && task.pendingExtension?.percent == 40)
    #expect(task.pendingExtension?.from == Day(2011, 4, 20) && task.pendingExtension?.isLate == false)
    #expect(task.stage == .inProgress && task.endInForce == Day(2011, 4, 20), "it only asks")
    #expect(task.log[0].kind == .extensionAsked(until: Day(2011, 4, 30)))
    let decision = ExtensionDecision(
      isApproved: true, by: "分管领导", until: try day("2011-04-28"), on: try day("2011-04-19"), text: "抓紧办理")
    campaign = try applying([.decide(id: "h11-1", decision)], campaign, "2011-04-21")
    task = campaign.tasks[0]
    #expect(task.pendingExtension == nil && task.approvedEnd == Day(2011, 4, 28))
    #expect(task.deadline.end == Day(2011, 4, 20) && task.endInForce == Day(2011, 4, 28))
    let entry = task.log[1]
    #expect(
      entry.kind
        == .extensionDecided(isApproved: true, until: Day(2011, 4, 28), by: "分管领导", request: 1))
    #expect(entry.by == "党办干事" && entry.on == Day(2011, 4, 19) && entry.text == "抓紧办理")
    // The next one starts from the deadline in force, and is late after that.
    campaign = try applying(
      [.extend(id: "h11-1", try request("2011-05-10", by: "党委书记"))], campaign, "2011-04-29")
    task = campaign.tasks[0]
    #expect(task.extensions[1].isLate && task.extensions[1].from == Day(2011, 4, 28))
    #expect(task.endInForce == Day(2011, 5, 10) && task.extensions[1].decision?.on == Day(2011, 4, 29))
    #expect(task.log.map(\.leader) == [nil, "分管领导", nil, "党委书记"])
  }

  @Test func refusedLeavesTheDeadline() throws {
    let acts: [Act] = [
      .extend(id: "h11-1", try request("2011-04-30")),
      .decide(id: "h11-1", ExtensionDecision(isApproved: false, by: "党办干事", text: " ")),
    ]
    let task = try applying(acts, campaign(), "2011-04-18").tasks[0]
    #expect(
      task.endInForce == Day(2011, 4, 20) && task.approvedEnd == nil && task.extensions[0].granted == nil)
    #expect(
      task.log[1].text == nil
        && task.log[1].kind == .extensionDecided(isApproved: false, until: nil, request: 1))
  }

  /// A deadline that an event gives is put off too: 2011-01-28 + 5 working days = 2011-02-10.
  @Test func aDeadlineOfAnEvent() throws {
    let ask = Act.extend(id: "h11-2", try request("2011-02-18", by: "分管领导"))
    #expect(try refusal(ask, campaign(), "2011-02-11") == .noDeadline(id: "h11-2"))
    var campaign = try campaign()
    campaign.events = [NamedEvent(name: "考试结束", day: try day("2011-01-28"))]
    let early = Act.extend(id: "h11-2", try request("2011-02-10"))
    #expect(
      try refusal(early, campaign, "2011-02-11")
        == .notLater(id: "h11-2", until: day("2011-02-10"), end: day("2011-02-10")))
    campaign = try applying([ask], campaign, "2011-02-11")
    #expect(campaign.tasks[1].extensions[0].isLate)
    let row = try campaign.rows(Fixture.judge("2011-02-15"))[1]
    #expect(row.verdict.end == Day(2011, 2, 18) && row.verdict.originalEnd == Day(2011, 2, 10))
    #expect(row.verdict.notes.contains(.extended(from: try day("2011-02-10"))))
    campaign = try applying([.complete(id: "h11-2", CompletionReport())], campaign, "2011-02-15")
    let tally = Tally(try campaign.rows(Fixture.judge("2011-02-15")).filter { $0.task.id == "h11-2" })
    #expect(
      tally.onTimeRate == Share(part: 1, whole: 1) && tally.onTimeRateByOriginal == Share(part: 0, whole: 1))
  }

  @Test func whatIsRefused() throws {
    let campaign = try campaign()
    func ask(_ change: (inout ExtensionRequest) -> Void, _ id: String = "h11-1") throws -> Refusal? {
      var request = try request("2011-04-30")
      change(&request)
      return try refusal(.extend(id: id, request), campaign)
    }
    let (tomorrow, end) = (try day("2011-04-19"), try day("2011-04-20"))
    #expect(try ask { $0.until = end } == .notLater(id: "h11-1", until: end, end: end))
    #expect(try ask { $0.reason = " " } == .emptyText(.reason))
    #expect(try ask { $0.percent = 101 } == .badPercent(101))
    #expect(try ask { $0.on = tomorrow } == .dayInFuture(tomorrow))
    #expect(try ask { $0.approvedBy = "　" } == .emptyText(.decider))
    #expect(try ask({ _ in }, "h11-3") == .noDeadline(id: "h11-3"))
    let asked = try applying(
      [.extend(id: "h11-1", try request("2011-04-30", on: "2011-04-15"))], campaign, "2011-04-18")
    func decide(_ change: (inout ExtensionDecision) -> Void) throws -> Refusal? {
      var decision = ExtensionDecision(isApproved: true, by: "分管领导")
      change(&decision)
      return try refusal(.decide(id: "h11-1", decision), asked)
    }
    #expect(
      try refusal(.extend(id: "h11-1", try request("2011-05-30")), asked) == .extensionPending(id: "h11-1"))
    #expect(try decide { $0.by = "" } == .emptyText(.decider))
    #expect(try decide { $0.until = end } == .notLater(id: "h11-1", until: end, end: end))
    #expect(try decide { $0.on = tomorrow } == .dayInFuture(tomorrow))
    let early = try day("2011-04-14")
    let asking = try day("2011-04-15")
    #expect(try decide { $0.on = early } == .decidedTooEarly(on: early, asked: asking))
    #expect(try decide { $0.on = asking } == nil)
    let none = Act.decide(id: "h11-1", ExtensionDecision(isApproved: true, by: "分管领导"))
    #expect(try refusal(none, campaign) == .noExtensionPending(id: "h11-1"))
    for (act, stage) in [
      (Act.complete(id: "h11-1", CompletionReport()), Stage.completed),
      (.suspend(id: "h11-1", reason: "等待"), .suspended), (.cancel(id: "h11-1", reason: "撤销"), .cancelled),
    ] {
      let closed = try applying([act], asked, "2011-04-18")
      #expect(try refusal(none, closed) == .stageForbids(id: "h11-1", move: .extend, stage: stage))
    }
  }

  /// What a wrong entry asked for goes, what it decided waits again.
  @Test func wrongEntriesAreTakenBack() throws {
    let granted = try applying(
      [.extend(id: "h11-1", try request("2011-04-30", by: "分管领导"))], campaign(), "2011-04-18")
    let waiting = try applying([.correct(id: "h11-1", entry: 2, text: "尚未批准")], granted, "2011-04-18")
    #expect(waiting.tasks[0].pendingExtension != nil && waiting.tasks[0].endInForce == Day(2011, 4, 20))
    let gone = try applying([.correct(id: "h11-1", entry: 1, text: "填错任务")], granted, "2011-04-18")
    #expect(gone.tasks[0].extensions.isEmpty && gone.tasks[0].log.count == 3)
  }

  /// Seven tasks seen on 9 May 2011, six of them due on 20 April: one definition of rates, given by both deadlines.
  @Test func ratesByBothDeadlines() throws {
    func task(_ number: Int, completed: String? = nil, until: String? = nil, isApproved: Bool? = nil) throws
      -> Task
    {
      var task = Task(id: "h11-\(number)", title: "事项", stage: completed == nil ? .inProgress : .completed)
      task.deadline = Deadline(kind: .date, end: try day(number == 7 ? "2011-05-20" : "2011-04-20"))
      task.completion = try completed.map { Completion(on: try day($0)) }
      if let until {
        task.extensions = [Extension(asked: try day("2011-04-18"), until: try day(until), reason: "等待")]
        task.extensions[0].decision = try isApproved.map {
          .init(isApproved: $0, on: try day("2011-04-19"), by: "分管领导")
        }
      }
      return task
    }
    var campaign = Campaign(code: "h11", title: "工作要点", year: 2011)
    campaign.tasks = [
      // On time; on time by the approved deadline only; late by both.
      try task(1, completed: "2011-04-18"),
      try task(2, completed: "2011-04-25", until: "2011-04-30", isApproved: true),
      try task(3, completed: "2011-05-05", until: "2011-04-30", isApproved: true),
      // Open: overdue by the original deadline only; refused; waiting; not due yet.
      try task(4, until: "2011-05-20", isApproved: true),
      try task(5, until: "2011-05-20", isApproved: false),
      try task(6, until: "2011-05-20"),
      try task(7),
    ]
    let rows = try campaign.rows(Fixture.judge("2011-05-09"))
    #expect(
      rows.map(\.verdict.condition) == [
        .completed, .completed, .completedLate, .normal, .overdue, .overdue, .normal,
      ])
    let tally = Tally(rows)
    #expect(tally.completionRate == Share(part: 3, whole: 7))
    #expect(tally.onTimeRate == Share(part: 2, whole: 5) && tally.onTimeRate.percent == 40)
    #expect(
      tally.onTimeRateByOriginal == Share(part: 1, whole: 6) && tally.onTimeRateByOriginal.percent == 17)
    func ids(_ filter: String) throws -> [String] {
      let filter = try FilterReader.read(filter, .plain)
      return rows.filter { filter.matches($0, Fixture.units) }.map { String($0.task.id.dropFirst(4)) }
    }
    #expect(try ids("is:extended") == ["2", "3", "4"] && ids("is:已延期 is:open") == ["4"])
    #expect(try ids("is:pending") == ["6"] && ids("延期待批") == ["6"])
  }
}
