import Campaigns

/// What a quota asks for, in keys that stand among those of another record: always present, null where there is no quota.
struct QuotaKeys: Encodable {
  /// At least so many times per `per`; of a quota with an interval how often that is in a year.
  @Nullable var times: Int?
  @Nullable var unit: String?
  @Nullable var per: String?
  /// Once in so many periods of `every`.
  @Nullable var interval: Int?
  @Nullable var every: String?
  @Nullable var points: [DuePoint]?

  init(_ quota: Quota?) {
    (times, per) = (quota?.plainly.times, quota?.plainly.per.rawValue)
    unit = quota?.unit
    interval = quota.map { $0.interval ?? 1 }
    every = quota?.per.rawValue
    points = quota?.points.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// A record with the keys of a quota among its own.
struct WithQuota<Record: Encodable>: Encodable {
  var record: Record
  var quota: QuotaKeys

  init(_ record: Record, _ quota: Quota?) {
    self.record = record
    self.quota = QuotaKeys(quota)
  }

  func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
    try quota.encode(to: encoder)
  }
}

/// Where a task stands with its quota, as `list --json` and `show --json` say it.
struct QuotaRecord: Encodable {
  struct PeriodRecord: Encodable {
    var start: Day
    var end: Day

    init(_ period: QuotaPeriod) { (start, end) = (period.start, period.end) }
  }
  struct ShortfallRecord: Encodable {
    var start: Day
    var end: Day
    var due: Day
    /// How many were missing when it was over.
    var missing: Int
    /// How many of them were made up for later.
    var madeUp: Int
  }

  var start: Day
  var end: Day
  /// Done and asked for in `period`, the one that lists show.
  @Nullable var done: Int?
  @Nullable var asked: Int?
  @Nullable var period: PeriodRecord?
  /// The day by which `asked` is due.
  @Nullable var due: Day?
  var shortfalls: [ShortfallRecord]
  /// What is owed still.
  var owed: Int
  /// The total asked for in the year, and what was done in it.
  @Nullable var total: Int?
  @Nullable var totalDone: Int?

  /// With what the quota asks for.
  static func of(_ standing: QuotaStanding) -> WithQuota<QuotaRecord> {
    WithQuota(QuotaRecord(standing), standing.quota)
  }

  private init(_ standing: QuotaStanding) {
    (start, end) = (standing.start, standing.end)
    done = standing.shown?.done
    asked = standing.shown?.asked
    period = standing.shown.map(PeriodRecord.init)
    due = standing.shown?.due
    shortfalls = standing.shortfalls.map {
      ShortfallRecord(start: $0.start, end: $0.end, due: $0.due, missing: $0.missing, madeUp: $0.madeUp)
    }
    owed = standing.owed
    total = standing.quota.yearlyTotal
    totalDone = standing.year?.done
  }
}

/// A target with its last reading, as `list --json` and `show --json` say it.
struct TargetRecord: Encodable {
  struct ReadingRecord: Encodable {
    var on: Day
    var value: Double
    @Nullable var note: String?
  }

  var name: String
  var atLeast: Double
  @Nullable var unit: String?
  @Nullable var passed: Bool?
  @Nullable var trend: String?
  var readings: [ReadingRecord]

  init(_ target: Target) {
    (name, atLeast, unit) = (target.name, target.atLeast, target.unit)
    passed = target.isPassed
    trend = target.trend?.rawValue
    readings = target.ordered.map { ReadingRecord(on: $0.on, value: $0.value, note: $0.note) }
  }
}
