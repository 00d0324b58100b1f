/// What kind of time a document sets. Raw values are the store's and the scripts' words (interface.md).
package enum DeadlineKind: String, Encodable, Sendable, CaseIterable {
  /// A day, or "by" a day: the end is what counts.
  case date
  /// From one day to another; either may be missing.
  case range
  /// A third of a month, or two of them (上旬, 中下旬).
  case xun
  /// A whole month.
  case month
  /// A whole quarter.
  case quarter
  /// A whole year.
  case year
  /// 长期, 常年, 持续: never due.
  case standing
  /// So many times per period.
  case recurring
  /// Bound to something that happens; a date once that has one.
  case event
  /// No time, or words that are none.
  case none
}

/// The period of a quota.
package enum Period: String, Encodable, Sendable, CaseIterable {
  case day, week, month, quarter, halfyear, year

  /// The day one period after another.
  package func next(after day: Day) -> Day {
    switch self {
    case .day: day + 1
    case .week: day + 7
    case .month: day.adding(months: 1)
    case .quarter: day.adding(months: 3)
    case .halfyear: day.adding(months: 6)
    case .year: day.adding(months: 12)
    }
  }

  /// Periods in a year, counting 52 weeks.
  package var perYear: Int {
    switch self {
    case .day: 365
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .halfyear: 2
    case .year: 1
    }
  }
}

/// At least so many times (篇, 学时, 小时) per period: 每季度不少于二次.
package struct Quota: Encodable, Hashable, Sendable {
  /// The number asked for per period; the lower one of a range (一至二次).
  package var times: Int
  /// The upper number of a range.
  package var upTo: Int?
  /// What is counted, in the document's word: 次, 篇, 学时, 小时. Nil where none is written.
  package var unit: String?
  /// The period.
  package var per: Period
  /// A total for the year beside it (每月一次或全年不少于十二次).
  package var yearlyTotal: Int?
  /// The day of the month by which it is due each time (每月25日前).
  package var dueDay: Int?

  /// At least `times` of `unit` per `per`.
  package init(
    times: Int, upTo: Int? = nil, unit: String? = nil, per: Period, yearlyTotal: Int? = nil,
    dueDay: Int? = nil
  ) {
    self.times = times
    self.upTo = upTo
    self.unit = unit
    self.per = per
    self.yearlyTotal = yearlyTotal
    self.dueDay = dueDay
  }
}

/// A length of time counted from a day. The starting day does not count (domain.md 4).
package struct TimeSpan: Encodable, Hashable, Sendable {
  /// What is counted.
  package enum Unit: String, Encodable, Sendable, CaseIterable {
    case workingDay, day, week, month, year
  }
  /// How many.
  package var count: Int
  /// Of what.
  package var unit: Unit

  /// `count` times `unit`.
  package init(count: Int, unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// The last day of the span that begins after `start`.
  package func end(from start: Day, calendar: WorkCalendar) -> Day {
    switch unit {
    case .workingDay: calendar.day(count, workingDaysAfter: start)
    case .day: start + count
    case .week: start + 7 * count
    case .month: start.adding(months: count)
    case .year: start.adding(months: 12 * count)
    }
  }
}

/// The event that a deadline hangs on: 党的十八大召开前, 考试结束后5个工作日内.
package struct EventBinding: Encodable, Hashable, Sendable {
  /// On which side of the event the work is to be done.
  package enum Side: String, Encodable, Sendable, CaseIterable { case before, during, after }
  /// The event in the document's words, without 前 or 后.
  package var name: String
  /// Before, during or after it.
  package var side: Side
  /// Within so long after (or before) the event.
  package var within: TimeSpan?

  /// A binding to the event of that name.
  package init(name: String, side: Side, within: TimeSpan? = nil) {
    self.name = name
    self.side = side
    self.within = within
  }
}

extension EventBinding {
  /// The event before which a stretch ends (从7月开始至党的十八大召开前); nil where its words name none.
  package init?(endOf stretch: String) {
    guard let mark = stretch.lastIndex(where: { "至到".contains($0) }) else { return nil }
    let words = String(stretch[stretch.index(after: mark)...])
    let read = TimeReader(TimeContext(calendar: .weekendsOnly)).read(words).deadline
    guard var event = read.event, read.start == nil, read.end == nil else { return nil }
    // 召前 is 召开前, as notices put it.
    if event.name.hasSuffix("召") { event.name += "开" }
    self = event
  }
}

/// A time limit: the document's own words and what they mean. The words are kept for ever; the days are
/// what the program reckons with.
package struct Deadline: Encodable, Hashable, Sendable {
  /// The document's words, as written; empty where it names no time.
  package var text: String
  /// What kind of time it is.
  package var kind: DeadlineKind
  /// First day, where there is one.
  package var start: Day?
  /// Last day; the work is due at its end.
  package var end: Day?
  /// A quota, alone (kind recurring) or beside a final day.
  package var quota: Quota?
  /// The event that it hangs on.
  package var event: EventBinding?
  /// Standing once it has been completed (6月底前并长期坚持).
  package var thenStanding: Bool?
  /// Further times in the same words; the first one counts.
  package var others: [String]?

  /// A deadline of `kind` from `start` to `end`.
  package init(
    text: String = "", kind: DeadlineKind = .none, start: Day? = nil, end: Day? = nil, quota: Quota? = nil,
    event: EventBinding? = nil, thenStanding: Bool? = nil, others: [String]? = nil
  ) {
    self.text = text
    self.kind = kind
    self.start = start
    self.end = end
    self.quota = quota
    self.event = event
    self.thenStanding = thenStanding
    self.others = others
  }
}
