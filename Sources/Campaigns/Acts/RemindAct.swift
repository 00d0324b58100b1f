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
    (self.units, self.text, self.on, self.onlyDue) = (units, text, on, onlyDue)
  }
}

/// Units are chased (催办), each with the level and number that the rules give it.
package struct RemindAct: OneTaskAct {
  let report: ChaseReport
  package static let traits = Act.Traits(.remind, restsOn: .chases)
  package static let move: Move? = .remind

  package static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    if let obstacle = task.obstacle(to: .remind) { return obstacle }
    return context.judge.nextChases(of: task, in: campaign).isEmpty ? .nobodyToChase(id: task.id) : nil
  }

  package func requirePossible(on task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    // Whom there is to chase depends on the day, and on who is named.
    try require(no: task.obstacle(to: .remind))
  }

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    let day = try context.past(report.on)
    var chases = try chases(of: task, in: campaign, context.judge.judging(on: day))
    if report.onlyDue { chases.removeAll { !$0.isDue } }
    guard !chases.isEmpty else { throw .nobodyToChase(id: task.id) }
    for chase in chases {
      task.enter(
        .chase(level: chase.level.rawValue, number: chase.number), on: day, text: report.text?.filled,
        unit: chase.unit.id, stamp: context.stamp)
    }
  }

  /// The next chases of the units that are named, of all that owe something where none are. A unit that has a part
  /// in the task can be chased before anything is late.
  private func chases(of task: Task, in campaign: Campaign, _ judge: Judge) throws(Refusal) -> [Chase] {
    let owing = judge.nextChases(of: task, in: campaign)
    guard !report.units.isEmpty else { return owing }
    var chases: [Chase] = []
    for name in report.units {
      let unit = try judge.units.known(name)
      guard !chases.contains(where: { $0.unit.id == unit.id }) else { continue }
      if let chase = owing.first(where: { $0.unit.id == unit.id }) {
        chases.append(chase)
        continue
      }
      let missing = task.missingMembers(judge.units, on: judge.today)
      if task.askedMembers(judge.units, on: judge.today).contains(where: { $0.id == unit.id }),
        !missing.contains(where: { $0.id == unit.id })
      {
        throw .partCompleted(id: task.id, unit: unit.name)
      }
      guard (task.plainUnits(judge.units) + missing).contains(where: { $0.id == unit.id }) else {
        throw .notResponsible(id: task.id, unit: unit.name)
      }
      chases += judge.chases(of: [unit], in: task, late: owing.first?.due)
    }
    return chases
  }
}
