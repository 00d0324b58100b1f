import Campaigns
import PlacedJSON
import Tables
import TerminalFrames

/// A form in which a command's answer can be asked for. All that there is to a form stands here; the option's help, its
/// completions and the refusal follow from the list of cases.
enum OutputFormat: String, CaseIterable {
  /// For people at a terminal: aligned, cut to its width, in colours.
  case text
  /// Tab-separated lines, nothing cut or coloured.
  case plain
  /// For programs, the same in every version.
  case json

  /// The format that options ask for, `text` where none does.
  init(asked names: [String]) throws(Failure) {
    var formats: [OutputFormat] = []
    for name in names {
      // What `import --format` called it at first.
      guard let format = OutputFormat(rawValue: name == "table" ? "text" : name) else {
        throw .badChoice(option: "--format", text: name, allowed: OutputFormat.names)
      }
      if !formats.contains(format) { formats.append(format) }
    }
    guard formats.count < 2 else {
      throw .conflicting(options: formats.map { "--format \($0.rawValue)" }.joined(separator: " "))
    }
    self = formats.first ?? .text
  }

  static let names = allCases.map(\.rawValue)

  /// Whether it can say a table and nothing else: then no change is begun, since what became of it could not be said.
  var saysTablesOnly: Bool {
    switch self {
    case .text, .plain, .json: false
    }
  }

  /// An answer in this format; nil where it cannot say it, which is refused. What is meant for a terminal goes through
  /// `VisibleText` here.
  func bytes(_ answer: Answer, _ session: Session) -> [UInt8]? {
    switch self {
    case .text: session.output.encoded(answer.parts.flatMap(session.page.lines))
    case .plain:
      session.output.encoded((answer.table.map { [.table($0)] } ?? answer.parts).flatMap(\.plainLines))
    case .json: OutputFormat.json(answer.record())
    }
  }

  /// A record as JSON. Records hold texts, whole numbers and days: nothing that JSON cannot say.
  private static func json(_ record: JSONRecord) -> [UInt8]? {
    guard let value = try? JSONValue(encoding: record) else { return nil }
    return Array((VisibleText.ofJSON(String(decoding: value.bytes(.indented), as: UTF8.self)) + "\n").utf8)
  }
}

extension Session {
  /// Prints what a command answers. Where a file changed before all that was asked of it was read, it answers again, from
  /// files read whole.
  func emit(_ answer: (Session) throws(Failure) -> Answer) throws(Failure) {
    if try emit(answer(self)) { return }
    var again = self
    (again.store, again.soundness) = (store.withoutIndex, Soundness())
    _ = try again.emit(answer(again))
  }

  /// Prints an answer in the format asked for: the only place that prints one. False, and nothing is printed, where something
  /// of it could not be had any more.
  private func emit(_ answer: Answer) throws(Failure) -> Bool {
    guard let bytes = format.bytes(answer, self) else {
      throw refusal(of: OutputFormat.allCases.filter { $0.bytes(answer, self) != nil })
    }
    // What was saved is not done again.
    if soundness.isLost, !saves.isAny { return false }
    try output.write(bytes)
    for flaw in answer.flaws { remark(wording.prose(flaw)) }
    for words in answer.remarks { remark(words) }
    if let failure = answer.failure { throw failure }
    return true
  }

  /// That the command has these formats, and not the one that was asked for.
  func refusal(of formats: [OutputFormat]) -> Failure {
    .notInFormat(format, command: Arguments.command(in: Arguments.given() ?? []), formats: formats)
  }
}

extension Part {
  /// Lines whose parts are separated by tabs.
  fileprivate var plainLines: [String] {
    func line(_ cells: [String]) -> String { cells.map(VisibleText.of).joined(separator: "\t") }
    return switch self {
    case .line(let text): [line([text])]
    case .cut(let text, let end): [line(end.isEmpty ? [text] : [text, end])]
    case .words(let words): [line(words.map(\.text))]
    case .facts(let facts): facts.map { line([$0.label, $0.text]) }
    case .table(let table, _): table.rows.map { line($0.map(\.text)) }
    case .groups(let groups): groups.flatMap { Part.table($0.table).plainLines }
    }
  }
}
