import Foundation
import Testing

/// Collectives by commands.
struct CollectiveTests {
  private func store() throws -> TestStore {
    let store = try TestStore()
    for name in ["第一支部", "第二支部", "第三支部"] { try store.succeed("add", "unit", name, "--kind", "branch") }
    try store.succeed(
      "unit", "add", "各支部", "--member", "第一支部", "--member", "第二支部", "--member", "第三支部")
    try store.succeed("unit", "add", "党办")
    try store.succeed("add", "campaign", "工作要点", "--code", "h11", "--year", "2011")
    try store.succeed(
      "add", "task", "h11", "开展承诺活动", "--due", "4月20日之前", "--unit", "党办", "--unit", "各支部")
    return store
  }

  private func task(_ store: TestStore, _ today: String) throws -> [String: Any] {
    let outcome = try store.succeed("show", "h11-1", "--json", "--as-of", today)
    let page = try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    return try #require((page["tasks"] as? [[String: Any]])?.first)
  }

  @Test func memberByMember() throws {
    let store = try store()
    let first = try store.succeed(
      "done", "h11-1", "--from", "第一支部", "--as-of", "2011-04-18", "--evidence", "签名册")
    #expect(first.output.contains("成员已办1/3，未办：第二支部、第三支部"))
    try store.succeed(
      "report", "h11-1", "-m", "已动员", "--percent", "60", "--from", "第二支部", "--as-of", "2011-04-21")
    let table = try store.succeed("show", "h11-1", "--members", "--as-of", "2011-04-22").output
    #expect(table.contains("2011-04-18") && table.contains("逾期 2天") && table.contains("60%"), "\(table)")
    let page = try store.succeed("show", "h11-1", "--from", "第二支部", "--as-of", "2011-04-22").output
    #expect(page.contains("已动员") && !page.contains("签名册"), "\(page)")
    #expect(try store.succeed("show", "h11-1", "--from", "第一支部").output.contains("签名册"))
    let members = try #require(try task(store, "2011-04-22")["members"] as? [[String: Any]])
    #expect(members.map { $0["completed"] as? String } == ["2011-04-18", nil, nil])
    #expect(try store.succeed("list", "missing:第一支部", "--plain").output.isEmpty)
    #expect(try store.succeed("list", "missing:第三支部", "--plain").output.contains("h11-1"))
    // The others: the last one completes the task, on its own day.
    try store.succeed("done", "h11-1", "--from", "第三支部", "--on", "2011-04-20", "--as-of", "2011-04-25")
    let last = try store.succeed(
      "done", "h11-1", "--from", "第二支部", "--on", "2011-04-24", "--as-of", "2011-04-25")
    #expect(last.output.contains("已办结") && last.output.contains("成员已办3/3"))
    #expect(try task(store, "2011-05-01")["completed"] as? String == "2011-04-24")
    #expect(try task(store, "2011-05-01")["condition"] as? String == "completedLate")
    // And back.
    try store.succeed("undo", "--yes")
    #expect(try task(store, "2011-05-01")["condition"] as? String == "overdue")
    try store.succeed("redo", "--yes")
    try store.succeed("reopen", "h11-1", "--from", "第一支部", "-m", "承诺书未上墙", "--as-of", "2011-05-02")
    #expect(try store.succeed("show", "h11-1", "--as-of", "2011-05-02").output.contains("未办    第一支部"))
  }

  @Test func refusals() throws {
    let store = try store()
    func refused(_ code: Int32, _ words: String..., says: String) throws {
      let before = try store.text(of: "campaigns/h11.json") + store.text(of: "units.json")
      let outcome = try store.program.run(words)
      #expect(outcome.status == code, "\(words): \(outcome.errors)")
      #expect(
        outcome.errors.contains(says) && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)"
      )
      #expect(try store.text(of: "campaigns/h11.json") + store.text(of: "units.json") == before)
    }
    try refused(64, "done", "h11-1", "--from", "党办", says: "不在")
    try refused(64, "show", "h11-1", "--from", "党办", says: "不在")
    try refused(66, "show", "h11-1", "--from", "第九支部", says: "没有单位")
    try refused(64, "reopen", "h11-1", "--from", "第一支部", says: "还没有办结")
    try refused(64, "edit", "h11-1", "--complete-when", "0", says: "0")
    try refused(64, "edit", "h11-1", "--complete-when", "半数", says: "半数")
    try refused(64, "unit", "join", "第一支部", "各支部", says: "第一支部")
    try refused(64, "unit", "join", "各支部", "各支部", says: "包含")
    try refused(64, "unit", "add", "各组", "--member", "党办", "--member", "党办", says: "党办")
  }

  @Test func joiningAndLeavingChangesWhatIsAskedFromThenOn() throws {
    let store = try store()
    try store.succeed("done", "h11-1", "--from", "第一支部", "--as-of", "2011-04-12")
    try store.succeed("add", "unit", "第四支部", "--kind", "branch")
    try store.succeed("unit", "join", "第四支部", "各支部", "--on", "2011-04-25", "--as-of", "2011-05-01")
    #expect(try store.succeed("show", "h11-1", "--as-of", "2011-05-01").output.contains("各支部（3，已办1）"))
    try store.succeed("add", "task", "h11", "述职", "--due", "5月30日之前", "--unit", "各支部")
    #expect(try store.succeed("show", "h11-2", "--as-of", "2011-05-01").output.contains("各支部（4，已办0）"))
    try store.succeed("unit", "leave", "第四支部", "各支部", "--on", "2011-05-20", "--as-of", "2011-05-20")
    #expect(try store.succeed("show", "h11-2", "--as-of", "2011-05-20").output.contains("各支部（3，已办0）"))
    #expect(try store.succeed("doctor").status == 0)
  }
}
