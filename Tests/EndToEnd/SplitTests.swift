import Foundation
import Testing

/// Splitting a task by the command.
struct SplitTests {
  private func store() throws -> TestStore {
    let store = try TestStore()
    try store.succeed("unit", "add", "党办")
    try store.succeed("add", "campaign", "工作要点", "--code", "h11", "--year", "2011")
    try store.succeed("add", "task", "h11", "排查整改", "--due", "12月20日之前", "--unit", "党办")
    try store.succeed("add", "task", "h11", "部署")
    try store.succeed("report", "h11-1", "-m", "已排查", "--percent", "40")
    return store
  }

  private func tasks(_ store: TestStore) throws -> [[String: Any]] {
    let bytes = try store.succeed("list", "--json", "--as-of", "2011-05-01").bytes
    let page = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    return try #require(page["tasks"] as? [[String: Any]])
  }

  @Test func splitUndoneAndRedone() throws {
    let store = try store()
    let before = try store.succeed("list", "--json", "--as-of", "2011-05-01").output
    let split = try store.succeed("split", "h11-1", "--into", "排查", "--into", "整改", "--as-of", "2011-05-01")
    #expect(split.output.contains("h11-1  办理中") && split.output.contains("h11-3  办理中"))
    #expect(split.output.contains("拆自 h11-1"))
    let rows = try tasks(store)
    #expect(rows.map { $0["id"] as? String } == ["h11-1", "h11-3", "h11-2"])
    #expect(rows.map { $0["title"] as? String } == ["排查", "整改", "部署"])
    #expect(rows.map { $0["splitFrom"] as? String } == [nil, "h11-1", nil])
    #expect(rows[1]["percent"] as? Int == 40)
    let page = try store.succeed("show", "h11-3").output
    #expect(
      page.contains("拆自    h11-1") && page.contains("已排查") && page.contains("拆分  h11-1 排查整改 → h11-1、h11-3"))
    #expect(try store.succeed("show", "h11-3", "--lang", "en").output.contains("split from h11-1"))
    let log = try store.succeed("log", "--plain").output
    #expect(log.contains("拆分任务\th11-1 排查（拆成2项）"), "\(log)")
    try store.succeed("undo", "--yes")
    #expect(try store.succeed("list", "--json", "--as-of", "2011-05-01").output == before)
    try store.succeed("redo", "--yes")
    #expect(try tasks(store).count == 3)
    // One title adds one; the number of what was undone is not used again.
    try store.succeed("undo", "--yes")
    try store.succeed("split", "h11-1", "--into", "回访")
    #expect(try tasks(store).map { $0["id"] as? String } == ["h11-1", "h11-4", "h11-2"])
    #expect(try store.succeed("doctor").status == 0)
    // What others went on with is not taken away.
    try store.succeed("report", "h11-4", "-m", "已回访", "--as", "办公室主任")
    #expect(try store.run("undo", "--yes").status == 75)
  }

  @Test(
    arguments: [
      (["split", "h11-1"], 64, "--into"), (["split", "h11-9", "--into", "甲"], 66, "h11-9"),
      (["split", "h11-1", "--into", "甲", "--into", "甲"], 64, "甲"),
      (["split", "h11-1", "--into", "甲", "--into", " "], 64, "标题"),
      (["split", "h11-1", "--into", "排查整改"], 64, "排查整改"), (["split", "h11-2", "--into", "甲"], 64, "不能拆分"),
    ] as [([String], Int32, String)])
  func refused(words: [String], status: Int32, names: String) throws {
    let store = try store()
    try store.succeed("done", "h11-2")
    let before = try store.text(of: "campaigns/h11.json")
    let outcome = try store.program.run(words)
    #expect(outcome.status == status && outcome.errors.contains(names), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try store.text(of: "campaigns/h11.json") == before)
  }
}
