import Foundation
import Testing

@testable import duban

/// The scripts in the shells that they are for: a line is typed, Tab completes it.
struct ShellCompletionTests {
  /// A folder with the program, the script where a package would put it, and what the shell reads first.
  private final class Desk {
    let folder = FileManager.default.temporaryDirectory.appending(path: "duban-tab-\(UUID().uuidString)").path
    let store: TestStore

    init(_ shell: Shell) throws {
      store = try TestStore(demoOn: "2026-11-20")
      try store.succeed("view", "save", "急件", "状态:逾期", "--shared")
      try store.succeed("unit", "add", "甲 $(touch x)科", "--as-of", "2026-11-20")
      for name in ["bin", "functions", "home/目录"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
      }
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/bin/duban", withDestinationPath: Program.path.path)
      let script = try Program().run("complete", "--script", shell.rawValue).output
      try write(script, "functions/_duban")
      try write("x", "home/通知 一.txt")
      switch shell {
      case .bash: try write("PS1='> '\n. \(folder)/functions/_duban\n", "home/.bashrc")
      case .zsh:
        try write(
          "PS1='> '\nfpath=(\(folder)/functions $fpath)\nautoload -Uz compinit\ncompinit -u -D\n",
          "home/.zshrc")
      case .fish:
        try write("function fish_prompt; echo '> '; end\nsource \(folder)/functions/_duban\n", "home/rc.fish")
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    func start(_ shell: Shell) throws -> RealTerminal {
      let line =
        switch shell {
        case .bash: "exec bash --noprofile --rcfile .bashrc -i"
        case .zsh: "exec zsh -d -i"
        case .fish: "exec fish --no-config -i -C 'source rc.fish'"
        }
      let terminal = try RealTerminal(
        "cd '\(folder)/home'; \(line)", columns: 100,
        environment: [
          "PATH": "\(folder)/bin:/usr/bin:/bin", "ZDOTDIR": folder + "/home", "DUBAN_STORE": store.path,
        ])
      try terminal.wait("the prompt") { $0.split(separator: "\n").contains { $0.hasPrefix(">") } }
      return terminal
    }
  }

  /// A line is typed in a shell of its own, and Tab pressed, until the screen shows what is expected.
  private func complete(
    _ typed: String, tabs: Int = 1, _ expected: String, _ shell: Shell, _ desk: Desk,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let terminal = try desk.start(shell)
    try terminal.tmux("send-keys", "-l", "--", typed)
    try terminal.wait(for: typed, location)
    for _ in 0..<tabs { try terminal.tmux("send-keys", "Tab") }
    try terminal.wait(for: expected, location)
  }

  @Test(arguments: Shell.allCases) func tabCompletes(shell: Shell) throws {
    let desk = try Desk(shell)
    func complete(
      _ typed: String, tabs: Int = 1, _ expected: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
      try self.complete(typed, tabs: tabs, expected, shell, desk, location)
    }
    // A subcommand, one in another; an option; its value.
    try complete("duban overd", "> duban overdue")
    try complete("duban unit ren", "> duban unit rename")
    try complete("duban list --colu", "> duban list --columns")
    try complete("duban list --format=js", "> duban list --format=json")
    // Ids with their titles, one behind the dots of a range.
    try complete("duban done h26-2", tabs: 2, "全院干部职工警示教育大会")
    try complete("duban done h26-3..h26-1", tabs: 2, "述职报告收集和审核")
    // A unit, one whose name a shell would obey, within quotes too.
    try complete("duban assign h26-3 纪", "> duban assign h26-3 纪委监察室")
    try complete("duban assign h26-3 甲", #"> duban assign h26-3 甲\ \$\(touch\ x\)科"#)
    // Filters: a key, its value, several in quotes, a saved one.
    try complete("duban list 牵", "> duban list 牵头:")
    try complete("duban list 单位:纪", "> duban list 单位:纪委监察室")
    try complete("duban list lead:纪", "> duban list lead:纪委监察室")
    try complete("duban list '状态:在办 单位:纪", "> duban list '状态:在办 单位:纪委监察室")
    try complete("duban list @急", "> duban list @急件")
    // Columns.
    try complete("duban list --columns id,ti", "> duban list --columns id,title")
    try complete("duban list --sort -en", "> duban list --sort -end")
    try complete("duban view remove 急", "> duban view remove 急件")
    // Files and folders are the shell's.
    try complete("duban import 通", #"> duban import 通知\ 一.txt"#)
    try complete("duban list --store 目", "> duban list --store 目录/")
    // The language is the line's.
    try complete("duban --lang en l", tabs: 2, "Tasks that answer a filter.")
    // bash does not tell what stands before the command.
    switch shell {
    case .bash: break
    case .zsh, .fish: try complete("DUBAN_LANG=en duban l", tabs: 2, "Tasks that answer a filter.")
    }
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/home/x"))
  }
}
