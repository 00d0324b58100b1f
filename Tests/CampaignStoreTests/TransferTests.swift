import CampaignStore
import Campaigns
import ReferenceData
import TestSupport
import Testing

/// A task goes from one file to another in one act.
struct TransferTests {
  private func content(_ store: Store) throws -> [Campaign] {
    try store.ledger().campaigns.map { campaign in
      var plain = campaign
      plain.revision = 0
      plain.nextTask = 0
      plain.changed = nil
      for place in plain.tasks.indices { plain.tasks[place].changed = nil }
      return plain
    }
  }

  private func store(_ folder: TemporaryFolder) throws -> Store {
    let store = try smallStore(folder)
    _ = try store.add(Campaign(code: "h12", title: "专项整治", year: 2011), writing)
    return store
  }

  @Test func oneRecordAndOneStep() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "已开会", percent: 30)), writing)
    let before = try content(store)
    let moved = try store.transfer("h11-1", from: "h11", to: "h12", phase: nil, writing)
    #expect(moved.campaign.code == "h12" && moved.campaign.tasks.map(\.id) == ["h12-1"])
    let after = try content(store)
    #expect(after[0].tasks.isEmpty && after[1].tasks[0].formerIDs == ["h11-1"])
    let entry = try #require(try store.next(.undo, by: writing.stamp.by))
    #expect(entry.command == .moveTask && entry.moved == ["h11-1": "h12-1"] && !entry.isBulk)
    for _ in 1...2 {
      _ = try store.perform(.undo, expecting: nil, writing)
      #expect(try content(store) == before)
      _ = try store.perform(.redo, expecting: nil, writing)
      #expect(try content(store) == after)
    }
    // Neither plan gives a number twice.
    _ = try store.perform(.undo, expecting: nil, writing)
    _ = try store.update("h12", .addTask(TaskDraft(title: "验收")), writing)
    _ = try store.update("h11", .addTask(TaskDraft(title: "总结")), writing)
    #expect(try content(store).map { $0.tasks.map(\.id) } == [["h11-1", "h11-2"], ["h12-2"]])
  }

  @Test func movedTwiceAndBack() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.transfer("h11-1", from: "h11", to: "h12", phase: nil, writing)
    _ = try store.transfer("h12-1", from: "h12", to: "h11", phase: nil, writing)
    let task = try #require(try content(store)[0].tasks.first)
    #expect(task.id == "h11-2" && task.formerIDs == ["h11-1", "h12-1"])
    #expect(try store.next(.undo, by: writing.stamp.by)?.moved == ["h12-1": "h11-2"])
  }

  @Test func whatOthersWentOnWithStays() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.transfer("h11-1", from: "h11", to: "h12", phase: nil, writing)
    _ = try store.update("h12", .note(id: "h12-1", text: "收到"), others)
    #expect(throws: StoreError.refused(.changedSince(id: "h12-1", by: others.stamp))) {
      try store.perform(.undo, expecting: nil, writing)
    }
  }

  @Test func nothingIsChangedWhereItIsRefused() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let before = try content(store)
    #expect(throws: StoreError.refused(.unknownTask(id: "h11-9"))) {
      try store.transfer("h11-9", from: "h11", to: "h12", phase: nil, writing)
    }
    #expect(throws: StoreError.refused(.unknownPhase(id: "p1"))) {
      try store.transfer("h11-1", from: "h11", to: "h12", phase: "p1", writing)
    }
    #expect(throws: StoreError.noCampaign(code: "h13", nearest: "h11")) {
      try store.transfer("h11-1", from: "h11", to: "h13", phase: nil, writing)
    }
    #expect(throws: StoreError.refused(.nothingToDo(id: "h11-1"))) {
      try store.transfer("h11-1", from: "h11", to: "h11", phase: nil, writing)
    }
    #expect(try content(store) == before)
  }

  /// Tasks of a real plan moved and split at random between two plans; undone one by one every state comes back, and
  /// forward again. Nothing is ever inconsistent.
  @Test(arguments: 1...4)
  func everyStateComesBack(_ seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    let store = try store(folder)
    var plan = try #require(Demonstration(today: today)?.live.first)
    plan.code = "h13"
    for place in plan.tasks.indices {
      plan.tasks[place].id = "h13-\(place + 1)"
      // The store has no units.
      (plan.tasks[place].units, plan.tasks[place].members) = ([], [])
      plan.tasks[place].occurrences = []
      for entry in plan.tasks[place].log.indices { plan.tasks[place].log[entry].unit = nil }
      plan.tasks[place].dependsOn = place % 7 == 6 ? ["h13-\(place)"] : []
      plan.tasks[place].parent = place % 3 == 0 ? nil : "h13-\(place / 3 * 3 + 1)"
    }
    _ = try store.add(plan, writing)
    var states = [try content(store)]
    for step in 1...25 {
      let campaigns = try store.ledger().campaigns
      let from = try #require(campaigns.filter { !$0.tasks.isEmpty }.randomElement(using: &random))
      let task = try #require(from.tasks.randomElement(using: &random))
      let to = try #require(campaigns.randomElement(using: &random))
      let isDone: Bool
      if Int.random(in: 0..<4, using: &random) == 0 {
        isDone =
          (try? store.update(from.code, .split(id: task.id, titles: ["甲\(step)", "乙\(step)"]), writing))
          != nil
      } else {
        isDone =
          (try? store.transfer(task.id, from: from.code, to: to.code, phase: nil, writing)) != nil
      }
      if isDone { states.append(try content(store)) }
    }
    #expect(states.count > 10)
    #expect(try store.ledger().campaigns.allSatisfy { $0.inconsistencies(UnitRegistry()).isEmpty })
    for state in states.dropLast().reversed() {
      _ = try store.perform(.undo, expecting: nil, writing)
      #expect(try content(store) == state)
    }
    for state in states.dropFirst() {
      _ = try store.perform(.redo, expecting: nil, writing)
      #expect(try content(store) == state)
    }
  }
}

/// A plan brought up to date by a later draft.
struct PlanUpdateTests {
  /// A draft that is none any more would lose what was done in it.
  @Test func whatHasBegunIsNoDraft() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.add(Campaign(code: "h12", title: "新版"), writing)
    _ = try store.update("h12", .addTask(TaskDraft(title: "新任务")), writing)
    #expect(throws: StoreError.refused(.notADraft(code: "h12", id: "h12-1"))) {
      try store.update("h11", with: "h12", writing)
    }
    #expect(try store.ledger().campaigns.map(\.code) == ["h11", "h12"])
    // A draft with a word in its log neither.
    var draft = Campaign(code: "h13", title: "新版")
    draft.tasks = [Task(id: "h13-1", title: "新任务", stage: .draft)]
    draft.nextTask = 2
    _ = try store.add(draft, writing)
    _ = try store.update("h13", .note(id: "h13-1", text: "待核"), writing)
    #expect(throws: StoreError.refused(.notADraft(code: "h13", id: "h13-1"))) {
      try store.update("h11", with: "h13", writing)
    }
  }

  /// What waits for what, and what is part of what, is called as it is in the plan.
  @Test func idsAreThoseOfThePlan() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    var draft = Campaign(code: "h12", title: "新版")
    draft.tasks = [
      Task(id: "h12-1", title: "总结", stage: .draft), Task(id: "h12-2", title: "开展承诺活动", stage: .draft),
      Task(id: "h12-3", title: "写出报告", stage: .draft),
    ]
    draft.tasks[0].dependsOn = ["h12-2", "h12-3"]
    draft.tasks[2].parent = "h12-2"
    draft.nextTask = 4
    _ = try store.add(draft, writing)
    _ = try store.update("h11", with: "h12", writing)
    let tasks = try store.ledger().campaigns[0].tasks
    #expect(tasks.map(\.id) == ["h11-1", "h11-2", "h11-3"])
    #expect(tasks[1].dependsOn == ["h11-1", "h11-3"] && tasks[2].parent == "h11-1")
    let problems = try store.examine(writing)
    #expect(problems == [])
  }
}
