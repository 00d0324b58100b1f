import Foundation
import Testing

/// Events, own days, lights and rates as commands.
struct SettingsCommandTests {
  @Test func eventsScheduleWhatHangsOnThem() throws {
    let store = try TestStore()
    try store.succeed("unit", "add", "党办")
    try store.succeed("add", "campaign", "工作要点", "--code", "h12", "--year", "2012")
    try store.succeed("add", "task", "h12", "整理材料", "--due", "党的十八大召开前", "--unit", "党办")
    try store.succeed("add", "task", "h12", "报送总结", "--due", "活动结束后5个工作日内")
    #expect(try store.succeed("event").output.contains("党的十八大召开"))
    #expect(try store.succeed("list", "is:unscheduled", "--plain").output.split(separator: "\n").count == 2)

    let set = try store.succeed("event", "set", "党的十八大", "2012-11-08", "--as-of", "2012-11-01")
    #expect(set.output.contains("h12-1  11-07前"))
    let row =
      try JSONSerialization.jsonObject(
        with: store.succeed("show", "h12-1", "--json", "--as-of", "2012-11-08").bytes) as? [String: Any]
    let task = try #require((row?["tasks"] as? [[String: Any]])?.first)
    #expect(task["condition"] as? String == "overdue" && task["days"] as? Int == -1)
    #expect((task["why"] as? String)?.contains("定于2012-11-08") == true)
    try store.succeed("event", "set", "活动结束", "2012-09-27", "--campaign", "h12")
    #expect(try store.succeed("list", "h12-2", "--plain", "--as-of", "2012-10-01").output.contains("10-10前"))
    #expect(try store.run("event", "set", "召开", "2012-13-01").status == 64)
    #expect(try store.run("event", "clear", "没有的事件").status == 64)
    // A broken file beside it is named, and is no failure of what was saved.
    try store.write("{", to: "campaigns/broken.json")
    let beside = try store.succeed("event", "set", "党的十八大", "2012-11-09")
    #expect(beside.errors.contains("campaigns/broken.json"))
    try store.succeed("undo")
    try FileManager.default.removeItem(atPath: store.path + "/campaigns/broken.json")
    try store.succeed("undo")
    #expect(try store.succeed("list", "h12-2", "--plain").output.contains("待定"))
    #expect(try store.succeed("log", "--plain").output.contains("日期：— → 2012-11-08"))
  }

  @Test func lightsAndDays() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func soon() throws -> Int {
      try store.succeed("list", "is:dueSoon", "--plain", "--as-of", "2026-11-20").output.split(
        separator: "\n"
      ).count
    }
    let before = try soon()
    #expect(try store.succeed("lights", "--due-soon", "15").output.contains("15个工作日"))
    let after = try soon()
    #expect(after > before)
    try store.succeed("days", "off", "2026-11-23", "2026-11-24")
    #expect(try soon() > after)
    #expect(try store.succeed("days").output.contains("2026-11-24  周二"))
    try store.succeed("days", "usual", "2026-11-23", "2026-11-24")
    try store.succeed("lights", "--reset")
    #expect(try soon() == before)
    for words in [
      ["lights", "--due-soon", "-1"], ["lights", "--behind-red", "5"], ["lights", "--reset"],
      ["days", "off", "0000-01-01"],
      ["days", "usual", "2026-11-23"],
    ] {
      let outcome = try store.program.run(words)
      #expect(
        outcome.status == 64 && outcome.errors.split(separator: "\n").count == 1,
        "\(words): \(outcome.errors)")
    }
    #expect(try store.run("lights", "--due-soon", "4", "--read-only").status == 77)
  }

  @Test func ratesAndTheRowsBehindThem() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for by in ["unit", "campaign", "phase", "leader"] {
      let json =
        try JSONSerialization.jsonObject(
          with: store.succeed("rates", "--by", by, "--json", "--as-of", "2026-11-20").bytes) as? [String: Any]
      let groups = try #require(json?["groups"] as? [[String: Any]])
      #expect(groups.count > 1)
      for group in groups {
        guard let filter = group["filter"] as? String else { continue }
        let rows = try store.succeed("list", filter, "--plain", "--as-of", "2026-11-20").output
        #expect(rows.split(separator: "\n").count == group["total"] as? Int, "\(filter)")
      }
    }
    #expect(try store.succeed("rates", "--as-of", "2026-11-20").output.contains("合计"))
    #expect(try store.run("rates", "--by", "moon").status == 64)
  }

  @Test func standingDutiesWaitForTheirReview() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let found = try store.succeed("list", "is:待回顾", "--plain", "--as-of", "2027-06-01").output
    #expect(!found.isEmpty && found.contains("待回顾"))
    let id = String(found.prefix { $0 != "\t" })
    try store.succeed("report", id, "-m", "已回顾")
    try store.succeed("edit", id, "--review", "year")
    #expect(try store.succeed("list", "is:review", id, "--plain").output.isEmpty)
    #expect(try store.run("edit", id, "--review", "always").status == 64)
  }

  /// Columns and order of lists, for people and not for scripts.
  @Test func listsAsSomebodyLikesThem() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let home = try TemporaryHome()
    let program = Program(environment: ["DUBAN_STORE": store.path, "XDG_CONFIG_HOME": home.path])
    let plain = try program.run("list", "--plain").output
    #expect(try program.run("config", "set", "columns.list", "id，title").status == 0)
    #expect(try program.run("config", "set", "sort.list", "--", "-id").status == 0)
    #expect(try program.run("config", "set", "columns.campaign list", "code,title").status == 0)
    let lines = try program.run("list").output.split(separator: "\n")
    #expect(lines[0].hasPrefix("编号") && !lines[0].contains("状态") && lines[1].hasPrefix("h26b-"))
    #expect(try program.run("list", "--columns", "id,state", "--sort", "id").output.contains("状态"))
    #expect(try program.run("list", "--plain").output == plain)
    #expect(try !program.run("campaign").output.contains("办结率"))
    #expect(try program.run("config").output.contains("columns.campaign list"))
    for (key, text) in [("columns.list", "nonsense"), ("sort.list", "nonsense"), ("columns.nonsense", "id")] {
      #expect(try program.run("config", "set", key, text).status == 64, "\(key)")
    }
    for key in ["columns.list", "sort.list", "columns.campaign list"] {
      #expect(try program.run("config", "unset", key).status == 0, "\(key)")
    }
    #expect(try program.run("list").output.contains("状态"))
    // What hands wrote that no list has is told, and ignored.
    try home.write(#"{"lists":[{"name":"list","columns":["foo"]}]}"#)
    let list = try program.run("list")
    #expect(list.status == 0 && list.output.contains("状态") && list.errors.contains("foo"))
  }

  /// The editor's text is saved where it is a configuration; else it is kept beside, and its line told.
  @Test func theConfigurationIsEdited() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let home = try TemporaryHome()
    func edit(_ editor: String) throws -> Program.Outcome {
      try Program(
        environment: ["DUBAN_STORE": store.path, "XDG_CONFIG_HOME": home.path, "EDITOR": "sh -c '\(editor)'"]
      ).run("config", "edit")
    }
    #expect(try edit(#"echo "{\"user\": \"党办主任\"}" > "$0""#).status == 0)
    #expect(try home.text().contains("党办主任"))
    let refused = try edit(#"printf "{\n\"user\": 5\n}" > "$0""#)
    #expect(refused.status == 78 && refused.errors.contains("config.json.rejected:2"), "\(refused.errors)")
    #expect(try home.text().contains("党办主任"))
    #expect(try edit(#"printf "{\"lists\":[{\"name\":\"nope\"}]}" > "$0""#).status == 64)
    #expect(try edit(#"printf "{\"usr\": \"x\"}" > "$0""#).errors.contains("usr"))
    #expect(try edit("exit 3").status != 0)
    // One that cannot be read can be mended.
    try home.write("{")
    #expect(
      try Program(environment: ["XDG_CONFIG_HOME": home.path]).run("status").errors.contains("config edit"))
    #expect(try edit(#"echo "{}" > "$0""#).status == 0)
    #expect(try edit("true").errors.contains("没有改动"))
  }

  /// `config` lists, gets, sets and unsets what the store holds and what is the user's own.
  @Test func configDoesIt() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let home = URL(filePath: store.path + "-home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let program = Program(environment: ["DUBAN_STORE": store.path, "XDG_CONFIG_HOME": home.path])
    func run(_ words: String...) throws -> Program.Outcome { try program.run(words) }
    func value(_ key: String) throws -> String {
      try run("config", "get", key).output.trimmingCharacters(in: .newlines)
    }
    for (key, text, told) in [
      ("user", "党办主任", "党办主任"), ("organisation", "某院党办", "某院党办"), ("dueSoon", "5", "5"),
      ("behindRed", "40", "40"),
      ("daysOff", "2026-12-25", "2026-12-25"), ("event.汛期", "2026年6月1日至9月30日", "2026-06-01..2026-09-30"),
      ("template.催办", "请抓紧", "请抓紧"), ("lang", "en", "en"),
      ("ambiguousIsWide", "true", "true"),
    ] {
      let set = try run("config", "set", key, text)
      #expect(set.status == 0 && set.errors.isEmpty, "\(key): \(set.errors)")
      #expect(try value(key) == told)
    }
    // Who acts is named in the journal; the interface speaks the language that was set.
    #expect(try run("log", "--plain").output.contains("党办主任"))
    #expect(try run("config").output.contains("whose ledger it is"))
    for key in ["dueSoon", "behindRed", "daysOff", "event.汛期", "template.催办", "user", "lang"] {
      #expect(try run("config", "unset", key).status == 0, "\(key)")
      #expect(try run("config", "unset", key).status == 64, "\(key)")
    }
    #expect(try value("dueSoon") == "3" && value("user").isEmpty && value("ambiguousIsWide") == "true")
    for (key, text) in [
      ("dueSoon", "x"), ("dueSoon", "99"), ("lang", "fr"), ("ambiguousIsWide", "yes"), ("event.汛期", "尽快"),
      ("nokey", "1"), ("daysOff", "昨儿"), ("template.", "x"),
    ] {
      let refused = try run("config", "set", key, text)
      #expect(refused.status == 64 && refused.errors.split(separator: "\n").count == 1, "\(key) \(text)")
    }
    // What else is in the user's file stays; one that cannot be read is named.
    let file = home.appending(path: "duban/config.json")
    try Data("{\"own\":1,\"user\":\"甲\"}".utf8).write(to: file)
    _ = try run("config", "set", "user", "乙")
    #expect(try String(contentsOf: file, encoding: .utf8).contains("\"own\" : 1"))
    try Data("{".utf8).write(to: file)
    #expect(try run("config", "set", "user", "丙").status == 78)
    #expect(try String(contentsOf: file, encoding: .utf8) == "{")
  }
}

/// A folder for the user's configuration, gone when the test is.
private final class TemporaryHome: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "duban-home-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path + "/duban", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/duban/config.json"))
  }

  func text() throws -> String {
    try String(contentsOf: URL(filePath: path + "/duban/config.json"), encoding: .utf8)
  }
}
