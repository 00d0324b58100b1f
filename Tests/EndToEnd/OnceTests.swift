import Foundation
import Testing

/// `--key`: a script that does not know whether it was heard asks again, and nothing is done twice.
struct OnceTests {
  @Test func aRepeatDoesNothingAndSaysSo() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func records() throws -> Int {
      let page =
        try JSONSerialization.jsonObject(with: store.succeed("log", "--json").bytes) as? [String: Any]
      return page?["total"] as? Int ?? -1
    }
    let before = try records()
    let first = try store.succeed("report", "h26-9", "-m", "一次", "--key", "cron-1120")
    #expect(first.output.contains("h26-9") && first.errors.isEmpty)
    for words in [
      ["report", "h26-9", "-m", "一次"], ["done", "h26-30"], ["report", "h26-9", "-m", "一次", "--as", "别人"],
    ] {
      let again = try store.program.run(words + ["--key", "cron-1120"])
      #expect(again.status == 0 && again.output.isEmpty && again.errors.contains("办过"), "\(again)")
    }
    #expect(try records() == before + 1)
    try store.succeed("report", "h26-9", "-m", "另一次", "--key", "cron-1121")
    #expect(try records() == before + 2)
    // What was taken back was done all the same.
    try store.succeed("undo")
    #expect(try store.succeed("report", "h26-9", "-m", "另一次", "--key", "cron-1121").errors.contains("办过"))
    let told = try store.program.run("done", "h26-9", "--key", "cron-1120", "--json")
    let record = try JSONSerialization.jsonObject(with: told.bytes) as? [String: Any]
    #expect(record?["repeated"] as? Bool == true && record?["record"] is Int)
  }

  /// An answer that could not be told, and is asked for again: recorded once.
  @Test func whatCouldNotBeToldIsRecordedOnce() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for _ in 0..<3 {
      let outcome = try store.program.shell("\"$D\" report h26-9 -m 一次 --key a >/dev/full")
      #expect(outcome.status == 0 || outcome.status == 74, "\(outcome)")
    }
    let log = try store.succeed("log", "h26-9", "--format", "{text}").output
    #expect(log.split(separator: "\n").filter { $0 == "一次" }.count == 1)
  }

  /// Where no record is kept, nothing can be known to have been done: that is refused, not passed over.
  @Test func whatKeepsNoRecordHasNone() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for words in [
      ["backup"], ["init", store.path + "/new"], ["config", "set", "user", "甲"], ["doctor", "--fix"], [],
    ] {
      let outcome = try store.program.run(words + ["--key", "a"])
      #expect(outcome.status == 64 && outcome.errors.contains("--key"), "\(words): \(outcome)")
    }
  }
}
