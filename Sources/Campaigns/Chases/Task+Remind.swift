/// Units to be chased, and with which words.
package struct ChaseReport: Sendable, Equatable {
  /// Units by name; none: all that owe something.
  package var units: [String]
  /// What is asked of them.
  package var text: String?
  /// The day; nil is today.
  package var on: Day?
  /// Whether only those are chased that are to be on that day.
  package var onlyDue: Bool

  /// A chase of today of all that owe something.
  package init(units: [String] = [], text: String? = nil, on: Day? = nil, onlyDue: Bool = false) {
    self.units = units
    self.text = text
    self.on = on
    self.onlyDue = onlyDue
  }
}

extension Task {
  /// Records a chase of each unit, with the level and number that the rules give it.
  mutating func remind(_ report: ChaseReport, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    stage = try stage(after: .remind)
    let day = try past(report.on, context)
    var chases = try nextChases(of: report.units, in: campaign, context.judge.judging(on: day))
    if report.onlyDue { chases.removeAll { !$0.isDue } }
    guard !chases.isEmpty else { throw .nobodyToChase(id: id) }
    let words = report.text?.filled
    for chase in chases {
      enter(
        .chase(level: chase.level.rawValue, number: chase.number), on: day, text: words, unit: chase.unit.id,
        stamp: context.stamp)
    }
  }

  /// The next chases of the units of these names, of all that owe something where none are named. A unit that has a part
  /// in the task can be chased before anything is late.
  private func nextChases(of names: [String], in campaign: Campaign, _ judge: Judge) throws(Refusal)
    -> [Chase]
  {
    let owing = judge.nextChases(of: self, in: campaign)
    guard !names.isEmpty else { return owing }
    var chases: [Chase] = []
    for name in names {
      let unit = try judge.units.known(name)
      guard !chases.contains(where: { $0.unit.id == unit.id }) else { continue }
      if let chase = owing.first(where: { $0.unit.id == unit.id }) {
        chases.append(chase)
        continue
      }
      let missing = missingMembers(judge.units, on: judge.today)
      if askedMembers(judge.units, on: judge.today).contains(where: { $0.id == unit.id }),
        !missing.contains(where: { $0.id == unit.id })
      {
        throw .partCompleted(id: id, unit: unit.name)
      }
      guard (plainUnits(judge.units) + missing).contains(where: { $0.id == unit.id }) else {
        throw .notResponsible(id: id, unit: unit.name)
      }
      chases += judge.chases(of: [unit], in: self, late: owing.first?.due)
    }
    return chases
  }
}
