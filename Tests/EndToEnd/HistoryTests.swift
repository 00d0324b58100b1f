import Foundation
import Testing

/// The journal, undo and redo, as commands.
struct HistoryTests {
  @Test func undoAndRedo() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let before = try store.succeed("list", "--json", "--as-of", "2026-11-20").output
    try store.succeed("done", "h26-30", "-m", "已核实")
    let after = try store.succeed("list", "--json", "--as-of", "2026-11-20").output
    #expect(before != after)

    let offered = try store.succeed("undo", "--dry-run")
    #expect(offered.output.contains("将撤销：") && offered.output.contains("办结  h26-30 "))
    #expect(try store.succeed("list", "--json", "--as-of", "2026-11-20").output == after)
    let undone = try store.succeed("undo")
    #expect(undone.errors.contains("将撤销：") && undone.output.contains("已撤销：办结  h26-30 "))
    #expect(try store.succeed("list", "--json", "--as-of", "2026-11-20").output == before)
    #expect(try store.succeed("redo").output.contains("已重做："))
    #expect(try store.succeed("list", "--json", "--as-of", "2026-11-20").output == after)

    let none = try store.run("redo")
    #expect(none.status == 66 && none.errors.contains("没有可重做的操作"))
    #expect(try store.run("undo", "--as", "院办").status == 66)
    #expect(try store.run("undo", "--read-only").status == 77)
  }

  @Test func whatSomebodyChangedSinceIsRefusedWithNameAndTime() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("report", "h26-30", "-m", "过半", "--percent", "60")
    try store.succeed("report", "h26-30", "-m", "将完", "--percent", "90", "--as", "宣传科")
    let refused = try store.run("undo")
    #expect(refused.status == 75 && refused.output.isEmpty)
    let line = refused.errors.split(separator: "\n").last ?? ""
    #expect(line.contains("h26-30") && line.contains("宣传科") && line.contains("20"), "\(line)")
    #expect(try store.succeed("undo", "--as", "宣传科").status == 0)
    #expect(try store.run("undo").status == 0)
  }

  /// A code or id whose plan is broken or archived means that plan and no other.
  @Test func anExactCodeMeansNoOtherPlan() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let whole = try store.text(of: "campaigns/h26.json")
    let other = try store.text(of: "campaigns/h26b.json")
    let commands = [
      ["campaign", "close", "h26"], ["campaign", "edit", "h26", "--title", "错改"],
      ["report", "h26-11", "-m", "x"],
      ["add", "task", "h26", "错加"],
    ]
    try store.write("{", to: "campaigns/h26.json")
    for words in commands + [["show", "h26-11"], ["show", "h26"]] {
      let outcome = try store.program.run(words)
      #expect(
        outcome.status == 65 && outcome.errors.contains("campaigns/h26.json:1:"),
        "\(words): \(outcome.errors)")
    }
    try store.write(whole, to: "campaigns/h26.json")
    try store.succeed("campaign", "archive", "h26", "--yes")
    for words in commands {
      let outcome = try store.program.run(words)
      #expect(outcome.status == 66 && outcome.errors.contains("已归档"), "\(words): \(outcome.errors)")
    }
    #expect(try store.text(of: "campaigns/h26b.json") == other)
  }

  @Test func theLog() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("report", "h26-30", "-m", "过半", "--percent", "50", "--from", "宣传科")
    let log = try store.succeed("log", "h26-30")
    #expect(log.output.contains("登记进展") && log.output.contains("（代宣传科）") && log.output.contains("过半"))
    let json = try JSONSerialization.jsonObject(with: store.succeed("log", "--json").bytes) as? [String: Any]
    let entries = try #require(json?["entries"] as? [[String: Any]])
    #expect(json?["schema"] as? Int == 1 && entries.first?["command"] as? String == "report")
    #expect(entries.first?["onBehalf"] as? String == "宣传科" && entries.first?["undone"] as? Bool == false)
    #expect(entries.first?["tasks"] as? [String] == ["h26-30"])
    try store.succeed("undo")
    #expect(try store.succeed("log").output.contains("撤销：登记进展"))
    try store.succeed("edit", "h26-30", "--title", "新题目")
    #expect(try store.succeed("log", "h26-30", "--plain").output.contains("→ 新题目"))
    let journal = try store.text(
      of: "journal/\(FileManager.default.contentsOfDirectory(atPath: store.path + "/journal")[0])")
    try store.write("nonsense\n" + journal, to: "journal/1999.jsonl")
    let damaged = try store.run("log")
    #expect(damaged.status == 65 && damaged.errors.contains("journal/1999.jsonl:1"))
    try FileManager.default.removeItem(atPath: store.path + "/journal/1999.jsonl")
    #expect(try store.succeed("log", "--since", "2999-01-01").output.contains("没有操作记录"))
    #expect(try store.run("log", "--since", "昨天天").status == 64)
    #expect(try store.run("log", "is:nonsense").status == 64)
  }

  @Test func changesSinceADay() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("done", "h26-30")
    try store.succeed("add", "task", "h26", "新任务", "--due", "12月1日前")
    let table = try store.succeed("changes", "--since", "2001-01-01", "--as-of", "2026-11-20")
    #expect(table.output.contains("新增1项") && table.output.contains("办结2项"))
    let json = try store.succeed(
      "changes", "--since", "2001-01-01", "h26-30", "--json", "--as-of", "2026-11-20")
    let changes = try JSONSerialization.jsonObject(with: json.bytes) as? [String: Any]
    let first = try #require((changes?["changes"] as? [[String: Any]])?.first)
    #expect(first["kind"] as? String == "completed" && first["by"] as? String == "党办干事")
    #expect(try store.succeed("changes", "--since", "2999-01-01").output.contains("没有变动"))
    #expect(try store.succeed("changes", "--since", "last-working-day").status == 0)
    #expect(
      try store.succeed("changes").output == store.succeed("changes", "--since", "last-working-day").output)
  }
}
