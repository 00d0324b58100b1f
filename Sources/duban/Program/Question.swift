import Glibc

/// Questions to somebody who sits at a terminal.
enum Question {
  /// Whether somebody can be asked.
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 }

  /// Asks on standard error and reads one line; empty where there is none.
  static func ask(_ question: String, _ output: Output) -> String {
    output.question(question)
    return (readLine() ?? "").trimmed
  }
}
