extension EventDays {
  /// Why words are no days of an event.
  package enum WordsError: Error, Hashable, Sendable {
    /// They name no day, nor one day to another.
    case unread(String)
    /// The last day lies before the first.
    case reversed(first: Day, last: Day)
  }

  /// The days that somebody writes: 2026-11-08, 11月8日, 2026-06-01..2026-09-30, 6月1日至9月30日; two days may stand beside each
  /// other too.
  package init(words: String, today: Day, calendar: WorkCalendar) throws(WordsError) {
    let text = words.trimmed.replacing("..", with: "至")
    var parts = text.split(omittingEmptySubsequences: false) { "至到～~—".contains($0) }
    if parts.count == 1 { parts = text.split(whereSeparator: \.isWhitespace) }
    // 6月1日至 is no day yet.
    guard parts.first?.isEmpty == false, parts.last?.isEmpty == false else { throw .unread(words) }
    let written = parts.compactMap { Day(iso: String($0).trimmed) }
    let read: (first: Day, last: Day)?
    if let first = written.first, let last = written.last, written.count == parts.count, parts.count <= 2 {
      read = (first, last)
    } else {
      let spoken = parts.count == 2 ? parts.joined(separator: "至") : text
      read = EventDays.spoken(spoken, TimeContext(year: today.year, from: today, calendar: calendar))
    }
    guard let read else { throw .unread(words) }
    guard let days = EventDays(first: read.first, last: read.last) else {
      throw .reversed(first: read.first, last: read.last)
    }
    self = days
  }

  /// A day, or one day to another, in words; nil where they are anything else, as 下个月 is.
  private static func spoken(_ words: String, _ context: TimeContext) -> (first: Day, last: Day)? {
    let reading = TimeReader(context).read(words)
    let read = reading.deadline
    guard reading.isWhole, read.event == nil, read.quota == nil, let first = read.start, let last = read.end
    else { return nil }
    return read.kind == .range || read.kind == .date && first == last ? (first, last) : nil
  }
}
