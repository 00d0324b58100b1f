import Foundation
import Testing

/// Chases by commands: two campaigns, late since 18 November 2026, a Wednesday.
struct ChaseTests {
  private func store() throws -> TestStore {
    let store = try TestStore()
    try store.succeed("unit", "add", "党办")
    for name in ["第一支部", "第二支部"] { try store.succeed("add", "unit", name, "--kind", "branch") }
    try store.succeed("unit", "add", "各支部", "--member", "第一支部", "--member", "第二支部")
    try store.succeed("add", "campaign", "工作要点", "--code", "h26", "--year", "2026")
    try store.succeed("add", "campaign", "安全检查", "--code", "h26b", "--year", "2026")
    try store.succeed("add", "task", "h26", "述职评议", "--due", "11月18日前", "--unit", "党办", "--unit", "各支部")
    try store.succeed("add", "task", "h26b", "自查", "--due", "11月17日前", "--unit", "第二支部")
    try store.succeed("add", "task", "h26b", "总结", "--due", "12月31日前", "--unit", "党办")
    return store
  }

  private func list(_ store: TestStore, _ today: String, _ more: String...) throws -> [[String: Any]] {
    let outcome = try store.program.run(["remind", "--list", "--json", "--as-of", today] + more)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    #expect(object["schema"] as? Int == 1 && object["asOf"] as? String == today)
    return try #require(object["chases"] as? [[String: Any]])
  }

  @Test func theListOfToday() throws {
    let store = try store()
    #expect(try list(store, "2026-11-17").isEmpty)
    #expect(try store.succeed("remind", "--list", "--as-of", "2026-11-17").output.contains("今天没有应催办的单位"))
    #expect(try store.succeed("remind", "--list", "--plain", "--as-of", "2026-11-17").output.isEmpty)
    let due = try list(store, "2026-11-20")
    #expect(due.map { $0["unit"] as? String } == ["第二支部", "党办", "第一支部", "第二支部"])
    #expect(due[0]["task"] as? String == "h26b-1" && due[0]["daysLate"] as? Int == 3)
    #expect(
      due[0]["workingDaysLate"] as? Int == 3 && due[0]["level"] as? Int == 1 && due[0]["number"] as? Int == 1)
    #expect(due[0]["last"] is NSNull && due[0]["due"] as? String == "2026-11-17")
    #expect(try list(store, "2026-11-20", "--unit", "第二支部").count == 2)
    let table = try store.succeed("remind", "--list", "--as-of", "2026-11-20").output
    #expect(table.contains("普通") && table.contains("3天（3个工作日）"))
    #expect(
      try store.succeed("remind", "--list", "--lang", "en", "--as-of", "2026-11-20").output.contains(
        "ordinary"))
  }

  @Test func oneTaskAndItsUnits() throws {
    let store = try store()
    let all = try store.succeed("remind", "h26-1", "-m", "请报送", "--as-of", "2026-11-19")
    #expect(all.output.contains("已催办 党办 第1次（普通）、第一支部 第1次（普通）、第二支部 第1次（普通）"))
    try store.succeed("report", "h26-1", "-m", "已定会期", "--from", "第一支部", "--as-of", "2026-11-20")
    let page = try store.succeed("show", "h26-1", "--as-of", "2026-11-26").output
    #expect(page.contains("共3次，最近2026-11-19") && page.contains("第一支部  2026-11-19 第1次（普通），2026-11-20已回复"))
    #expect(page.contains("应催    党办（第2次，通报）、第二支部（第2次，通报）"))
    #expect(page.contains("催办 第1次（普通） 第二支部  请报送（党办干事）"))
    #expect(try store.succeed("list", "is:chase", "--as-of", "2026-11-20").output.contains("h26-1") == false)
    let rows = try store.succeed("list", "待催办", "--columns", "id,chases", "--plain", "--as-of", "2026-11-26")
    #expect(rows.output == "h26-1\t3\nh26b-1\t\n")
    let json = try store.succeed("show", "h26-1", "--json", "--as-of", "2026-11-26")
    let object = try #require(JSONSerialization.jsonObject(with: json.bytes) as? [String: Any])
    let task = try #require((object["tasks"] as? [[String: Any]])?.first)
    let chases = try #require(task["chases"] as? [String: Any])
    #expect(chases["count"] as? Int == 3 && (chases["due"] as? [Any])?.count == 2)
    let last = try #require(chases["last"] as? [String: Any])
    #expect(last["unit"] as? String == "第二支部" && last["answered"] is NSNull && last["number"] as? Int == 1)
    // Before expiry, and one unit only.
    let early = try store.succeed("remind", "h26b-2", "--unit", "党办", "--as-of", "2026-11-26")
    #expect(early.output.contains("已催办 党办 第1次（普通）"))
  }

  /// The whole list, over two campaigns: one record, one step.
  @Test func everythingOnTheList() throws {
    let store = try store()
    let branch = try store.succeed("remind", "--unit", "第二支部", "-m", "请抓紧", "--as-of", "2026-11-20")
    #expect(branch.output.contains("h26-1") && branch.output.contains("h26b-1"))
    #expect(try list(store, "2026-11-20").map { $0["unit"] as? String } == ["党办", "第一支部"])
    let rest = try store.succeed("remind", "--all", "--json", "--as-of", "2026-11-20")
    #expect(rest.output.contains("\"h26-1\"") && !rest.output.contains("\"h26b-1\""))
    #expect(try list(store, "2026-11-20").isEmpty)
    let none = try store.succeed("remind", "--all", "--as-of", "2026-11-20")
    #expect(none.output.contains("今天没有应催办的单位"))
    #expect(try list(store, "2026-11-27").map { $0["level"] as? Int } == [3, 3, 3, 3])
    try store.succeed("undo", "--yes")
    try store.succeed("undo", "--yes")
    #expect(try list(store, "2026-11-20").count == 4)
    try store.succeed("remind", "--all", "--as-of", "2026-11-20")
    #expect(try store.succeed("log").output.contains("催办"))
    try store.succeed("undo", "--yes")
    #expect(try list(store, "2026-11-20").count == 4)
  }

  @Test(
    arguments: [
      (["h26-9"], 66, "h26-9"), (["h26-1", "--unit", "人事科"], 66, "人事科"),
      (["h26b-1", "--unit", "党办"], 64, "党办"), (["h26-1", "--on", "2026-11-21"], 64, "2026-11-21"),
      ([], 64, "--all"), (["--all", "--unit", "党办"], 64, "--all"), (["h26-1", "--all"], 64, "--all"),
      (["h26-1", "--list"], 64, "--list"), (["--list", "--all"], 64, "--list"),
      (["--all", "--on", "2026-11-20"], 64, "编号"),
      (["--list", "-m", "x"], 64, "-m"), (["--list", "--unit", "人事科"], 66, "人事科"),
      (["--all", "--read-only"], 77, "--read-only"),
    ] as [([String], Int32, String)])
  func refused(words: [String], status: Int32, names: String) throws {
    let store = try store()
    let before = try store.text(of: "campaigns/h26.json")
    let outcome = try store.program.run(["remind"] + words + ["--as-of", "2026-11-20"])
    #expect(outcome.status == status && outcome.errors.contains(names), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try store.text(of: "campaigns/h26.json") == before)
  }

  @Test func stages() throws {
    let store = try store()
    try store.succeed("done", "h26b-1")
    let done = try store.run("remind", "h26b-1")
    #expect(done.status == 64 && done.errors.contains("已办结的任务不能催办"))
    try store.succeed("campaign", "close", "h26")
    #expect(try list(store, "2026-11-20").isEmpty, "a closed campaign is not chased")
    try store.succeed("add", "task", "h26b", "无人", "--due", "11月1日前")
    let nobody = try store.run("remind", "h26b-3", "--as-of", "2026-11-20")
    #expect(nobody.status == 64 && nobody.errors.contains("没有应催办的单位"))
  }
}
