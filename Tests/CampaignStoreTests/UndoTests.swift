import CampaignStore
import Campaigns
import Foundation
import ReferenceData
import TestSupport
import Testing

struct UndoTests {
  @Test func oneCommandIsOneStepBackAndForth() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    var states = [try content(store)]
    let acts: [Act] = [
      .report(id: "h11-1", Report(text: "已开会", percent: 30)),
      .addPhase(PhaseDraft(name: "第一阶段")),
      .complete(id: "h11-1", CompletionReport(text: "已办结")),
      .editCampaign(
        {
          var edit = CampaignEdit(); edit.title = "新题目"; return edit
        }()),
    ]
    for act in acts {
      _ = try store.update("h11", act, writing)
      states.append(try content(store))
    }
    for place in acts.indices.reversed() {
      let undone = try store.perform(.undo, expecting: nil, writing)
      #expect(undone?.entry.command == acts[place].command)
      #expect(try content(store) == states[place])
    }
    for place in acts.indices {
      _ = try store.perform(.redo, expecting: nil, writing)
      #expect(try content(store) == states[place + 1])
    }
    #expect(try store.perform(.redo, expecting: nil, writing) == nil)
    // Something new, and there is nothing to redo.
    _ = try store.perform(.undo, expecting: nil, writing)
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    #expect(try store.next(.redo, by: writing.stamp.by) == nil)
    #expect(try store.next(.undo, by: writing.stamp.by)?.command == .note)
  }

  /// First and last day go back together, whoever changed one of them in between.
  @Test func theDaysOfAnEventGoBackTogether() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    func set(_ first: Int, _ last: Int, _ context: WriteContext) throws {
      _ = try store.updateSettings(
        .event(name: "汛期", EventDays(first: today + first, last: today + last)), context)
    }
    func days() throws -> EventDays? { try store.ledger().settings.events.first?.days }
    try set(20, 40, writing)
    try set(10, 40, writing)
    try set(10, 15, others)
    #expect(throws: StoreError.self) { try store.perform(.undo, expecting: nil, writing) }
    _ = try store.perform(.undo, expecting: nil, others)
    let undone = try store.perform(.undo, expecting: nil, writing)
    let field = try #require(undone?.entry.fields.first)
    #expect(field.owner == "汛期" && field.before == "\((today + 20).iso)..\((today + 40).iso)")
    #expect(field.after == "\((today + 10).iso)..\((today + 40).iso)")
    #expect(try days() == EventDays(first: today + 20, last: today + 40))
    _ = try store.perform(.undo, expecting: nil, writing)
    #expect(try days() == nil)
    _ = try store.perform(.redo, expecting: nil, writing)
    #expect(try days() == EventDays(first: today + 20, last: today + 40))
  }

  @Test func numbersAreNeverUsedAgain() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.update("h11", .addTask(TaskDraft(title: "二")), writing)
    _ = try store.perform(.undo, expecting: nil, writing)
    _ = try store.update("h11", .addTask(TaskDraft(title: "三")), writing)
    #expect(try store.ledger().campaigns[0].tasks.map(\.id) == ["h11-1", "h11-3"])
  }

  /// Random acts on the plan of 2011, undone one by one: every state comes back, and redone again.
  @Test(arguments: 1...6)
  func everyStateComesBack(_ seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    let store = Store(path: folder.path + "/store")
    let demonstration = try #require(Demonstration(today: today))
    try store.create(demonstration.settings, units: demonstration.units, writing)
    var plan = try #require(demonstration.live.first)
    plan.code = "h12"
    for place in plan.tasks.indices { plan.tasks[place].id = "h12-\(place + 1)" }
    plan = try store.add(plan, writing).campaign
    var states = [try content(store)]
    for step in 1...50 {
      let id = plan.tasks.randomElement(using: &random)?.id ?? ""
      var edit = TaskEdit()
      edit.title = "新题目\(step)"
      edit.deadline = Deadline(text: "长期", kind: .standing)
      let act: Act =
        switch Int.random(in: 0..<20, using: &random) {
        case 10: .complete(id: id, CompletionReport(from: "第\(["一", "二", "三"][step % 3])支部"))
        case 11: .reopen(id: id, reason: "重办\(step)", from: "第一支部")
        case 12: .record(id: id, OccurrenceReport(count: step, from: step % 2 == 0 ? nil : "第二支部"))
        case 13: .extend(id: id, ExtensionRequest(until: today + 9_000 + step, reason: "延\(step)"))
        case 14:
          .decide(id: id, ExtensionDecision(isApproved: step % 2 == 0, by: "分管领导"))
        case 15: .remind(id: id, ChaseReport(text: "催\(step)"))
        case 16: .split(id: id, titles: ["甲\(step)", "乙\(step)"])
        case 17: .setTarget(id: id, TargetDraft(name: "指标\(step % 2)", atLeast: Double(step)))
        case 18: .addReading(id: id, ReadingReport(target: "指标", value: Double(step)))
        case 19: .correct(id: id, entry: step % 5, text: "正\(step)")
        case 0: .note(id: id, text: "备注\(step)")
        case 1: .report(id: id, Report(text: "进展\(step)", percent: step))
        case 2: .complete(id: id, CompletionReport(text: "办结\(step)"))
        case 3: .reopen(id: id, reason: "重办\(step)")
        case 4: .addPhase(PhaseDraft(name: "阶段\(step)"))
        case 5: .editTask(id: id, edit)
        case 6: .suspend(id: id, reason: "中止\(step)")
        case 7: .addTask(TaskDraft(title: "任务\(step)"))
        case 8: .instruct(id: id, text: "批示\(step)")
        default: .cancel(id: id, reason: "撤销\(step)")
        }
      if (try? store.update(plan.code, act, writing)) != nil { states.append(try content(store)) }
    }
    #expect(states.count > 15)
    for state in states.dropLast().reversed() {
      _ = try store.perform(.undo, expecting: nil, writing)
      #expect(try content(store) == state)
    }
    for state in states.dropFirst() {
      _ = try store.perform(.redo, expecting: nil, writing)
      #expect(try content(store) == state)
    }
  }

  /// What a task was split into has its history: an earlier report is not taken back in one of them only.
  @Test func anEarlierReportOfASplitTaskStays() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "甲")), writing)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "乙")), writing)
    _ = try store.update("h11", .split(id: "h11-1", titles: ["一", "二"]), others)
    #expect(throws: StoreError.self) { try store.perform(.undo, expecting: nil, writing) }
  }

  /// A unit that a report names is needed: taking its adding back would tell the history of another one.
  @Test func aUnitThatALogNamesStays() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.updateUnits(
      .add(name: "新科", kind: .department, id: nil, aliases: [], members: [], contact: nil), writing)
    var report = Report(text: "材料已交")
    report.from = "新科"
    _ = try store.update("h11", .report(id: "h11-1", report), others)
    #expect(throws: StoreError.self) { try store.perform(.undo, expecting: nil, writing) }
  }

  @Test func onlyOnesOwnCommandsAreUndone() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    #expect(try store.next(.undo, by: others.stamp.by) == nil)
    _ = try store.update("h11", .note(id: "h11-1", text: "甲"), writing)
    _ = try store.update("h11", .note(id: "h11-1", text: "乙"), others)
    // Another entry of the same task is another thing.
    #expect(try store.perform(.undo, expecting: nil, writing)?.entry.text == "甲")
    #expect(try store.ledger().campaigns[0].tasks[0].log.map(\.text) == ["乙"])
  }

  @Test func whatSomebodyChangedSinceIsNotUndone() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "甲", percent: 30)), writing)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "乙", percent: 60)), others)
    let before = try content(store)
    #expect(throws: StoreError.refused(.changedSince(id: "h11-1", by: others.stamp))) {
      try store.perform(.undo, expecting: nil, writing)
    }
    #expect(try content(store) == before)
    try store.move("h11", toArchive: true, others)
    #expect(throws: StoreError.refused(.changedSince(id: "h11-1", by: others.stamp))) {
      try store.perform(.undo, expecting: nil, writing)
    }
  }

  /// What one person did alone goes back to nothing.
  @Test func allTheWayBack() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let start = try content(store)
    _ = try store.add(Campaign(code: "h12", title: "新方案"), writing)
    _ = try store.update("h12", .addTask(TaskDraft(title: "一")), writing)
    _ = try store.update("h12", .addTask(TaskDraft(title: "二")), writing)
    try store.move("h12", toArchive: true, writing)
    let full = try store.archived().campaigns.map(\.tasks.count)
    for _ in 1...4 { _ = try store.perform(.undo, expecting: nil, writing) }
    #expect(try content(store) == start && store.archived().campaigns.isEmpty)
    for _ in 1...4 { _ = try store.perform(.redo, expecting: nil, writing) }
    #expect(try store.archived().campaigns.map(\.tasks.count) == full)
  }

  /// The same value, reported by another person since, is theirs as well.
  @Test func aStateThatOthersWentOnFromStays() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "甲", percent: 60)), writing)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "乙", percent: 60)), others)
    #expect(throws: StoreError.refused(.changedSince(id: "h11-1", by: others.stamp))) {
      try store.perform(.undo, expecting: nil, writing)
    }
    // Once they took it back, it is ours alone.
    _ = try store.perform(.undo, expecting: nil, others)
    _ = try store.perform(.undo, expecting: nil, writing)
    #expect(try store.ledger().campaigns[0].tasks[0].percent == nil)
    // And done again before theirs was, theirs is done again on top.
    _ = try store.perform(.redo, expecting: nil, writing)
    _ = try store.perform(.redo, expecting: nil, others)
    #expect(try store.ledger().campaigns[0].tasks[0].log.map(\.text) == ["甲", "乙"])
  }

  /// Two people who change different things of one task do not stand in each other's way.
  @Test func differentThingsOfOneTask() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    var edit = TaskEdit()
    edit.title = "新题目"
    _ = try store.update("h11", .editTask(id: "h11-1", edit), writing)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "乙", percent: 60)), others)
    _ = try store.perform(.undo, expecting: nil, writing)
    let task = try store.ledger().campaigns[0].tasks[0]
    #expect(task.title == "开展承诺活动" && task.percent == 60)
  }

  /// An id that was given anew does not get what was meant for the old one.
  @Test func idsGivenAnewAreOtherThings() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    func add(_ name: String, _ context: WriteContext) throws {
      _ = try store.updateUnits(
        .add(name: name, kind: .department, id: nil, aliases: [], members: [], contact: nil), context)
    }
    try add("新科室", writing)
    _ = try store.update("h11", .assign(id: "h11-1", Assignment(add: ["新科室"])), others)
    _ = try store.perform(.undo, expecting: nil, others)
    _ = try store.perform(.undo, expecting: nil, writing)
    try add("另一科室", writing)
    #expect(throws: StoreError.refused(.changedSince(id: "h11-1", by: writing.stamp))) {
      try store.perform(.redo, expecting: nil, others)
    }
    // In a task that came with it, in a list that came whole, in a phase.
    for index in 1...3 {
      let theirs = WriteContext(
        today: today, stamp: Stamp(at: writing.stamp.at, by: "第\(index)人"), login: "x", holder: "x",
        holidays: writing.holidays)
      try add("甲科\(index)", writing)
      _ = try store.update("h11", .addPhase(PhaseDraft(name: "甲阶段\(index)")), writing)
      var draft = TaskDraft(title: "某事")
      draft.units = ["甲科\(index)"]
      draft.phase = "甲阶段\(index)"
      let acts: [Act] = [
        .addTask(draft),
        .editTask(
          id: "h11-1",
          {
            var edit = TaskEdit(); edit.phase = "甲阶段\(index)"; return edit
          }()),
        .assign(id: "h11-1", Assignment(add: ["甲科\(index)"])),
      ]
      _ = try store.update("h11", acts[index - 1], theirs)
      _ = try store.perform(.undo, expecting: nil, theirs)
      _ = try store.perform(.undo, expecting: nil, writing)
      _ = try store.perform(.undo, expecting: nil, writing)
      try add("丙科\(index)", others)
      _ = try store.update("h11", .addPhase(PhaseDraft(name: "丙阶段\(index)")), others)
      #expect(throws: StoreError.self, "\(index)") { try store.perform(.redo, expecting: nil, theirs) }
    }
    _ = try store.add(Campaign(code: "h12", title: "甲"), writing)
    _ = try store.update("h12", .addTask(TaskDraft(title: "一")), writing)
    _ = try store.update("h12", .complete(id: "h12-1", CompletionReport()), others)
    _ = try store.perform(.undo, expecting: nil, others)
    _ = try store.perform(.undo, expecting: nil, writing)
    _ = try store.perform(.undo, expecting: nil, writing)
    _ = try store.add(Campaign(code: "h12", title: "乙"), writing)
    _ = try store.update("h12", .addTask(TaskDraft(title: "别的")), writing)
    #expect(throws: StoreError.self) { try store.perform(.redo, expecting: nil, others) }
  }

  /// A number that somebody set beyond all reason: nothing is written that could not be read again.
  @Test func whatCouldNotBeReadIsNotWritten() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let name = "store/campaigns/h11.json"
    let text = try folder.text(of: name).replacingOccurrences(
      of: "\"revision\" : 2", with: "\"revision\" : 9007199254740991")
    try folder.write(text, to: name)
    #expect(throws: StoreError.self) { try store.update("h11", .note(id: "h11-1", text: "x"), writing) }
    #expect(try folder.text(of: name) == text && store.ledger().campaigns.count == 1)
    for note in ["9223372036854775807 1 2011.jsonl", "9007199254740991 1 -", "-1 -1 -", "1 1 ../x"] {
      try folder.write("x\n\(note)\n", to: "store/.lock")
      _ = try store.updateUnits(
        .add(name: note, kind: .department, id: nil, aliases: [], members: [], contact: nil), writing)
    }
    #expect(try store.ledger().units.units.count == 4)
  }

  @Test func aUnitInUseStays() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.updateUnits(
      .add(name: "党办", kind: .department, id: "db", aliases: [], members: [], contact: nil), writing)
    _ = try store.update("h11", .assign(id: "h11-1", Assignment(add: ["党办"])), others)
    #expect(throws: StoreError.refused(.stillNeeded(.unknownUnit(owner: "h11-1", unit: "db")))) {
      try store.perform(.undo, expecting: nil, writing)
    }
  }

  @Test func anImportGoesWholeAndComesBack() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let empty = try content(store)
    var plan = DraftPlan(title: "方案", line: 1)
    plan.tasks = (1...4).map { DraftTask(title: "任务\($0)", text: "任务\($0)。", line: $0, rule: .tableRow) }
    _ = try store.add([plan], source: ["方案"], stage: .registered, code: "h12", writing)
    let full = try content(store)
    let offered = try #require(try store.next(.undo, by: writing.stamp.by))
    #expect(offered.isBulk && offered.tasks.count == 4)
    _ = try store.perform(.undo, expecting: offered.id, writing)
    #expect(try content(store) == empty)
    _ = try store.perform(.redo, expecting: offered.id, writing)
    #expect(try content(store) == full)
    #expect(throws: StoreError.self) { try store.perform(.undo, expecting: 1, writing) }
  }

  /// Random acts of two people, then all of one's undone as far as that goes: nothing of the other is lost, and the
  /// store is sound.
  @Test(arguments: 1...12)
  func undoingNeverHurtsOthers(_ seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    for number in 2...4 {
      _ = try store.update("h11", .addTask(TaskDraft(title: "任务\(number)")), writing)
    }
    var theirs: [String] = []
    // Tasks whose state the other one changed last.
    var lastActor: [String: String] = [:]
    func states() throws -> [String: String] {
      var found: [String: String] = [:]
      for task in try store.ledger().campaigns.flatMap(\.tasks) where lastActor[task.id] == "head" {
        found[task.id] = "\(task.stage) \(task.percent ?? -1) \(task.completion?.summary ?? "")"
      }
      return found
    }
    func reverse(_ reversal: Reversal) throws -> Bool {
      let before = try states()
      let done = (try? store.perform(reversal, expecting: nil, writing)) ?? nil
      #expect(try states() == before)
      return done != nil
    }
    for step in 1...40 {
      let context = Bool.random(using: &random) ? writing : others
      let id = "h11-\(Int.random(in: 1...4, using: &random))"
      let kind = Int.random(in: 0..<5, using: &random)
      let act: Act =
        switch kind {
        case 0: .note(id: id, text: "\(context.login)\(step)")
        case 1: .report(id: id, Report(text: "\(context.login)\(step)", percent: step % 4 * 10))
        case 2: .complete(id: id, CompletionReport(text: "\(context.login)\(step)"))
        case 3: .reopen(id: id, reason: "\(context.login)\(step)")
        default: .addPhase(PhaseDraft(name: "\(context.login)\(step)"))
        }
      if Int.random(in: 0..<6, using: &random) == 0 {
        _ = try reverse(Bool.random(using: &random) ? .undo : .redo)
      } else if (try? store.update("h11", act, context)) != nil {
        if context.login == "head" { theirs.append("head\(step)") }
        if (1...3).contains(kind) { lastActor[id] = context.login }
      }
    }
    while try reverse(.undo) {}
    let ledger = try store.ledger()
    let campaign = try #require(ledger.campaign(code: "h11"))
    #expect(ledger.flaws.isEmpty && campaign.inconsistencies(ledger.units).isEmpty)
    let left = campaign.tasks.flatMap { $0.log.compactMap(\.text) } + campaign.phases.map(\.name)
    #expect(theirs.allSatisfy(left.contains))
  }

  /// What all files say, without revisions and stamps.
  private func content(_ store: Store) throws -> [Campaign] {
    try store.ledger().campaigns.map { campaign in
      var campaign = campaign
      campaign.revision = 0
      campaign.changed = nil
      campaign.nextTask = 0
      for place in campaign.tasks.indices { campaign.tasks[place].changed = nil }
      return campaign
    }
  }
}
