import Campaigns

/// What is known of days while a plan is read.
struct TimeFrame {
  var year: Int?
  var issued: Day?
  var calendar: WorkCalendar
  /// Where the document says that it spans two years: months before this one are in the second.
  var firstMonth: Int?

  /// Reads a time, months after the turn of the year in the second year.
  func read(_ text: String, _ mode: TimeReader.Mode) -> TimeReading {
    let reading = reading(of: text, mode, year)
    guard let firstMonth, let year, reading.notes.contains(.yearAssumed(year)),
      let end = reading.deadline.end ?? reading.deadline.start, end.year == year, end.month < firstMonth
    else { return reading }
    return self.reading(of: text, mode, year + 1)
  }

  private func reading(of text: String, _ mode: TimeReader.Mode, _ year: Int?) -> TimeReading {
    TimeReader(
      TimeContext(year: year, from: issued, fromIsIssue: issued != nil, calendar: calendar), mode: mode
    ).read(text)
  }

  /// Whether words are a month, a quarter or a span of days and nothing else: a heading above items.
  func isWholly(_ words: Passage) -> Bool {
    guard words.count >= 2, words.scalars.contains(where: { "月季旬Qq".unicodeScalars.contains($0) }) else {
      return false
    }
    let reading = read(words.text, .expression)
    switch reading.deadline.kind {
    case .month, .quarter, .xun:
      return read(words.text, .sentence).deadline.text.count >= words.text.count - 1
    default: return false
    }
  }
}
