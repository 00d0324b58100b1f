import Foundation
import Testing

/// What is sent to a terminal when the store holds text that was made to take it over: every byte is looked at.
struct HostileTextTests {
  /// Sets the title, reads the clipboard, asks the terminal who it is, turns text around, hides text, rings.
  private static let hostile =
    "\u{1B}]0;owned\u{07}\u{1B}]52;c;?\u{1B}\\\u{1B}[6n\u{9B}6n\u{9D}0;owned\u{9C}\u{1B}Pq\u{202E}\u{2066}\u{200B}"
    + "\u{200F}\u{FEFF}\u{2028}\u{061C}\u{7F}\u{1}\u{E}\u{85}"

  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.value == 0x5C
        ? "\\u" + String(format: "%04x", Int(scalar.value)) : String(scalar)
    }.joined()
  }

  private func store() throws -> TestStore {
    let store = try TestStore(demoOn: "2026-11-20")
    let poison = escaped(HostileTextTests.hostile)
    for (file, texts) in [
      (
        "campaigns/h26.json",
        ["\"title\" : \"新媒体", "\"title\" : \"党建重点", "请宣传科", "清理停更", "\"name\" : \"宣传科", "各科室自建群", "10月21日前"]
      ),
      ("units.json", ["\"name\" : \"宣传科", "\"name\" : \"党办"]), ("store.json", ["某市人民医院"]),
    ] {
      var text = try store.text(of: file)
      for place in texts {
        #expect(text.contains(place), "\(place) in \(file)")
        text = text.replacingOccurrences(of: place, with: place + poison)
      }
      try store.write(text, to: file)
    }
    return store
  }

  /// What stays of what was sent without the sequences that curses sends.
  private func withoutSequences(_ sent: String) -> String {
    let own =
      /\u{1B}\[[?>]?[0-9;]*[ABCDGHJKLMPSTX@bdfhlmr]|\u{1B}\[\?[01]c|\u{1B}\[2[23];0;0t|\u{1B}[()*+][0AB]|\u{1B}[=>78M]/
      .matchingSemantics(.unicodeScalar)
    return sent.replacing(own, with: "")
  }

  @Test(arguments: ["xterm-256color", "linux", "vt220"])
  func nothingHostileIsSent(terminal kind: String) throws {
    let store = try store()
    let bytes = store.path + ".bytes"
    defer { try? FileManager.default.removeItem(atPath: bytes) }
    let terminal = try RealTerminal(
      "script -qfc '\"$D\" --as-of 2026-11-20' '\(bytes)'; echo \"ended $?\"", columns: 120, rows: 40,
      environment: ["DUBAN_STORE": store.path, "DUBAN_USER": "党办干事\u{1B}]0;owned\u{07}", "TERM": kind])
    // The list, with its detail beside it.
    try terminal.wait(for: "新媒体␛]0;owned␇")
    // The task, to its end; its campaign; a unit.
    try terminal.type("Enter")
    try terminal.wait(for: "请宣传科␛]0;owned␇")
    try terminal.type("G 2")
    try terminal.wait(for: "党建重点␛]0;owned␇")
    try terminal.type("Enter")
    try terminal.wait(for: "动员部署阶段")
    try terminal.type("5")
    try terminal.wait(for: "宣传科␛]0;owned␇")
    try terminal.type("Enter / '\u{202E}\u{9B}6n'")
    try terminal.wait(for: "/␦␦6n")
    try terminal.type("Esc")
    try terminal.wait("the line is closed") { !$0.contains("/␦␦6n") }
    // A form, and hostile text pasted into it.
    try terminal.type("1")
    try terminal.wait(for: "新媒体␛]0;owned␇")
    try terminal.type("b")
    try terminal.wait(for: "回车 保存")
    try terminal.tmux("set-buffer", "贴\(HostileTextTests.hostile)上")
    try terminal.tmux("paste-buffer", "-p")
    try terminal.wait("the pasted text") { $0.contains("贴") && $0.contains("上") }
    try terminal.type("Enter")
    try terminal.wait(for: "已留批示")
    // A message with hostile text in it, and one that says what was taken back.
    try terminal.type("d")
    try terminal.wait(for: "回车 保存")
    try terminal.type("Enter")
    try terminal.wait(for: "u 撤销")
    try terminal.type("u")
    try terminal.wait(for: "将撤销")
    try terminal.type("Enter")
    try terminal.wait(for: "已撤销")
    try terminal.type("^C Q")
    try terminal.wait(for: "ended 0")

    let data = try Data(contentsOf: URL(filePath: bytes))
    let sent = try #require(String(data: data, encoding: .utf8), "every byte belongs to a character")
    for part in ["\u{1B}]", "\u{1B}P", "\u{1B}\\", "\u{1B}[6n", "\u{7}", "\u{9B}", "\u{202E}", "\u{200B}"] {
      #expect(!sent.unicodeScalars.elementsContain(part.unicodeScalars), "\(escaped(part))")
    }
    let rest = withoutSequences(sent)
    for sequence in rest.split(separator: "\u{1B}").dropFirst() {
      Issue.record("not one of curses' sequences: ESC \(escaped(String(sequence.prefix(12))))")
    }
    #expect(rest.contains("新媒体"))
    expectNothingHidden(in: rest, "the screen")
  }

  private func expectNothingHidden(in text: String, _ place: String) {
    let hidden: [ClosedRange<UInt32>] = [
      0x00...0x07, 0x0B...0x0C, 0x0E...0x0E, 0x10...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x061C...0x061C,
      0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0xFEFF...0xFEFF,
    ]
    for scalar in text.unicodeScalars where hidden.contains(where: { $0.contains(scalar.value) }) {
      Issue.record("\(place): U+\(String(scalar.value, radix: 16)) was sent")
    }
  }

  /// What commands print, tables, lines and JSON, and what they complain of.
  @Test func nothingHostileIsPrinted() throws {
    let store = try store()
    var program = store.program
    program.environment["DUBAN_USER"] = "党办干事\(HostileTextTests.hostile)"
    let hostile = HostileTextTests.hostile
    let commands = [
      ["instruct", "h26-30", "-m", "抓紧\(hostile)"], ["done", "h26-30", "-m", hostile + "x"], ["status"],
      ["status", "--brief"], ["list"], ["list", "--plain"], ["list", "--json"], ["show", "h26-30"],
      ["show", "h26"],
      ["check"], ["check", "--json"], ["next"], ["overdue", "--group-by", "unit"], ["units"],
      ["unit", "list"],
      ["campaign", "list"], ["log"], ["log", "--plain"], ["log", "--json"],
      ["changes", "--since", "2001-01-01"],
      ["changes", "--since", "2001-01-01", "--json"], ["undo", "--dry-run"], ["undo"], ["redo"],
      ["list", hostile],
      ["list", "unit:\(hostile)"], ["list", "\(hostile):x"], ["show", hostile], ["when", hostile], [hostile],
      ["done", "h26-3", "--on", hostile], ["restore", hostile], ["list", "--store", hostile],
      ["import", hostile],
      ["doctor"], ["backup"],
    ]
    for words in commands {
      let outcome = try program.run(words + ["--as-of", "2026-11-20"])
      expectNothingHidden(
        in: outcome.output + outcome.errors, "\(words.first ?? "") \(words.dropFirst().first ?? "")")
      #expect(!(outcome.output + outcome.errors).isEmpty)
    }
    try store.write("{\"\(escaped(hostile))\" : 1}", to: "campaigns/h26b.json")
    try store.write("x", to: "campaigns/a\(hostile)b.json")
    for words in [["list"], ["doctor"], ["doctor", "--json"], ["restore", "x"]] {
      let outcome = try program.run(words)
      expectNothingHidden(in: outcome.output + outcome.errors, "damage: \(words)")
    }
  }
}

extension String.UnicodeScalarView {
  /// Whether a text is in this one, code point by code point.
  fileprivate func elementsContain(_ part: String.UnicodeScalarView) -> Bool {
    let (all, wanted) = (Array(self), Array(part))
    guard all.count >= wanted.count else { return false }
    return (0...(all.count - wanted.count)).contains {
      all[$0] == wanted[0] && all[$0...].starts(with: wanted)
    }
  }
}
