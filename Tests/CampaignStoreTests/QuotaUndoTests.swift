import CampaignStore
import Campaigns
import Testing

struct QuotaUndoTests {
  /// A store whose task has a quota and a target and is being worked on.
  private func store(_ folder: TemporaryFolder) throws -> Store {
    let store = try smallStore(folder)
    var edit = TaskEdit()
    edit.deadline = Deadline(text: "每季一次", kind: .recurring, quota: Quota(times: 1, per: .quarter))
    _ = try store.update("h11", .editTask(id: "h11-1", edit), writing)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "已部署")), writing)
    return store
  }

  private func task(_ store: Store) throws -> Campaigns.Task {
    try #require(store.ledger().campaigns.first?.tasks.first)
  }

  /// Records have numbers of their own: nobody stands in another's way.
  @Test func twoPeopleTakeBackTheirOwn() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.update("h11", .record(id: "h11-1", OccurrenceReport()), writing)
    _ = try store.update("h11", .record(id: "h11-1", OccurrenceReport(count: 2)), others)
    #expect(try store.perform(.undo, expecting: nil, writing)?.entry.command == .record)
    #expect(
      try task(store).occurrences.map(\.count) == [2]
        && task(store).log.map(\.kind) == [.progress(), .progress(count: 2)])
    _ = try store.perform(.redo, expecting: nil, writing)
    #expect(try task(store).occurrences.map(\.count) == [1, 2])
    _ = try store.perform(.undo, expecting: nil, others)
    #expect(try task(store).occurrences.map(\.count) == [1])
  }

  @Test func everyActComesBack() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let acts: [Act] = [
      .record(id: "h11-1", OccurrenceReport(note: "第一次")),
      .setTarget(id: "h11-1", TargetDraft(name: "满意率", atLeast: 90, unit: "%")),
      .setTarget(id: "h11-1", TargetDraft(name: "参评率", atLeast: 95.5, unit: "%")),
      .addReading(id: "h11-1", ReadingReport(target: "满意率", value: 89.9)),
      .addReading(id: "h11-1", ReadingReport(target: "参评率", value: 96.1, on: Day(2011, 4, 1))),
      .correct(id: "h11-1", entry: 2, text: "重复登记"), .correct(id: "h11-1", entry: 3, text: "录错"),
      .removeTarget(id: "h11-1", name: "满意率"),
    ]
    var states = [try task(store)]
    for act in acts {
      _ = try store.update("h11", act, writing)
      states.append(try task(store))
    }
    func plain(_ task: Campaigns.Task) -> Campaigns.Task {
      var task = task
      task.changed = nil
      return task
    }
    for place in acts.indices.reversed() {
      _ = try store.perform(.undo, expecting: nil, writing)
      #expect(plain(try task(store)) == plain(states[place]))
    }
    for place in acts.indices {
      _ = try store.perform(.redo, expecting: nil, writing)
      #expect(plain(try task(store)) == plain(states[place + 1]))
    }
  }
}
