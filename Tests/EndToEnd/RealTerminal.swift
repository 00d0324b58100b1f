import Foundation
import Testing

/// A real terminal: a tmux server of a test's own. It polls for what it is to show and never sleeps a fixed time.
final class RealTerminal {
  private let folder: String

  /// Runs a line of shell in a terminal of a size, which stays when it ends. The program is `$D`; nothing else of our
  /// environment is seen.
  init(_ line: String, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "duban-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("set -g status off\nset -g default-terminal tmux-256color\n".utf8)
      .write(to: URL(filePath: folder + "/tmux.conf"))
    let all = [
      "PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "TERM": "tmux-256color",
      "D": Program.path.path,
    ].merging(environment) { _, new in new }
    let words = all.map { "\($0.key)=\(RealTerminal.quoted($0.value))" }.sorted().joined(separator: " ")
    try tmux(
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "env -i \(words) bash --norc --noprofile -c \(RealTerminal.quoted(line + "; exec cat"))")
  }

  deinit {
    _ = try? tmux("kill-server")
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The file that keeps half-typed text.
  var drafts: String { folder + "/.local/state/duban/drafts.json" }

  /// Types a script in the words of the screens' own tests: names of keys, 'text', sizes as 60x15.
  func type(_ script: String) throws {
    var rest = Substring(script)
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first == "'" {
        let text = rest.dropFirst().prefix { $0 != "'" }
        rest = rest.dropFirst(text.count + 2)
        try tmux("send-keys", "-l", "--", String(text))
      } else {
        let word = String(rest.prefix { $0 != " " })
        rest = rest.dropFirst(word.count)
        let numbers = word.split(separator: "x").compactMap { Int($0) }
        let names = [
          "Esc": "Escape", "PgDn": "NPage", "PgUp": "PPage", "S-Tab": "BTab", "Enter": "Enter", "Tab": "Tab",
          "Up": "Up",
          "Down": "Down", "Home": "Home", "End": "End",
        ]
        if numbers.count == 2 {
          try tmux("resize-window", "-x", "\(numbers[0])", "-y", "\(numbers[1])")
        } else if word.count == 2, word.hasPrefix("^") {
          try tmux("send-keys", "C-\(word.suffix(1).lowercased())")
        } else if let name = names[word] {
          try tmux("send-keys", name)
        } else {
          try tmux("send-keys", "-l", "--", word)
        }
      }
    }
  }

  /// The screen as it is now, without spaces at the ends of lines; `styled` with its escape sequences.
  func screen(styled: Bool = false) throws -> String {
    let words = ["capture-pane", "-p"] + (styled ? ["-e"] : [])
    let text = try tmux(words)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        var line = line
        while line.last == " " { line.removeLast() }
        return String(line)
      }.joined(separator: "\n")
  }

  /// What tmux knows of the pane: `cursor_x`, `pane_pid` and the like.
  func fact(_ name: String) throws -> String {
    try tmux("display-message", "-p", "#{\(name)}").trimmingCharacters(in: .newlines)
  }

  /// Waits until the screen answers a question, at most fifteen seconds. Answers the screen as it was last.
  @discardableResult
  func wait(
    _ what: String, _ location: SourceLocation = #_sourceLocation, until isThere: (String) -> Bool
  ) throws -> String {
    var seen = ""
    let came = try RealTerminal.poll {
      seen = try self.screen()
      return isThere(seen)
    }
    if !came { Issue.record("\(what) never came; the screen:\n\(seen)", sourceLocation: location) }
    return seen
  }

  /// Waits until the screen holds a text.
  @discardableResult
  func wait(for text: String, _ location: SourceLocation = #_sourceLocation) throws -> String {
    try wait("\u{201C}\(text)\u{201D}", location) { $0.contains(text) }
  }

  @discardableResult
  func tmux(_ words: String...) throws -> String { try tmux(words) }

  private func tmux(_ words: [String]) throws -> String {
    let client = Spawn(environment: [
      "PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    ])
    let start = ["/usr/bin/tmux", "-u", "-S", folder + "/socket", "-f", folder + "/tmux.conf"]
    return String(decoding: try client.run(start + words).output, as: UTF8.self)
  }

  /// Asks until the answer is yes, at most fifteen seconds. Answers whether it was.
  @discardableResult
  static func poll(_ question: () throws -> Bool) throws -> Bool {
    let end = Date().addingTimeInterval(15)
    while Date() < end {
      if try question() { return true }
      usleep(10_000)
    }
    return false
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
