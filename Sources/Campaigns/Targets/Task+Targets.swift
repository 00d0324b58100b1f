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

extension Task {
  mutating func setTarget(_ draft: TargetDraft, _ context: ActContext) throws(Refusal) {
    let name = try filled(draft.name, "name")
    guard draft.atLeast.isShowable else { throw .badFigure }
    let unit = draft.unit.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    let before = targets
    if let place = targets.firstIndex(where: { $0.name == name }) {
      targets[place].atLeast = draft.atLeast
      targets[place].unit = unit ?? targets[place].unit
    } else {
      targets.append(Target(name: name, atLeast: draft.atLeast, unit: unit))
    }
    if targets != before { changed = context.stamp }
  }

  mutating func removeTarget(_ name: String, _ context: ActContext) throws(Refusal) {
    targets.remove(at: try place(ofTarget: name))
    changed = context.stamp
  }

  /// Adds a reading and a log entry that tells of it; both bear the same number.
  mutating func addReading(_ report: ReadingReport, _ context: ActContext) throws(Refusal) {
    let place = try place(ofTarget: report.target)
    guard report.value.isShowable else { throw .badFigure }
    guard stage != .draft, stage != .cancelled else {
      throw .stageForbids(id: id, move: Move.report.rawValue, stage: stage)
    }
    let day = try past(report.on, context)
    let note = report.note.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    let reading = Target.Reading(on: day, value: report.value, note: note, id: nextEntry)
    let before = targets[place].readings.lastIndex { $0.on <= day }
    targets[place].readings.insert(reading, at: before.map { $0 + 1 } ?? 0)
    let words = "\(targets[place].name) \(Figure.text(report.value))\(targets[place].unit ?? "")"
    enter(.progress, on: day, text: note.map { "\(words)  \($0)" } ?? words, stamp: context.stamp)
  }

  /// The target of that name, or the only one whose name has it in it.
  private func place(ofTarget name: String) throws(Refusal) -> Int {
    let wanted = name.trimmed
    if let place = targets.firstIndex(where: { $0.name == wanted }) { return place }
    let found = targets.indices.filter { !wanted.isEmpty && targets[$0].name.contains(wanted) }
    guard let only = found.first, found.count == 1 else {
      throw .unknownTarget(
        id: id, name: wanted, nearest: found.first.map { targets[$0].name } ?? targets.first?.name)
    }
    return only
  }
}

extension Double {
  /// Whether it is a number that people can read.
  fileprivate var isShowable: Bool { isFinite && abs(self) < 1e15 }
}
