import Foundation
import Testing

/// The keys of quotas in what commands put out, and points from the command line to the file and back.
struct QuotaKeysTests {
  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
  }

  private func expect(_ keys: [String: Any], _ wanted: String, points: String?, _ location: SourceLocation)
    throws
  {
    for key in ["times", "unit", "per", "interval", "every", "points"] {
      #expect(keys[key] != nil, "\(key)", sourceLocation: location)
    }
    let told = ["times", "per", "interval", "every"].map { "\(keys[$0] ?? "none")" }.joined(separator: " ")
    #expect(told == wanted, sourceLocation: location)
    let text = try (keys["points"] as? [Any]).map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys), as: UTF8.self)
    }
    #expect(text == points, sourceLocation: location)
  }

  private func expect(
    _ keys: Any?, _ wanted: String, points: String? = nil, location: SourceLocation = #_sourceLocation
  ) throws {
    try expect(#require(keys as? [String: Any]), wanted, points: points, location)
  }

  @Test func whenTellsTheRule() throws {
    let program = Program()
    try expect(json(program.run("when", "每季度不少于二次", "--json")), "2 quarter 1 quarter")
    try expect(json(program.run("when", "每月25日前报送1篇", "--json")), "1 month 1 month", points: #"[{"day":25}]"#)
    try expect(
      json(program.run("when", "4月20日前", "--json")), "<null> <null> <null> <null>")
    #expect(try program.run("when", "每月5日前").output.contains("每月5日前  =  每月5日前"))
  }

  /// A store with quotas of every kind, as a hand or another program may write it.
  private func store() throws -> TestStore {
    let store = try TestStore()
    let quotas = [
      #"{"times":1,"per":"week","interval":2}"#, #"{"times":1,"per":"month","interval":2}"#,
      #"{"times":1,"per":"year","interval":2}"#,
      #"{"times":1,"per":"quarter","points":[{"afterEnd":{"count":10,"unit":"day"}}]}"#,
      #"{"times":2,"per":"year","points":[{"month":3,"lastDay":true},{"month":9,"lastDay":true}]}"#,
      #"{"times":1,"per":"month","dueDay":25}"#,
    ]
    let tasks = quotas.enumerated().map { place, quota in
      """
      {"id":"h26-\(place + 1)","title":"事项","stage":"inProgress",
      "deadline":{"kind":"recurring","text":"x","quota":\(quota)}}
      """
    }
    try store.write(
      """
      {"code":"h26","format":1,"nextTask":7,"revision":1,"state":"open","title":"要点","year":2026,
      "tasks":[\(tasks.joined(separator: ","))]}
      """, to: "campaigns/h26.json")
    return store
  }

  @Test func listsTellTheRuleAndTheDay() throws {
    let store = try store()
    let listed = try json(store.succeed("list", "--json", "--as-of", "2026-04-13"))
    let tasks = try #require(listed["tasks"] as? [[String: Any]])
    let wanted: [(String, String?, String)] = [
      ("26 year 2 week", nil, "2026-04-19"), ("6 year 2 month", nil, "2026-04-30"),
      ("1 year 2 year", nil, "2026-12-31"),
      ("1 quarter 1 quarter", #"[{"afterEnd":{"count":10,"unit":"day"}}]"#, "2026-07-10"),
      ("2 year 1 year", #"[{"lastDay":true,"month":3},{"lastDay":true,"month":9}]"#, "2026-09-30"),
      ("1 month 1 month", #"[{"day":25}]"#, "2026-04-25"),
    ]
    #expect(tasks.count == wanted.count)
    for (task, (keys, points, due)) in zip(tasks, wanted) {
      try expect(task["deadline"], keys, points: points)
      try expect(task["quota"], keys, points: points)
      #expect((task["quota"] as? [String: Any])?["due"] as? String == due)
      #expect((task["deadline"] as? [String: Any])?["kind"] as? String == "recurring")
    }
    let short = try #require((tasks[3]["quota"] as? [String: Any])?["shortfalls"] as? [[String: Any]])
    #expect(short.count == 1 && short[0]["due"] as? String == "2026-04-10")
    #expect(short[0]["start"] as? String == "2026-01-01" && short[0]["end"] as? String == "2026-03-31")
    #expect(try store.succeed("list", "--as-of", "2026-04-13").output.contains("04-10前"))
  }

  /// From words to the file; recorded late, undone, put right by an edit, and back.
  @Test func pointsFromTheFirstWordToTheLast() throws {
    let store = try TestStore()
    try store.succeed("add", "campaign", "工作要点", "--code", "h26", "--year", "2026")
    try store.succeed("add", "task", "h26", "报送信息", "--due", "每月25日前报送1篇")
    let page = try store.succeed("show", "h26-1", "--as-of", "2026-02-26").output
    #expect(page.contains("计数：1月的1篇应于") && page.contains("2026-01-25前完成，未记录；2月的1篇应于2026-02-25前完成，未记录"))
    let late = try store.succeed("record", "h26-1", "--as-of", "2026-02-26").output
    #expect(late.contains("已登记1篇，1月（1月25日前） 0/1 缺1篇（后已补）"))
    #expect(try store.succeed("list", "is:short", "--as-of", "2026-02-26").output.contains("欠1篇"))
    try store.succeed("record", "h26-1", "--count", "2", "--as-of", "2026-02-26")
    #expect(!(try store.succeed("list", "is:short", "--as-of", "2026-02-26").output.contains("h26-1")))
    try store.succeed("edit", "h26-1", "--due", "每月20日前报送1篇")
    #expect(try store.text(of: "campaigns/h26.json").contains(#""day" : 20"#))
    try store.succeed("undo", "--yes")
    #expect(try store.text(of: "campaigns/h26.json").contains(#""day" : 25"#))
    try store.succeed("edit", "h26-1", "--due", "每月一次")
    #expect(!(try store.text(of: "campaigns/h26.json").contains("points")))
    try store.succeed("undo", "--yes")
    #expect(try store.text(of: "campaigns/h26.json").contains(#""day" : 25"#))
    #expect(try store.succeed("doctor").status == 0)
  }

  /// Numbers that no calendar has harm no command.
  @Test func hostileNumbers() throws {
    let store = try TestStore()
    try store.write(
      """
      {"code":"h26","format":1,"nextTask":2,"revision":1,"state":"open","title":"要点","year":2026,"tasks":[
      {"id":"h26-1","title":"事项","stage":"inProgress","deadline":{"kind":"recurring","text":"x","quota":
      {"times":9007199254740991,"per":"day","interval":9007199254740991,"points":[{"day":-4},
      {"month":77,"lastDay":true},{"weekday":0,"nth":99},{"afterEnd":{"count":1000000000,"unit":"workingDay"}},
      {"afterEnd":{"count":9007199254740991,"unit":"year"}},{"workingDay":-9007199254740991}]}}}]}
      """, to: "campaigns/h26.json")
    try store.succeed("show", "h26-1")
    try store.succeed("list", "--json", "--lang", "en")
    #expect(try store.run("edit", "h26-1", "--title", "另一事项").status == 0)
  }

  @Test func importTellsTheRule() throws {
    let store = try TestStore()
    try store.write(
      "2026年信息报送工作方案\n\n一、工作内容\n（一）报送信息。党办每月25日前报送信息1篇。\n（二）召开会议。党办在6月底前召开。\n",
      to: "notice.txt")
    let read = try json(
      store.succeed("import", "\(store.path)/notice.txt", "--dry-run", "--format", "json"))
    let plan = try #require((read["plans"] as? [[String: Any]])?.first)
    let tasks = try #require(plan["tasks"] as? [[String: Any]])
    let deadlines = tasks.compactMap { $0["deadline"] as? [String: Any] }
    try expect(deadlines.first { $0["points"] is [Any] }, "1 month 1 month", points: #"[{"day":25}]"#)
    try expect(deadlines.first { $0["end"] is String }, "<null> <null> <null> <null>")
    #expect(deadlines.allSatisfy { $0["others"] is [Any] && $0["event"] != nil })
  }
}
