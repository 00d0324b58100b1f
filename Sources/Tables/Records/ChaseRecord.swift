import Campaigns

extension JSONRecord {
  /// A chase that was sent; `answered` is null where it stands without an answer.
  package init(_ sent: SentChase, _ units: UnitRegistry) {
    self = [
      "on": sent.on, "unit": units.unit(id: sent.unit)?.name ?? sent.unit, "level": sent.level,
      "number": sent.number, "answered": sent.answered,
    ]
  }

  /// The chases of a task: how often, the last one, and who is to be chased on the day.
  static func chases(of row: TaskRow, _ units: UnitRegistry) -> JSONRecord {
    let sent = row.task.sentChases(units)
    let due = row.chases.filter(\.isDue).map { chase -> JSONRecord in
      ["unit": chase.unit.name, "level": chase.level.rawValue, "number": chase.number]
    }
    let last = sent.reversed().max { $0.on < $1.on }
    return ["count": sent.count, "last": last.map { JSONRecord($0, units) }, "due": due]
  }
}
