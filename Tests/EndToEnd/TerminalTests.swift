import Foundation
import Testing

/// Signals, pastes, keys that come apart: what a terminal and a shell do to the program.
@Suite(.serialized) struct TerminalTests {
  private static let command = "\"$D\" --as-of 2026-11-20"
  /// The exit code, and whether the terminal is as it was.
  private static let modes = "; echo \"ended $?\"; stty -a | grep -o -- '-\\?icanon\\|-\\?echo\\b'"

  private func open(
    _ store: TestStore, tail: String = modes, environment: [String: String] = [:]
  ) throws -> RealTerminal {
    let terminal = try RealTerminal(
      TerminalTests.command + tail,
      environment: ["DUBAN_STORE": store.path, "DUBAN_USER": "党办干事"].merging(environment) { _, new in new })
    try terminal.wait(for: "? 帮助")
    return terminal
  }

  /// The program under an interactive shell.
  private func openInShell(_ store: TestStore) throws -> RealTerminal {
    let terminal = try RealTerminal(
      "PS1='ready> ' bash --norc --noprofile -i",
      environment: ["DUBAN_STORE": store.path, "DUBAN_USER": "党办干事"])
    try terminal.wait(for: "ready>")
    try terminal.type("'\(TerminalTests.command)' Enter")
    try terminal.wait(for: "? 帮助")
    return terminal
  }

  /// The program's process, the child of what runs in the terminal or of its child.
  private func process(in terminal: RealTerminal) throws -> String {
    let pane = try terminal.fact("pane_pid")
    var pid = ""
    let came = try RealTerminal.poll {
      let line = "for p in \(pane) $(pgrep -P \(pane)); do pgrep -P $p -x duban; done"
      pid = try Program().shell(line).output.trimmingCharacters(in: .whitespacesAndNewlines)
      return !pid.isEmpty
    }
    #expect(came, "the program runs")
    return pid
  }

  private func send(_ signal: String, to terminal: RealTerminal) throws {
    _ = try Program().shell("kill -\(signal) \(process(in: terminal))")
  }

  /// Waits until the program ended with a code, and looks whether the terminal is as it was.
  private func expectEnd(_ code: Int, _ terminal: RealTerminal, _ what: String) throws {
    let screen = try terminal.wait(what) { $0.contains("ended \(code)") && $0.contains("icanon") }
    #expect(!screen.contains("-icanon") && !screen.contains("-echo"), "\(what)")
    #expect(!screen.contains("帮助"), "\(what): the shell's own screen is back")
  }

  private func drafts(_ terminal: RealTerminal) -> String {
    (try? String(contentsOf: URL(filePath: terminal.drafts), encoding: .utf8)) ?? ""
  }

  /// Sends bytes as they are.
  private func send(bytes text: String, to terminal: RealTerminal) throws {
    try terminal.tmux("send-keys", "-l", "--", text)
  }

  // MARK: Signals

  @Test func signalsThatEndItGiveTheTerminalBackAndKeepWhatIsTyped() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for (signal, code) in [("INT", 130), ("QUIT", 131), ("TERM", 143), ("HUP", 129)] {
      let terminal = try open(store)
      try terminal.type("b '请说明\(signal)'")
      try terminal.wait(for: "请说明\(signal)")
      try send(signal, to: terminal)
      try expectEnd(code, terminal, signal)
      #expect(drafts(terminal).contains("请说明\(signal)"))
    }
  }

  @Test func signalsThatKillItGiveTheTerminalBack() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for (signal, code) in [("USR1", 138), ("USR2", 140), ("ALRM", 142), ("XCPU", 152), ("RTMIN", 162)] {
      let terminal = try open(store)
      try send(signal, to: terminal)
      try expectEnd(code, terminal, signal)
    }
  }

  @Test func aSuspendedProgramCanBeEnded() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
      let terminal = try openInShell(store)
      try terminal.type("b '写到一半'")
      try terminal.wait(for: "写到一半")
      try terminal.type("^Z")
      try terminal.wait("the shell") { $0.contains("Stopped") }
      // Not every shell makes a stopped job go on by itself.
      try terminal.type("'kill -\(signal) %1; kill -CONT %1; wait %1; echo \"ended $?\"' Enter")
      let screen = try terminal.wait(for: "ended \(code)")
      #expect(!screen.contains("? 帮助"), "the terminal stayed the shell's")
      #expect(drafts(terminal).contains("写到一半"))
      try terminal.type("'echo go\"\"ing' Enter")
      try terminal.wait(for: "going")
    }
  }

  @Test func aProgramInTheBackgroundWaitsAndCanBeEnded() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try openInShell(store)
    try terminal.type("^Z")
    try terminal.wait("the shell") { $0.contains("Stopped") }
    try terminal.type("'bg' Enter")
    let pid = try process(in: terminal)
    func isStopped() throws -> Bool {
      try Program().shell("grep State /proc/\(pid)/status").output.contains("T (stopped)")
    }
    #expect(try RealTerminal.poll { try isStopped() })
    try terminal.type("'fg' Enter")
    try terminal.wait(for: "? 帮助")
    try terminal.type("4")
    try terminal.wait(for: "督办 / 紧要任务")
    try terminal.type("^Z")
    try terminal.wait("the shell") { $0.contains("Stopped") && !$0.contains("? 帮助") }
    try terminal.type("'bg' Enter")
    #expect(try RealTerminal.poll { try isStopped() })
    // Stopped, it hears of its end when it goes on; not every shell makes it go on by itself.
    try terminal.type("'kill %1; kill -CONT %1; wait %1; echo \"ended $?\"' Enter")
    try terminal.wait(for: "ended 143")
  }

  @Test func aStopFromOutsideIsSurvived() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try openInShell(store)
    try send("STOP", to: terminal)
    try terminal.wait(for: "ready>")
    try store.succeed("done", "h26-30")
    try terminal.type("'fg' Enter")
    try terminal.wait("the screen") { $0.contains("逾期 5") && $0.contains("? 帮助") && !$0.contains("ready>") }
    // Keys come one by one, and pasted text is no commands.
    try terminal.type("4")
    try terminal.wait(for: "督办 / 紧要任务")
    try terminal.tmux("set-buffer", "Q")
    try terminal.tmux("paste-buffer", "-p")
    try terminal.wait(for: "粘贴的内容未采用")
    // Ended while another job has the terminal, it leaves that alone.
    try send("STOP", to: terminal)
    try terminal.wait(for: "ready>")
    let pid = try process(in: terminal)
    try terminal.type("'kill %1' Enter")
    #expect(try RealTerminal.poll { try Program().shell("kill -0 \(pid)").status != 0 })
    try terminal.type("Enter")
    try terminal.wait(for: "Exit 143")
    try terminal.type("'echo go\"\"ing' Enter")
    try terminal.wait(for: "going")
  }

  @Test func wherePlainTextIsShownSignalsAreTheShells() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try RealTerminal(
      "echo begun; read line; \(TerminalTests.command); echo \"ended $?\"",
      environment: ["DUBAN_STORE": store.path, "TERM": "no-such-terminal"])
    try terminal.wait(for: "begun")
    // The terminal is stopped, so that the page cannot be written.
    try terminal.type("^S Enter")
    let pid = try process(in: terminal)
    #expect(
      try RealTerminal.poll {
        try Program().shell("cat /proc/\(pid)/wchan; grep State /proc/\(pid)/status").output.contains(
          "S (sleeping)")
      })
    _ = try Program().shell("kill -TERM \(pid)")
    let ended = try RealTerminal.poll { try Program().shell("kill -0 \(pid)").status != 0 }
    #expect(ended)
    try terminal.type("^Q")
    try terminal.wait(for: "ended 143")
  }

  @Test func theScreenIsAsLargeAsTheTerminalWhateverTheEnvironmentSays() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try open(store, environment: ["COLUMNS": "40", "LINES": "10"])
    try terminal.wait("the last row") { screen in
      screen.split(separator: "\n", omittingEmptySubsequences: false)[23].hasSuffix("1/14")
    }
  }

  @Test func stormsOfSizesDoNoHarm() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try open(store)
    try terminal.type("b '请说明'")
    try terminal.wait(for: "请说明")
    for round in 0..<15 {
      try terminal.type("\(20 + round)x\(3 + round) 1x1 200x60 2x30 90x1")
    }
    let pid = try process(in: terminal)
    _ = try Program().shell("for i in $(seq 500); do kill -WINCH \(pid); done")
    try terminal.type("80x24")
    try terminal.wait(for: "请说明")
    try terminal.type("1x1")
    _ = try Program().shell("for i in $(seq 50); do kill -WINCH \(pid); done; kill -QUIT \(pid)")
    #expect(try RealTerminal.poll { try Program().shell("kill -0 \(pid)").status != 0 })
    try terminal.type("80x24")
    try expectEnd(131, terminal, "QUIT at 1x1")
    #expect(drafts(terminal).contains("请说明"))
  }

  // MARK: Keys

  @Test func keysWithoutMeaningDoNotEndIt() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try open(store)
    for key in ["IC", "S-Up", "C-Space", "C-\\", "C-]", "M-Up"] {
      for _ in 0..<3 { try terminal.tmux("send-keys", "-N", "60", key) }
    }
    // One at a time, each waking the program.
    for _ in 0..<130 { try terminal.tmux("send-keys", "IC") }
    try terminal.type("4")
    try terminal.wait(for: "督办 / 紧要任务")
  }

  @Test func altAndALetterIsNotTheLetter() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let before = try store.text(of: "campaigns/h26.json")
    let terminal = try open(store)
    try terminal.tmux("send-keys", "M-d", "M-Q", "M-q", "M-5", "M-Enter")
    try terminal.type("4")
    try terminal.wait(for: "督办 / 紧要任务")
    try terminal.type("/ '党办'")
    try terminal.wait(for: "/党办")
    try terminal.type("Esc")
    try terminal.wait("the line is closed") { !$0.contains("/党办") }
    // A key that comes later is a key.
    try terminal.type("5")
    try terminal.wait(for: "督办 / 单位")
    #expect(try store.text(of: "campaigns/h26.json") == before)
  }

  @Test func shiftTabIsOneOnTheLinuxConsole() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try open(store, environment: ["TERM": "linux"])
    try terminal.type("2 Enter")
    try terminal.wait(for: "动员部署阶段")
    try terminal.type("a")
    try terminal.wait(for: "新建任务")
    try terminal.type("Tab 'yy' S-Tab 'xx'")
    try terminal.wait("both fields") { screen in
      let lines = screen.split(separator: "\n")
      return lines.contains { $0.hasPrefix(" 名称") && $0.contains("xx") }
        && lines.contains { $0.hasPrefix(" 时限") && $0.contains("yy") }
    }
    try terminal.tmux("set-buffer", "dQ")
    try terminal.tmux("paste-buffer", "-p")
    try terminal.wait(for: "xxdQ")
  }

  // MARK: Pastes and time

  @Test func aPasteMayStall() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let lost = try open(store)
    try send(bytes: "\u{1B}[200~Q", to: lost)
    let terminal = try open(store)
    try send(bytes: "\u{1B}[200~5", to: terminal)
    // Others' changes are seen meanwhile, and tell that time passed.
    for (id, overdue) in [("h26-30", 5), ("h26-35", 4), ("h26-12", 3)] {
      try store.succeed("done", id)
      try terminal.wait(for: "逾期 \(overdue)")
    }
    for _ in 0..<120 { try send(bytes: "Q", to: terminal) }
    try send(bytes: "5\u{1B}[201~", to: terminal)
    try terminal.wait(for: "粘贴的内容未采用")
    // Esc ends what never came to its end.
    try terminal.type("4")
    try terminal.wait(for: "督办 / 紧要任务")
    try send(bytes: "\u{1B}[200~Q", to: terminal)
    try terminal.type("Esc")
    try terminal.wait(for: "粘贴的内容未采用")
    try terminal.type("5")
    try terminal.wait(for: "督办 / 单位")
    // And so does time.
    try lost.wait(for: "粘贴的内容未采用")
    try lost.type("5")
    try lost.wait(for: "督办 / 单位")
  }

  @Test func othersAreSeenWhileSomebodyTypes() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try open(store)
    try store.succeed("done", "h26-30")
    var keys = ["j", "k"]
    try terminal.wait("the other's change") {
      keys.swapAt(0, 1)
      _ = try? terminal.type(keys[0])
      return $0.contains("逾期 5")
    }
  }

  /// An editor has the terminal as a shell would, and the screen comes back; one that throws its text away changes nothing.
  @Test func anEditorHasTheTerminal() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let before = try store.text(of: "campaigns/h26.json")
    let script = "stty -a | grep -o -- \"-\\?icanon\"; read line; sed -i \"s/阵地清理整顿/$line/\" \"$0\""
    let terminal = try open(store, environment: ["EDITOR": "sh -c '\(script)'"])
    try terminal.type("4 E")
    try terminal.wait("it reads lines") { $0.contains("icanon") && !$0.contains("-icanon") }
    try terminal.type("'阵地整治' Enter")
    try terminal.wait(for: "已保存")
    try terminal.wait(for: "督办 / 紧要任务")
    #expect(try store.text(of: "campaigns/h26.json").contains("新媒体宣传阵地整治"))
    let refusing = try open(store, environment: ["VISUAL": "false"])
    let now = try store.text(of: "campaigns/h26.json")
    try refusing.type("4 E")
    try refusing.wait(for: "未正常结束（1）")
    #expect(try store.text(of: "campaigns/h26.json") == now && now != before)
  }

  /// A notice on the machine becomes a draft with keys alone.
  @Test func aNoticeIsImported() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let folder = URL(filePath: store.path + "-notices")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let lines = ["某医党〔2026〕12号", "2026年冬季安全工作要点", "", "1、开展隐患排查。责任科室：保卫科，完成时间：12月5日前。"]
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: "要点.txt"))
    let terminal = try open(store)
    try terminal.type("2 : '\(folder.path)' Enter")
    try terminal.wait(for: "1项任务")
    try terminal.type("Enter")
    try terminal.wait(for: "存为草稿并核对")
    try terminal.type("Enter")
    try terminal.wait(for: "核对草稿 2026年冬季安全工作要点")
    try terminal.type("A")
    try terminal.wait(for: "核对完毕")
    try terminal.type("y")
    try terminal.wait(for: "已立项")
    #expect(try store.text(of: "campaigns/h26c.json").contains("开展隐患排查"))
  }

  /// Told to end while an editor has the terminal: the editor goes too, what was typed is kept, the terminal is as it was.
  @Test func aSignalWhileAnEditorHasTheTerminal() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try open(
      store, environment: ["EDITOR": "sh -c 'stty raw -echo; echo editing; exec sleep 600'"])
    try terminal.type("4 m '写到一半' ^X")
    try terminal.wait(for: "editing")
    try send("TERM", to: terminal)
    try expectEnd(143, terminal, "ended while an editor had the terminal")
    #expect(drafts(terminal).contains("写到一半"))
  }
}
