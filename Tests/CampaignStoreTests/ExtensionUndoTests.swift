import CampaignStore
import Campaigns
import Testing

struct ExtensionUndoTests {
  /// A store whose task is due on 30 April 2011.
  private func store(_ folder: TemporaryFolder) throws -> Store {
    let store = try smallStore(folder)
    var edit = TaskEdit()
    edit.deadline = Deadline(text: "4月30日前", kind: .date, end: Day(2011, 4, 30))
    _ = try store.update("h11", .editTask(id: "h11-1", edit), writing)
    return store
  }

  private func task(_ store: Store) throws -> Campaigns.Task {
    var task = try #require(store.ledger().campaigns.first?.tasks.first)
    task.changed = nil
    return task
  }

  private let request = ExtensionRequest(
    until: Day(2011, 5, 20) ?? .epoch, reason: "等待上级批复", percent: 60)
  private let granted = ExtensionDecision(isApproved: true, by: "分管领导", until: Day(2011, 5, 15))

  @Test func everyActComesBack() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    var again = request
    again.until = Day(2011, 6, 1) ?? .epoch
    again.approvedBy = "党委书记"
    let acts: [Act] = [
      .extend(id: "h11-1", request), .decide(id: "h11-1", granted), .extend(id: "h11-1", again),
      .correct(id: "h11-1", entry: 4, text: "尚未批准"),
      .decide(id: "h11-1", ExtensionDecision(isApproved: false, by: "党委书记")),
    ]
    var states = [try task(store)]
    for act in acts {
      _ = try store.update("h11", act, writing)
      states.append(try task(store))
    }
    for place in acts.indices.reversed() {
      _ = try store.perform(.undo, expecting: nil, writing)
      #expect(try task(store) == states[place])
    }
    for place in acts.indices {
      _ = try store.perform(.redo, expecting: nil, writing)
      #expect(try task(store) == states[place + 1])
    }
  }

  /// What another asked for or decided rests on the deadline and on what was asked before.
  @Test func whatOthersRestOnStays() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    func refuses() throws -> Bool {
      do throws(StoreError) {
        _ = try store.perform(.undo, expecting: nil, writing)
        return false
      } catch {
        guard case .refused(.changedSince(id: "h11-1", _)) = error else { throw error }
        return true
      }
    }
    _ = try store.update("h11", .extend(id: "h11-1", request), writing)
    _ = try store.update("h11", .decide(id: "h11-1", granted), others)
    #expect(try refuses(), "it was granted since")
    _ = try store.perform(.undo, expecting: nil, others)
    _ = try store.update("h11", .decide(id: "h11-1", granted), writing)
    var next = request
    next.until = Day(2011, 6, 1) ?? .epoch
    next.percent = nil
    _ = try store.update("h11", .extend(id: "h11-1", next), others)
    #expect(try refuses(), "the next request starts from it")
    _ = try store.update("h11", .note(id: "h11-1", text: "已电话告知"), others)
    _ = try store.perform(.undo, expecting: nil, others)
    _ = try store.perform(.undo, expecting: nil, others)
    #expect(try !refuses() && task(store).pendingExtension != nil)
  }

  @Test func theJournalNamesIt() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let cut = Moment(seconds: writing.stamp.at.seconds + 100)
    _ = try store.update("h11", .extend(id: "h11-1", request), others)
    _ = try store.update("h11", .decide(id: "h11-1", granted), others)
    let (old, entries) = try store.ledger(before: cut)
    #expect(entries.map(\.command) == [.approveExtension, .extend] && entries[0].onBehalf == "分管领导")
    #expect(entries[1].text == "等待上级批复" && entries[1].fields.contains { $0.name == "until" })
    let ledger = try store.ledger()
    let changes = [TaskChange](
      from: old.rows(old.judge(today: today, years: [])),
      to: ledger.rows(ledger.judge(today: today, years: [])), entries)
    let change = try #require(changes.first { $0.kind == .extended })
    #expect(change.from == Day(2011, 4, 30) && change.to == Day(2011, 5, 15))
    #expect(change.entry?.command == .approveExtension)
  }
}
