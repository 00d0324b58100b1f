import Campaigns
import Tables
import TerminalFrames
import Wording

/// What a command answers, as values. A command prints nothing itself: `OutputFormat` turns its answer into the form
/// that was asked for.
///
///     Answer(Listing("units", columns, rows: units, none: "没有单位。") { record($0) })
///     Answer(["path": path]) { [.line("已新建台账库：\(path)")] }
struct Answer {
  enum Content {
    case list(Listing)
    case page(() -> [Part])
  }

  /// What JSON says beside the rows of a list: everything, in keys that are the same in every version. `schema` and `asOf`
  /// stand with it by themselves.
  let record: () -> JSONRecord
  /// What people read.
  let content: Content
  /// Damaged files, which are named beside the answer.
  private(set) var flaws: [Ledger.Flaw] = []
  /// What a monitor keeps of it, where it has such numbers.
  var metrics: (() -> [Metric])?
  /// What ends the command behind its answer.
  var failure: Failure?
  /// What is done once it was told.
  var whenTold: (() -> Void)?
  /// What is said on standard error behind the answer.
  var remarks: [String] = []

  /// Whether it keeps to the columns of a screen although it goes to a file or another program.
  var isScreenful = false

  /// Whether its tables take as many columns as they need, however wide the terminal is.
  var isWide = false

  /// A list, with what JSON says beside its rows.
  init(_ record: @autoclosure @escaping () -> JSONRecord, _ list: Listing) {
    (self.record, content) = (record, .list(list))
  }

  /// A list.
  init(_ list: Listing) { self.init([:], list) }

  /// Lines and tables in one.
  init(
    _ record: @autoclosure @escaping () -> JSONRecord, remarks: [String] = [], page: @escaping () -> [Part]
  ) {
    (self.record, content, self.remarks) = (record, .page(page), remarks)
  }

  /// All of a page in its order, as people read it; of a list nothing.
  var pageParts: [Part] {
    switch content {
    case .list: []
    case .page(let parts): parts()
    }
  }

  /// The answer of a command that reads: files that were lost to damage are a failure of it.
  func reading(_ flaws: [Ledger.Flaw]) -> Answer {
    var answer = beside(flaws)
    if flaws.contains(where: \.isLoss) { answer.failure = .silent(ExitCode.data.rawValue) }
    return answer
  }

  /// The answer of a change that was saved: damage elsewhere in the store is named, but is no failure of it.
  func beside(_ flaws: [Ledger.Flaw]) -> Answer {
    var answer = self
    answer.flaws = flaws
    return answer
  }
}

/// A piece of what people read. No text in it has to be made safe to show: whoever writes it does.
enum Part {
  /// A line, whole however narrow the screen is.
  case line(String)
  /// A line that is cut where the screen is narrower, but for what stands at its end.
  case cut(String, end: String = "")
  /// Words in their colours, in as many lines as they need.
  case words([Span])
  /// What is known of something, each with its label.
  case facts([Fact])
  /// A table; without its headings where what stands above says enough.
  case table(Table, isBare: Bool = false)
  /// A table in groups.
  case groups([(title: String, table: Table)])
}
