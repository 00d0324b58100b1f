/// Counts what was done: which period it counts for, and what it makes up for (docs/decisions/quotas.md).
struct QuotaTally {
  private(set) var periods: [QuotaPeriod]
  private(set) var years: [QuotaPeriod]
  /// Where the period stands that the last thing done on a day counted for, of a quota with points.
  private(set) var counted: [Day: Int] = [:]

  init(periods: [QuotaPeriod], years: [QuotaPeriod]) { (self.periods, self.years) = (periods, years) }

  /// Asks every year for its share of a total: of one that is cut to eight months, eight of twelve; for nothing of the one in
  /// which a member left.
  mutating func ask(ofYears total: Int, leftOn left: Day?) {
    let total = max(0, min(total, QuotaPeriod.limit))
    for place in years.indices {
      let (first, last) = Period.year.days(around: years[place].start)
      let (days, whole) = (years[place].end - years[place].start + 1, last - first + 1)
      let isLeft = left == years[place].end && left != last
      years[place].asked = isLeft ? 0 : (total * days * 2 + whole) / (whole * 2)
    }
  }

  /// Counts what was done, of a span whose last day is `last`.
  mutating func count(_ occurrences: [Occurrence], through last: Day) {
    if periods.contains(where: \.isPoint) {
      countByPoints(occurrences)
    } else {
      countByPeriods(occurrences, through: last)
    }
    // Reaching a year's total makes up for all of it.
    for year in years where year.asked > 0 && year.missing == 0 {
      for place in periods.indices where periods[place].end.year == year.start.year {
        periods[place].madeUp = periods[place].missing
      }
    }
  }

  /// By periods the day decides. What is missing is made up for by what was done beyond what a later period asked for, the
  /// oldest first, and by what came after the span.
  private mutating func countByPeriods(_ occurrences: [Occurrence], through last: Day) {
    var late = 0
    for occurrence in occurrences {
      let count = max(0, min(occurrence.count, QuotaPeriod.limit))
      if let place = periods.place(of: occurrence.on) { periods[place].done += count }
      countInYear(occurrence.on.year, count)
      if occurrence.on > last { late += count }
    }
    var oldest = 0
    for later in periods.indices where periods[later].surplus > 0 {
      var pool = periods[later].surplus
      while pool > 0, oldest < later {
        periods[oldest].makeUp(from: &pool)
        if periods[oldest].open <= 0 { oldest += 1 }
      }
    }
    for place in periods.indices where late > 0 { periods[place].makeUp(from: &late) }
  }

  /// By points what comes soon after one is late and makes up for what is missing, the oldest first; else it counts for the
  /// next point, and only what that does not need makes up. What belongs to a year that is over counts in that one.
  private mutating func countByPoints(_ occurrences: [Occurrence]) {
    let inOrder = occurrences.enumerated().sorted { ($0.1.on, $0.0) < ($1.1.on, $1.0) }.map(\.1)
    var oldest = 0
    for occurrence in inOrder {
      let day = occurrence.on
      var pool = max(0, min(occurrence.count, QuotaPeriod.limit))
      let place = periods.place(of: day)
      countInYear(min(day.year, place.map { periods[$0].end.year } ?? day.year), pool)
      if let place, !isLate(day, at: place) {
        count(min(pool, periods[place].open), at: place, from: &pool, on: day)
      }
      while pool > 0, oldest < periods.count, periods[oldest].due < day {
        if periods[oldest].open > 0 { counted[day] = oldest }
        periods[oldest].makeUp(from: &pool)
        if periods[oldest].open <= 0 { oldest += 1 }
      }
      if let place { count(pool, at: place, from: &pool, on: day) }
    }
  }

  private mutating func count(_ number: Int, at place: Int, from pool: inout Int, on day: Day) {
    guard number > 0 else { return }
    periods[place].done += number
    pool -= number
    counted[day] = place
  }

  /// Whether what is done on a day comes late for the point before rather than early for the one at `place`: while the
  /// period of that point goes on, or it is the nearer one.
  private func isLate(_ day: Day, at place: Int) -> Bool {
    let next = periods[place]
    guard place > 0, day <= next.due else { return next.due < day }
    let last = periods[place - 1]
    return day - last.due <= next.due - day || day <= last.end && last.end < next.due
  }

  private mutating func countInYear(_ year: Int, _ count: Int) {
    if let place = years.firstIndex(where: { $0.start.year == year }) { years[place].done += count }
  }
}

extension [QuotaPeriod] {
  /// Where the period stands that a day counts for.
  func place(of day: Day) -> Int? {
    guard let first, let last, first.from <= day, day <= last.through else { return nil }
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if self[middle].from <= day { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
