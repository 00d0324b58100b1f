import ArgumentParser
import CampaignStore
import Glibc
import TerminalFrames
import Wording

/// `duban complete`: what can stand at the end of a command line, for the shells' scripts, and those scripts. Nobody types it, so help
/// does not name it.
struct Complete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: .say("命令行补全。", "Completion of command lines."), shouldDisplay: false)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Option(help: .say("输出该命令解释器的补全脚本。", "Print this shell's script.")) var script: Shell?
  @Option(help: .say("由哪个命令解释器调用。", "The shell that asks.")) var shell: Shell?
  @Option(
    parsing: .unconditional, help: .say("命令行，未拆分。", "The command line, as typed.")) var line: String?
  @Option(parsing: .unconditional, help: .say("分词的字符。", "Characters that part words.")) var breaks = ""
  @Argument(help: .say("已输入的词，最后一个待补全。", "The words so far; the last is completed.")) var words: [String] = []

  func run() throws {
    let output = Output(charset: Arguments.charset)
    if let script { return try output.write(output.encoded([script.script])) }
    let request = Request(shell: shell, line: line, breaks: breaks, words: words)
    var settings = global.settings
    // What who may only read the store is shown is that store.
    if settings.readOnly, !settings.allowFiles, request.asked.contains(where: { $0.hasPrefix("--store") }) {
      return
    }
    settings.formats = []
    try output.write(output.encoded(request.lines(settings)))
  }

  /// What a shell asks.
  struct Request {
    let shell: Shell?
    /// The words behind the program's name; the last is being typed.
    let asked: [String]
    private let typed: ShellWords?

    init(shell: Shell?, line: String?, breaks: String, words: [String]) {
      self.shell = shell
      let typed = line.map { ShellWords($0, breaks: breaks) }
      self.typed = typed
      guard let typed else {
        asked = words
        return
      }
      // bash gives the whole line, from the program's name on; fish its last word as it is typed.
      asked = words + (shell == .bash ? Array(typed.words.dropFirst()) : typed.words.suffix(1))
    }

    /// The line as the program is asked for it; nil where it is asked for something else. Read before anything is parsed: the language of
    /// what is offered is that of the line.
    init?(_ arguments: [String]) {
      guard arguments.first == "complete",
        !arguments.prefix(while: { $0 != "--" }).contains(where: { $0.hasPrefix("--script") })
      else {
        return nil
      }
      func value(of name: String) -> String? {
        arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
      }
      self.init(
        shell: value(of: "--shell").flatMap(Shell.init), line: value(of: "--line"), breaks: "",
        words: Array(arguments.drop { $0 != "--" }.dropFirst()))
    }

    /// What is answered: a value, a tab, what it is.
    func lines(_ settings: Settings) -> [String] {
      let completer = Completer(asked, settings: settings)
      if let hand = completer.hand { return ["%\t\(hand.rawValue)"] }
      return completer.candidates.map { candidate in
        let value = VisibleText.of(candidate.value)
        let help = VisibleText.of(candidate.help)
        guard shell == .bash, let typed else { return "\(value)\t\(help)" }
        return "\(typed.inserted(value))\t\(DisplayWidth().cut(help, to: 50))"
      }
    }
  }

  /// Nobody reads a complaint between two keys, and nobody answers.
  static func hush() {
    let nothing = open("/dev/null", O_RDWR)
    guard nothing >= 0 else { return }
    dup2(nothing, STDIN_FILENO)
    dup2(nothing, STDERR_FILENO)
  }
}
