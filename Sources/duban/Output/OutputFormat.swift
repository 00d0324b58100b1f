import Campaigns
import PlacedJSON
import Tables
import TerminalFrames

/// A form in which a command's answer can be asked for. All that there is to a form stands here; the option's help, its
/// completions and the refusal follow from the list of those that every command may have.
enum OutputFormat: Equatable {
  /// For people at a terminal: aligned, cut to its width, in colours.
  case text
  /// Tab-separated lines, nothing cut or coloured.
  case plain
  /// For programs, the same in every version.
  case json
  /// Numbers for Prometheus, of a command that has them.
  case prometheus
  /// A line for each row of a list, as the user writes it.
  case template(OutputTemplate)

  /// Those that any command may be asked for by name.
  static let named: [OutputFormat] = [.text, .plain, .json]
  static let names = named.map(\.name)

  /// What it is asked for by.
  var name: String {
    switch self {
    case .text: "text"
    case .plain: "plain"
    case .json: "json"
    case .prometheus: "prometheus"
    case .template: "{…}"
    }
  }

  /// The format that options ask for, `text` where none does.
  init(asked names: [String]) throws(Failure) {
    var formats: [OutputFormat] = []
    for name in names {
      let format = try OutputFormat(name)
      if !formats.contains(format) { formats.append(format) }
    }
    guard formats.count < 2 else {
      throw .conflicting(options: formats.map { "--format \($0.name)" }.joined(separator: " "))
    }
    self = formats.first ?? .text
  }

  private init(_ name: String) throws(Failure) {
    // What `import --format` called it at first.
    let known = OutputFormat.named + [.prometheus]
    if let format = known.first(where: { $0.name == (name == "table" ? "text" : name) }) {
      self = format
    } else if OutputTemplate.isMeant(name) {
      self = .template(try OutputTemplate(name))
    } else {
      throw .badChoice(option: "--format", text: name, allowed: OutputFormat.names + ["'{id} {title}'"])
    }
  }

  /// Whether it can say a table or numbers and nothing else: then no change is begun, since what became of it could not be
  /// said.
  var saysNoChange: Bool {
    switch self {
    case .text, .plain, .json: false
    case .prometheus, .template: true
    }
  }

  /// Whether cells say all that there is to say.
  var isWhole: Bool {
    switch self {
    case .text, .json: false
    case .plain, .prometheus, .template: true
    }
  }

  /// The columns that it names itself; nil where it leaves that to others.
  var columnNames: [String]? { if case .template(let template) = self { template.names } else { nil } }

  /// An answer in this format; nil where it cannot say it, which is refused. What is meant for a terminal goes through
  /// `VisibleText` here.
  func bytes(_ answer: Answer, _ session: Session) throws(Failure) -> [UInt8]? {
    if self == .prometheus { return answer.metrics.map { Metric.bytes($0()) } }
    let list: ArrangedList?
    switch answer.content {
    case .list(let listing): list = try listing.arranged(session.list, self)
    case .page: list = nil
    }
    switch self {
    case .text: return session.output.encoded(session.parts(answer, list).flatMap(session.page(answer).lines))
    case .plain:
      guard let list else { return session.output.encoded(session.parts(answer, nil).flatMap(\.plainLines)) }
      let header = list.hasHeader ? [list.names.joined(separator: "\t")] : []
      return session.output.encoded(header + Part.table(list.table).plainLines)
    case .prometheus: return nil
    case .json:
      let record: JSONRecord = ["schema": 1, "asOf": session.today]
      return OutputFormat.json(record + answer.record() + (list?.record ?? [:]))
    case .template(let template):
      guard let list else { return nil }
      let header = list.hasHeader ? [template.line(list.names)] : []
      return session.output.encoded(
        header + list.table.rows.map { row in template.line(row.map { VisibleText.of($0.text) }) })
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
    guard let bytes = try format.bytes(answer, self) else {
      throw refusal(of: OutputFormat.named + (answer.metrics == nil ? [] : [.prometheus]))
    }
    // What was saved is not done again.
    if soundness.isLost, !saves.isAny { return false }
    if format != .text || Pager(options, config, isNeededFor: bytes)?.show(bytes) != true {
      try output.write(bytes)
    }
    answer.whenTold?()
    if saves.isRehearsal { remark(wording.pick("试运行：以上未写入台账库。", "A rehearsal: nothing was written.")) }
    for flaw in answer.flaws { remark(wording.prose(flaw)) }
    for words in answer.remarks { remark(words) }
    if let failure = answer.failure { throw failure }
    return true
  }

  /// All of an answer in its order, as people read it.
  fileprivate func parts(_ answer: Answer, _ list: ArrangedList?) -> [Part] {
    switch answer.content {
    case .page(let parts): return parts()
    case .list:
      guard let list else { return [] }
      let (rows, all) = list.shown
      return list.parts(
        limited: wording.pick("显示\(rows)行，共\(all)行（--limit）。", "\(rows) of \(all) rows (--limit)."))
    }
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
