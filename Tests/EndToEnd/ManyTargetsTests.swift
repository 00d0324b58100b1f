import Foundation
import Testing

/// One change for several tasks: ids, ranges, a filter; asked above two; one record and one step of undo.
struct ManyTargetsTests {
  /// Acts that take several, as they are called on tasks of the demonstration that allow them.
  static let acts = [
    "report h26-9 h26-12 -m 已电话督促", "done h26-9,h26-12 -m 完成", "assign h26-9 h26-12 团委",
    "remind h26-9 h26-30",
    "extend h26-9 h26-17 --until 2026-12-25 -m 等待", "move h26-9 h26-12 --phase 督查整改阶段",
    "cancel h26-9 h26-12 -m 不办了",
    "reopen h26-2 h26-4 -m 回头看", "tag h26-9 h26-12 --add 重点", "edit h26-9 h26-12 --due 12月30日前",
    "suspend h26-9 h26-12 -m 因故", "submit h26-9 h26-12", "instruct h26-9 h26-12 -m 抓紧", "record h26-5 h26-6",
    "move h26-9 h26-12 --campaign h26b",
  ]

  @Test(arguments: acts)
  func isOneRecordAndOneStepOfUndo(call: String) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func run(_ words: [String]) throws -> Program.Outcome {
      try store.program.run(words + ["--as-of", "2026-11-20"])
    }
    let before = try store.text(of: "campaigns/h26.json")
    let records = try store.records()
    let outcome = try run(call.split(separator: " ").map(String.init))
    #expect(outcome.status == 0, "\(call): \(outcome.errors)")
    let entries = try JSONSerialization.jsonObject(with: run(["log", "--json"]).bytes) as? [String: Any]
    let made = (entries?["entries"] as? [[String: Any]])?.first { $0["id"] as? Int == records + 1 }
    #expect(try store.records() == records + 1 && (made?["tasks"] as? [Any])?.count ?? 0 >= 2, "\(call)")
    #expect(try run(["undo"]).status == 0)
    func bare(_ text: String) -> String {
      text.replacing(/"revision" : \d+/, with: "").replacing(/"changed" : {[^}]*}/, with: "")
    }
    #expect(try bare(store.text(of: "campaigns/h26.json")) == bare(before), "\(call)")
  }

  @Test func moreThanTwoWantConsent() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for words in [["h26-3..h26-9"], ["h26-3..9"], ["h26-3", "h26-4", "h26-5"], ["--where", "方案:h26"]] {
      let outcome = try store.program.run(["tag"] + words + ["--add", "重点"])
      #expect(outcome.status == 64 && outcome.errors.contains("--yes"), "\(words): \(outcome.errors)")
    }
    try store.succeed("tag", "h26-3..9", "--add", "重点", "--yes")
    #expect(try store.succeed("list", "标签:重点", "--format", "{id}").output.split(separator: "\n").count >= 7)
    // Somebody at a terminal is asked.
    let terminal = try RealTerminal(
      "\"$D\" tag h26-10..12 --add 急件", environment: ["DUBAN_STORE": store.path])
    try terminal.wait(for: "输入 y 继续")
    try terminal.type("y Enter")
    // The tags, which the answer names and the question does not.
    try terminal.wait(for: "急件")
    #expect(
      try store.succeed("list", "标签:急件", "--format", "{id}").output == "h26-10\nh26-11\nh26-12\n")
  }

  /// All of them or none; what is not there is told, and nothing is touched.
  @Test(
    arguments: [
      ("done h26-9 h26-999", 66, "h26-999"), ("done h26-9 h26-2 --yes", 64, "h26-2"),
      ("done h26-9..h26b-3", 64, "范围"),
      ("done h26-9..h26-3", 64, "范围"), ("done h26-9..", 64, "范围"), ("done", 64, "编号"),
      ("done --where \u{22}\u{22}", 64, "--where"),
      ("done h26-9 --where 逾期", 64, "--where"), ("done --where 状态:逾", 64, "逾期"),
      ("assign h26-9 没有的单位", 66, "没有的单位"),
      ("assign --where 逾期", 64, "单位"), ("done --where 没有这样的事", 0, "未作改动"),
      ("correct h26-9 h26-12 1 -m x", 64, "参数"),
    ])
  func mistakesTouchNothing(call: String, status: Int32, told: String) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let before = try store.text(of: "campaigns/h26.json")
    let outcome = try store.program.run(
      call.split(separator: " ").map { $0 == "\"\"" ? "" : String($0) } + ["--as-of", "2026-11-20"])
    #expect(outcome.status == status && outcome.errors.contains(told), "\(call): \(outcome)")
    #expect(try store.text(of: "campaigns/h26.json") == before)
  }

  @Test func wordsComeInParagraphsFromInputAndFiles() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func last() throws -> String? {
      let page = try JSONSerialization.jsonObject(with: store.succeed("log", "h26-9", "--json").bytes)
      return ((page as? [String: Any])?["entries"] as? [[String: Any]])?.first?["text"] as? String
    }
    try store.succeed("report", "h26-9", "-m", "第一段", "-m", "第二段")
    #expect(try last() == "第一段\n第二段")
    #expect(try store.program.shell("printf '来自\\n管道\\n' | \"$D\" report h26-9 -m -").status == 0)
    #expect(try last() == "来自\n管道")
    try store.write("\u{FEFF}来自文件\r\n两行\n", to: "words.txt")
    try store.succeed("report", "h26-9", "--from-file", store.path + "/words.txt")
    #expect(try last()?.contains("来自文件\n两行") == true)
    // What begins with a hyphen is words too.
    try store.succeed("report", "h26-9", "-m", "-5度，停工")
    #expect(try last() == "-5度，停工")
    #expect(try store.run("report", "h26-9", "--from-file", "/nonexistent").status == 66)
    #expect(try store.run("report", "h26-9", "-m", "x", "--from-file", "y").status == 64)
    #expect(try store.run("report", "h26-9").status == 64)
    #expect(try store.program.shell("\"$D\" report h26-9 -m - </dev/null").status == 64)
  }
}
