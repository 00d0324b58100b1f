import Foundation
import Testing

/// Instructions by commands: given, listed, answered.
struct InstructionTests {
  private func store() throws -> TestStore {
    let store = try TestStore()
    try store.succeed("unit", "add", "党办")
    try store.succeed("add", "campaign", "工作要点", "--code", "h11", "--year", "2011")
    try store.succeed("add", "task", "h11", "评议", "--due", "12月20日之前", "--unit", "党办")
    try store.succeed("add", "task", "h11", "整改", "--due", "12月20日之前")
    return store
  }

  private func list(_ store: TestStore, _ words: String...) throws -> [[String: Any]] {
    let outcome = try store.program.run(["instructions", "--json"] + words)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    #expect(page["schema"] as? Int == 1)
    return try #require(page["instructions"] as? [[String: Any]])
  }

  @Test func openUntilAnswered() throws {
    let store = try store()
    #expect(try store.succeed("instructions").output == "没有待复的批示。\n")
    #expect(!(try store.succeed("status", "--as-of", "2011-05-01").output.contains("批示待复")))
    try store.succeed("instruct", "h11-1", "-m", "抓紧", "--from", "院长")
    try store.succeed("instruct", "h11-1", "-m", "书面说明", "--as", "分管领导")
    try store.succeed("instruct", "h11-2", "-m", "报方案", "--from", "书记")
    let status = try store.succeed("status", "--as-of", "2011-05-01").output
    #expect(status.contains("批示待复 3  duban instructions"))
    #expect(try store.succeed("list", "is:instructed", "--plain").output.split(separator: "\n").count == 2)
    let rows = try list(store)
    #expect(rows.map { $0["task"] as? String } == ["h11-1", "h11-1", "h11-2"])
    #expect(rows.map { $0["from"] as? String } == ["院长", "分管领导", "书记"])
    #expect(rows.allSatisfy { $0["open"] as? Bool == true && $0["answer"] is NSNull })
    #expect(try list(store, "unit:党办").count == 2)
    try store.succeed("report", "h11-1", "--answers", "1", "-m", "已召开")
    #expect(try list(store).map { $0["entry"] as? Int } == [2, 1])
    let answer = try #require(try list(store, "--all")[0]["answer"] as? [String: Any])
    #expect(answer["text"] as? String == "已召开" && answer["entry"] as? Int == 3)
    let plain = try store.succeed("instructions", "--plain", "--all").output.split(separator: "\n")
    #expect(plain.count == 3 && plain[0].hasPrefix("h11-1\t#1\t院长\t") && plain[0].contains("#3 "))
    let tasks = try store.succeed("list", "--json").bytes
    let page = try #require(JSONSerialization.jsonObject(with: tasks) as? [String: Any])
    let counts = (page["tasks"] as? [[String: Any]])?.map { $0["openInstructions"] as? Int }
    #expect(counts == [1, 1])
    // A completed task answers, and the answer is taken back like any other.
    try store.succeed("done", "h11-2")
    try store.succeed("report", "h11-2", "--answers", "1", "-m", "已报")
    #expect(try list(store).count == 1)
    try store.succeed("undo")
    #expect(try list(store).count == 2)
    let english = try store.succeed("instructions", "--lang", "en").output
    #expect(english.contains("from") && english.contains("分管领导"))
    #expect(try store.succeed("status", "--lang", "en").output.contains("To answer 2"))
  }

  @Test(
    arguments: [
      (["report", "h11-1", "-m", "x", "--answers", "9"], 66, "第9条"),
      (["report", "h11-1", "-m", "x", "--answers", "1"], 64, "已答复（见#2）"),
      (["report", "h11-1", "-m", "x", "--answers", "2"], 64, "不是批示"),
      (["report", "h11-1", "-m", "x", "--answers", "3"], 64, "已更正（见#4）"),
      (["instructions", "is:x"], 64, "instructed"),
    ] as [([String], Int32, String)])
  func refused(words: [String], status: Int32, names: String) throws {
    let store = try store()
    try store.succeed("instruct", "h11-1", "-m", "抓紧")
    try store.succeed("report", "h11-1", "-m", "已办", "--answers", "1")
    try store.succeed("instruct", "h11-1", "-m", "误录")
    try store.succeed("correct", "h11-1", "3", "-m", "录错")
    let before = try store.text(of: "campaigns/h11.json")
    let outcome = try store.program.run(words)
    #expect(outcome.status == status && outcome.errors.contains(names), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try store.text(of: "campaigns/h11.json") == before)
  }
}
