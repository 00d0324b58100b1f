/// What a quota asks for by one day: the number of a period, or a point's share of it, and what was done. Reckoned from
/// the quota and the occurrences, never stored.
package struct QuotaPeriod: Sendable, Hashable {
  /// Where a period lies, seen from a day.
  package enum Time: Sendable { case past, current, toCome }

  /// Day, week, month, quarter, half-year or year.
  package let per: Period
  /// First day of the period, or of the several that count as one; not before the span begins.
  package let start: Day
  /// Last day of it, not after the span ends.
  package let end: Day
  /// The day by whose end it is due: the last one, or the quota's point.
  package let due: Day
  /// Whether it is due at a point of the quota, which is then what tells it from others.
  package let isPoint: Bool
  /// First day on which what was done counts for it: the period's, or the one after the previous point.
  package internal(set) var from: Day
  /// Last day on which it does; the day on which it is due, but for the last one, which goes on to the span's end.
  package internal(set) var through: Day
  /// How many are asked for; 0 where less than half of it lies in the span.
  package internal(set) var asked: Int
  /// How many were done in it.
  package internal(set) var done = 0
  /// How many of those missing were made up for later.
  package internal(set) var madeUp = 0

  init(per: Period, start: Day, end: Day, due: Day, isPoint: Bool = false, asked: Int) {
    (self.per, self.start, self.end) = (per, start, end)
    (self.due, self.isPoint, self.asked) = (due, isPoint, asked)
    (from, through) = (start, due)
  }

  /// How many are missing in the period itself.
  package var missing: Int { max(0, asked - done) }
  /// How many are missing still.
  package var open: Int { missing - madeUp }
  /// How many were done beyond what was asked for.
  var surplus: Int { max(0, done - asked) }

  /// Where the days lie that count for it, seen from a day.
  package func time(_ today: Day) -> Time { through < today ? .past : from > today ? .toCome : .current }
  /// How many are owed: missing still after the day on which they were due.
  package func owed(_ today: Day) -> Int { due < today ? open : 0 }

  mutating func makeUp(from pool: inout Int) {
    let count = min(open, pool)
    madeUp += count
    pool -= count
  }

  /// The most that counts of one record or period: files hold what hands wrote, and sums must stay numbers.
  static let limit = 1_000_000
}
