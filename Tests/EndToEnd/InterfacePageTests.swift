import Campaigns
import Foundation
import TestSupport
import Testing

@testable import duban

/// docs/interface.md says what the program does.
struct InterfacePageTests {
  private let page: Page

  init() throws { page = try Page("docs/interface.md") }

  @Test func exitCodes() throws {
    let rows = try page.table("Exit codes")
    let codes = (Int32(0)...255).compactMap(ExitCode.init)
    #expect(rows.map { [$0[0], $0[1]] } == codes.map { ["\($0.rawValue)", "`\($0)`"] })
    #expect(rows.allSatisfy { !$0[2].isEmpty })
    let check = "0 fine, \(Check.dueSoon) due soon, \(Check.overdue) overdue, \(Check.cannotTell) cannot tell"
    #expect(try page.section("Exit codes").joined(separator: " ").contains(check))
  }

  @Test func everyVariableThatIsRead() throws {
    var read: Set = ["LC_CTYPE"]  // by the C library
    let folder = Page.root.appending(path: "Sources")
    for file in try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)) {
      guard let url = file as? URL, url.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: url, encoding: .utf8)
      for match in text.matches(of: /(?:Environment\[|folder\(|getenv\()"([A-Z_]+)"/) {
        read.insert(String(match.1))
      }
      for match in text.matches(of: /"(LC_[A-Z]+|LANG)"/) { read.insert(String(match.1)) }
    }
    #expect(Set(try page.table("Environment").flatMap { $0[0].codes }) == read)
  }

  @Test func everyGlobalOption() throws {
    let help = try Program().run("help", "undo", "--lang", "en").output
    let options = help.components(separatedBy: "GLOBAL OPTIONS:\n")[1].matches(of: /(?m)^ +(--[a-z-]+)/)
    let told = try page.table("Global options").flatMap { $0[0].codes }.map {
      String($0.prefix { $0 != " " })
    }
    #expect(Set(told) == Set(options.map { String($0.1) }))
  }

  // MARK: JSON

  private func json(_ store: TestStore, _ words: [String]) throws -> [String: Any] {
    let outcome = try store.program.run(words + ["--json", "--as-of", "2026-11-20"])
    return try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any], "\(words)")
  }

  @Test func everyKeyOfEveryCommand() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.write("1、召开专题会。责任科室：党办，完成时间：4月20日之前。\n", to: "notice.txt")
    let rows = try page.table("JSON")
    #expect(rows.count > 10)
    for row in rows {
      for command in row[0].codes {
        let words = command.split(separator: " ").map {
          $0 == "notice.txt" ? store.path + "/notice.txt" : String($0)
        }
        #expect(Set(try json(store, words).keys) == Set(row[1].codes + ["schema", "asOf"]), "\(command)")
      }
    }
    for command in [["report", "h26-9", "-m", "已安排"], ["done", "h26-12"], ["record", "h26-6"]] {
      #expect(Set(try json(store, command).keys) == ["schema", "asOf", "tasks"], "\(command)")
    }
    #expect(Set(try json(store, ["undo"]).keys) == ["schema", "asOf", "entries"])
  }

  @Test func everyKeyOfATask() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let tasks = try #require(json(store, ["list"])["tasks"] as? [[String: Any]])
    let rows = try page.table("JSON", 1)
    func keys(_ name: String) throws -> Set<String> {
      Set(try #require(rows.first { $0[0].codes.first == name })[1].codes)
    }
    let (deadlines, units) = (tasks.compactMap { $0["deadline"] }, tasks.compactMap { $0["units"] as? [Any] })
    func used(_ objects: [Any]) -> Set<Set<String>> {
      Set(objects.compactMap { ($0 as? [String: Any]).map { Set($0.keys) } })
    }
    #expect(used(tasks) == [Set(rows.flatMap { $0[0].codes })])
    #expect(try used(deadlines) == [keys("deadline")])
    // What `show` adds, and an entry of the log.
    let whole = try #require((json(store, ["show", "h26-9"])["tasks"] as? [[String: Any]])?.first)
    let told = try page.section("JSON").joined(separator: " ").codes
    #expect(Set(whole.keys).subtracting(rows.flatMap { $0[0].codes }).isSubset(of: told))
    let entry = try #require((whole["log"] as? [[String: Any]])?.first)
    #expect(Set(entry.keys).isSubset(of: told) && entry.count > 15)
    #expect(try used(units.flatMap(\.self)) == [keys("units")])
  }

  @Test func everyValue() throws {
    let values: [String: [String]] = [
      "stage": Stage.allCases.map(\.rawValue), "condition": Condition.allCases.map(\.rawValue),
      "light": Light.allCases.map(\.rawValue), "cause": LightCause.Kind.allCases.map(\.rawValue),
      "role": Role.allCases.map(\.rawValue),
      "kind": DeadlineKind.allCases.map(\.rawValue), "per": Period.allCases.map(\.rawValue),
      "every": Period.allCases.map(\.rawValue),
    ]
    let rows = try page.table("JSON", 2)
    #expect(Set(rows.flatMap { $0[0].codes }) == Set(values.keys))
    for row in rows { for key in row[0].codes { #expect(row[1].codes == values[key], "\(key)") } }
  }

  @Test func filters() throws {
    let told = try page.section("Filters").joined(separator: " ").codes
    for key in told where key.hasSuffix(":") {
      // Whatever the value is, the key is known.
      do throws(FilterError) { _ = try FilterReader.read(key + "x", .plain) } catch {
        if case .unknownKey = error { Issue.record("\(key) is no key") }
      }
    }
    #expect(Set(FilterKey.allCases.flatMap { [$0.rawValue + ":", $0.chinese[0] + ":"] }).isSubset(of: told))
    let states = Set(FilterWord.states.compactMap(\.en))
    #expect(states.subtracting(Condition.allCases.map(\.rawValue)).isSubset(of: told))
  }

  // MARK: The screen

  @Test func theScreenKeepsToItsBudgets() throws {
    let budgets = try page.table("Screen", 1).map { try #require(Int($0[1].filter(\.isNumber)), "\($0)") }
    let store = try TestStore(demoOn: "2026-11-20")
    let bytes = store.path + ".bytes"
    defer { try? FileManager.default.removeItem(atPath: bytes) }
    let terminal = try RealTerminal(
      "script -qfc '\"$D\" --as-of 2026-11-20' '\(bytes)'", environment: ["DUBAN_STORE": store.path])
    var before = 0
    /// What was sent since the last time, once nothing more comes.
    func sent() throws -> Int {
      var last = -1
      try RealTerminal.poll {
        let size = try FileManager.default.attributesOfItem(atPath: bytes)[.size] as? Int ?? 0
        defer { last = size }
        return size == last
      }
      defer { before = last }
      return last - before
    }
    try terminal.wait(for: "? 帮助")
    #expect((1...budgets[0]).contains(try sent()), "the first page")
    try terminal.type("j")
    try terminal.wait(for: ">h26-35")
    #expect((1...budgets[1]).contains(try sent()), "a line")
    for (view, title) in [
      ("2", "方案"), ("3", "全部任务"), ("4", "紧要任务"), ("5", "单位"), ("6", "办结率"), ("1", "总览"),
    ] {
      try terminal.type(view)
      try terminal.wait(for: "督办 / \(title)")
      #expect((1...budgets[2]).contains(try sent()), "\(title)")
    }
  }
}
