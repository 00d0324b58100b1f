import Foundation
import Testing

/// Lists as scripts and people want them: columns, order, groups, lines of their own, as many as asked for.
struct ListOptionTests {
  /// Every command that answers with a list takes the same options; `{…}` are two of its columns.
  static let lists = [
    ("list", "{id} {end}"), ("overdue", "{id} {days}"), ("next 60", "{id} {units}"),
    ("units --all", "{name} {owes}"),
    ("campaign list", "{code} {rate}"), ("rates --by leader", "{name} {total}"),
    ("instructions --all", "{id} {days}"),
    ("remind --list", "{unit} {late}"), ("log", "{at} {of}"), ("changes --since 2026-01-01", "{kind} {id}"),
    ("event list", "{name} {days}"), ("unit list", "{id} {members}"), ("view list", "{name} {filter}"),
    ("config list", "{key} {value}"), ("show h26-9 --members", "{unit} {state}"),
  ]

  private static func demo() throws -> TestStore {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("report", "h26-9", "-m", "甲\t乙", "--percent", "70")
    try store.succeed("done", "h26-30")
    try store.succeed("view", "save", "急件", "状态:逾期", "--shared")
    try store.succeed("view", "save", "红灯", "灯:红", "--shared")
    return store
  }

  @Test(arguments: lists)
  func everyListTakesThem(call: String, template: String) throws {
    let store = try Self.demo()
    func run(_ more: String...) throws -> Program.Outcome {
      let outcome = try store.program.run(
        call.split(separator: " ").map(String.init) + more + ["--as-of", "2026-11-20"])
      #expect(outcome.status == 0, "\(call) \(more): \(outcome.errors)")
      return outcome
    }
    func lines(_ more: String...) throws -> [String] {
      try store.program.run(call.split(separator: " ").map(String.init) + more + ["--as-of", "2026-11-20"])
        .output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    let names = template.split(separator: " ").map { String($0.dropFirst().dropLast()) }
    let key = call == "rates --by leader" ? "groups" : nil
    let record = try #require(
      JSONSerialization.jsonObject(with: run("--json").bytes) as? [String: Any])
    let total = try #require(record["total"] as? Int)
    let rows = try lines("--format", template)
    let sums = key == nil ? 0 : 1
    #expect(rows.count == total + sums && total > 0, "\(call): \(rows.count) of \(total)")
    // The same columns, parted by tabs, below their names.
    let plain = try lines("--plain", "--columns", names.joined(separator: ","), "--header")
    #expect(plain.first == names.joined(separator: "\t"))
    #expect(plain.dropFirst().map { $0.replacing("\t", with: " ") } == rows)
    // Some of them, and how many there are.
    let few = try #require(
      JSONSerialization.jsonObject(with: run("--json", "--limit", "1").bytes) as? [String: Any])
    #expect(few["total"] as? Int == total)
    #expect(few.values.contains { ($0 as? [Any])?.count == 1 })
    if total > 1 { #expect(try run("--limit", "1").output.contains("显示1行，共\(total)行"), "\(call)") }
    // Every column sorts, and turned round what is alike stays as it was: the same rows.
    for name in names {
      let up = try lines("--format", "{\(name)}", "--sort", name)
      let down = try lines("--format", "{\(name)}", "--sort", "-\(name)")
      #expect(up.sorted() == down.sorted() && up.count == rows.count)
      if Set(up).count > 2 { #expect(up != down, "\(call) --sort \(name)") }
      #expect(
        try lines("--plain", "--group-by", name).count >= rows.count - sums, "\(call) --group-by \(name)")
    }
    for bad in [
      ["--columns", "x"], ["--sort", "-x"], ["--group-by", "x"], ["--format", "{x}"], ["--limit", "-1"],
    ] {
      let outcome = try store.program.run(call.split(separator: " ").map(String.init) + bad)
      #expect(
        outcome.status == 64 && outcome.output.isEmpty && outcome.errors.split(separator: "\n").count == 1,
        "\(call) \(bad): \(outcome)")
    }
  }

  @Test func sortingGoesByWhatIsMeant() throws {
    let store = try Self.demo()
    func column(_ words: String...) throws -> [String] {
      try store.program.run(words + ["--as-of", "2026-11-20"]).output.split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast().map(String.init)
    }
    let days = try column("list", "--format", "{days}", "--sort", "-days").compactMap(Int.init)
    #expect(days.count > 20 && days == days.sorted(by: >))
    // What has none comes last, whichever way.
    #expect(try column("list", "--format", "{days}", "--sort", "days").last?.isEmpty == true)
    #expect(try column("list", "--format", "{days}", "--sort", "-days").last?.isEmpty == true)
    // By one, then by another.
    let both = try column("list", "--format", "{light} {id}", "--sort", "light,-id")
    let red = both.filter { $0.hasPrefix("红") }.compactMap { $0.split(separator: " ").last.map(String.init) }
    #expect(both.suffix(red.count).allSatisfy { $0.hasPrefix("红") } && red.count > 2)
    #expect(try red == column("list", "灯:红", "--format", "{id}", "--sort", "-id"))
    let ids = try column("list", "--format", "{id}", "--sort", "id")
    #expect(ids.firstIndex(of: "h26-9") ?? 0 < ids.firstIndex(of: "h26-10") ?? 0)
    #expect(try column("units", "--format", "{owes}", "--sort", "-owes").compactMap(Int.init).first ?? 0 > 1)
  }

  /// What is for programs is whole: every unit, days with their year; what is for people in a pipe is not cut either.
  @Test func nothingIsCutInAPipe() throws {
    let store = try Self.demo()
    let plain = try store.succeed("list", "h26-9", "--plain", "--as-of", "2026-11-20").output
    #expect(plain.contains("2026-") && !plain.contains(" 等"))
    let text = try store.succeed("list", "--as-of", "2026-11-20").output
    #expect(!text.contains("…"))
    let cut = try store.succeed("list", "--as-of", "2026-11-20", "--width", "60").output
    #expect(cut.contains("…"))
    #expect(try store.run("list", "--width", "0").status == 64)
    // The page of a screen keeps to it.
    let status = try store.succeed("status", "--as-of", "2026-11-20").output
    #expect(
      status.contains("…") && status.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
  }

  @Test(
    arguments: [
      ("{id}\\t{percent}|\\n", "h26-9\t70|\n"), ("{{{id}}}", "{h26-9}"), ("{ id }", "h26-9"),
      ("{id}{id}", "h26-9h26-9"),
    ])
  func templates(template: String, line: String) throws {
    let store = try Self.demo()
    let output = try store.succeed("list", "h26-9", "--format", template).output
    #expect(output == line + "\n", "\(template)")
  }

  @Test(arguments: ["{id", "{id}}", "}{", "x"])
  func noTemplates(template: String) throws {
    #expect(try Self.demo().run("list", "--format", template).status == 64)
  }

  @Test func aTemplateIsForListsOnly() throws {
    let store = try Self.demo()
    for words in ["status", "check", "show h26-9", "done h26-9", "doctor", "undo"] {
      let outcome = try store.program.run(
        words.split(separator: " ").map(String.init) + ["--format", "{id}"])
      #expect(words == "check" ? outcome.status == 3 : outcome.status == 64, "\(words)")
    }
  }

  /// Longer than the screen, it goes through the pager; shorter, or where none is wanted, it does not.
  @Test func longAnswersArePaged() throws {
    let store = try Self.demo()
    let environment = ["DUBAN_STORE": store.path, "PAGER": "head -n 3; echo paged"]
    let terminal = try RealTerminal("\"$D\" list --as-of 2026-11-20", environment: environment)
    #expect(try terminal.wait(for: "paged").contains("编号"))
    let short = try RealTerminal(
      "\"$D\" list 状态:逾期 --as-of 2026-11-20; echo the end", environment: environment)
    #expect(try !short.wait(for: "the end").contains("paged"))
    let whole = try RealTerminal(
      "\"$D\" list --no-pager --as-of 2026-11-20; echo the end", environment: environment)
    #expect(try !whole.wait(for: "the end").contains("paged"))
    // Who may only read is given no program that has a shell behind it.
    let reader = try RealTerminal(
      "\"$D\" list --read-only --as-of 2026-11-20; echo the end", environment: environment)
    #expect(try !reader.wait(for: "the end").contains("paged"))
    // One that is not there is none.
    let missing = try RealTerminal(
      "\"$D\" list --as-of 2026-11-20; echo the end",
      environment: ["DUBAN_STORE": store.path, "PAGER": "no-such-pager"])
    #expect(try missing.wait(for: "the end").contains("h26b-"))
  }
}
