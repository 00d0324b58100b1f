import CampaignStore
import Foundation
import Testing

/// Who may leave instructions and nothing else, by command and over SSH.
struct InstructorCommandTests {
  @Test func onlyInstructionsAreLeft() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("config", "set", "instructors", Account.own.name)
    #expect(try store.succeed("config", "get", "instructors").output.contains(Account.own.name))
    let records = try store.records()
    for words in [
      ["done", "h26-30"], ["report", "h26-30", "-m", "x"], ["undo"], ["unit", "add", "新单位"],
      ["config", "set", "dueSoon", "5"], ["config", "unset", "instructors"],
      ["campaign", "archive", "h26", "--yes"],
    ] {
      let refused = try store.program.run(words)
      #expect(refused.status == 77 && refused.errors.contains("只能批示"), "\(words): \(refused.errors)")
    }
    let left = try store.succeed("instruct", "h26-9", "h26-12", "-m", "本周内办结")
    #expect(left.output.contains("待收入台账") && left.output.contains("h26-12"))
    let json = try JSONSerialization.jsonObject(
      with: store.succeed("instruct", "h26-30", "-m", "抓紧", "--from", "党委书记", "--json").bytes)
    let waiting = (json as? [String: Any])?["waiting"] as? [[String: Any]]
    #expect(waiting?.first?["from"] as? String == "党委书记")
    #expect(try store.records() == records)
    #expect(try store.succeed("show", "h26-9").output.contains("本周内办结"))
    let list = try store.succeed("instructions").output
    #expect(list.split(separator: "\n").count { $0.contains("待收") } == 3)
    #expect(try store.succeed("instructions", "h26-12").output.split(separator: "\n").count == 2)
    #expect(try store.run("instruct", "h26-9", "-m", "x", "--key", "k").status == 64)
    #expect(try store.run("instruct", "h26-999", "-m", "x").status == 66)
    #expect(try store.run("instruct", "h26-9", "-m", "x", "--dry-run").errors.contains("试运行"))
    #expect(try store.succeed("instructions", "h26-9").output.split(separator: "\n").count == 3)
  }

  @Test func behindAForcedCommand() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    var program = store.program
    program.environment["SSH_ORIGINAL_COMMAND"] = "duban instruct h26-9 -m '本周内 办结'"
    #expect(try program.run("--read-only").status == 64)
    try store.succeed("config", "set", "instructors", Account.own.name)
    let left = try program.run("--read-only")
    #expect(left.status == 0 && left.output.contains("本周内 办结"))
    program.environment["SSH_ORIGINAL_COMMAND"] = "duban done h26-9"
    #expect(try program.run("--read-only").status == 64)
  }
}
