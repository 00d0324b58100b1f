import Foundation
import Glibc
import Testing

/// People with other rights: who may only read, and a group that shares a store.
struct SharingTests {
  /// The program where anybody can run it, and a store beside it.
  private final class Shared {
    let folder = FileManager.default.temporaryDirectory.appending(path: "duban-share-\(UUID().uuidString)")
      .path
    var store: String { folder + "/store" }

    init() throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      // By a program of its own: whoever is started meanwhile would hold our copy open, and nobody could run it.
      #expect(try Program().shell("cp \"$D\" '\(folder)/duban'").status == 0)
      #expect(chmod(folder, 0o755) == 0 && chmod(folder + "/duban", 0o755) == 0)
      #expect(try run("demo", store, "--as-of", "2026-11-20").status == 0)
      #expect(try run("done", "h26-30").status == 0)
      #expect(try run("backup").status == 0)
    }

    deinit {
      _ = try? Program().shell("chmod -R u+rwX '\(folder)'")
      try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs as somebody else of one group where we are root, else as ourselves: permissions hold for us then.
    func run(as user: Int? = nil, _ words: [String]) throws -> Program.Outcome {
      let quoted = words.map { "'\($0)'" }.joined(separator: " ")
      let other = getuid() == 0 ? user.map { "setpriv --reuid=\($0) --regid=4321 --clear-groups " } ?? "" : ""
      return try Program().shell(
        "DUBAN_STORE='\(store)' DUBAN_USER='\(user ?? 0)' \(other)'\(folder)/duban' \(quoted)")
    }

    func run(as user: Int? = nil, _ words: String...) throws -> Program.Outcome { try run(as: user, words) }
  }

  @Test func whoMayOnlyReadReadsEverything() throws {
    let shared = try Shared()
    #expect(try Program().shell("chmod -R a-w '\(shared.store)'").status == 0)
    for words in [
      ["status"], ["status", "--brief"], ["list", "is:overdue"], ["show", "h26-9"], ["next"], ["overdue"],
      ["units"],
      ["log"], ["changes", "--since", "2001-01-01"], ["doctor"], ["campaign", "list"], ["unit", "list"],
      ["list", "--json"],
    ] {
      let outcome = try shared.run(as: 4_001, words)
      #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(words): \(outcome.errors)")
    }
    for words in [
      ["done", "h26-9"], ["add", "campaign", "新方案"], ["unit", "add", "新单位"], ["backup"],
      ["campaign", "archive", "h26", "--yes"],
    ] {
      let outcome = try shared.run(as: 4_001, words)
      #expect(outcome.status == 77 && outcome.errors.contains("权限"), "\(words): \(outcome.errors)")
    }
    let prefix = getuid() == 0 ? "setpriv --reuid=4001 --regid=4321 --clear-groups " : ""
    let screen = try RealTerminal(
      "\(prefix)'\(shared.folder)/duban' --as-of 2026-11-20; echo \"ended $?\"",
      environment: ["DUBAN_STORE": shared.store])
    try screen.wait(for: "只读")
    try screen.type("d")
    try screen.wait(for: "当前为只读")
    // The journal is for the office alone: everything but it can still be read.
    #expect(try Program().shell("chmod 600 '\(shared.store)'/journal/* '\(shared.store)/.lock'").status == 0)
    #expect(try shared.run(as: 4_001, "list", "is:overdue").status == 0)
  }

  @Test func aGroupWritesTogether() throws {
    let shared = try Shared()
    // Where we are not root, the two are the same person; the modes are looked at all the same.
    let group = getuid() == 0 ? "chgrp -R 4321 '\(shared.store)' && " : ""
    #expect(
      try Program().shell(
        "\(group)chmod -R g+rwX '\(shared.store)' && find '\(shared.store)' -type d -exec chmod g+s {} +"
      ).status == 0)
    for (user, word) in [(4_001, "甲"), (4_002, "乙"), (4_001, "丙"), (4_002, "丁")] {
      let outcome = try shared.run(as: user, "instruct", "h26-9", "-m", word)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try shared.run(as: 4_001, "add", "campaign", "甲的方案", "--code", "x1").status == 0)
    #expect(try shared.run(as: 4_002, "campaign", "edit", "x1", "--title", "乙改的").status == 0)
    #expect(try shared.run(as: 4_002, "backup").status == 0)
    #expect(try shared.run(as: 4_001, "doctor").output == "台账库完好。\n")
    #expect(try shared.run(as: 4_001, "undo").status == 75)
    let files = try Program().shell(
      "find '\(shared.store)' -type f \\( ! -perm -g+w -o ! -group $(stat -c %g '\(shared.store)') \\)")
    #expect(files.output.isEmpty, "\(files.output)")
    let log = try shared.run(as: 4_001, "log", "--json")
    #expect(log.output.contains("\"by\" : \"4002\""))
  }
}
