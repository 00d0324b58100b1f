import Campaigns

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
    /// How many were missing when it was over.
    var missing: Int
    /// How many of them were made up for later.
    var madeUp: Int
  }

  var times: Int
  @Nullable var unit: String?
  var per: String
  var start: Day
  var end: Day
  /// Done and asked for in `period`, the one that lists show.
  @Nullable var done: Int?
  @Nullable var asked: Int?
  @Nullable var period: PeriodRecord?
  var shortfalls: [ShortfallRecord]
  /// What is owed still.
  var owed: Int
  /// The total asked for in the year, and what was done in it.
  @Nullable var total: Int?
  @Nullable var totalDone: Int?

  init(_ standing: QuotaStanding) {
    (times, unit, per) = (standing.quota.times, standing.quota.unit, standing.quota.per.rawValue)
    (start, end) = (standing.start, standing.end)
    done = standing.shown?.done
    asked = standing.shown?.asked
    period = standing.shown.map(PeriodRecord.init)
    shortfalls = standing.shortfalls.map {
      ShortfallRecord(start: $0.start, end: $0.end, missing: $0.missing, madeUp: $0.madeUp)
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
