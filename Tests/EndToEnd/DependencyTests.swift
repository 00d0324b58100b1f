import Foundation
import Testing

/// Dependencies by commands.
struct DependencyTests {
  private func store() throws -> TestStore {
    let store = try TestStore()
    try store.succeed("add", "campaign", "工作要点", "--code", "h11", "--year", "2011")
    for title in ["排查", "整改", "验收"] { try store.succeed("add", "task", "h11", title) }
    try store.succeed("add", "campaign", "专项整治", "--code", "h12")
    try store.succeed("add", "task", "h12", "部署")
    return store
  }

  @Test func oneTaskWaitsForOthers() throws {
    let store = try store()
    try store.succeed("edit", "h11-3", "--after", "h11-1", "--after", "h11-2")
    #expect(try store.succeed("show", "h11-3").output.contains("先办    h11-1（未办结）、h11-2（未办结）"))
    let english = try store.succeed("show", "h11-3", "--lang", "en").output
    #expect(english.contains("h11-1 (not completed), h11-2 (not completed)"))
    #expect(try store.succeed("list", "is:waiting", "--plain").output.hasPrefix("h11-3\t"))
    let page = try #require(
      JSONSerialization.jsonObject(with: store.succeed("list", "is:待前项", "--json").bytes) as? [String: Any])
    let tasks = try #require(page["tasks"] as? [[String: Any]])
    #expect(tasks.map { $0["dependsOn"] as? [String] } == [["h11-1", "h11-2"]])
    try store.succeed("done", "h11-1")
    try store.succeed("edit", "h11-3", "--not-after", "h11-2")
    #expect(try store.succeed("show", "h11-3").output.contains("先办    h11-1（已办结）"))
    #expect(try store.succeed("list", "is:waiting").output.contains("没有"))
    try store.succeed("undo", "--yes")
    #expect(try store.succeed("list", "is:waiting").output.contains("h11-3"))
    #expect(try store.run("move", "h11-2", "--campaign", "h12").errors.contains("--not-after h11-2"))
  }

  @Test(
    arguments: [
      (["edit", "h11-1", "--after", "h11-1"], 64, "h11-1 → h11-1"),
      (["edit", "h11-1", "--after", "h11-3"], 64, "h11-1 → h11-3 → h11-2 → h11-1"),
      (["edit", "h11-1", "--after", "h11-9"], 66, "h11-9"),
      (["edit", "h11-1", "--after", "h12-1"], 64, "不在同一方案"),
      (["edit", "h11-1", "--not-after", "h11-2"], 64, "没有可改"), (["list", "is:wait"], 64, "waiting"),
    ] as [([String], Int32, String)])
  func refused(words: [String], status: Int32, names: String) throws {
    let store = try store()
    try store.succeed("edit", "h11-2", "--after", "h11-1")
    try store.succeed("edit", "h11-3", "--after", "h11-2")
    let before = try store.text(of: "campaigns/h11.json")
    let outcome = try store.program.run(words)
    #expect(outcome.status == status && outcome.errors.contains(names), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try store.text(of: "campaigns/h11.json") == before)
  }
}
