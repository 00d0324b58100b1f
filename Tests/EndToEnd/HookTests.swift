import Foundation
import Testing

/// A program of the user's own is told of changes; what becomes of it changes nothing.
struct HookTests {
  private func program(_ store: TestStore, _ hook: String) throws -> Program {
    let home = store.path + "-home"
    let program = Program(environment: [
      "DUBAN_STORE": store.path, "DUBAN_USER": "党办干事", "XDG_CONFIG_HOME": home,
      "HOOKED": store.path + "/hooked",
    ])
    #expect(try program.run("config", "set", "onChange", hook).status == 0)
    return program
  }

  @Test func itGetsTheRecord() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    defer { try? FileManager.default.removeItem(atPath: store.path + "-home") }
    let program = try program(store, "cat >>\"$HOOKED\"; echo out; echo err >&2")
    let done = try program.run("report", "h26-9", "h26-12", "-m", "甲\n乙")
    #expect(done.status == 0 && !done.output.contains("out") && done.errors.isEmpty, "\(done)")
    let record = try JSONSerialization.jsonObject(with: Data(store.text(of: "hooked").utf8)) as? [String: Any]
    #expect(record?["command"] as? String == "report" && record?["by"] as? String == "党办干事")
    // Looking, rehearsing and being refused are no changes.
    for words in [["list"], ["done", "h26-9", "--dry-run"], ["done", "h26-2"], ["config", "list"]] {
      _ = try program.run(words)
    }
    #expect(try store.text(of: "hooked").components(separatedBy: "\"command\"").count == 2)
  }

  @Test(arguments: [("exit 3", "3"), ("no-such-program", "127"), ("kill -9 $$", "137")])
  func itsFailureIsTold(hook: String, code: String) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    defer { try? FileManager.default.removeItem(atPath: store.path + "-home") }
    let outcome = try program(store, hook).run("report", "h26-9", "-m", "甲")
    #expect(
      outcome.status == 0 && outcome.errors.contains("on-change") && outcome.errors.contains(code),
      "\(outcome)")
    #expect(try store.succeed("log", "h26-9", "--format", "{text}").output.contains("甲"))
  }
}
