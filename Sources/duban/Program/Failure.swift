import Campaigns
import CampaignStore
import DocumentText

/// Exit codes, those of sysexits.h (docs/interface.md, "Exit codes").
enum ExitCode: Int32, CaseIterable {
  case success = 0
  case usage = 64
  case data = 65
  case notFound = 66
  case bug = 70
  case cannotCreate = 73
  case inputOutput = 74
  case retry = 75
  case noPermission = 77
  case configuration = 78

  /// What scripts read beside the number.
  var name: String { "\(self)" }
}

/// Everything that ends a command early. The prose and the exit code are in `Failure+Prose.swift`, nowhere else.
enum Failure: Error {
  /// The system did not tell the command line.
  case noArguments
  case store(StoreError)
  case refused(Refusal)
  case filter(FilterError)
  case badDate(option: String, text: String)
  case eventDays(EventDays.WordsError)
  case badLanguage(String)
  case badColumn(String, allowed: [String])
  case badNumber(option: String, text: String)
  case badChoice(option: String, text: String, allowed: [String])
  /// A file that gave no text.
  case document(DocumentError)
  /// A file in which there is no plan.
  case noPlan(String)
  case unreadTime(String, notes: [TimeNote])
  /// A file of changes that is neither UTF-8 nor GB18030.
  case notText(String)
  case tooManyLines(String, limit: Int)
  /// A file of changes with mistakes, each of which was told already.
  case badLines(String, count: Int)
  case notATime(String, notes: [TimeNote])
  case unknownID(String, nearest: String?)
  case ambiguousID(String, candidates: [String])
  case nothingGiven(what: String)
  /// What the command answers cannot be said in the format asked for; the formats that it has.
  case notInFormat(OutputFormat, command: String, formats: [OutputFormat])
  /// No command and no topic of help.
  case unknownHelp(String, nearest: String?)
  /// The command keeps no record, and has no `--dry-run` or `--key`.
  case noRehearsal(option: String, command: String)
  /// More than is taken in at once.
  case tooMuch(InputLimit)
  /// A range of ids that are not of one campaign, or the wrong way round.
  case badRange(String)
  /// A template whose braces do not match.
  case badTemplate(String)
  /// Options that exclude each other.
  case conflicting(options: String)
  case editor(EditorFailure)
  case readOnly
  /// What a caller of SSH asked for is no command of this program.
  case notOurCommand(String)
  /// A file, or an option that names one, that who may only read the store is not shown.
  case notForReaders(String)
  case archived(String)
  /// The name typed is not that of the backup.
  case notConfirmed(name: String)
  /// Something that is not done without consent, in prose.
  case notAgreed(String)
  /// An argument that is no text of the locale's character set: which one, counted from 1, and what it would be in GB18030.
  case badBytes(argument: Int, likely: String?)
  case nothingTo(Reversal, user: String)
  /// The user's own settings cannot be read, from that line on.
  case badConfig(path: String, line: Int?)
  case unusableCharset(String)
  case output(number: Int32)
  case flaws([Ledger.Flaw])
  /// A command that has said everything already.
  case silent(Int32)

  /// Whether the command has said everything and ends with a code of its own.
  var isSaidAlready: Bool { if case .silent = self { true } else { false } }
}

/// How much is taken in at once: what takes more would take minutes.
enum InputLimit: Equatable {
  case arguments(Int)
  case bytes(Int)
  /// Bytes of words from standard input.
  case input(Int)
  /// A number of an option or argument.
  case number(Int, of: String)
}
