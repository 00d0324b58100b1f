import ArgumentParser
import Campaigns
import Glibc
import Wording

/// The root command: it only configures; without a subcommand it shows how things stand.
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duban",
    abstract: "督办 · who must do what by when, and what is overdue.",
    discussion: """
      duban demo ~/demo                        a store to try things on
      duban status --store ~/demo              one screenful
      duban list is:overdue unit:党办          what is overdue where
      duban done h26-7 -m 已召开                completed
      duban when 4月中下旬 --year 2014          what a time in words means
      """,
    version: "0.1.0",
    subcommands: [
      Status.self, Check.self, List.self, Show.self, Next.self, Overdue.self, Units.self, When.self,
      Init.self,
      Demo.self, Add.self, Edit.self, Assign.self, ReportProgress.self, Done.self, Reopen.self, Suspend.self,
      Cancel.self, Instruct.self, Correct.self, Submit.self, Return.self, Strike.self, UnitCommand.self,
      CampaignCommand.self,
    ],
    defaultSubcommand: nil)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    var session = try Session(global.settings)
    try Status.print(&session, isBrief: false)
  }
}

/// The program: parses, runs, says in one line what went wrong, exits.
@main
enum Program {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Arguments.given()
    do {
      if let (settings, isBrief) = Arguments.plainStatus(arguments) {
        var session = try Session(settings)
        try Status.print(&session, isBrief: isBrief)
      } else {
        var command = try Root.parseAsRoot(Arguments.hoisted(arguments))
        try command.run()
      }
    } catch let failure as Failure {
      end(failure, arguments)
    } catch let failure as ValidationError {
      report(failure.message, arguments)
      exit(code(ExitCode.usage.rawValue, arguments))
    } catch {
      let status = Root.exitCode(for: error).rawValue
      let text = Root.fullMessage(for: error)
      var output = Output(charset: Arguments.charset)
      if status == 0 {
        output.line(text)
        if (try? output.flush()) == nil { exit(ExitCode.inputOutput.rawValue) }
      } else {
        output.message(text)
      }
      exit(code(status, arguments))
    }
  }

  private static func end(_ failure: Failure, _ arguments: [String]) -> Never {
    if case .silent(let code) = failure { exit(self.code(code, arguments)) }
    let wanted = arguments.firstIndex(of: "--lang").flatMap {
      $0 + 1 < arguments.count ? arguments[$0 + 1] : nil
    }
    let wording = Wording(Session.language(wanted, nil))
    report("duban: " + failure.prose(wording), arguments)
    exit(code(failure.code, arguments))
  }

  private static func report(_ message: String, _ arguments: [String]) {
    Output(charset: Arguments.charset).message(
      message.split(separator: "\n").map { Text.visible(String($0)) }.joined(separator: "\n"))
  }

  /// `check` keeps its own four codes: whatever it cannot tell is 3.
  private static func code(_ code: Int32, _ arguments: [String]) -> Int32 {
    Arguments.subcommand(of: arguments) == "check" && code != 0 && code != Check.overdue
      && code != Check.dueSoon
      ? Check.cannotTell : code
  }
}
