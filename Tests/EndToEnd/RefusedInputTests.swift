import Foundation
import Testing

/// Bad input is refused with one clear line, and nothing changes.
struct RefusedInputTests {
  /// What is missing is named in the language of the interface.
  @Test(arguments: [
    "done", "remind", "assign h26-3", "config get nonsense", "days off nonsense", "edit h26-3", "move h26-3",
    "done --where ",
  ])
  func whatIsMissingIsNamedInChinese(line: String) throws {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let outcome = try TestStore(demoOn: "2026-11-20").program.run(words)
    #expect(outcome.status == 64 && !outcome.errors.contains(/\b[A-Z]{2,}\b/), "\(line): \(outcome.errors)")
  }

  private func store() throws -> TestStore {
    let store = try TestStore()
    for name in ["党办", "第一支部", "第二支部"] { try store.succeed("unit", "add", name) }
    try store.succeed("unit", "add", "各支部", "--member", "第一支部", "--member", "第二支部")
    try store.succeed("add", "campaign", "工作要点", "--code", "h26", "--year", "2026")
    try store.succeed("add", "task", "h26", "讲党课", "--due", "6月30日前", "--unit", "各支部")
    try store.succeed("add", "task", "h26", "述职", "--due", "7月30日前", "--unit", "党办")
    return store
  }

  @Test func oneLineAndNothingChanges() throws {
    let store = try store()
    try store.succeed("edit", "h26-2", "--after", "h26-1")
    let before = try store.text(of: "campaigns/h26.json") + store.text(of: "units.json")
    let due: (String) -> [String] = { ["add", "task", "h26", "某事", "--due", $0] }
    let cases: [([String], Int32)] = [
      (due("每季度0次"), 64), (due("5月3日至5月1日"), 64), (due("0年1月1日"), 64), (due("0000年3月5日前"), 64),
      (due("2026年0月"), 64), (due("2026年13月1日"), 64), (due("2200年3月"), 64), (due("0000-01-01"), 64),
      (["add", "phase", "h26", "某阶段", "--time", "0年3月"], 64),
      (["unit", "add", "各组", "--member", "党办", "--member", "党办"], 64),
      (["unit", "join", "第一支部", "各支部"], 64), (["unit", "join", "各支部", "各支部"], 64),
      (["unit", "leave", "党办", "各支部"], 64),
      (["unit", "merge", "第一支部", "各支部"], 64), (["unit", "add", "新科", "--alias", ""], 64),
      (["edit", "h26-1", "--after", "h26-2"], 64), (["edit", "h26-1", "--after", "h26-1"], 64),
      (["target", "h26-1", "满意率", "--at-least", "120%"], 64),
      (["extend", "h26-1", "--until", "2026-06-01", "-m", "忙"], 64),
      (["add", "campaign", "大写", "--code", "H26"], 73), (["add", "campaign", "像任务", "--code", "h26-1"], 73),
      (["target", "h26-1", "两\n行", "--remove"], 66), (["show", "h26\n1"], 66),
      (["unit", "rename", "甲\n乙", "丙"], 66),
      (["done", "h26-1", "--on", "甲\n乙"], 64), (["event", "set", "汛期", "2026-09-30..2026-06-01"], 64),
      (["event", "set", "汛期", "2026-09-30", "2026-06-01", "--campaign", "h26"], 64),
      (["event", "set", "汛期", "2026-06-01", "2026-07-01", "2026-08-01"], 64),
      (["event", "set", "汛期", "2026-06-01.."], 64), (["event", "set", "汛期", "下个月"], 64),
    ]
    for (words, code) in cases {
      let outcome = try store.program.run(words)
      #expect(outcome.status == code, "\(words): \(outcome.status) \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(words): \(outcome.errors)")
      #expect(try store.text(of: "campaigns/h26.json") + store.text(of: "units.json") == before, "\(words)")
    }
  }

  @Test func aPhaseIsPutRightAndEndsWithAnEvent() throws {
    let store = try store()
    try store.succeed("add", "phase", "h26", "整改", "--time", "3月1日至5月31日")
    let edited = try store.succeed("edit", "h26/p1", "--title", "整改提高", "--due", "从6月开始至专项检查结束前")
    #expect(edited.output.contains("h26/p1  整改提高"))
    let page = try store.succeed("show", "h26").output
    #expect(page.contains("整改提高  2026-06-01 至 专项检查结束前"), "\(page)")
    #expect(try store.succeed("event", "set", "专项检查", "2026-11-20").output.contains("阶段随之定期：h26/p1"))
    #expect(try store.run("edit", "h26/p9", "--title", "某").status == 66)
    #expect(try store.run("edit", "h26/p1", "--due", "5月3日至5月1日").status == 64)
    try store.succeed("undo", "--yes")
    try store.succeed("undo", "--yes")
    #expect(try store.succeed("show", "h26").output.contains("整改  2026-03-01 至 2026-05-31"))
  }

  /// What the numbers of the status page count is what a filter by their words lists, of every group of rates too.
  @Test func numbersAreLists() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let page = try store.succeed("status", "--as-of", "2026-11-20").output
    let line = page.split(separator: "\n").prefix(4).joined(separator: " ").split(separator: " ").map(
      String.init)
    var seen = 0
    for word in ["逾期", "临期", "滞后", "正常", "办结", "长期", "周期", "待定", "中止", "撤销"] {
      guard let place = line.firstIndex(of: word), place + 1 < line.count, let number = Int(line[place + 1])
      else {
        continue
      }
      let listed = try store.succeed("list", "is:\(word)", "--plain", "--as-of", "2026-11-20").output
      #expect(listed.split(separator: "\n").count == number, "\(word)")
      seen += 1
    }
    #expect(seen >= 8, "\(page)")
    for by in ["unit", "campaign", "phase", "leader"] {
      let outcome = try store.succeed("rates", "--by", by, "--json", "--as-of", "2026-11-20")
      let rates = try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
      for group in try #require(rates["groups"] as? [[String: Any]]) {
        let filter = try #require(group["filter"] as? String)
        let listed = try store.succeed("list", filter, "--plain", "--as-of", "2026-11-20").output
        #expect(listed.split(separator: "\n").count == group["total"] as? Int, "\(filter)")
      }
    }
  }

  /// An id is that task, not those that begin with it.
  @Test func anIdIsOneTask() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    #expect(try store.succeed("list", "h26-1", "--plain").output.split(separator: "\n").count == 1)
  }
}
