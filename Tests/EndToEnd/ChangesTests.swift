import Foundation
import Testing

/// What became of tasks since somebody last looked, with what the numbers were.
struct ChangesTests {
  private func json(_ program: Program, _ words: String...) throws -> [String: Any] {
    let outcome = try program.run(words + ["--json"])
    return try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any], "\(outcome)")
  }

  @Test func progressCountsAndRequestsAreTold() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let calls = [
      ("progressed", "report h26-9 -m 已报四个支部"), ("counted", "record h26-6 -m 主题党日"),
      ("extensionAsked", "extend h26-17 --until 2026-12-25 -m 等待批复"), ("instructed", "instruct h26-9 -m 抓紧"),
      ("completed", "done h26-30 -m 已清理"),
    ]
    for (kind, call) in calls {
      try #expect(store.program.run(call.split(separator: " ").map(String.init)).status == 0, "\(call)")
      let told = try json(store.program, "changes", "--since", "today")["changes"] as? [[String: Any]] ?? []
      let own = told.filter { $0["kind"] as? String == kind }
      #expect(own.count == 1, "\(kind): \(told.map { $0["kind"] ?? "" })")
      let words = call.components(separatedBy: "-m ").last
      #expect(own.first?["text"] as? String == words, "\(kind)")
    }
    // A count is no report, and what was struck is not told.
    try store.succeed("undo")
    let kinds = try json(store.program, "changes", "--since", "today")["changes"] as? [[String: Any]] ?? []
    #expect(!kinds.contains { $0["kind"] as? String == "completed" })
  }

  /// What the numbers were is what the status page said then, whatever was done since.
  @Test func theNumbersOfThenAreThoseOfThen() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func counts() throws -> [String: Int] {
      try json(store.program, "status", "--as-of", "2026-11-21")["counts"] as? [String: Int] ?? [:]
    }
    func sums() throws -> (overdue: Int, completed: Int, all: Int) {
      let counts = try counts()
      return (
        counts["overdue"] ?? 0, (counts["completed"] ?? 0) + (counts["completedLate"] ?? 0),
        counts.values.reduce(0, +)
      )
    }
    let before = try sums()
    for call in [
      "done h26-30", "reopen h26-2 -m 回头看", "edit h26-12 --due 2027-03-01",
      "add task h26 新任务 --due 2026-11-01",
      "cancel h26-35 -m 不办了", "suspend h26-23 -m 因故", "done h26-13 h26-16",
    ] {
      let outcome = try store.program.run(
        call.split(separator: " ").map(String.init) + ["--as-of", "2026-11-21"])
      #expect(outcome.status == 0, "\(call): \(outcome.errors)")
      let totals = try json(store.program, "changes", "--since", "today", "--as-of", "2026-11-21")["totals"]
      let told = try #require(totals as? [String: [String: Int]])
      let now = try sums()
      for (name, then, now) in [
        ("overdue", before.overdue, now.overdue), ("completed", before.completed, now.completed),
        ("all", before.all, now.all),
      ] {
        #expect(
          told[name]?["then"] == then && told[name]?["now"] == now, "\(call), \(name): \(told), \(before)")
      }
    }
    #expect(try store.succeed("changes", "--since", "today", "--as-of", "2026-11-21").output.contains("（+"))
  }

  /// `last`: what came since the same person asked, who is not told it twice.
  @Test func lastIsWhenOneAskedOneself() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let home = store.path + "-home"
    defer { try? FileManager.default.removeItem(atPath: home) }
    func program(_ user: String) -> Program {
      Program(environment: ["DUBAN_STORE": store.path, "DUBAN_USER": user, "XDG_STATE_HOME": home])
    }
    func kinds(_ user: String, _ more: String...) throws -> [String] {
      let outcome = try program(user).run(["changes", "--since", "last", "--json"] + more)
      let record = try JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any]
      return (record?["changes"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
    }
    #expect(try program("甲").run("changes", "--since", "last").errors.contains("还没有查看过"))
    #expect(try kinds("甲").filter { $0 == "progressed" }.isEmpty)
    try store.succeed("report", "h26-9", "-m", "新进展")
    #expect(try kinds("甲", "--read-only").contains("progressed"))
    #expect(try kinds("甲").contains("progressed"), "looking read-only moved it on")
    // Another day, another person, and what comes after.
    usleep(1_100_000)
    _ = try kinds("甲")
    // What could not be told was not asked.
    let told = try String(contentsOfFile: home + "/duban/asked.json", encoding: .utf8)
    usleep(1_100_000)
    let full = try program("甲").shell("\"$D\" changes --since last >/dev/full")
    #expect(full.status == 74)
    #expect(try String(contentsOfFile: home + "/duban/asked.json", encoding: .utf8) == told)
    usleep(1_100_000)
    #expect(try !kinds("甲").contains("progressed"))
    #expect(try kinds("乙").contains("progressed"))
  }

  @Test func theLogIsGroupedAndWhole() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("report", "h26-9", "h26-12", "-m", String(repeating: "长", count: 60))
    try store.succeed(
      "edit", "h26-9", "--title", "新题", "--standard", "甲", "--problems", "乙", "--next", "丙", "--tag", "重点")
    try store.succeed("unit", "rename", "信息科", "信息中心")
    let byTask = try store.succeed("log", "--group-by", "task", "--limit", "3").output
    #expect(byTask.contains("h26-12  党费收缴") && byTask.components(separatedBy: "长长长").count > 2)
    #expect(try store.succeed("log", "--group-by", "unit").output.contains("信息中心"))
    #expect(try store.succeed("log", "--group-by", "person").output.contains("党办干事"))
    #expect(try !store.succeed("log", "--width", "70").output.contains("丙"))
    let whole = try store.succeed("log", "--wide", "--width", "70").output
    #expect(whole.contains("丙") && whole.contains(String(repeating: "长", count: 60)))
  }
}
