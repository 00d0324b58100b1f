import ArgumentParser
import Glibc
import Tables
import TerminalFrames

/// The root command: it only configures; without a subcommand it shows how things stand.
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duban",
    abstract: .say("督办：谁、在什么时限前、办什么事，哪些已经逾期。", "督办 · who must do what by when, and what is overdue."),
    discussion: .say(
      """
      duban demo ~/demo                        建演示库试用
      duban status --store ~/demo              总览
      duban list is:逾期 unit:党办             党办有哪些逾期
      duban done h26-7 -m 已召开               办结
      duban when 4月中下旬 --year 2014         时限怎么算
      """,
      """
      duban demo ~/demo                        a store to try things on
      duban status --store ~/demo              one screenful
      duban list is:overdue unit:党办          what is overdue where
      duban done h26-7 -m 已召开               completed
      duban when 4月中下旬 --year 2014         what a time in words means
      """),
    version: "0.1.0",
    subcommands: [
      Status.self, Check.self, List.self, Show.self, Next.self, Overdue.self, Units.self, When.self,
      Init.self, Demo.self, Add.self, Edit.self, Assign.self, Tag.self, ReportProgress.self, Done.self,
      Reopen.self, Suspend.self, Cancel.self, Instruct.self, Correct.self, Submit.self, Return.self,
      Strike.self, UnitCommand.self, CampaignCommand.self, Import.self, Log.self, ChangesSince.self,
      Undo.self, Redo.self, BackUp.self, Restore.self, Doctor.self, Record.self, SetTarget.self,
      AddReading.self, Extend.self, Remind.self, EventCommand.self, Lights.self, DaysCommand.self,
      ConfigCommand.self, RatesCommand.self, Instructions.self, Split.self, MoveTask.self,
      ViewCommand.self, Complete.self, Apply.self,
    ])

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions

  func run() throws { try Session(global.settings).begin() }
}

/// The program: parses, runs, says in one line what went wrong, exits.
@main
enum Program {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow any more is an error like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    guard var arguments = Arguments.given() else { end(.noArguments, []) }
    let isCompletion = Complete.Request(arguments) != nil
    if isCompletion { Complete.hush() }
    do {
      try Arguments.requireText()
      arguments = try ForcedCommand.asked(arguments)
      try Arguments.requireFew(arguments)
      if let option = Arguments.forbidden(arguments) { throw Failure.notForReaders(option) }
      if let (settings, page) = Arguments.plainStatus(arguments) {
        let session = try Session(settings)
        if page == .screen {
          try session.begin()
        } else {
          try session.emit { session throws(Failure) in try Status.answer(session, isBrief: page == .brief) }
        }
      } else {
        let hoisted = Arguments.hoisted(arguments)
        if let page = try HelpTopic.page(of: Arguments.words(of: hoisted), Spoken.wording) {
          return show(page)
        }
        var command = try Arguments.direct(hoisted) ?? Root.parseAsRoot(hoisted)
        try command.run()
      }
    } catch let failure as Failure {
      if isCompletion { exit(0) }
      end(failure, arguments)
    } catch {
      if isCompletion { exit(0) }
      let status = Root.exitCode(for: error).rawValue
      guard status != 0 else {
        let text = Root.fullMessage(for: error, columns: HelpText.wide)
        return show(HelpText.laidOut(text, Spoken.wording) ?? Root.fullMessage(for: error))
      }
      let words = shortened(
        Arguments.complaint(about: arguments, Root.message(for: error), Spoken.wording))
      report(words, code(status, arguments), arguments)
      tellMonitor(words, code(status, arguments), arguments)
      exit(code(status, arguments))
    }
  }

  /// Help, a version or a completion script: what the parser answers with success.
  private static func show(_ text: String) {
    let output = Output(charset: Arguments.charset)
    do throws(Failure) {
      try output.write(output.encoded([text.hasSuffix("\n") ? String(text.dropLast()) : text]))
    } catch { exit(error.code) }
  }

  private static func end(_ failure: Failure, _ arguments: [String]) -> Never {
    if case .silent(let code) = failure { exit(self.code(code, arguments)) }
    // One line, whatever the names in it hold.
    let words = shortened(
      Spoken.wording.prose(failure).split(whereSeparator: \.isNewline).joined(separator: "␊"))
    report(words, code(failure.code, arguments), arguments)
    tellMonitor(words, code(failure.code, arguments), arguments)
    if case .document(.interrupted(_, let number)) = failure {
      // As whoever sent it expects; what was begun is cleared away.
      signal(number, SIG_DFL)
      raise(number)
    }
    // Of a forced command nothing but reading was ever to be had.
    if case .readOnly = failure, Arguments.given().map(ForcedCommand.isOpen) == true {
      exit(ExitCode.usage.rawValue)
    }
    exit(code(failure.code, arguments))
  }

  /// What somebody is told of a word of a hundred thousand characters: where it begins, and what is wrong with it.
  private static func shortened(_ words: String) -> String {
    words.utf8.count <= 4_000 ? words : "\(words.prefix(500))…\(words.suffix(200))"
  }

  private static func report(_ words: String, _ code: Int32, _ arguments: [String]) {
    let output = Output(charset: Arguments.charset)
    if Arguments.wantsJSON(arguments) {
      let error: JSONRecord = ["code": Int(code), "name": ExitCode(rawValue: code)?.name, "message": words]
      return output.record(["schema": 1, "error": error])
    }
    output.message(
      ("duban: " + words).split(separator: "\n").map { VisibleText.of(String($0)) }.joined(separator: "\n"))
  }

  /// A monitor reads the first line of standard output: why nothing can be told.
  private static func tellMonitor(_ words: String, _ code: Int32, _ arguments: [String]) {
    guard code == Check.cannotTell, Arguments.subcommand(of: arguments) == "check" else { return }
    let output = Output(charset: Arguments.charset)
    if Arguments.value(of: "--format", in: arguments) == OutputFormat.prometheus.name {
      try? output.write(
        Metric.bytes([Check.metric(code, unit: Arguments.value(of: "--unit", in: arguments))]))
      return
    }
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "/")
    // Where nobody can be told, the code does.
    try? output.write(output.encoded([VisibleText.of("DUBAN UNKNOWN - \(line)")]))
  }

  /// `check` keeps its own four codes: whatever it cannot tell is 3.
  private static func code(_ code: Int32, _ arguments: [String]) -> Int32 {
    Arguments.subcommand(of: arguments) == "check" && code != 0 && code != Check.overdue
      && code != Check.dueSoon
      ? Check.cannotTell : code
  }
}
