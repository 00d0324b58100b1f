import Foundation
import Testing

/// Filters on the command line: what they find, what is told of those that nobody can have meant, and those kept under a name.
struct FilterCommandTests {
  @Test func savedFiltersArePersonalOrShared() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let home = store.path + "-home"
    defer { try? FileManager.default.removeItem(atPath: home) }
    let mine = Program(environment: ["DUBAN_STORE": store.path, "XDG_CONFIG_HOME": home])
    func run(_ words: String...) throws -> Program.Outcome {
      try mine.run(words + ["--as-of", "2026-11-20"])
    }
    #expect(try run("view", "list").output == "还没有视图。\n")
    let saved = try run("view", "save", "急件", "状态:逾期", "或", "状态:临期")
    #expect(saved.status == 0 && saved.output.contains("@急件"), "\(saved.errors)")
    // What everybody has does not rest on what only its maker has.
    let resting = try run("view", "save", "支部急件", "@急件", "单位:支部", "--shared")
    #expect(resting.status == 64 && resting.errors.contains("@急件"))
    #expect(try run("view", "save", "支部急件", "@急件", "单位:支部").status == 0)
    let plain = try run("list", "(状态:逾期 或 状态:临期) 单位:支部", "--plain").output
    #expect(try run("list", "@支部急件", "--plain").output == plain && !plain.isEmpty)
    #expect(try store.run("list", "@支部急件").status == 64)
    // One's own goes before the store's of the same name.
    try store.succeed("view", "save", "急件", "light:red", "--shared")
    #expect(try run("list", "@急件", "--plain").output != store.succeed("list", "@急件", "--plain").output)
    #expect(try run("config", "get", "view.急件").output == "状态:逾期 或 状态:临期\n")
    let record = try JSONSerialization.jsonObject(with: run("view", "--json").bytes) as? [String: Any]
    #expect((record?["views"] as? [[String: Any]])?.map { $0["isShared"] as? Bool } == [false, false, true])
    #expect(try run("view", "remove", "@急件").status == 0)
    #expect(try run("list", "@急件", "--plain").output == run("list", "light:red", "--plain").output)
    // What is the store's is in the journal, and undone.
    #expect(try store.succeed("log", "--plain").output.contains("视图急件：— → light:red"))
    try store.succeed("undo")
    #expect(try store.run("list", "@急件").status == 64)
    for words in [
      ["view", "save", "a b", "逾期"], ["view", "save", "周报", "状态:逾斯"], ["view", "save", "周报", "@周报"],
      ["view", "save", "周报", "unit:没有的"], ["view", "remove", "没有"], ["view", "save", "周报", ""],
    ] {
      let outcome = try store.program.run(words)
      #expect(
        outcome.status == 64 && outcome.errors.split(separator: "\n").count == 1, "\(words): \(outcome)")
    }
    #expect(try store.run("view", "save", "周报", "逾期", "--read-only").status == 77)
  }

  @Test(
    arguments: [
      (["list", "unit:没有的"], "没有叫“没有的”的单位"), (["list", "单位:党小"], "“党办”"), (["overdue", "欠:没有的"], "没有叫"),
      (["rates", "时间:本周"], "“时限”"), (["list", "时限:4月31日"], "4月没有31日"),
      (["changes", "--since", "昨天", "阶段:没有"], "阶段"),
      (["list", "campaign:h99"], "没有叫“h99”的方案"), (["log", "状态:x"], "可用"),
      (["instructions", "@周报"], "还没有存过视图"),
      (["list", String(repeating: "长", count: 10_001)], "过长"),
    ])
  func mistakesAreTold(words: [String], told: String) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let outcome = try store.program.run(words + ["--as-of", "2026-11-20"])
    #expect(
      outcome.status == 64 && outcome.errors.contains(told) && outcome.output.isEmpty,
      "\(words): \(outcome.errors)")
  }

  /// What is archived is not unknown.
  @Test func anArchivedCampaignIsNamed() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("campaign", "archive", "h26", "--yes")
    let outcome = try store.run("list", "方案:h26")
    #expect(outcome.status != 0 && outcome.errors.contains("归档"))
    try store.succeed("list", "方案:h26", "--archived")
  }
}
