import Foundation
import Testing

/// The contract for scripts: keys, values, exit codes (docs/interface.md).
struct ContractTests {
  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any], "\(outcome.output)")
  }

  @Test func listHasEveryKey() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let list = try json(store.succeed("list", "--json", "--as-of", "2026-11-20"))
    #expect(list["schema"] as? Int == 1 && list["asOf"] as? String == "2026-11-20")
    let tasks = try #require(list["tasks"] as? [[String: Any]])
    #expect(tasks.count == 58)
    let keys: Set = [
      "id", "campaign", "number", "title", "phase", "parent", "units", "deadline", "end", "stage",
      "condition",
      "days", "light", "why", "percent", "completed", "pointsBehind", "detailsMissing", "daysWithoutWord",
      "reviewDue", "sourceLine", "quota", "members", "targets", "extensions", "chases", "openInstructions",
      "splitFrom", "formerIDs", "dependsOn",
    ]
    for task in tasks {
      #expect(keys.isSubset(of: Set(task.keys)))
      let deadline = try #require(task["deadline"] as? [String: Any])
      #expect(Set(["text", "kind", "start", "end"]).isSubset(of: Set(deadline.keys)))
      #expect(deadline["text"] is String && deadline["kind"] is String)
      for unit in try #require(task["units"] as? [[String: Any]]) {
        #expect(["lead", "supporting", "leader", "person"].contains(unit["role"] as? String ?? ""))
      }
      let hasDays = !(task["days"] is NSNull)
      let condition = task["condition"] as? String ?? ""
      if ["overdue", "dueSoon", "normal"].contains(condition) { #expect(hasDays) }
      if condition == "overdue" {
        #expect((task["days"] as? Int ?? 0) < 0 && task["light"] as? String == "red")
      }
    }
  }

  @Test func checkCountsWhatItLists() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let outcome = try store.run("check", "--json", "--as-of", "2026-11-20")
    #expect(outcome.status == 2)
    let check = try json(outcome)
    let counts = try #require(check["counts"] as? [String: Int])
    #expect(
      Set(counts.keys) == [
        "normal", "dueSoon", "overdue", "completed", "completedLate", "standing", "recurring", "unscheduled",
        "suspended",
        "cancelled",
      ])
    let tasks = try #require(check["tasks"] as? [[String: Any]])
    for condition in ["overdue", "dueSoon"] {
      #expect(tasks.count { $0["condition"] as? String == condition } == counts[condition])
    }
    #expect(tasks.count == (counts["overdue"] ?? 0) + (counts["dueSoon"] ?? 0))
    #expect(counts.values.reduce(0, +) == 58)
  }

  @Test func checkThresholds() throws {
    let store = try TestStore()
    try store.succeed("add", "campaign", "工作要点", "--code", "h11", "--year", "2011")
    try store.succeed("add", "task", "h11", "甲", "--due", "4月20日之前")
    func status(_ words: String...) throws -> Int32 {
      try store.program.run(["check", "--quiet"] + words).status
    }
    #expect(try status("--as-of", "2011-04-14") == 0)
    #expect(try status("--as-of", "2011-04-15") == 1)
    #expect(try status("--as-of", "2011-04-20") == 1)
    #expect(try status("--as-of", "2011-04-21") == 2)
    #expect(try status("--as-of", "2011-04-14", "-w", "4") == 1)
    #expect(try status("--as-of", "2011-04-22", "-c", "2") == 1)
    #expect(try status("--as-of", "2011-04-23", "-c", "2") == 2)
    // What is let off is still told as what it is: late, and nothing else.
    let softened = try store.run("check", "--as-of", "2011-04-22", "-c", "2").output
    #expect(softened.contains("逾期 2天") && !softened.contains("欠次") && !softened.contains("剩 -"))
    // A unit that nobody has is a mistake; one that has nothing to do is fine.
    #expect(try status("--as-of", "2011-04-21", "--unit", "党办") == 3)
    try store.succeed("unit", "add", "党办")
    #expect(try status("--as-of", "2011-04-21", "--unit", "党办") == 0)
    #expect(try status("--as-of", "no day") == 3)
    #expect(try status("-w", "many") == 3)
    #expect(try Program().run("check", "--store", "/nonexistent").status == 3)
    try store.write("{", to: "campaigns/h12.json")
    #expect(try status("--as-of", "2011-04-14") == 3)
    #expect(try status("--as-of", "2011-04-21") == 2)
    let line = try store.run("check", "--quiet", "--as-of", "2011-04-21").output
    #expect(line.hasPrefix("DUBAN CRITICAL - ") && line.contains(" | ") && line.contains("overdue=1"))
    #expect(line.split(separator: "\n").count == 1)
  }

  @Test func whenIsOneFlatObject() throws {
    let program = Program()
    let reading = try json(program.run("when", "每季度不少于二次，12月20日之前", "--year", "2011", "--json"))
    for key in ["text", "kind", "start", "end", "times", "unit", "per"] {
      #expect(reading[key] != nil, "\(key)")
    }
    #expect(reading["kind"] as? String == "date" && reading["end"] as? String == "2011-12-20")
    #expect(
      reading["times"] as? Int == 2 && reading["per"] as? String == "quarter" && reading["start"] is NSNull)
    for (year, words) in [("2005", "2005年放假安排不在已知年份"), ("2040", "2040年放假安排尚未公布")] {
      let unknown = try program.run("when", "\(year)年6月30日前")
      #expect(unknown.output.contains(words))
    }
    let none = try program.run("when", "抓好学习", "--json")
    #expect(none.status == 65)
    #expect(try json(none)["kind"] as? String == "none")
    #expect(try program.run("when", "4月20日前", "--from", "x").status == 64)
  }

  @Test func globalOptionsStandBeforeAndAfter() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let program = Program()
    let after = try program.run(
      "list", "is:overdue", "--store", store.path, "--as-of", "2026-11-20", "--json")
    let before = try program.run(
      "--store", store.path, "--as-of", "2026-11-20", "--json", "list", "is:overdue")
    let both = try program.run("--store", store.path, "--json", "list", "--as-of", "2026-11-20", "is:overdue")
    #expect(after.status == 0 && before.output == after.output && both.output == after.output)
    let nested = try program.run("--store", store.path, "--lang", "en", "campaign", "list", "--all")
    #expect(nested.status == 0 && nested.output.contains("h11"))
  }

  /// (words, exit code, what the message names)
  @Test(
    arguments: [
      (["list", "uint:党办"], 64, "uint:"), (["list", "--as-of", "2011-02-30"], 64, "2011-02-30"),
      (["lisst"], 64, "lisst"),
      (["show", "h26-999"], 66, "h26-999"), (["show", "h62-7"], 66, "最接近"),
      (["done", "h26-9", "--on", "2099-01-01"], 64, "2099-01-01"),
      (["report", "h26-9", "-m", "x", "--percent", "101"], 64, "101"),
      (["report", "h26-9", "-m", " "], 64, "内容"),
      (["assign", "h26-9", "党办公"], 66, "党办"), (["list", "--columns", "colour"], 64, "colour"),
      (["strike", "h26-9", "--reviewer", "x"], 64, "h26-9"), (["init"], 73, "demo-store"),
      (["--lang", "fr", "list"], 64, "fr"),
      (["add", "campaign", "x", "--code", "../x"], 64, "../x"),
      (["add", "campaign", "x", "--code", "h11"], 73, "h11"),
      (["add", "task", "h26", "x", "--due", "尽快"], 64, "尽快"), (["campaign", "close", "h99"], 66, "h99"),
      (["instruct", "h26-9", "-m", "x", "--read-only"], 77, "--read-only"),
      (["show", "h26-1", "--store", "/nonexistent"], 66, "/nonexistent"),
      (["list", "--store", "/tmp"], 66, "store.json"), (["next", "-5"], 64, "-5"),
      (["edit", "h26-1"], 64, "--title"), (["campaign", "edit", "h26", "--year", "99999"], 64, "99999"),
    ] as [([String], Int32, String)])
  func exitCodes(words: [String], status: Int32, names: String) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let link = FileManager.default.temporaryDirectory.appending(path: "demo-store-\(UUID().uuidString)").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: store.path)
    defer { try? FileManager.default.removeItem(atPath: link) }
    let outcome = try Program(environment: ["DUBAN_STORE": link]).run(words)
    #expect(outcome.status == status, "\(words): \(outcome.errors)")
    #expect(outcome.errors.contains(names), "\(words): \(outcome.errors)")
    if !["lisst", "next"].contains(words[0]) {
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(words): \(outcome.errors)")
    }
  }

  @Test func anIdThatFitsTwoIsRefused() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let outcome = try store.run("show", "h26-1")
    #expect(outcome.status == 0)
    #expect(try store.run("show", "h26-4x").status == 66)
    let two = try store.run("done", "h26b-")
    #expect(two.status == 64 && two.errors.contains("h26b-1"))
  }

  @Test func damageIsNamedAndTheRestPrinted() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let text = try store.text(of: "campaigns/h26b.json")
    try store.write(
      text.replacingOccurrences(of: "\"kind\" : \"date\"", with: "\"kind\" : \"day\""),
      to: "campaigns/h26b.json")
    let list = try store.run("list", "--as-of", "2026-11-20")
    #expect(list.status == 65 && list.output.contains("h26-9") && !list.output.contains("h26b-"))
    #expect(list.errors.contains("campaigns/h26b.json:") && list.errors.split(separator: "\n").count == 1)
    let saved = try store.run("report", "h26-9", "-m", "已安排", "--as-of", "2026-11-20")
    // What an id names is all that it asks for: of another campaign's file nothing is said.
    #expect(saved.status == 0 && saved.errors.isEmpty)
    #expect(try store.run("show", "h26-9").status == 0)
    #expect(try store.run("report", "h26b-1", "-m", "x").status == 65)
    try store.write("{\"format\" : 7}", to: "store.json")
    #expect(try store.run("list").status == 78)
  }

  @Test func outputThatCannotBeWritten() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let full = try store.program.shell("\"$D\" list > /dev/full")
    #expect(full.status == 74 && full.errors.split(separator: "\n").count == 1)
    // More than a pipe holds, for a reader that reads nothing of it.
    #expect(try store.succeed("list", "--json").bytes.count > 65_536)
    let closed = try store.program.shell("\"$D\" list --json | true; echo ${PIPESTATUS[0]}")
    #expect(closed.output == "74\n" && closed.errors.split(separator: "\n").count == 1)
  }

  /// With `--json` what goes wrong is an object too, wherever it goes wrong; what is remarked before it stands in a line of its
  /// own.
  @Test(
    arguments: [
      ("list --sort x", 64, "usage"), ("list is:逾斯", 64, "usage"), ("nosuch", 64, "usage"),
      ("list --nosuch", 64, "usage"),
      ("show h26-999", 66, "notFound"), ("done h26-2", 64, "usage"),
      ("done h26-9 --read-only", 77, "noPermission"),
      ("list --store /nonexistent", 66, "notFound"), ("show", 64, "usage"), ("list --lang xx", 64, "usage"),
      ("list --format json --plain", 64, "usage"), ("done h26-9 --as-of x", 64, "usage"),
    ])
  func errorsAreObjects(call: String, code: Int, name: String) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for flags in [["--json"], ["--format", "json"], ["--format=json"]] {
      let outcome = try store.program.run(call.split(separator: " ").map(String.init) + flags)
      #expect(Int(outcome.status) == code && outcome.output.isEmpty, "\(call): \(outcome)")
      let lines = outcome.errors.split(separator: "\n")
      let objects = try lines.map { line in
        try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
      }
      let error = try #require(objects.last?["error"] as? [String: Any])
      #expect(error["code"] as? Int == code && error["name"] as? String == name, "\(call): \(error)")
      #expect((error["message"] as? String)?.isEmpty == false && objects.last?["schema"] as? Int == 1)
    }
  }

  /// What a change recorded can be answered and corrected by number.
  @Test func aChangeTellsTheNumbersOfItsEntries() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func made(_ words: String...) throws -> [[Int]] {
      let outcome = try store.program.run(words + ["--json", "--as-of", "2026-11-20"])
      let record = try JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any]
      return (record?["tasks"] as? [[String: Any]] ?? []).map { $0["newEntries"] as? [Int] ?? [] }
    }
    let entry = try #require(made("report", "h26-9", "-m", "写错了").first?.first)
    #expect(try made("correct", "h26-9", "\(entry)", "-m", "写对了") == [[entry + 1]])
    #expect(try made("report", "h26-9", "h26-12", "-m", "都报").map(\.count) == [1, 1])
    let shown = try JSONSerialization.jsonObject(with: store.succeed("show", "h26-9", "--json").bytes)
    let task = ((shown as? [String: Any])?["tasks"] as? [[String: Any]])?.first
    let log = try #require(task?["log"] as? [[String: Any]])
    #expect(log.first { $0["entry"] as? Int == entry }?["struckBy"] as? Int == entry + 1)
    #expect(log.last?["text"] as? String == "都报")
  }
}
