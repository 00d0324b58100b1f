import Campaigns

/// A chase that was sent, as JSON says it.
struct SentChaseRecord: Encodable {
  var on: Day
  var unit: String
  @Nullable var level: Int?
  @Nullable var number: Int?
  /// Null where it stands without an answer.
  @Nullable var answered: Day?

  init(_ sent: SentChase, _ registry: UnitRegistry) {
    (on, level, number, answered) = (sent.on, sent.level, sent.number, sent.answered)
    unit = registry.unit(id: sent.unit)?.name ?? sent.unit
  }
}

/// The chases of a task: how often, the last one, and who is to be chased on the day.
struct ChasesRecord: Encodable {
  struct NextRecord: Encodable {
    var unit: String
    var level: Int
    var number: Int
  }

  var count: Int
  @Nullable var last: SentChaseRecord?
  var due: [NextRecord]

  init(_ row: TaskRow, _ registry: UnitRegistry) {
    let sent = row.task.sentChases(registry)
    count = sent.count
    last = sent.reversed().max { $0.on < $1.on }.map { SentChaseRecord($0, registry) }
    due = row.chases.filter(\.isDue).map {
      NextRecord(unit: $0.unit.name, level: $0.level.rawValue, number: $0.number)
    }
  }
}

/// One line of `remind --list --json`.
struct DueChaseRecord: Encodable {
  var unit: String
  var unitID: String
  var task: String
  var campaign: String
  var title: String
  var level: Int
  var number: Int
  @Nullable var due: Day?
  var daysLate: Int
  var workingDaysLate: Int
  @Nullable var last: SentChaseRecord?

  init(_ item: DueChase, _ registry: UnitRegistry) {
    let chase = item.chase
    (unit, unitID) = (chase.unit.name, chase.unit.id)
    (task, campaign, title) = (item.row.task.id, item.row.code, item.row.task.title)
    (level, number, due) = (chase.level.rawValue, chase.number, chase.due)
    (daysLate, workingDaysLate) = (chase.daysLate, chase.workingDaysLate)
    last = chase.last.map { SentChaseRecord($0, registry) }
  }
}

/// `remind --list --json` as a whole. Fields may be added, never changed.
struct ChaseListRecord: Encodable {
  var schema = 1
  var asOf: Day
  var chases: [DueChaseRecord]
}
