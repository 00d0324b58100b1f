import Campaigns

/// Reads official notices: text → plans and findings, each with its line. Never fails and never traps; what it does not
/// understand it leaves out and says so. The same text gives the same result.
///
///     importer.read(lines).plans.first?.tasks.map(\.title)
package struct NoticeImporter: Sendable {
  private let calendar: WorkCalendar
  private let year: Int?
  private let units: UnitRegistry?
  private let mayGoOn: @Sendable () -> Bool

  /// An importer. `year` settles the year of days without one; `units` are those that the store knows. `mayGoOn` is asked
  /// before each item: where it says no, what was read so far is the result, with a finding at the line where it ends.
  package init(
    calendar: WorkCalendar, year: Int? = nil, units: UnitRegistry? = nil,
    mayGoOn: @escaping @Sendable () -> Bool = { true }
  ) {
    (self.calendar, self.year, self.units, self.mayGoOn) = (calendar, year, units, mayGoOn)
  }

  /// What a notice proposes.
  package func read(_ lines: [String]) -> ImportResult { reading(lines).result }

  /// What a line, from 1, was taken for and what came of it: of a line that lost its breaks each part. Empty where there is no such line.
  ///
  ///     importer.explain(12, of: lines).first?.role
  package func explain(_ line: Int, of lines: [String]) -> [LineReading] {
    guard lines.indices.contains(line - 1) else { return [] }
    let found = reading(lines).lines.filter { $0.lines.contains(line) }
    guard found.isEmpty else { return found }
    let source = SourceLines.Line(number: line, text: lines[line - 1])
    let role: LineReading.Role = source.isBlank ? .blank : source.isPageNumber ? .pageNumber : .other
    return [LineReading(lines: line...line, role: role, words: Passage(source.trimmed, line: line).text)]
  }

  private func reading(_ lines: [String]) -> (result: ImportResult, lines: [LineReading]) {
    var read: [LineReading] = []
    let paragraphs = LostBreaks.restored(LineJoining.paragraphs(SourceLines(lines)))
    let isNews = NewsReading.isNews(paragraphs)
    let isReport = NewsReading.isReport(paragraphs)
    var result = ImportResult()
    for part in PlanSplitting.plans(paragraphs) {
      guard mayGoOn() else {
        result.findings.append(Finding(.cutShort, line: part.first?.line ?? 1, words: ""))
        break
      }
      var reading = PlanReading(part, calendar: calendar, year: year, mayGoOn: mayGoOn)
      reading.read()
      if isNews || isReport || reading.isReport { reading.dropWork(keepingPhases: !isNews) }
      read += reading.lines
      guard reading.isPlan || isNews && reading.plan.title != nil else { continue }
      result.findings += reading.findings
      result.times.used += reading.times.used
      result.times.all += reading.times.all
      result.plans.append(reading.plan)
    }
    if !result.hasWork {
      result.findings = []
      result.findings.append(Finding(.noPlan, line: paragraphs.first?.line ?? 1, words: ""))
    }
    result.findings += RepeatedPlans.findings(result.plans)
    if let units { result.findings += UnknownUnits.findings(result.plans, units) }
    var seen: Set<Finding> = []
    result.findings = result.findings.filter { seen.insert($0).inserted }.sorted {
      ($0.line, $0.kind.rawValue) < ($1.line, $1.kind.rawValue)
    }
    return (result, read)
  }
}
