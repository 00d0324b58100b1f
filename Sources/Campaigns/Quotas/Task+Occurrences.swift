/// Something done towards a quota, to be recorded.
package struct OccurrenceReport: Sendable, Equatable {
  /// How many of the quota's unit.
  package var count: Int
  /// The day; nil is today.
  package var on: Day?
  /// The unit that did it.
  package var from: String?
  /// What it was.
  package var note: String?

  /// The most that one record counts.
  package static let counts = 1...9_999

  /// One, today.
  package init(count: Int = 1, on: Day? = nil, from: String? = nil, note: String? = nil) {
    self.count = count
    self.on = on
    self.from = from
    self.note = note
  }
}

extension Task {
  /// Records an occurrence and a log entry that tells of it; both bear the same number.
  mutating func record(_ report: OccurrenceReport, end: Day?, _ context: ActContext) throws(Refusal) {
    let next = try stage(after: .report)
    guard deadline.quota != nil else { throw .noQuota(id: id) }
    guard OccurrenceReport.counts.contains(report.count) else { throw .badCount(report.count) }
    let day = try past(report.on, context)
    var unit: Unit?
    if let from = report.from {
      let known = try context.units.known(from)
      guard
        units.contains(where: { $0.unit.flatMap { context.units.current(id: $0)?.id } == known.id })
          || asks(known, context, end: end, on: day) != nil
      else { throw .notResponsible(id: id, unit: known.name) }
      unit = known
    }
    let note = report.note?.filled
    occurrences.append(
      Occurrence(on: day, count: report.count, unit: unit?.id, note: note, id: nextEntry))
    stage = next
    enter(.progress(count: report.count), on: day, text: note, unit: unit?.id, stamp: context.stamp)
  }

  /// Takes away what a log entry counted: the entry itself stays, struck through.
  mutating func takeBackWhatWasCounted(by entry: Int) {
    occurrences.removeAll { $0.id == entry }
    for place in targets.indices { targets[place].readings.removeAll { $0.id == entry } }
  }
}
