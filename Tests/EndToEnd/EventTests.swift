import Foundation
import Testing

/// Events that take several days, as commands.
struct EventCommandTests {
  private func store() throws -> TestStore {
    let store = try TestStore()
    try store.succeed("add", "campaign", "防汛工作方案", "--code", "h26", "--year", "2026")
    try store.succeed("add", "task", "h26", "检修水泵", "--due", "汛期来临前")
    try store.succeed("add", "task", "h26", "报送总结", "--due", "汛期结束后5个工作日内")
    return store
  }

  private func json(_ words: String..., on store: TestStore) throws -> [[String: Any]] {
    let bytes = try store.program.run(words + ["--json"]).bytes
    let object = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    return try #require((object?["events"] ?? object?["tasks"]) as? [[String: Any]])
  }

  @Test func firstAndLastDay() throws {
    let store = try store()
    let set = try store.succeed("event", "set", "汛期", "2026-06-01..2026-09-30", "--as-of", "2026-05-01")
    #expect(set.output.contains("汛期  2026-06-01 至 2026-09-30"))
    #expect(set.output.contains("h26-1  05-31前") && set.output.contains("h26-2  10-13前"), "\(set.output)")
    #expect(try store.succeed("event", "list").output.contains("2026-06-01 至 2026-09-30"))
    let event = try #require(try json("event", on: store).first)
    #expect(event["day"] as? String == "2026-06-01" && event["until"] as? String == "2026-09-30")
    #expect(event["tasks"] as? [String] == ["h26-1", "h26-2"])
    let why = try json("show", "h26-1", on: store).first?["why"] as? String
    #expect(why?.contains("定于2026-06-01 至 2026-09-30。") == true, "\(why ?? "")")
    for words in [["2026-06-02", "2026-09-29"], ["6月3日至9月28日"], ["6月4日", "9月27日"]] {
      let outcome = try store.program.run(["event", "set", "汛期"] + words + ["--as-of", "2026-05-01"])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try json("event", on: store).first?["until"] as? String == "2026-09-27")

    try store.succeed("event", "set", "汛期", "2026-06-05")
    let one = try #require(try json("event", on: store).first)
    #expect(one["day"] as? String == "2026-06-05" && one["until"] is NSNull)
    let log = try store.succeed("log", "--plain").output
    #expect(log.contains("日期：— → 2026-06-01 至 2026-09-30"), "\(log)")
    #expect(log.contains("日期：2026-06-04 至 2026-09-27 → 2026-06-05"), "\(log)")
    #expect(
      try store.succeed("log", "--lang", "en", "--plain").output.contains("day: — → 2026-06-01 to 2026-09-30")
    )
    let undone = try store.succeed("undo")
    #expect(undone.output.contains("汛期：2026-06-04 至 2026-09-27 → 2026-06-05"), "\(undone.output)")
    for _ in 1...4 { try store.succeed("undo") }
    #expect(try json("event", on: store).first?["day"] is NSNull)
    try store.succeed("redo")
    #expect(try json("event", on: store).first?["until"] as? String == "2026-09-30")
    let cleared = try store.succeed("event", "clear", "汛期")
    #expect(cleared.output.contains("日期未定") && cleared.output.contains("h26-2  待定"), "\(cleared.output)")
  }

  /// What hangs on an event that has its days gets them as it is added, and nothing says that they are open.
  @Test func aTaskAddedLaterHangsOnTheEvent() throws {
    let store = try store()
    try store.succeed("event", "set", "汛期", "2026-06-01..2026-09-30")
    let added = try store.succeed("add", "task", "h26", "排查隐患", "--due", "2026年汛期前", "--as-of", "2026-05-01")
    #expect(added.errors.isEmpty, "\(added.errors)")
    #expect(try store.succeed("list", "排查隐患", "--as-of", "2026-05-01").output.contains("05-31前"))
  }

  /// The year in front makes no other event, and one campaign's days win over all others'.
  @Test func namesWithTheirYear() throws {
    let store = try store()
    try store.succeed("event", "set", "2026年汛期", "2026-06-01..2026-09-30")
    let event = try #require(try json("event", on: store).first)
    #expect(event["name"] as? String == "2026年汛期" && event["tasks"] as? [String] == ["h26-1", "h26-2"])
    try store.succeed("event", "set", "汛期", "2026-06-15..2026-09-30")
    let moved = try json("event", on: store)
    #expect(moved.count == 1 && moved[0]["day"] as? String == "2026-06-15")
    #expect(moved[0]["name"] as? String == "2026年汛期")
    // Another year's is another event, and nothing here hangs on it.
    let other = try store.succeed("event", "set", "2027年汛期", "2027-06-01..2027-09-30")
    #expect(other.errors.contains("没有任务以它为时限"))
    let own = try store.succeed("event", "set", "汛期", "2026-06-20..2026-09-30", "--campaign", "h26")
    #expect(own.output.contains("h26-1"))
    let log = try store.succeed("log", "--plain").output
    #expect(log.contains("2026年汛期：— → 2026-06-20 至 2026-09-30"), "\(log)")
    let tasks = try json("list", "h26-1", on: store)
    #expect(tasks.first?["end"] as? String == "2026-06-19", "\(tasks)")
  }
}
