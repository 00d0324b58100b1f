/// A target to be set: 满意率 ≥ 90 %.
package struct TargetDraft: Sendable, Equatable {
  /// What is measured.
  package var name: String
  /// The least that passes.
  package var atLeast: Double
  /// %, 次, 人; nil leaves it as it is.
  package var unit: String?

  /// A target.
  package init(name: String, atLeast: Double, unit: String? = nil) {
    self.name = name
    self.atLeast = atLeast
    self.unit = unit
  }
}

/// A reading of a target, to be recorded.
package struct ReadingReport: Sendable, Equatable {
  /// The target, by its name or a part of it that only one has.
  package var target: String
  /// The value.
  package var value: Double
  /// The day; nil is today.
  package var on: Day?
  /// Where it comes from.
  package var note: String?

  /// A reading of today.
  package init(target: String, value: Double, on: Day? = nil, note: String? = nil) {
    self.target = target
    self.value = value
    self.on = on
    self.note = note
  }
}

extension [Target] {
  /// Sets a target, or changes it; its readings stay.
  fileprivate mutating func set(_ draft: TargetDraft) throws(Refusal) {
    let name = try filled(draft.name, .name)
    guard draft.atLeast.isShowable else { throw .badFigure }
    if (draft.unit ?? first { $0.name == name }?.unit) == "%" { try draft.atLeast.checkShare() }
    let unit = draft.unit?.filled
    if let place = firstIndex(where: { $0.name == name }) {
      self[place].atLeast = draft.atLeast
      self[place].unit = unit ?? self[place].unit
    } else {
      append(Target(name: name, atLeast: draft.atLeast, unit: unit))
    }
  }

  /// Adds a reading that the log entry `entry` tells of. Answers the entry's words.
  fileprivate mutating func add(_ report: ReadingReport, on day: Day, entry: Int, owner: String)
    throws(Refusal) -> String
  {
    let place = try place(ofTarget: report.target, owner: owner)
    guard report.value.isShowable else { throw .badFigure }
    if self[place].unit == "%" { try report.value.checkShare() }
    let note = report.note?.filled
    let reading = Target.Reading(on: day, value: report.value, note: note, id: entry)
    let before = self[place].readings.lastIndex { $0.on <= day }
    self[place].readings.insert(reading, at: before.map { $0 + 1 } ?? 0)
    let words = "\(self[place].name) \(Figure.text(report.value))\(self[place].unit ?? "")"
    return note.map { "\(words)  \($0)" } ?? words
  }

  /// The target of that name, or the only one whose name has it in it.
  fileprivate func place(ofTarget name: String, owner: String) throws(Refusal) -> Int {
    let wanted = name.trimmed
    if let place = firstIndex(where: { $0.name == wanted }) { return place }
    let found = indices.filter { !wanted.isEmpty && self[$0].name.contains(wanted) }
    guard let only = found.first, found.count == 1 else {
      throw .unknownTarget(id: owner, name: wanted, nearest: (found.first.map { self[$0] } ?? first)?.name)
    }
    return only
  }
}

extension Task {
  mutating func setTarget(_ draft: TargetDraft, _ context: ActContext) throws(Refusal) {
    let before = targets
    try targets.set(draft)
    if targets != before { changed = context.stamp }
  }

  mutating func removeTarget(_ name: String, _ context: ActContext) throws(Refusal) {
    targets.remove(at: try targets.place(ofTarget: name, owner: id))
    changed = context.stamp
  }

  /// Adds a reading and a log entry that tells of it; both bear the same number.
  mutating func addReading(_ report: ReadingReport, _ context: ActContext) throws(Refusal) {
    guard stage != .draft, stage != .cancelled else {
      throw .stageForbids(id: id, move: .report, stage: stage)
    }
    let day = try past(report.on, context)
    let words = try targets.add(report, on: day, entry: nextEntry, owner: id)
    enter(.progress(), on: day, text: words, stamp: context.stamp)
  }
}

extension Campaign {
  /// What an act on a target of the plan as a whole makes of it; nil where the act is another one, or about a task.
  func header(after act: Act, _ context: ActContext) throws(Refusal) -> Campaign? {
    var after = header
    switch act {
    case .setTarget(code, let draft): try after.targets.set(draft)
    case .removeTarget(code, let name):
      after.targets.remove(at: try after.targets.place(ofTarget: name, owner: code))
    case .addReading(code, let report):
      let day = report.on ?? context.today
      guard day <= context.today else { throw .dayInFuture(day) }
      let entry = (log.map(\.id).max() ?? 0) + 1
      let words = try after.targets.add(report, on: day, entry: entry, owner: code)
      after.log.append(
        LogEntry(
          id: entry, stamp: context.stamp, kind: .progress(), on: day == context.stamp.at.day ? nil : day,
          text: words))
    default: return nil
    }
    return after
  }
}

extension Double {
  /// Refuses what no share can be.
  fileprivate func checkShare() throws(Refusal) {
    guard (0...100).contains(self) else { throw .badShare(self) }
  }

  /// Whether it is a number that people can read.
  fileprivate var isShowable: Bool { isFinite && abs(self) < 1e15 }
}
