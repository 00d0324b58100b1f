import CSystem
import Glibc

/// A program that shows what is longer than a screen: `$PAGER`, else less.
struct Pager {
  private let command: String

  /// The pager; nil where none is wanted, or nobody sits at a terminal.
  init?(_ options: Settings, _ config: Session.Config, isNeededFor bytes: [UInt8]) {
    // A pager has a shell behind it (`!` of less): who may only read the store by a forced command is not given one.
    guard !options.readOnly || options.allowFiles else { return nil }
    let rows = Int(csystem_terminal_rows(STDOUT_FILENO))
    guard !options.noPager, rows > 0, isatty(STDOUT_FILENO) == 1, Environment["TERM"] != "dumb" else {
      return nil
    }
    guard bytes.count(where: { $0 == UInt8(ascii: "\n") }) >= rows else { return nil }
    let command = Environment["PAGER"] ?? config.pager ?? "less"
    guard !command.trimmed.isEmpty, command != "cat" else { return nil }
    self.command = command
  }

  /// Shows text. Answers whether it could.
  func show(_ bytes: [UInt8]) -> Bool {
    // What fits is shown at once, colours are, and it stays on the screen.
    setenv("LESS", "FRX", 0)
    signal(SIGPIPE, SIG_DFL)
    let pipe = popen(command, "w")
    signal(SIGPIPE, SIG_IGN)
    guard let pipe else { return false }
    // ^C is the pager's business.
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, pipe) }
    // The shell answers 127 where there is no such program.
    return (pclose(pipe) >> 8) & 0xFF != 127
  }
}
