import CampaignStore
import Campaigns
import Foundation
import TestSupport
import Testing

/// The store as it was on an earlier day, and what became of tasks since.
struct EarlierTests {
  private func context(_ seconds: Int) -> WriteContext {
    var context = writing
    context.stamp.at = Moment(seconds: writing.stamp.at.seconds + seconds)
    return context
  }

  /// What is read of the changed tasks only is what all of the store was.
  private func agrees(_ store: Store, _ cut: Moment, _ old: Ledger, _ entries: [HistoryEntry]) throws {
    let all = try store.read(includingArchive: true)
    let present = Snapshot(
      Ledger(
        settings: all.ledger.settings, units: all.ledger.units,
        campaigns: all.ledger.campaigns + (all.archived?.campaigns ?? [])),
      all.ledger.judge(today: today, years: []))
    let changed = try #require(try store.changed(since: cut) { present.campaign(code: $0, tasks: $1) })
    #expect(changed.entries == entries)
    for (name, campaign) in changed.before {
      guard let campaign, let tasks = changed.tasks[name] else { continue }
      let wanted = old.campaign(code: campaign.code)?.tasks.filter { tasks?.contains($0.id) ?? true }
      #expect(campaign.tasks == wanted, "\(name)")
    }
  }

  @Test func whatBecameOfTasks() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    func deadline(_ month: Int, _ day: Int) -> Deadline {
      let end = Day(2011, month, day)
      return Deadline(text: "\(month)月\(day)日", kind: .date, start: end, end: end)
    }
    for (title, end) in [
      ("办结的", deadline(6, 1)), ("推迟的", deadline(6, 2)), ("提前的", deadline(6, 3)), ("逾期的", deadline(5, 1)),
      ("早已逾期的", deadline(4, 1)), ("中止的", deadline(6, 4)), ("批示的", deadline(6, 5)),
    ] {
      var draft = TaskDraft(title: title)
      draft.deadline = end
      _ = try store.update("h11", .addTask(draft), context(0))
    }
    let cut = Moment(seconds: writing.stamp.at.seconds + 86_400)
    let before = try store.ledger()
    func moved(_ end: Deadline) -> TaskEdit {
      var edit = TaskEdit()
      edit.deadline = end
      return edit
    }
    let acts: [Act] = [
      .complete(id: "h11-2", CompletionReport()), .editTask(id: "h11-3", moved(deadline(7, 2))),
      .editTask(id: "h11-4", moved(deadline(5, 20))), .suspend(id: "h11-7", reason: "待定"),
      .instruct(id: "h11-8", text: "抓紧"), .addTask(TaskDraft(title: "新的")), .note(id: "h11-1", text: "x"),
    ]
    for act in acts { _ = try store.update("h11", act, context(90_000)) }
    try store.move("h11", toArchive: true, context(90_001))
    try store.move("h11", toArchive: false, context(90_002))

    let (old, entries) = try store.ledger(before: cut)
    try agrees(store, cut, old, entries)
    #expect(entries.count == acts.count + 2 && entries.last?.command == .complete)
    #expect(
      old.campaigns.map { $0.tasks.map(\.title) } == before.campaigns.map { $0.tasks.map(\.title) }
        && old.campaigns[0].tasks.map(\.stage) == before.campaigns[0].tasks.map(\.stage)
        && old.campaigns[0].tasks.map(\.deadline) == before.campaigns[0].tasks.map(\.deadline))

    let then = try #require(Day(2011, 5, 1))
    let now = try #require(Day(2011, 5, 4))
    let ledger = try store.ledger()
    let changes = [TaskChange](
      from: old.rows(old.judge(today: then, years: [])), to: ledger.rows(ledger.judge(today: now, years: [])),
      entries)
    let told = changes.map { "\($0.kind.rawValue) \($0.row.task.id)" }
    #expect(
      told == [
        "completed h11-2", "slipped h11-3", "broughtForward h11-4", "newlyOverdue h11-5", "suspended h11-7",
        "instructed h11-8", "added h11-9",
      ])
    #expect(changes[1].from == Day(2011, 6, 2) && changes[1].to == Day(2011, 7, 2))
    // Who did it, not who came last.
    #expect(
      changes.map { $0.entry?.command } == [
        .complete, .editTask, .editTask, nil, .suspend, .instruct, .addTask,
      ])
  }

  /// What a hand changed in a file is no record's: the rest still goes back.
  @Test func handsDoNotStandInTheWay() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let cut = Moment(seconds: writing.stamp.at.seconds + 10)
    _ = try store.update("h11", .complete(id: "h11-1", CompletionReport()), context(20))
    let name = "store/campaigns/h11.json"
    try folder.write(
      try folder.text(of: name).replacingOccurrences(of: "开展承诺活动", with: "改过的"), to: name)
    let task = try #require(try store.ledger(before: cut).ledger.campaigns.first?.tasks.first)
    #expect(task.stage == .registered && task.title == "改过的")
  }

  /// A clock that went back for a while hides nothing that was done after it was right.
  @Test func aClockThatGoesBackHidesNothing() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let cut = Moment(seconds: writing.stamp.at.seconds + 10)
    for seconds in [20, 25, -100_000, 30, -50_000_000, 40] {
      _ = try store.update("h11", .note(id: "h11-1", text: "\(seconds)"), context(seconds))
    }
    let (old, entries) = try store.ledger(before: cut)
    try agrees(store, cut, old, entries)
    #expect(entries.count == 6 && old.campaigns[0].tasks[0].log.isEmpty)
    var told: [String] = []
    _ = try store.history(since: cut) { entry, _ in
      told.append(entry.text ?? "")
      return true
    }
    #expect(told == ["40", "-50000000", "30", "-100000", "25", "20"])
  }

  /// Nor does one that was fast once make old work new.
  @Test func aClockThatWasFastOnceMakesNothingNew() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let cut = Moment(seconds: writing.stamp.at.seconds + 10_000)
    for seconds in [20_000_000, 20, 30, 40, 50, 20_000, 20_010] {
      _ = try store.update("h11", .note(id: "h11-1", text: "\(seconds)"), context(seconds))
    }
    #expect(try store.ledger(before: cut).entries.map(\.text) == ["20010", "20000"])
    let (old, _) = try store.ledger(before: cut)
    #expect(old.campaigns[0].tasks[0].log.map(\.text) == ["20000000", "20", "30", "40", "50"])
  }

  /// A deadline that was given up has slipped too.
  @Test func aDeadlineThatWasGivenUp() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    var edit = TaskEdit()
    let end = Day(2011, 6, 1)
    edit.deadline = Deadline(text: "6月1日", kind: .date, start: end, end: end)
    _ = try store.update("h11", .editTask(id: "h11-1", edit), context(0))
    edit.deadline = Deadline(text: "长期", kind: .standing)
    _ = try store.update("h11", .editTask(id: "h11-1", edit), context(100))
    let (old, entries) = try store.ledger(before: Moment(seconds: writing.stamp.at.seconds + 50))
    let ledger = try store.ledger()
    let changes = [TaskChange](
      from: old.rows(old.judge(today: today, years: [])),
      to: ledger.rows(ledger.judge(today: today, years: [])),
      entries)
    #expect(changes.map(\.kind) == [.slipped] && changes[0].from == end && changes[0].to == nil)
  }

  @Test func filtersOfTheLog() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    for number in 2...12 {
      _ = try store.update("h11", .addTask(TaskDraft(title: "任务\(number)")), writing)
    }
    _ = try store.update("h11", .note(id: "h11-12", text: "已核对"), others)
    _ = try store.updateUnits(
      .add(name: "党办", kind: .department, id: "db", aliases: [], members: [], contact: nil), writing)
    let ledger = try store.ledger()
    let snapshot = Snapshot(ledger, ledger.judge(today: today, years: []))
    func count(_ words: String) throws -> Int {
      let query = HistoryQuery(try FilterReader.read(words, .plain), words: words, snapshot)
      var (count, all) = (0, 0)
      // What is passed over unread answers nothing.
      try store.history(having: query.traces) { entry, _ in
        if query.matches(entry, name: "加备注") { count += 1 }
        return true
      }
      try store.history { entry, _ in
        if query.matches(entry, name: "加备注") { all += 1 }
        return true
      }
      #expect(count == all, "\(words)")
      return count
    }
    #expect(try count("") == 15 && count("h11-1") == 1 && count("h11-12") == 2 && count("h11") == 14)
    #expect(try count("已核对") == 1 && count("办公室主任") == 1 && count("unit:党办") == 1 && count("db") == 1)
    #expect(try count("campaign:h11 已核对") == 1 && count("not campaign:h11") == 1 && count("is:逾期") == 0)
  }
}
