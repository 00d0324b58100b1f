/// The event that a deadline hangs on: 党的十八大召开前, 考试结束后5个工作日内.
///
///     deadline.event.flatMap { judge.days(of: $0, in: campaign) }?.first
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
    (self.name, self.side, self.within) = (name, side, within)
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

  /// The days that a deadline gets once the event has its own: by the day before the first, or so long before it; from the
  /// last day on, or within so long after it; from first to last. What comes after an event of several days begins the day
  /// after; after an event of one day, on that day.
  package func days(of event: EventDays, calendar: WorkCalendar) -> (start: Day?, end: Day?) {
    switch (side, within) {
    case (.before, nil): (nil, event.first - 1)
    case (.before, let span?):
      (nil, min(event.first - 1, span.start(before: event.first, calendar: calendar)))
    case (.during, _): (event.first, event.last)
    case (.after, nil): (event.isOneDay ? event.first : event.last + 1, nil)
    case (.after, let span?): (nil, span.end(from: event.last, calendar: calendar))
    }
  }
}

extension TimeSpan {
  /// The day from which on it is so long until `end`: the last one for what is to be done so long before (会议召开5日前).
  func start(before end: Day, calendar: WorkCalendar) -> Day {
    switch unit {
    case .workingDay: calendar.day(count, workingDaysBefore: end)
    case .day: end - count
    case .week: end - 7 * count
    case .halfMonth: end.adding(months: -(count / 2)) - count % 2 * 15
    case .month: end.adding(months: -count)
    case .year: end.adding(months: -12 * count)
    }
  }
}

extension EventBinding {
  /// Whether the event is a stretch of the year that documents know by name (汛期, 2026年秋季学期).
  package var isNamedPeriod: Bool { TimeScanner.isNamedPeriod(name) }
}
