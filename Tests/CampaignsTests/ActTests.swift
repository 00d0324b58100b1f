import Campaigns
import TestSupport
import Testing

struct ActTests {
  private let moves: [(Move, [Stage])] = [
    (.register, [.draft]), (.assign, [.draft, .registered, .assigned, .inProgress, .submitted]),
    (.report, [.registered, .assigned, .inProgress, .submitted]),
    (.submit, [.registered, .assigned, .inProgress]),
    (.sendBack, [.submitted]), (.complete, [.registered, .assigned, .inProgress, .submitted]),
    (.strikeOff, [.completed]), (.suspend, [.registered, .assigned, .inProgress, .submitted]),
    (.resume, [.suspended]),
    (.cancel, [.draft, .registered, .assigned, .inProgress, .submitted, .suspended]), (.reopen, [.completed]),
    (.extend, [.registered, .assigned, .inProgress, .submitted]),
    (.remind, [.registered, .assigned, .inProgress, .submitted]),
    (.split, [.registered, .assigned, .inProgress, .submitted, .suspended]),
    (.move, Stage.allCases.filter { $0 != .draft }),
  ]

  @Test func everyMoveFromEveryStage() {
    #expect(moves.map(\.0) == Move.allCases)
    for (move, allowed) in moves {
      for stage in Stage.allCases {
        let next = move.stage(from: stage, suspendedFrom: .assigned)
        #expect((next != nil) == allowed.contains(stage), "\(move) from \(stage)")
      }
    }
    #expect(Move.assign.stage(from: .inProgress) == .inProgress)
    #expect(Move.report.stage(from: .submitted) == .submitted)
    #expect(Move.resume.stage(from: .suspended, suspendedFrom: .registered) == .registered)
    #expect(Move.extend.stage(from: .submitted, suspendedFrom: .assigned) == .submitted)
  }

  private func applying(_ acts: [Act], to campaign: Campaign, on today: String = "2011-05-01") throws
    -> Campaign
  {
    var campaign = campaign
    for act in acts {
      let change = try campaign.change(for: act, try Fixture.context(today))
      campaign = try change.applied(to: campaign)
    }
    return campaign
  }

  private func refusal(_ act: Act, _ campaign: Campaign, on today: String = "2011-05-01") throws -> Refusal? {
    let context = try Fixture.context(today)
    do throws(Refusal) {
      _ = try campaign.change(for: act, context)
      return nil
    } catch {
      return error
    }
  }

  @Test func aTaskFromRegistrationToStrikingOff() throws {
    var draft = TaskDraft(title: " 开展承诺活动 ")
    draft.units = ["院党办", "各支部"]
    var campaign = try applying([.addTask(draft)], to: Campaign(code: "h11", title: "工作要点", year: 2011))
    #expect(campaign.tasks.map(\.title) == ["开展承诺活动"])
    #expect(
      campaign.tasks[0].units == [
        Responsibility(unit: "dangban", name: "党办", role: .lead),
        Responsibility(unit: "gezhibu", name: "各支部", role: .supporting),
      ])
    var report = Report(text: "已动员", percent: 30)
    report.from = "第一支部"
    report.via = "电话"
    campaign = try applying(
      [
        .assign(id: "h11-1", Assignment(add: ["团委"], lead: "团委", remove: ["党办"])),
        .report(id: "h11-1", report),
        .instruct(id: "h11-1", text: "抓紧"), .complete(id: "h11-1", CompletionReport(from: "第二支部")),
        .submit(id: "h11-1", text: nil), .sendBack(id: "h11-1", reason: "材料不全"),
        .complete(id: "h11-1", CompletionReport(text: "全部完成", on: try day("2011-04-30"))),
        .strikeOff(id: "h11-1", reviewer: "督查室", on: nil),
      ], to: campaign)
    let task = campaign.tasks[0]
    #expect(task.stage == .struckOff && task.returns == 1 && task.completion?.on == Day(2011, 4, 30))
    #expect(task.completion?.missing == ["第一支部", "第三支部"])
    #expect(task.units.map(\.name) == ["团委", "各支部"] && task.units.map(\.role) == [.lead, .supporting])
    #expect(task.members.first { $0.unit == "zhibu1" }?.percent == 30)
    #expect(
      task.log.map(\.kind.name) == [
        .assigned, .progress, .instruction, .completed, .submitted, .returned, .completed, .struckOff,
      ])
    #expect(task.log.map(\.id) == Array(1...8) && task.log[1].unit == "zhibu1" && task.log[1].via == "电话")
  }

  @Test func correctionsKeepTheWrongEntry() throws {
    let campaign = try applying(
      [
        .report(id: "h11-2", Report(text: "完成一半", percent: 50)),
        .correct(id: "h11-2", entry: 1, text: "完成三成"),
      ], to: try Fixture.campaign("h11"))
    let log = try #require(campaign.task(id: "h11-2")).log
    #expect(log[0].struckBy == 2 && log[0].text == "完成一半" && log[1].kind == .correction(of: 1))
    #expect(
      try refusal(.correct(id: "h11-2", entry: 1, text: "再改"), campaign)
        == .unknownEntry(id: "h11-2", entry: 1))
  }

  @Test func suspendedTasksGoBackToWhereTheyWere() throws {
    let acts: [Act] = [.suspend(id: "h11-3", reason: "待上级部署"), .reopen(id: "h11-3", reason: nil)]
    let campaign = try applying(acts, to: try Fixture.campaign("h11"))
    #expect(
      campaign.task(id: "h11-3")?.stage == .registered && campaign.task(id: "h11-3")?.suspendedFrom == nil)
  }

  /// Ids come from files: a number that nothing can be added to is no number to count on from.
  @Test(arguments: ["9223372036854775807", "9007199254740991", "99999999999999999999", "党"])
  func idsOfAnyNumberLeaveRoomForMore(number: String) throws {
    var campaign = Campaign(code: "h11", title: "工作要点")
    campaign.tasks = [Task(id: "h11-\(number)", title: "旧")]
    campaign.phases = [Phase(id: "p\(number)", name: "旧")]
    let after = try applying(
      [.addTask(TaskDraft(title: "新")), .addPhase(PhaseDraft(name: "新"))], to: campaign)
    #expect(after.tasks.map(\.id) == ["h11-\(number)", "h11-1"] && after.nextTask == 2)
    #expect(after.phases.map(\.id) == ["p\(number)", "p1"])
  }

  @Test func refusals() throws {
    let campaign = try Fixture.campaign("h11")
    #expect(
      try refusal(.suspend(id: "h11-1", reason: " "), campaign)
        == .reasonMissing(id: "h11-1", move: .suspend))
    #expect(
      try refusal(.strikeOff(id: "h11-1", reviewer: "x", on: nil), campaign)
        == .stageForbids(id: "h11-1", move: .strikeOff, stage: .registered))
    #expect(try refusal(.note(id: "h11-99", text: "x"), campaign) == .unknownTask(id: "h11-99"))
    #expect(try refusal(.report(id: "h11-1", Report(text: "x", percent: 101)), campaign) == .badPercent(101))
    #expect(try refusal(.report(id: "h11-1", Report(text: "")), campaign) == .emptyText(.text))
    let tomorrow = try day("2011-05-02")
    #expect(
      try refusal(.complete(id: "h11-1", CompletionReport(on: tomorrow)), campaign) == .dayInFuture(tomorrow))
    #expect(
      try refusal(.assign(id: "h11-1", Assignment(add: ["党力"])), campaign)
        == .unknownUnit(name: "党力", nearest: "党办"))
    #expect(
      try refusal(.complete(id: "h11-4", CompletionReport(from: "第一支部")), campaign)
        == .notResponsible(id: "h11-4", unit: "第一支部"))
    var closed = campaign
    closed.state = .closed
    #expect(try refusal(.note(id: "h11-1", text: "x"), closed) == .campaignClosed(code: "h11"))
  }

  @Test func aChangeIsRefusedWhereItsGroundHasMoved() throws {
    let campaign = try Fixture.campaign("h11")
    let context = try Fixture.context("2011-05-01")
    let mine = try campaign.change(for: .note(id: "h11-1", text: "我的"), context)
    let theirs = try campaign.change(for: .note(id: "h11-1", text: "别人的"), context).applied(to: campaign)
    #expect(throws: Refusal.changedMeanwhile(id: "h11-1", by: context.stamp)) { try mine.applied(to: theirs) }
  }

  /// Random acts on a real plan: each is refused, or the change the other way round gives the plan that there was.
  @Test(arguments: [UInt64(7), 2_011, 26])
  func applyThenInverseIsIdentity(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var campaign = try Fixture.campaign("h11")
    let context = try Fixture.context("2011-12-30")
    var applied: [JournalCommand: Int] = [:]
    for step in 0..<1_200 {
      let id = "h11-\(Int.random(in: 1...27, using: &random))"
      let other = "h11-\(Int.random(in: 1...27, using: &random))"
      let day = try day("2012-01-01") + Int.random(in: 0...90, using: &random)
      var edit = TaskEdit()
      (edit.addDependencies, edit.memberRule) = ([other], .atLeast(2))
      let acts: [Act] = [
        .report(id: id, Report(text: "进展", percent: Int.random(in: 0...100, using: &random))),
        .note(id: id, text: "备注"), .editTask(id: id, edit),
        .complete(id: id, CompletionReport()), .complete(id: id, CompletionReport(from: "第二支部")),
        .reopen(id: id, reason: "重办", from: "第二支部"),
        .suspend(id: id, reason: "缓"), .reopen(id: id, reason: "回头看"), .cancel(id: id, reason: "撤"),
        .assign(id: id, Assignment(add: ["团委"])), .assign(id: id, Assignment(remove: ["党办"])),
        .submit(id: id, text: nil), .sendBack(id: id, reason: "退"),
        .strikeOff(id: id, reviewer: "督查", on: nil), .instruct(id: id, text: "批"),
        .addTask(TaskDraft(title: "新")), .addPhase(PhaseDraft(name: "阶段\(step)")),
        .correct(id: id, entry: 1, text: "正"),
        .record(id: id, OccurrenceReport(count: 2, from: "第一支部")), .record(id: id, OccurrenceReport()),
        .setTarget(id: id, TargetDraft(name: "满意率", atLeast: 90, unit: "%")),
        .addReading(id: id, ReadingReport(target: "满意率", value: 91.5)),
        .removeTarget(id: id, name: "满意率"),
        .setTarget(id: "h11", TargetDraft(name: "参评率", atLeast: Double(step))),
        .addReading(id: "h11", ReadingReport(target: "参评率", value: 91)),
        .extend(id: id, ExtensionRequest(until: day, reason: "延")),
        .decide(id: id, ExtensionDecision(isApproved: Bool.random(using: &random), by: "院长")),
        .remind(id: id, ChaseReport()), .split(id: id, titles: ["甲\(step)", "乙\(step)"]),
        .move(id: id, phase: "阶段\(step - 1)"),
        .setEvent(name: "活动结束", EventDays(first: day, last: day + step % 3)),
      ]
      guard let act = acts.randomElement(using: &random),
        let change = try? campaign.change(for: act, context)
      else { continue }
      let after = try change.applied(to: campaign)
      var back = try change.inverse.applied(to: after)
      // A number that was given is not given again.
      back.nextTask = campaign.nextTask
      #expect(back == campaign, "\(act)")
      campaign = after
      applied[act.command, default: 0] += 1
    }
    #expect(applied.count >= 20 && applied.values.reduce(0, +) > 300, "\(applied)")
  }
}

extension Change {
  /// The same change the other way round.
  fileprivate var inverse: Change {
    func turned<Value>(_ edits: [Edit<Value>]) -> [Edit<Value>] {
      edits.reversed().map { Edit(before: $0.after, after: $0.before, index: $0.index) }
    }
    return Change(
      code: code, tasks: turned(tasks), phases: turned(phases),
      header: header.map { Edit(before: $0.after, after: $0.before) })
  }
}
