import Campaigns
import FoundationEssentials
import TerminalFrames
import Wording

/// A value whose key is always present: null where there is none. (The library leaves empty ones out.)
@propertyWrapper
struct Nullable<Value: Encodable>: Encodable {
  var wrappedValue: Value?

  init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}

/// One row of `list --json` (docs/interface.md, "JSON"). Fields may be added, never changed.
struct TaskRecord: Encodable {
  struct UnitRecord: Encodable {
    var name: String
    var role: String
    @Nullable var id: String?
  }
  struct DeadlineRecord: Encodable {
    var text: String
    var kind: String
    @Nullable var start: Day?
    @Nullable var end: Day?
  }

  var id: String
  var campaign: String
  @Nullable var number: String?
  var title: String
  @Nullable var phase: String?
  @Nullable var parent: String?
  var units: [UnitRecord]
  var deadline: WithQuota<DeadlineRecord>
  @Nullable var end: Day?
  var stage: String
  var condition: String
  @Nullable var days: Int?
  var light: String
  var why: String
  @Nullable var percent: Int?
  @Nullable var completed: Day?
  @Nullable var pointsBehind: Int?
  var detailsMissing: Bool
  @Nullable var daysWithoutWord: Int?
  var reviewDue: Bool
  @Nullable var sourceLine: Int?
  @Nullable var quota: WithQuota<QuotaRecord>?
  var members: [MemberRecord]
  var targets: [TargetRecord]
  var extensions: [ExtensionRecord]
  var chases: ChasesRecord
  /// How many instructions wait for an answer.
  var openInstructions: Int
  @Nullable var splitFrom: String?
  var formerIDs: [String]
  var dependsOn: [String]

  init(_ row: TaskRow, _ registry: UnitRegistry, _ wording: Wording) {
    let task = row.task
    id = task.id
    campaign = row.code
    number = task.number
    title = task.title
    phase = row.phase?.name
    parent = task.parent
    units = task.units.map { part in
      UnitRecord(name: registry.name(of: part), role: part.role.rawValue, id: part.unit)
    }
    deadline = WithQuota(DeadlineRecord(task.deadline), task.deadline.quota)
    end = row.verdict.end
    stage = task.stage.rawValue
    condition = row.verdict.condition.rawValue
    days = row.verdict.days
    light = row.verdict.light.rawValue
    why = wording.why(task, row.verdict, today: row.today)
    percent = task.percent
    completed = task.completion?.on
    pointsBehind = row.verdict.pointsBehind
    detailsMissing = row.verdict.notes.contains(.detailsMissing)
    sourceLine = task.sourceLine
    quota = row.verdict.quota.map(QuotaRecord.of)
    members = MemberRecord.all(of: row, registry)
    targets = task.targets.map(TargetRecord.init)
    extensions = task.extensions.map(ExtensionRecord.init)
    chases = ChasesRecord(row, registry)
    splitFrom = task.splitFrom
    formerIDs = task.formerIDs
    dependsOn = task.dependsOn
    openInstructions = task.openInstructions.count
    reviewDue = row.verdict.isReviewDue
    for case .notReviewed(let days) in row.verdict.notes { daysWithoutWord = days }
  }
}

extension TaskRecord.DeadlineRecord {
  init(_ deadline: Deadline) {
    self.init(
      text: deadline.text, kind: deadline.kind.rawValue, start: deadline.start, end: deadline.end)
  }
}

/// `list --json` as a whole.
struct TaskListRecord: Encodable {
  var schema = 1
  var asOf: Day
  var tasks: [TaskRecord]
}

/// `check --json` as a whole: counts of every condition, and the due soon and overdue rows.
struct CheckRecord: Encodable {
  var schema = 1
  var asOf: Day
  var counts: [String: Int]
  var tasks: [TaskRecord]
}

extension Tally {
  /// Every condition with its count, 0 included.
  var conditionCounts: [String: Int] {
    Dictionary(Condition.allCases.map { ($0.rawValue, count($0)) }) { first, _ in first }
  }
}

extension Output {
  /// Adds a value as JSON.
  mutating func json(_ value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // The records hold texts, whole numbers and days: nothing that JSON cannot say.
    if let data = try? encoder.encode(value) {
      line(VisibleText.ofJSON(String(decoding: data, as: UTF8.self)))
    }
  }
}
