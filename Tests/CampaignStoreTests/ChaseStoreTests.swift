import CampaignStore
import Campaigns
import Testing

struct ChaseStoreTests {
  /// Two campaigns, each with a task due on 20 April 2011 that 宣传科 leads.
  private func store(_ folder: TemporaryFolder) throws -> Store {
    let store = try smallStore(folder)
    _ = try store.add(Campaign(code: "h11b", title: "安全检查", year: 2011), writing)
    for code in ["h11", "h11b"] {
      var draft = TaskDraft(title: "报送材料")
      draft.units = ["宣传科"]
      draft.deadline = Deadline(text: "4月20日前", kind: .date, end: Day(2011, 4, 20))
      _ = try store.update(
        code, .addTask(draft), newUnits: code == "h11" ? [UnitDraft(name: "宣传科")] : [], writing)
    }
    return store
  }

  private let acts = [
    CampaignAct(code: "h11", act: .remind(id: "h11-2", ChaseReport(text: "请抓紧"))),
    CampaignAct(code: "h11b", act: .remind(id: "h11b-1", ChaseReport(text: "请抓紧"))),
  ]

  private func logs(_ store: Store) throws -> [[LogEntry.Kind.Name]] {
    try store.ledger().campaigns.map { $0.tasks.last?.log.map(\.kind.name) ?? [] }
  }

  /// Acts on several campaigns are one record and one step.
  @Test func severalCampaignsAtOnce() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let updated = try store.update(acts, newUnits: [], writing)
    #expect(
      updated.map(\.campaign.code) == ["h11", "h11b"] && updated.allSatisfy { $0.change.tasks.count == 1 })
    var entries: [HistoryEntry] = []
    try store.history { entry, _ in
      entries.append(entry)
      return false
    }
    #expect(entries.first?.command == .remind && entries.first?.tasks.sorted() == ["h11-2", "h11b-1"])
    #expect(entries.first?.campaigns.sorted() == ["h11", "h11b"] && entries.first?.text == "请抓紧")
    _ = try store.perform(.undo, expecting: nil, writing)
    #expect(try logs(store) == [[], []])
    _ = try store.perform(.redo, expecting: nil, writing)
    #expect(try logs(store) == [[.chase], [.chase]])
  }

  /// Acts that name a task which they add are refused where somebody else's task got its id meanwhile.
  @Test func aTaskIsTheOneThatWasMeant() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let acts = [
      CampaignAct(code: "h11b", act: .addTask(TaskDraft(title: "甲")), expects: "h11b-2"),
      CampaignAct(code: "h11b", act: .note(id: "h11b-2", text: "甲的备注")),
    ]
    _ = try store.update("h11b", .addTask(TaskDraft(title: "别人的")), writing)
    let before = try folder.text(of: "store/campaigns/h11b.json")
    #expect(throws: StoreError.self) { try store.update(acts, newUnits: [], writing) }
    #expect(try folder.text(of: "store/campaigns/h11b.json") == before)
    var later = acts
    later[0].expects = "h11b-3"
    let updated = try store.update(later, newUnits: [], as: .import, writing)
    #expect(updated.first?.campaign.tasks.map(\.title) == ["报送材料", "别人的", "甲"])
  }

  /// All of them or none; several acts on one campaign build on each other.
  @Test func allOrNone() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let before = try folder.text(of: "store/campaigns/h11.json")
    for wrong in [
      CampaignAct(code: "h11b", act: .remind(id: "h11b-9", ChaseReport())),
      CampaignAct(code: "h12", act: .remind(id: "h12-1", ChaseReport())),
    ] {
      #expect(throws: StoreError.self) { try store.update([acts[0], wrong], newUnits: [], writing) }
    }
    #expect(try folder.text(of: "store/campaigns/h11.json") == before)
    #expect(try store.update([], newUnits: [], writing).isEmpty)
    let twice = try store.update([acts[0], acts[0]], newUnits: [], writing)
    #expect(twice.count == 1 && twice[0].change.tasks.count == 2)
    #expect(twice[0].campaign.tasks[1].log.map(\.kind) == [1, 2].map { .chase(level: 2, number: $0) })
    #expect(try store.ledger().campaigns[0].revision == twice[0].campaign.revision)
    let edits = twice[0].change.tasks
    #expect(edits[0].after == edits[1].before)
  }

  /// The number of a chase rests on those before it.
  @Test func anEarlierChaseStaysUnderALaterOne() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.update(acts, newUnits: [], writing)
    _ = try store.update("h11", .remind(id: "h11-2", ChaseReport()), others)
    #expect(throws: StoreError.self) { try store.perform(.undo, expecting: nil, writing) }
    _ = try store.perform(.undo, expecting: nil, others)
    _ = try store.update("h11", .note(id: "h11-2", text: "已电话告知"), others)
    _ = try store.perform(.undo, expecting: nil, writing)
    #expect(try logs(store) == [[.note], []])
  }
}
