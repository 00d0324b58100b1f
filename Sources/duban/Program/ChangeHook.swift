import Glibc

/// A program of the user's own that is told of every change, as `onChange` of the configuration names it: it gets the journal's
/// record as JSON on its standard input. Whatever becomes of it, the change stands.
struct ChangeHook {
  private let command: String

  /// The hook; nil where none is wanted.
  init?(_ command: String?) {
    guard let command, !command.trimmed.isEmpty else { return nil }
    self.command = command
  }

  /// So many seconds it may take: whoever waits for a prompt does not wait for it.
  static let seconds = 10

  /// Tells it of a record.
  /// - Returns: how it ended, where that was not well: 124 where it took too long.
  func run(_ record: [UInt8]) -> Int32? {
    // What it prints is no part of our answer, nor of the screen.
    setenv("DUBAN_ON_CHANGE", command, 1)
    signal(SIGPIPE, SIG_DFL)
    let pipe = popen(
      "timeout \(ChangeHook.seconds) /bin/sh -c \"$DUBAN_ON_CHANGE\" >/dev/null 2>/dev/null", "w")
    signal(SIGPIPE, SIG_IGN)
    unsetenv("DUBAN_ON_CHANGE")
    guard let pipe else { return 127 }
    _ = record.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, pipe) }
    let status = pclose(pipe)
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    return code == 0 ? nil : code
  }
}

extension Session {
  /// Tells the user's own program of what was saved; its failure is told, and changes nothing.
  func runHook() -> String? {
    let records = saves.takeRecords()
    guard let hook = ChangeHook(config.onChange) else { return nil }
    guard let code = records.lazy.compactMap({ hook.run($0) }).first else { return nil }
    return wording.pick(
      "已保存；on-change 程序没有办成（结束码\(code)）。", "Saved; the on-change program failed (code \(code)).")
  }
}
