import Foundation
import Testing

/// Quotas and targets by commands.
struct QuotaTests {
  private func store() throws -> TestStore {
    let store = try TestStore()
    try store.succeed("unit", "add", "党办")
    try store.succeed("add", "unit", "第一支部", "--kind", "branch")
    try store.succeed("unit", "add", "各支部", "--member", "第一支部")
    try store.succeed("add", "campaign", "工作要点", "--code", "h11", "--year", "2011")
    try store.succeed(
      "add", "task", "h11", "讲党课", "--due", "每季度不少于二次，12月20日之前", "--unit", "各支部")
    try store.succeed("edit", "h11-1", "--complete-when", "whole")
    return store
  }

  private func task(_ store: TestStore, _ today: String) throws -> [String: Any] {
    let outcome = try store.succeed("show", "h11-1", "--json", "--as-of", today)
    let page = try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    return try #require((page["tasks"] as? [[String: Any]])?.first)
  }

  @Test func countingFromTheFirstQuarterToTheLast() throws {
    let store = try store()
    let first = try store.succeed("record", "h11-1", "--as-of", "2011-02-15", "--from", "第一支部", "-m", "第一讲")
    #expect(first.output.contains("已登记1次，本季度 1/2"))
    try store.succeed("record", "h11-1", "--count", "2", "--on", "2011-03-20", "--as-of", "2011-05-10")
    try store.succeed("record", "h11-1", "--as-of", "2011-05-10")
    let quota = try #require(try task(store, "2011-07-01")["quota"] as? [String: Any])
    #expect(quota["done"] as? Int == 0 && quota["asked"] as? Int == 2 && quota["owed"] as? Int == 1)
    #expect((quota["period"] as? [String: String]) == ["start": "2011-07-01", "end": "2011-09-30"])
    let short = try #require(quota["shortfalls"] as? [[String: Any]])
    #expect(
      short.count == 1 && short[0]["start"] as? String == "2011-04-01" && short[0]["missing"] as? Int == 1)
    #expect(quota["totalDone"] as? Int == 4 && quota["total"] is NSNull)
    let row = try task(store, "2011-07-01")
    #expect(row["condition"] as? String == "normal" && row["light"] as? String == "red")
    #expect((row["why"] as? String)?.contains("第二季度 1/2 缺1次") == true)
    #expect(try store.succeed("list", "is:short", "--as-of", "2011-07-01").output.contains("欠1次"))
    #expect(!(try store.succeed("list", "is:short", "--as-of", "2011-06-30").output.contains("h11-1")))
    #expect(try store.succeed("status", "--as-of", "2011-07-01").output.contains("次数不足 1"))
    // Recorded afterwards, with its day.
    try store.succeed("record", "h11-1", "--on", "2011-06-28", "--as-of", "2011-07-02")
    #expect(!(try store.succeed("list", "is:short", "--as-of", "2011-07-02").output.contains("h11-1")))
    // The wrong entry stays and counts no more.
    try store.succeed("correct", "h11-1", "2", "-m", "只有一次", "--as-of", "2011-07-02")
    let page = try store.succeed("show", "h11-1", "--as-of", "2011-07-02").output
    #expect(page.contains("第一季度 1/2 缺1次") && page.contains("计2") && page.contains("已更正"))
    try store.succeed("undo", "--yes")
    #expect(try store.succeed("show", "h11-1", "--as-of", "2011-07-02").output.contains("第一季度 3/2"))
  }

  @Test func targetsAreReadAndJudged() throws {
    let store = try store()
    try store.succeed("target", "h11-1", "参评党员", "--at-least", "90%")
    let first = try store.succeed(
      "reading", "h11-1", "参评", "89.9%", "--on", "2011-04-01", "--as-of", "2011-05-01")
    #expect(first.output.contains("参评党员 ≥ 90%  2011-04-01 89.9% 未达标"))
    #expect(try store.succeed("list", "is:failing").output.contains("h11-1"))
    let second = try store.succeed("reading", "h11-1", "参评党员", "９３.１", "--as-of", "2011-05-01", "-m", "复评")
    #expect(second.output.contains("93.1% 达标 上升（上次89.9%）"))
    let target = try #require((try task(store, "2011-05-01")["targets"] as? [[String: Any]])?.first)
    #expect(target["passed"] as? Bool == true && target["trend"] as? String == "rising")
    #expect(try store.succeed("list", "is:未达标").output.contains("没有"))
    try store.succeed("undo", "--yes")
    #expect(try store.succeed("list", "is:未达标").output.contains("h11-1"))
    try store.succeed("target", "h11-1", "参评党员", "--remove")
    #expect(try task(store, "2011-05-01")["targets"] as? [String] == [])
  }

  @Test(
    arguments: [
      (["record", "h11-1", "--count", "0"], 64, "0"), (["record", "h11-1", "--count=-1"], 64, "-1"),
      (["record", "h11-1", "--on", "2099-01-01"], 64, "2099-01-01"),
      (["record", "h11-1", "--from", "党办"], 64, "党办"),
      (["record", "h11-9"], 66, "h11-9"), (["edit", "h11-1", "--due", "每月不少于0次"], 64, "每期"),
      (["add", "task", "h11", "x", "--due", "每季度三至二次"], 64, "下限"),
      (["target", "h11-1", "满意率"], 64, "--at-least"),
      (["target", "h11-1", "满意率", "--at-least", "NaN"], 64, "NaN"),
      (["target", "h11-1", " ", "--at-least", "90"], 64, "名称"),
      (["reading", "h11-1", "满意率", "90"], 66, "满意率"), (["reading", "h11-1", "满意率", "1e400"], 64, "1e400"),
    ] as [([String], Int32, String)])
  func refused(words: [String], status: Int32, names: String) throws {
    let store = try store()
    let before = try store.text(of: "campaigns/h11.json")
    let outcome = try store.program.run(words)
    #expect(outcome.status == status && outcome.errors.contains(names), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try store.text(of: "campaigns/h11.json") == before)
  }

  @Test func aPlanHasTargetsToo() throws {
    let store = try store()
    let set = try store.succeed("target", "h11", "职工满意率", "--at-least", "85%")
    #expect(set.output.contains("职工满意率 ≥ 85%，尚无读数"))
    let read = try store.succeed("reading", "h11", "满意率", "84.5", "--as-of", "2011-06-30", "-m", "半年测评")
    #expect(read.output.contains("职工满意率 ≥ 85%  2011-06-30 84.5% 未达标"))
    #expect(try store.succeed("show", "h11").output.contains("职工满意率 ≥ 85%  2011-06-30 84.5% 未达标"))
    #expect(try store.run("reading", "h11", "参评率", "84.5").status == 66)
    #expect(
      try store.run("reading", "h11", "满意率", "84.5", "--on", "2011-07-02", "--as-of", "2011-07-01").status
        == 64)
    #expect(try store.succeed("log", "h11").output.contains("登记读数"))
    try store.succeed("undo", "--yes")
    #expect(try store.succeed("show", "h11").output.contains("尚无读数"))
    try store.succeed("target", "h11", "职工满意率", "--remove")
    #expect(!(try store.succeed("show", "h11").output.contains("满意率")))
    #expect(try store.succeed("doctor").status == 0)
  }
}
