extension Deadline {
  /// Refuses what no task may have: a range that ends before it starts, a quota of nothing or with days that there are none of.
  /// - Throws: `Refusal.reversedRange`, `Refusal.badQuota`.
  package func check() throws(Refusal) {
    if let start, let end, end < start { throw .reversedRange(start: start, end: end) }
    if let quota, !quota.isSound { throw .badQuota }
  }
}

extension Quota {
  /// The longest interval, in periods.
  static let longestInterval = 1_000

  /// Whether it asks for something, and at days that there are.
  var isSound: Bool {
    times > 0 && times <= upTo ?? times && yearlyTotal ?? 1 > 0
      && (1...Quota.longestInterval).contains(interval ?? 1)
      && points?.count ?? 0 == pointsThatCount.count && (points ?? []).allSatisfy { $0.isSound(in: per) }
  }
}

extension DuePoint {
  /// Whether a period has such a day, or most do: 30 February is the last of the month.
  func isSound(in per: Period) -> Bool {
    guard month.map({ (1...(per.months ?? 1)).contains($0) }) ?? true else { return false }
    switch mark {
    case .day(let day): return (1...31).contains(day)
    case .lastDay: return true
    case .workingDay(let nth): return nth != 0 && (-366...366).contains(nth)
    case .weekday(let weekday, let nth):
      return (1...7).contains(weekday) && nth != 0 && (-53...53).contains(nth ?? 1)
    case .weekOfMonth(let week, let weekday):
      return (1...7).contains(weekday) && week != 0 && (-5...5).contains(week)
    case .feast(let name), .beforeFeast(let name): return !name.isEmpty
    case .afterEnd(let span): return (1...DuePoint.mostAfterEnd(of: span.unit)).contains(span.count)
    }
  }
}
