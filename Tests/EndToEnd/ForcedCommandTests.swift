import Foundation
import Testing

@testable import duban

/// What a monitor, a script and a caller of SSH may rely on.
struct ForcedCommandTests {
  /// `command="duban --read-only"`: the caller's command is run if it is one of ours and only reads, without a shell.
  @Test func callersOfSSHOnlyRead() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let before = try store.text(of: "campaigns/h26.json")
    func ask(_ text: String) throws -> Program.Outcome {
      try Program(environment: ["SSH_ORIGINAL_COMMAND": text]).run(
        "--store", store.path, "--as-of", "2026-11-20", "--read-only")
    }
    for (text, status, words) in [
      ("duban check --quiet", 2, "DUBAN CRITICAL"), ("check --quiet", 2, "DUBAN CRITICAL"),
      ("/usr/local/bin/duban list 'is:overdue 党办'", 0, "h26-9"), ("duban", 0, "逾期 6"),
      ("duban show \"h26-9\"", 0, "为什么"), ("duban help check", 0, "duban check"),
    ] as [(String, Int32, String)] {
      let outcome = try ask(text)
      #expect(outcome.status == status && outcome.output.contains(words), "\(text): \(outcome.errors)")
    }
    for text in [
      "duban report h26-30 -m x", "duban done h26-30", "rm -rf /", "duban check; rm x", "duban 'x",
      "scp -t /x",
      "duban $(reboot)", "sh -c duban", "duban undo", "x\ny", "duban unit add 甲",
    ] {
      let outcome = try ask(text)
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(text)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(text): \(outcome.errors)")
    }
    #expect(try store.text(of: "campaigns/h26.json") == before)
    // Without `--read-only`, or where a command is named, the variable says nothing.
    let named = try Program(environment: ["SSH_ORIGINAL_COMMAND": "rm -rf /"]).run(
      "--store", store.path, "--read-only", "check", "--quiet")
    #expect(named.output.hasPrefix("DUBAN "))
  }

  @Test(
    arguments: [
      ("duban list 'a b' c", ["duban", "list", "a b", "c"]), ("a\\ b \"c\\\"d\" ''", ["a b", "c\"d", ""]),
      ("  ", []), ("a;b|c", ["a;b|c"]), ("'", nil), ("a\\", nil), ("'$HOME'", ["$HOME"]),
    ] as [(String, [String]?)])
  func wordsAreTakenApart(text: String, words: [String]?) {
    #expect(ForcedCommand.words(text) == words)
  }

  /// A unit is known exactly, by name, other name or id; a member is judged by its own part.
  @Test func checkKnowsItsUnit() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func check(_ unit: String) throws -> Program.Outcome {
      try store.program.run("check", "--unit", unit, "--as-of", "2026-11-20")
    }
    for unit in ["没有的", "", " ", "党"] {
      let outcome = try check(unit)
      #expect(outcome.status == 3 && outcome.output.hasPrefix("DUBAN UNKNOWN - 没有单位"), "\(unit)")
    }
    let named = try check("党办")
    #expect(named.status == 2)
    for unit in ["院党办", "党委办公室", "dangban"] { #expect(try check(unit).output == named.output) }
    // Its part is done, though others of the collective are late.
    #expect(
      try store.succeed("list", "unit:第一支部 is:overdue", "--plain", "--as-of", "2026-11-20").output.contains(
        "h26-9"))
    let member = try check("第一支部")
    #expect(member.status == 0 && member.output.contains("逾期 0"), "\(member.output)")
    let late = try check("第三支部")
    #expect(late.status == 2 && late.output.contains("h26-9"))
    let counts = try store.succeed("list", "missing:第三支部 is:overdue", "--plain", "--as-of", "2026-11-20")
      .output
    #expect(late.output.contains("逾期 \(counts.split(separator: "\n").count)，"), "\(late.output) \(counts)")
  }

  /// Whatever `check` cannot tell it says on the first line of its output.
  @Test func checkSaysWhatItCannotTell() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.write("{\"format\":99,\"revision\":1}", to: "store.json")
    for words in [
      ["check", "--store", store.path + "-none"], ["check", "--bad"], ["check", "--as-of", "x"],
      ["check", "-w", "x"],
      ["check", "-w", "-1"], ["check"], ["check", "--format", "csv"],
    ] {
      let outcome = try store.program.run(words)
      #expect(
        outcome.status == 3 && outcome.output.hasPrefix("DUBAN UNKNOWN - "), "\(words): \(outcome.output)")
      #expect(outcome.output.split(separator: "\n").count == 1, "\(words)")
    }
  }

  /// Years whose holidays are unknown are one sentence, however many they are.
  @Test func unknownYearsAreOneSentence() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let page = try store.succeed("show", "h26-9", "--as-of", "9999-01-01").output
    #expect(page.contains("2027至9999年放假安排") && page.count < 8_000)
  }

  /// A store is made in an empty folder of its own.
  @Test func aStoreWantsAFolderOfItsOwn() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "duban-own-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: ".hidden"))
    try Data("x".utf8).write(to: folder.appending(path: "通知.docx"))
    for words in [["init", folder.path], ["demo", folder.path], ["init", "/"]] {
      let outcome = try Program().run(words)
      #expect(outcome.status == 73 && outcome.errors.contains("里已有其他内容"), "\(words): \(outcome.errors)")
    }
    try FileManager.default.removeItem(at: folder.appending(path: "通知.docx"))
    #expect(try Program().run("init", folder.path).status == 0)
  }

  /// The user's configuration: `~` is home, what it cannot mean is told.
  @Test func theConfigurationIsTold() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "duban-home-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = home.appending(path: ".config/duban")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("{\"store\":\"~/台账\",\"langg\":\"zh\",\"lang\":\"fr\"}".utf8).write(
      to: folder.appending(path: "config.json"))
    let program = Program(environment: ["HOME": home.path])
    let made = try program.run("init")
    #expect(made.status == 0 && FileManager.default.fileExists(atPath: home.path + "/台账/store.json"))
    #expect(made.errors.contains("没有“langg”这一项") && made.errors.contains("语言“fr”不可用"))
  }

  /// What is still to be done does not go out of sight by a command alone.
  @Test func archivingOpenTasksWantsConsent() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let refused = try store.run("campaign", "archive", "h26")
    #expect(refused.status == 64 && refused.errors.contains("项任务未办结"), "\(refused.errors)")
    #expect(try store.succeed("campaign", "list", "--plain").output.contains("h26\t"))
    try store.succeed("campaign", "archive", "h26", "--yes")
    try store.succeed("campaign", "restore", "h26")
    try store.succeed("add", "campaign", "空方案", "--code", "h30")
    try store.succeed("campaign", "archive", "h30")
  }

  /// Bytes that are no text are refused, with what they may be, and nothing of them is stored.
  @Test func bytesThatAreNoTextAreRefused() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let before = try store.text(of: "campaigns/h26.json")
    for (bytes, words) in [("\\326\\320\\316\\304", "中文"), ("a\\377", "不是 UTF-8")] {
      let line =
        "LC_ALL=C.UTF-8 DUBAN_STORE='\(store.path)' '\(Program.path.path)' report h26-30 -m \"$(printf '\(bytes)')\" 2>&1; echo \"ended $?\""
      let output = try Program().shell(line).output
      #expect(output.contains(words) && output.contains("ended 64"), "\(output)")
    }
    #expect(try store.text(of: "campaigns/h26.json") == before)
  }

  /// A deadline is taken away by a word of its own, not by an empty one.
  @Test func aDeadlineIsTakenAwayOnPurpose() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func due() throws -> String {
      try store.succeed("list", "h26-30", "--plain", "--columns", "deadline").output
    }
    let before = try due()
    #expect(try store.run("edit", "h26-30", "--due", "").status == 64 && due() == before)
    #expect(try store.run("edit", "h26-30", "--due", " ").status == 64)
    #expect(try store.run("edit", "h26-30", "--due", "12月1日前", "--no-due").status == 64 && due() == before)
    try store.succeed("edit", "h26-30", "--no-due")
    #expect(try due().trimmingCharacters(in: .whitespacesAndNewlines).isEmpty)
  }
}
