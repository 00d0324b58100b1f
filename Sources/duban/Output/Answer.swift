import Campaigns
import Tables
import TerminalFrames
import Wording

/// What a command answers, as values. A command prints nothing itself: `OutputFormat` turns its answer into the form
/// that was asked for.
///
///     Answer(["schema": 1, "units": records]) { Listing(table: Table(columns, units), none: "没有单位。") }
///     Answer(["schema": 1, "path": path]) { [.line("已新建台账库：\(path)")] }
struct Answer {
  enum Content {
    case table(() -> Listing)
    case page(() -> [Part])
  }

  /// What JSON says: everything, in keys that are the same in every version.
  let record: () -> JSONRecord
  /// What people read.
  let content: Content
  /// Damaged files, which are named beside the answer.
  private(set) var flaws: [Ledger.Flaw] = []
  /// What ends the command behind its answer.
  var failure: Failure?
  /// What is said on standard error behind the answer.
  var remarks: [String] = []

  init(_ record: @autoclosure @escaping () -> JSONRecord, table: @escaping () -> Listing) {
    (self.record, content) = (record, .table(table))
  }

  /// Lines and tables in one.
  init(
    _ record: @autoclosure @escaping () -> JSONRecord, remarks: [String] = [], page: @escaping () -> [Part]
  ) {
    (self.record, content, self.remarks) = (record, .page(page), remarks)
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

  /// The table that it is; nil for a page.
  var table: Table? {
    switch content {
    case .table(let listing): listing().table
    case .page: nil
    }
  }

  /// All of it in its order, as people read it.
  var parts: [Part] {
    switch content {
    case .table(let listing): listing().parts
    case .page(let parts): parts()
    }
  }
}

/// A table, and what people read around it.
struct Listing {
  let table: Table
  /// The same rows in groups, where they are read so.
  var groups: [(title: String, table: Table)] = []
  var above: String?
  var below: String?
  /// What stands in place of a table without rows.
  var none: String?

  var parts: [Part] {
    if let none, table.rows.isEmpty { return [.line(none)] }
    let rows: Part = groups.isEmpty ? .table(table) : .groups(groups)
    return [above.map { .line($0) }, rows, below.map { .cut($0) }].compactMap(\.self)
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
