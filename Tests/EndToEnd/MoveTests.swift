import Foundation
import Testing

/// Moving a task by the command.
struct MoveTests {
  private func store() throws -> TestStore {
    let store = try TestStore()
    try store.succeed("add", "campaign", "工作要点", "--code", "h11", "--year", "2011")
    try store.succeed("add", "phase", "h11", "第一阶段")
    try store.succeed("add", "phase", "h11", "第二阶段")
    try store.succeed("add", "task", "h11", "整改", "--due", "12月20日之前", "--phase", "第一阶段")
    try store.succeed("add", "task", "h11", "报送", "--parent", "h11-1", "--phase", "第一阶段")
    try store.succeed("add", "task", "h11", "总结")
    try store.succeed("add", "campaign", "专项整治", "--code", "h12", "--year", "2011")
    try store.succeed("report", "h11-1", "-m", "已部署", "--percent", "40")
    return store
  }

  private func tasks(_ store: TestStore, _ words: String...) throws -> [[String: Any]] {
    let bytes = try store.program.run(["list", "--json", "--as-of", "2011-05-01"] + words).bytes
    let page = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    return try #require(page["tasks"] as? [[String: Any]])
  }

  @Test func toAnotherCampaignAndBack() throws {
    let store = try store()
    let before = try tasks(store) as NSArray
    let moved = try store.succeed("move", "h11-1", "--campaign", "h12")
    #expect(moved.output.contains("h12-1") && moved.output.contains("h11-1 → h12-1"))
    #expect(try tasks(store).map { $0["id"] as? String } == ["h11-3", "h12-1", "h12-2"])
    #expect(try tasks(store, "campaign:h12")[1]["parent"] as? String == "h12-1")
    // The old id leads to the new one, in every command.
    let page = try store.succeed("show", "h11-1")
    #expect(page.output.contains("原编号  h11-1") && page.output.contains("已部署"))
    #expect(page.output.contains("移动  h11-1 → h12-1") && page.errors.contains("h11-1 已移至 h12-1。"))
    #expect(
      try store.succeed("show", "h11-2", "--lang", "en").errors.contains("h11-2 was moved: it is h12-2 now."))
    let found = try tasks(store, "h11-1")
    #expect(found.map { $0["id"] as? String } == ["h12-1"] && found[0]["formerIDs"] as? [String] == ["h11-1"])
    #expect(try store.succeed("list", "h11-1").errors.contains("已移至 h12-1"))
    #expect(try store.succeed("report", "h11-1", "-m", "已整改").errors.contains("已移至 h12-1"))
    for id in ["h11-1", "h12-1"] {
      let log = try store.succeed("log", id, "--plain").output.split(separator: "\n")
      #expect(log.count == 4, "\(log)")
      #expect(log[0].contains("已整改") && log[1].contains("移动任务\th11-1 → h12-1 整改（2项任务）"), "\(log)")
      #expect(log[2].contains("已部署") && log[3].contains("新建任务"), "\(log)")
    }
    #expect(try store.run("doctor").status == 0)
    // Archiving where it came from takes nothing away from it.
    try store.succeed("campaign", "archive", "h11", "--yes")
    try store.succeed("instruct", "h11-1", "-m", "抓紧")
    for _ in 1...4 { try store.succeed("undo", "--yes") }
    #expect(try tasks(store) as NSArray == before)
    try store.succeed("redo", "--yes")
    #expect(try store.succeed("list", "campaign:h12").output.contains("h12-2"))
  }

  @Test func toAnotherPhase() throws {
    let store = try store()
    try store.succeed("move", "h11-1", "--phase", "第二阶段")
    #expect(try tasks(store).map { $0["phase"] as? String } == ["第二阶段", "第二阶段", nil])
    #expect(try store.succeed("show", "h11-1").output.contains("移动  第一阶段 → 第二阶段"))
    try store.succeed("move", "h11-2", "--campaign", "h11", "--phase", "")
    #expect(try tasks(store).map { $0["phase"] as? String } == ["第二阶段", nil, nil])
    try store.succeed("add", "phase", "h12", "第二阶段")
    try store.succeed("move", "h11-1", "--campaign", "h12")
    #expect(try tasks(store, "campaign:h12").map { $0["phase"] as? String } == ["第二阶段", nil])
  }

  @Test func changesCallItMoved() throws {
    let store = try store()
    try store.succeed("move", "h11-3", "--campaign", "h12")
    let changes = try store.succeed("changes", "--since", "2000-01-01", "--plain").output
    #expect(changes.contains("新增\th12-1"))
    let today = try store.succeed("log", "--json").output
    #expect(today.contains("\"moveTask\""))
  }

  @Test(
    arguments: [
      (["move", "h11-1"], 64, "--campaign"), (["move", "h11-9", "--campaign", "h12"], 66, "h11-9"),
      (["move", "h11-1", "--campaign", "h19"], 66, "h19"),
      (["move", "h11-1", "--campaign", "h13"], 66, "归档"),
      (["move", "h11-1", "--campaign", "h14"], 64, "已结束"),
      (["move", "h11-1", "--campaign", "h12", "--phase", "x"], 66, "x"),
      (["move", "h11-1", "--phase", "x"], 66, "x"), (["move", "h11-1", "--campaign", "h11"], 64, "h11-1"),
      (["move", "h11-1", "--phase", "第一阶段"], 64, "h11-1"),
    ] as [([String], Int32, String)])
  func refused(words: [String], status: Int32, names: String) throws {
    let store = try store()
    try store.succeed("add", "campaign", "旧方案", "--code", "h13")
    try store.succeed("campaign", "archive", "h13", "--yes")
    try store.succeed("add", "campaign", "已结束方案", "--code", "h14")
    try store.succeed("campaign", "close", "h14")
    let before = try store.text(of: "campaigns/h11.json")
    let outcome = try store.program.run(words)
    #expect(outcome.status == status && outcome.errors.contains(names), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try store.text(of: "campaigns/h11.json") == before)
  }
}
