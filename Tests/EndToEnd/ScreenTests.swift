import Foundation
import Testing

/// The built program in a real terminal.
@Suite(.serialized) struct ScreenTests {
  private static let command = "\"$D\" --as-of 2026-11-20"

  private func open(
    _ store: TestStore, _ options: String = "", columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], tail: String = "; echo \"ended $?\""
  ) throws -> RealTerminal {
    try RealTerminal(
      "\(ScreenTests.command) \(options)\(tail)", columns: columns, rows: rows,
      environment: ["DUBAN_STORE": store.path, "DUBAN_USER": "党办干事"].merging(environment) { _, new in new })
  }

  /// The golden screens of Tests/ScreensTests, here as a terminal shows them.
  private func golden(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let url = folder.appending(path: "ScreensTests/Golden/\(name).txt")
    return try String(contentsOf: url, encoding: .utf8).trimmingCharacters(in: .newlines)
  }

  @Test func screensLookAsInTheirGoldenFiles() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let views = [
      ("home", ""), ("number", "Tab Tab"), ("campaigns", "2"), ("campaign", "2 Enter"),
      ("campaign-end", "2 Enter G"),
      ("campaign-columns", "2 Enter o"), ("tasks", "3"), ("tasks-sorted", "3 s G"), ("urgent", "4"),
      ("urgent-campaigns", "4 S"), ("urgent-leaders", "4 S S"), ("units", "5"), ("unit", "5 Enter"),
      ("task", "4 j j j Enter"), ("overdue", "Tab Enter"), ("filter", "/ 'is:overdue'"),
      ("filter-wrong", "/ 'is:x'"),
      ("detail", "4 i"), ("help", "?"), ("report", "4 p '60'"), ("note", "4 m '已电话询问' ^O '三个支部已开，两个未开'"),
      ("instruct", "4 b '请说明原因'"), ("add-task", "2 Enter a '专题会' Tab '12月20日前' Tab '党办、宣传'"),
      ("add-campaign", "2 a"), ("complete-whom", "4 j j j d Enter"),
    ]
    // At other sizes than the usual one where the layout is the point; the rest is compared without a terminal (GoldenTests).
    let laidOut: Set = ["home", "campaign", "task", "detail", "help", "report"]
    for (columns, rows, language) in [(80, 24, "zh"), (120, 40, "en"), (60, 15, "zh")] {
      for (name, keys) in views where columns == 80 || laidOut.contains(name) {
        let terminal = try open(store, "--lang \(language)", columns: columns, rows: rows)
        try terminal.wait(for: language == "zh" ? "? 帮助" : "? help")
        try terminal.type(keys)
        let wanted = try golden("\(name).\(columns)x\(rows).\(language)")
        try terminal.wait("\(name) \(columns)x\(rows) \(language)") {
          $0.trimmingCharacters(in: .newlines) == wanted
        }
      }
    }
  }

  @Test func resizingAndSmallScreens() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try open(store)
    try terminal.wait(for: "? 帮助")
    for (size, name) in [
      ("120x40", "home.120x40.zh"), ("60x15", "home.60x15.zh"), ("1x1", ""), ("80x24", "home.80x24.zh"),
    ] {
      try terminal.type(size)
      guard !name.isEmpty else { continue }
      let wanted = try golden(name)
      try terminal.wait(name) { $0.trimmingCharacters(in: .newlines) == wanted }
    }
  }

  @Test func actsAreSavedAndOthersSeeThem() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let (first, second) = (try open(store), try open(store))
    for terminal in [first, second] { try terminal.wait(for: "? 帮助") }
    try second.type("j b '请第三支'")
    try second.wait(for: "请第三支")
    try first.type("p Tab '60' Enter")
    try first.wait(for: "已登记进展 · u 撤销  h26-30")
    // The other one sees it without a key, and goes on typing where it was.
    try second.wait("60% in the other terminal") { $0.contains("10-21前       60%") && $0.contains("请第三支") }
    try second.type("'部说明' Enter")
    try second.wait(for: "已留批示 · u 撤销  h26-35")
    let shown = try store.succeed("show", "h26-35").output
    #expect(shown.contains("请第三支部说明"))
    #expect(try store.succeed("list", "h26-30", "--json").output.contains("\"percent\" : 60"))
    // And so is what a command does.
    try store.succeed("done", "h26-30")
    try first.wait(for: "逾期 5")
  }

  @Test func theTerminalIsGivenBack() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let modes = "; echo \"ended $?\"; stty -a | grep -o -- '-\\?icanon\\|-\\?echo\\b'"
    for (signal, code) in [("TERM", 143), ("SEGV", 70), ("TRAP", 70), ("ABRT", 70), ("ILL", 70)] {
      let terminal = try open(store, tail: modes)
      try terminal.wait(for: "? 帮助")
      let pid = try terminal.fact("pane_pid")
      _ = try Program().shell("pkill -\(signal) -P \(pid) -x duban")
      let screen = try terminal.wait("\(signal)") { $0.contains("ended \(code)") && $0.contains("icanon") }
      #expect(!screen.contains("-icanon") && !screen.contains("-echo"))
      #expect(!screen.contains("帮助"), "the shell's own screen is back")
      if code == 70 { #expect(screen.contains("internal error")) }
    }
    let terminal = try open(store, tail: modes)
    try terminal.wait(for: "? 帮助")
    try terminal.type("^C")
    try terminal.wait(for: "Q 退出")
    try terminal.type("4 Q")
    let screen = try terminal.wait("Q") { $0.contains("ended 0") && $0.contains("icanon") }
    #expect(!screen.contains("-icanon") && !screen.contains("-echo") && !screen.contains("帮助"))
  }

  @Test func suspendingAndComingBack() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try RealTerminal(
      "PS1='ready> ' bash --norc --noprofile -i",
      environment: ["DUBAN_STORE": store.path, "DUBAN_USER": "党办干事"])
    try terminal.wait(for: "ready>")
    try terminal.type("'\"$D\" --as-of 2026-11-20' Enter")
    try terminal.wait(for: "? 帮助")
    try terminal.type("^Z")
    try terminal.wait("the shell") { $0.contains("Stopped") && !$0.contains("? 帮助") }
    try store.succeed("done", "h26-30")
    try terminal.type("'fg' Enter")
    try terminal.wait("the screen, with what happened meanwhile") {
      $0.contains("? 帮助") && $0.contains("逾期 5")
    }
    try terminal.type("4 Enter")
    try terminal.wait(for: "为什么")
  }

  @Test func aHangUpKeepsWhatWasTyped() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let state = NSTemporaryDirectory() + "duban-state-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: state) }
    var terminal = try open(store, environment: ["XDG_STATE_HOME": state])
    try terminal.wait(for: "? 帮助")
    try terminal.type("b '请说明情况'")
    try terminal.wait(for: "请说明情况")
    try terminal.tmux("kill-server")
    let file = state + "/duban/drafts.json"
    #expect(try RealTerminal.poll { FileManager.default.fileExists(atPath: file) })
    terminal = try open(store, environment: ["XDG_STATE_HOME": state])
    try terminal.wait(for: "上次写到一半的内容已保留")
    try terminal.type("b Enter")
    try terminal.wait(for: "已留批示")
    try terminal.type("Q")
    try terminal.wait(for: "ended 0")
    #expect(try String(contentsOf: URL(filePath: file), encoding: .utf8).contains("请说明") == false)
  }

  @Test func theFirstRunMakesAStore() throws {
    let path = NSTemporaryDirectory() + "duban-first-\(UUID().uuidString)"
    defer { for end in ["", "-demo"] { try? FileManager.default.removeItem(atPath: path + end) } }
    let demonstration = try RealTerminal(ScreenTests.command, environment: ["DUBAN_STORE": path])
    try demonstration.wait(for: "还没有台账库")
    try demonstration.type("Enter")
    try demonstration.wait(for: "紧要任务（13）")
    #expect(FileManager.default.fileExists(atPath: path + "-demo/store.json"))
    let empty = try RealTerminal(ScreenTests.command, environment: ["DUBAN_STORE": path])
    try empty.wait(for: "还没有台账库")
    try empty.type("j Enter")
    // Whose ledger it is, is asked first.
    try empty.wait(for: "单位名称")
    try empty.type("'某市人民医院党委办公室' Enter")
    try empty.wait(for: "已保存设置")
    try empty.type("2 a '2026年党建工作要点' Enter")
    try empty.wait(for: "已新建方案 h26")
    // Units that there are none of yet are made on the way.
    try empty.type("Enter a '专题会' Tab Tab '党办' Enter")
    try empty.wait(for: "再按回车新建")
    try empty.type("Enter")
    try empty.wait(for: "已新建任务 · u 撤销  h26-1")
    let units = try Program().shell("\"$D\" --store \(path) unit list")
    #expect(units.output.contains("党办"))
    // And go with it, since both were one command.
    try empty.type("u")
    try empty.wait(for: "将撤销")
    try empty.type("Enter")
    try empty.wait(for: "已撤销 · U 重做  新建任务")
    let gone = try Program().shell("\"$D\" --store \(path) unit list")
    #expect(!gone.output.contains("党办"))
    let refused = try RealTerminal(
      "\"$D\" --read-only; echo \"ended $?\"", environment: ["DUBAN_STORE": path + "-none"])
    try refused.wait(for: "ended 66")
  }

  @Test func readOnlyChangesNothing() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let before = try store.text(of: "campaigns/h26.json")
    let terminal = try open(store, "--read-only")
    let screen = try terminal.wait(for: "只读")
    #expect(!screen.contains("办结  p"))
    try terminal.type("d p m b a")
    try terminal.wait(for: "当前为只读，不能修改")
    #expect(try store.text(of: "campaigns/h26.json") == before)
  }

  // MARK: Terminals and locales

  @Test func terminalsThatCannotShowItGetThePage() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for kind in ["dumb", "no-such-terminal"] {
      let terminal = try open(store, environment: ["TERM": kind])
      let screen = try terminal.wait(for: "ended 0")
      #expect(!screen.contains("? 帮助") && screen.contains("滞后单位"))
    }
    let piped = try open(store, "</dev/null | cat")
    try piped.wait(for: "滞后单位")
  }

  @Test func localesAreServed() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for locale in ["C", "POSIX", "", "zz_ZZ.UTF-8"] {
      let terminal = try open(store, environment: ["LC_ALL": locale])
      try terminal.wait(for: "? 帮助")
    }
    let locales = NSTemporaryDirectory() + "duban-locale-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: locales) }
    try FileManager.default.createDirectory(atPath: locales, withIntermediateDirectories: true)
    _ = try Program().shell(
      """
      localedef -i zh_CN -f GB18030 '\(locales)/zh_CN.GB18030'
      localedef -i en_US -f ISO-8859-1 '\(locales)/en_US.ISO-8859-1'
      """)
    let latin = try open(store, environment: ["LC_ALL": "en_US.ISO-8859-1", "LOCPATH": locales])
    let screen = try latin.wait(for: "ended 78")
    #expect(screen.contains("UTF-8 or GB18030"))
    let bytes = locales + "/bytes"
    let chinese = try RealTerminal(
      "script -qfc '\(ScreenTests.command)' '\(bytes)' >/dev/null",
      environment: ["DUBAN_STORE": store.path, "LC_ALL": "zh_CN.GB18030", "LOCPATH": locales])
    let came = try RealTerminal.poll {
      let text = try Program().shell("iconv -c -f GB18030 -t UTF-8 '\(bytes)'").output
      return text.contains("帮助") && text.contains("新媒体宣传阵地清理整顿")
    }
    #expect(came)
    try chinese.type("Q")
  }

  @Test func withoutColourNoneIsSent() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func colours(_ terminal: RealTerminal) throws -> Bool {
      try terminal.wait(for: "? 帮助")
      return try terminal.screen(styled: true).contains("\u{1B}[31m")
    }
    #expect(try colours(open(store)))
    #expect(try !colours(open(store, environment: ["NO_COLOR": "1"])))
    #expect(try !colours(open(store, "--no-color")))
    try #expect(!colours(open(store, environment: ["TERM": "vt220"])))
  }

  @Test func theCaretIsWhereTheTextGoes() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let terminal = try open(store)
    try terminal.wait(for: "? 帮助")
    try terminal.type("/ '党办'")
    try terminal.wait(for: "/党办")
    #expect(try terminal.fact("cursor_x") == "6")
    #expect(try terminal.fact("cursor_y") == "22")
    #expect(try terminal.fact("cursor_flag") == "1")
    try terminal.type("Enter")
    try terminal.wait(for: "筛选：党办")
    #expect(try terminal.fact("cursor_flag") == "0")
  }
}
