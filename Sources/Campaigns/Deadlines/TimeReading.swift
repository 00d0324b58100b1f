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

  /// A context; everything but the calendar may be unknown.
  package init(
    year: Int? = nil, month: Int? = nil, from: Day? = nil, fromIsIssue: Bool = false,
    typed: Day? = nil, calendar: WorkCalendar
  ) {
    (self.year, self.month, self.from) = (year, month, from)
    (self.fromIsIssue, self.typed, self.calendar) = (fromIsIssue, typed, calendar)
  }

  /// The day on which 下周 is said.
  var spoken: Day? { typed ?? from }
}

/// Something that the reader assumed or found odd. None of these stops the reading (docs/decisions/time-rules.md).
package enum TimeNote: Hashable, Sendable {
  /// The words name no year; this one was taken from the context.
  case yearAssumed(Int)
  /// The words name no year and the context has none: days stay open.
  case yearUnknown
  /// The year is blotted out (20xx年): days stay open.
  case yearRedacted
  /// What is said from today on was reckoned in the year of the plan.
  case yearOfPlan(Int)
  /// The words name no month; this one was taken.
  case monthAssumed(Int)
  /// The end lies in the year after the start (12月25日至1月5日).
  case rolledIntoNextYear(Int)
  /// A range that ends before it starts; kept as written.
  case reversedRange
  /// 日 is missing (3月25前).
  case missingDayWord
  /// There is no such day (2月30日).
  case noSuchDay(year: Int, month: Int, day: Int)
  /// There is no such year, month or day at all, as it is written (13月, 0日).
  case noSuchTime(String)
  /// The period has no such part (5月第七周).
  case noSuchPart
  /// The moon has no such month or day in that year.
  case noSuchLunarDay
  /// What could not be read, as it is written.
  case unread([String])
  /// Words for a time that say none (近期, 待定).
  case noTime(String)
  /// A year of two figures, and the nearest one that it was taken for.
  case shortYear(Int)
  /// A day or month by the moon, and the days that it comes to.
  case lunar(Day, Day)
  /// 第二周: the days that it comes to; the first week begins with the first Monday.
  case weekDays(Day, Day)
  /// An hour, which is not kept.
  case clock(String)
  /// The day that was asked for was taken as the day of this event.
  case eventTaken(String, Day)
  /// The words name something that has no day of its own and that nobody has given one.
  case eventOpen(String)
  /// More than one time; the first counts, these are kept.
  case severalTimes([String])
  /// Due before the date of issue.
  case beforeIssue(Day)
  /// Due before the day on which it is said.
  case alreadyPast(Day)
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

  /// Whether it says that an event has no days, which the reader of words cannot know of the store.
  package var isOfEvent: Bool { if case .eventOpen = self { true } else { false } }
}

/// A deadline as read from words, and what was noticed on the way.
///
///     TimeReading(of: "12月底前", in: campaign, today: today, calendar: calendar).isWhole  // true: every word was read
package struct TimeReading: Sendable, Equatable {
  /// What the words mean; kind `none` where they are no time.
  package var deadline: Deadline
  /// Assumptions and oddities, in the order in which they were met.
  package var notes: [TimeNote]
}

extension TimeReading {
  /// Whether every word was read. Where a day is asked for, words that were read in part are none.
  package var isWhole: Bool { !notes.contains { if case .unread = $0 { true } else { false } } }

  /// The one day that the words name; nil where they name none, more than one, or were read in part.
  package var day: Day? {
    guard isWhole, deadline.kind == .date, let end = deadline.end, deadline.start == end else { return nil }
    return end
  }

  /// Words that a person types, read in the light of a campaign, its year and its day of issue; 2011-04-20 is a day by
  /// which. What is said from a day on (20号, 下旬, 本周五, +5个工作日) is the next such day from today within the campaign's year:
  /// in next year's plan from its first day, in one that is over from its day of issue.
  package init(of words: String, in campaign: Campaign?, today: Day, calendar: WorkCalendar) {
    let words = words.trimmed
    if let day = Day(iso: words) {
      self.init(deadline: Deadline(text: words, kind: .date, end: day), notes: [])
      return
    }
    let year = campaign?.year ?? campaign?.issued?.year ?? today.year
    var context = TimeContext(
      year: year, from: campaign?.issued ?? today, fromIsIssue: campaign?.issued != nil, typed: today,
      calendar: calendar)
    let times = FoundTimes(words, mode: .expression)
    self = TimeReader(context).read(times)
    guard year != today.year, let first = Day(year, 1, 1) else { return }
    context.typed = year < today.year ? campaign?.issued ?? first : first
    let inYear = TimeReader(context).read(times)
    guard inYear.deadline != deadline else { return }
    self = inYear
    notes.append(.yearOfPlan(year))
  }
}
