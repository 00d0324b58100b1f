import Campaigns

extension JSONRecord {
  /// What a quota asks for, in keys that stand among those of another record: null where there is no quota.
  package init(_ quota: Quota?) {
    self = [
      // At least so many times per `per`; of a quota with an interval how often that is in a year.
      "times": quota?.plainly.times, "unit": quota?.unit, "per": quota?.plainly.per,
      // Once in so many periods of `every`.
      "interval": quota.map { $0.interval ?? 1 }, "every": quota?.per,
      "points": quota?.points.flatMap { $0.isEmpty ? nil : $0 },
    ]
  }

  /// Where a task stands with its quota.
  init(_ standing: QuotaStanding) {
    let shortfalls = standing.shortfalls.map { period -> JSONRecord in
      // How many were missing when it was over, and how many of them were made up for later.
      [
        "start": period.start, "end": period.end, "due": period.due, "missing": period.missing,
        "madeUp": period.madeUp,
      ]
    }
    let shown = standing.shown
    self =
      [
        "start": standing.start, "end": standing.end, "shortfalls": shortfalls, "owed": standing.owed,
        // Done and asked for in the period that lists show, and the day by which it is due.
        "done": shown?.done, "asked": shown?.asked, "due": shown?.due,
        "period": shown.map { ["start": $0.start, "end": $0.end] as JSONRecord },
        // The total asked for in the year, and what was done in it.
        "total": standing.quota.yearlyTotal, "totalDone": standing.year?.done,
      ] + JSONRecord(standing.quota)
  }
}
