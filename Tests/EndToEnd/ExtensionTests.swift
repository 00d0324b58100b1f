import Foundation
import Testing

/// Extensions by commands.
struct ExtensionTests {
  /// A task due on 20 December 2026, and one without a time.
  private func store() throws -> TestStore {
    let store = try TestStore()
    try store.succeed("unit", "add", "党办")
    try store.succeed("add", "campaign", "工作要点", "--code", "h26", "--year", "2026")
    try store.succeed("add", "task", "h26", "年终总结", "--due", "12月20日前", "--unit", "党办")
    try store.succeed("add", "task", "h26", "学习")
    return store
  }

  private func task(_ store: TestStore, _ today: String) throws -> [String: Any] {
    let outcome = try store.succeed("show", "h26-1", "--json", "--as-of", today)
    let page = try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    return try #require((page["tasks"] as? [[String: Any]])?.first)
  }

  @Test func askedGrantedAndCompleted() throws {
    let store = try store()
    let asked = try store.succeed(
      "extend", "h26-1", "--until", "12月28日前", "-m", "等待上级批复", "--percent", "60", "--as-of", "2026-12-18")
    #expect(asked.output.contains("2026-12-18 申请延期至2026-12-28：等待上级批复（待批）"))
    #expect(try store.succeed("list", "is:pending", "--as-of", "2026-12-18").output.contains("h26-1"))
    var row = try task(store, "2026-12-21")
    #expect(row["condition"] as? String == "overdue" && row["percent"] as? Int == 60)
    let granted = try store.succeed(
      "extend", "h26-1", "--approve", "--by", "分管领导", "--until", "2026-12-25", "--as-of", "2026-12-19")
    #expect(granted.output.contains("（分管领导 2026-12-19 同意延期至2026-12-25）"))
    row = try task(store, "2026-12-21")
    #expect(row["condition"] as? String == "normal" && row["end"] as? String == "2026-12-25")
    #expect((row["deadline"] as? [String: Any])?["end"] as? String == "2026-12-20", "the original stays")
    #expect((row["why"] as? String)?.contains("原定时限2026-12-20。") == true)
    let record = try #require((row["extensions"] as? [[String: Any]])?.first)
    #expect(record["asked"] as? String == "2026-12-18" && record["from"] as? String == "2026-12-20")
    #expect(record["until"] as? String == "2026-12-28" && record["late"] as? Bool == false)
    let decision = try #require(record["decision"] as? [String: Any])
    #expect(decision["approved"] as? Bool == true && decision["until"] as? String == "2026-12-25")
    #expect(decision["by"] as? String == "分管领导" && decision["on"] as? String == "2026-12-19")
    let list = try store.succeed(
      "list", "is:extended", "--columns", "id,extended", "--plain", "--as-of", "2026-12-21")
    #expect(list.output == "h26-1\t2026-12-25\n")
    // On time by the approved deadline, late by the original one.
    try store.succeed("done", "h26-1", "--on", "2026-12-24", "--as-of", "2026-12-24")
    let rates = try store.succeed("rates", "--plain", "--as-of", "2026-12-24").output
    #expect(rates.contains("100%\t0%"), "\(rates)")
    let page = try store.succeed("show", "h26-1", "--as-of", "2026-12-24", "--lang", "en").output
    #expect(page.contains("asked on 2026-12-18 for 2026-12-28: 等待上级批复"))
    #expect(page.contains("extension approved until 2026-12-25"))
  }

  @Test func lateRefusedAndUndone() throws {
    let store = try store()
    let late = try store.succeed(
      "extend", "h26-1", "--until", "2026-12-31", "-m", "人员外派", "--as-of", "2026-12-22")
    #expect(late.output.contains("申请延期至2026-12-31，逾期后申请：人员外派（待批）"))
    let second = try store.run(
      "extend", "h26-1", "--until", "2027-01-15", "-m", "再延", "--as-of", "2026-12-22")
    #expect(second.status == 64 && second.errors.contains("待批"))
    let refused = try store.succeed(
      "extend", "h26-1", "--refuse", "--by", "分管领导", "-m", "按原定时限办结", "--as-of", "2026-12-22")
    #expect(refused.output.contains("不同意延期"))
    #expect(try task(store, "2026-12-22")["condition"] as? String == "overdue")
    #expect(try store.succeed("log").output.contains("不同意延期"))
    #expect(try store.succeed("undo", "--yes").output.contains("已撤销：不同意延期"))
    #expect(try store.succeed("list", "待批", "--as-of", "2026-12-22").output.contains("h26-1"))
    // One step grants at once.
    try store.succeed("undo", "--yes")
    try store.succeed(
      "extend", "h26-1", "--until", "2026-12-31", "-m", "人员外派", "--approved-by", "党委书记", "--as-of",
      "2026-12-22")
    let changes = try store.succeed("changes", "--since", "2001-01-01", "--as-of", "2026-12-22").output
    #expect(changes.contains("h26-1"))
    #expect(try task(store, "2026-12-22")["days"] as? Int == 9)
    try store.succeed("undo", "--yes")
    #expect(try (task(store, "2026-12-22")["extensions"] as? [Any])?.isEmpty == true)
  }

  @Test(
    arguments: [
      (["--until", "2026-12-20", "-m", "x"], 64, "2026-12-20"), (["--until", "2026-12-28"], 64, "-m"),
      (["-m", "x"], 64, "--until"), (["--until", "改天", "-m", "x"], 64, "改天"),
      (["--until", "2026-12-28", "-m", " "], 64, "理由"),
      (["--until", "2026-12-28", "-m", "x", "--on", "2026-12-19"], 64, "2026-12-19"),
      (["--until", "2026-12-28", "-m", "x", "--percent", "101"], 64, "101"),
      (["--until", "2026-12-28", "-m", "x", "--approved-by", " "], 64, "批准人"),
      (["--until", "2026-12-28", "-m", "x", "--by", "分管领导"], 64, "--approve"),
      (["--approve", "--by", "分管领导"], 64, "待批"), (["--approve"], 64, "--by"),
      (["--approve", "--refuse", "--by", "x"], 64, "--refuse"),
      (["--refuse", "--by", "x", "--until", "2026-12-28"], 64, "--until"),
      (["--approve", "--by", "x", "--percent", "60"], 64, "--percent"),
      (["--approve", "--by", "x", "--approved-by", "y"], 64, "--approved-by"),
    ] as [([String], Int32, String)])
  func refused(words: [String], status: Int32, names: String) throws {
    let store = try store()
    let before = try store.text(of: "campaigns/h26.json")
    let outcome = try store.program.run(["extend", "h26-1"] + words + ["--as-of", "2026-12-18"])
    #expect(outcome.status == status && outcome.errors.contains(names), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try store.text(of: "campaigns/h26.json") == before)
  }

  @Test func stagesAndDeadlines() throws {
    let store = try store()
    let none = try store.run("extend", "h26-2", "--until", "2026-12-28", "-m", "x")
    #expect(none.status == 64 && none.errors.contains("h26-2 尚无确定的时限"))
    #expect(try store.run("extend", "h26-9", "--until", "2026-12-28", "-m", "x").status == 66)
    try store.succeed("done", "h26-1")
    let closed = try store.run("extend", "h26-1", "--until", "2026-12-28", "-m", "x")
    #expect(closed.status == 64 && closed.errors.contains("已办结的任务不能延期"))
  }
}
