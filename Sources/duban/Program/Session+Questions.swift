import Glibc
import TerminalFrames

extension Session {
  /// Whether somebody sits at a terminal who can be asked.
  var canAsk: Bool { !options.noInput && isatty(STDIN_FILENO) == 1 }

  /// Asks on standard error and reads one line; empty where there is none.
  func ask(_ question: String) -> String {
    output.question(VisibleText.of(question))
    return (readLine() ?? "").trimmed
  }

  /// Asks a question that is answered with y, where there is somebody to ask; `--yes` answers it, and a script is not
  /// asked.
  func confirm(_ question: String) -> Bool {
    options.yes || !canAsk || ask(question + wording.pick(" 输入 y 继续：", " y to go on: ")).lowercased() == "y"
  }
}
