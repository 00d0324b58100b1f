/// What the reader of times knows beside the words themselves.
package struct TimeContext: Sendable {
  /// The year that days without a year lie in; nil leaves them open.
  package var year: Int?
  /// The month that a bare 15日 or 上旬 lies in.
  package var month: Int?
  /// The day that N个工作日内 and 即日起 count from: the date of issue, or what the user gave.
  package var from: Day?
  /// The day on which the words are typed, that 下周五 and 下月 count from; nil is `from`: a document speaks on its day of
  /// issue, a person today.
  package var typed: Day?
  /// Whether `from` is the date of issue, so that a time before it is odd.
  package var fromIsIssue: Bool
  /// Whether `from` is the day of the event that the words speak of: somebody asks what 考试结束后5个工作日内 comes to.
  package var fromIsEvent = false
  /// Working days.
  package var calendar: WorkCalendar
  /// Known days of named events (党的十八大召开 → 2012-11-08).
  package var events: [String: EventDays]

  /// A context; everything but the calendar may be unknown.
  package init(
    year: Int? = nil, month: Int? = nil, from: Day? = nil, fromIsIssue: Bool = false,
    typed: Day? = nil, calendar: WorkCalendar, events: [String: EventDays] = [:]
  ) {
    self.year = year
    self.month = month
    self.from = from
    self.fromIsIssue = fromIsIssue
    self.typed = typed
    self.calendar = calendar
    self.events = events
  }

  /// The day on which 下周 is said.
  var spoken: Day? { typed ?? from }
}

/// Something that the reader assumed or found odd. None of these stops the reading (domain.md 4: warn, keep going).
package enum TimeNote: Hashable, Sendable {
  /// The words name no year; this one was taken from the context.
  case yearAssumed(Int)
  /// The words name no year and the context has none: days stay open.
  case yearUnknown
  /// The year is blotted out (20xx年): days stay open.
  case yearRedacted
  /// The words name no month; this one was taken.
  case monthAssumed(Int)
  /// The end lies in the year after the start (12月25日至1月5日).
  case rolledIntoNextYear(Int)
  /// A range that ends before it starts; kept as written.
  case reversedRange
  /// 日 is missing (3月25前).
  case missingDayWord
  /// There is no such day (2月30日).
  case noSuchDay(String)
  /// More than one time; the first counts, these are kept.
  case severalTimes([String])
  /// Due before the date of issue.
  case beforeIssue(Day)
  /// The weekday written does not fit the day; the real one, 1 = Monday.
  case weekdayMismatch(Int)
  /// 左右, 前后, 月初: about that time.
  case approximate
  /// 6月前 leaves open whether June is included; it is taken as included.
  case wholePeriodIncluded
  /// Counted from this day.
  case countedFrom(Day)
  /// Nothing says which day to count from.
  case startUnknown
  /// The last day is a rest day; the last working day before it.
  case restDay(lastWorkingDay: Day)
  /// A movable feast of a year whose lunar calendar is not known: its day stays open.
  case feastUnknown(Int)
  /// Working days of a year whose holidays are not known.
  case holidaysUnknown(UnknownYear)
}

/// A deadline as read from words, and what was noticed on the way.
package struct TimeReading: Sendable, Equatable {
  /// What the words mean; kind `none` where they are no time.
  package var deadline: Deadline
  /// Assumptions and oddities, in the order in which they were met.
  package var notes: [TimeNote]
}

extension TimeReading {
  /// Words that a person types, read in the light of a campaign, its year and its day of issue; 2011-04-20 is a day by
  /// which, and 下周五 is that of the week after today's.
  package init(of words: String, in campaign: Campaign?, today: Day, calendar: WorkCalendar) {
    let words = words.trimmed
    if let day = Day(iso: words) {
      self.init(deadline: Deadline(text: words, kind: .date, end: day), notes: [])
      return
    }
    let context = TimeContext(
      year: campaign?.year ?? campaign?.issued?.year ?? today.year, from: campaign?.issued ?? today,
      fromIsIssue: campaign?.issued != nil, typed: today, calendar: calendar)
    self = TimeReader(context).read(words)
  }
}
