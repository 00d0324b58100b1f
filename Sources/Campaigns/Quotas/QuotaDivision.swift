/// Divides the span of a quota into what it asks for, one after another (docs/decisions/quotas.md).
struct QuotaDivision {
  let quota: Quota
  /// The days that count; of a member its own.
  let start: Day
  let end: Day
  /// The day from which intervals are counted that the calendar does not give: the span's first, for all members alike.
  let origin: Day
  /// Whether the days are a member's share of a longer span, in which nothing need be asked.
  var isPart = false
  /// Whether the last of them is the day on which a member left.
  var isLeft = false
  let calendar: WorkCalendar

  /// A period, or a point of one, in the span.
  private struct Piece {
    var period: QuotaPeriod
    /// How many days of it lie in the span.
    let days: Int
    /// What it asks for if it does.
    let share: Int
    /// Whether the span ends before it does.
    let isCut: Bool
  }

  /// The periods, or the points of all periods, from the first day to the last. One of which less than half lies in the
  /// span, or which has no working day, asks for nothing, unless all would: then the one with most days asks.
  func periods() -> [QuotaPeriod] {
    let points = quota.pointsThatCount
    var pieces: [Piece] = []
    var group = group(around: start)
    // What is due after the end of the period before the span is not asked, but what is done for it is told from the rest.
    if points.contains(where: \.isAfterEnd) { add(self.group(around: group.first - 1), points, to: &pieces) }
    add(group, points, to: &pieces)
    while group.last < end {
      group = self.group(around: group.last + 1)
      add(group, points, to: &pieces)
    }
    if pieces.isEmpty { add(group, [], to: &pieces) }
    if !isPart, pieces.allSatisfy({ $0.period.asked == 0 }),
      let longest = pieces.indices.max(by: { (pieces[$0].days, $1) < (pieces[$1].days, $0) })
    {
      pieces[longest].period.asked = pieces[longest].share
    }
    guard !points.isEmpty else { return pieces.map(\.period) }
    let whole = pieces.filter { $0.period.asked > 0 || !$0.isCut }
    return windows((whole.isEmpty ? pieces : whole).map(\.period))
  }

  private func group(around day: Day) -> (first: Day, last: Day) {
    quota.per.group(of: quota.interval ?? 1, around: day, countedFrom: origin)
  }

  /// Adds what one period asks for; a point that lies before the span is left out.
  private func add(_ group: (first: Day, last: Day), _ points: [DuePoint], to pieces: inout [Piece]) {
    func add(_ due: Day, after previous: Day?, share: Int) {
      // Days behind the period's end are no part of it.
      let last = min(due, group.last)
      let first = previous.flatMap { $0 < last ? $0 + 1 : nil } ?? group.first
      let days = max(0, min(last, end) - max(first, start) + 1)
      let isAsked = days * 2 >= last - first + 1 && !(isLeft && due > end) && hasWork(group)
      let isCut = group.last > end
      let due = isCut ? min(due, end) : due
      guard start <= due else { return }
      let isInside = start <= group.last
      pieces.append(
        Piece(
          period: QuotaPeriod(
            per: quota.per, start: isInside ? max(group.first, start) : group.first,
            end: min(group.last, end), due: due, isPoint: !points.isEmpty, asked: isAsked ? share : 0),
          days: days, share: share, isCut: isCut))
    }
    let times = max(0, min(quota.times, QuotaPeriod.limit))
    guard !points.isEmpty else { return add(group.last, after: nil, share: times) }
    let first = max(group.first, quota.per.days(around: group.last).first)
    let days = points.map { $0.day(in: quota.per, first: first, last: group.last, calendar) }.sorted()
    for (place, day) in days.prefix(times).enumerated() {
      let asking = min(days.count, times)
      add(
        day, after: place > 0 ? days[place - 1] : nil,
        share: times / asking + (place < times % asking ? 1 : 0))
    }
  }

  /// Whether a period has a day on which people work; those of months always have.
  private func hasWork(_ group: (first: Day, last: Day)) -> Bool {
    guard quota.per == .day || quota.per == .week else { return true }
    return calendar.exceeds(0, workingDaysAfter: max(group.first, start) - 1, through: min(group.last, end))
  }

  /// In the order in which they are due, each with the days after the one before it; those of one day are one.
  private func windows(_ periods: [QuotaPeriod]) -> [QuotaPeriod] {
    var windows: [QuotaPeriod] = []
    for var period in periods.sorted(by: { $0.due < $1.due }) {
      guard let last = windows.last, last.due == period.due else {
        period.from = windows.last.map { $0.due + 1 } ?? start
        windows.append(period)
        continue
      }
      let asked = min(last.asked + period.asked, QuotaPeriod.limit)
      if last.asked == 0 { windows[windows.count - 1] = period }
      (windows[windows.count - 1].asked, windows[windows.count - 1].from) = (asked, last.from)
    }
    if let last = windows.indices.last { windows[last].through = max(windows[last].due, end) }
    return windows
  }
}
