import Campaigns

/// What is known of days while a plan is read.
struct TimeFrame {
  var year: Int?
  var issued: Day?
  var calendar: WorkCalendar
  /// Where the document says that it spans two years: months before this one are in the second.
  var firstMonth: Int?
  /// A month that is a campaign by its name.
  var campaign: CampaignMonth?

  /// Reads words in which times are to be found.
  func read(_ text: String, _ mode: TimeReader.Mode) -> TimeReading { read(FoundTimes(text, mode: mode)) }

  /// Reads the words of a label or a cell. What is cited in them is no time; a clock time behind a day belongs to it.
  func readField(_ words: Passage) -> TimeReading {
    let whole = read(words.spacedText, .field)
    return whole.deadline.kind == .none ? read(RunningTime.masked(words).text, .field) : whole
  }

  /// What times say, months after the turn of the year in the second year.
  func read(_ times: FoundTimes) -> TimeReading {
    let reading = reading(of: times, year)
    guard let firstMonth, let year, reading.notes.contains(.yearAssumed(year)),
      let end = reading.deadline.end ?? reading.deadline.start, end.year == year, end.month < firstMonth
    else { return reading }
    return self.reading(of: times, year + 1)
  }

  /// 在质量提升月期间: the days of the month that is a campaign by its name.
  func campaignReading(in words: Passage) -> TimeReading? {
    guard let campaign, let place = campaign.place(in: words) else { return nil }
    var reading = read("\(campaign.month)月", .expression)
    reading.deadline.kind = .event
    reading.deadline.text = words.text(place)
    reading.notes = []
    return reading
  }

  private func reading(of times: FoundTimes, _ year: Int?) -> TimeReading {
    TimeReader(TimeContext(year: year, from: issued, fromIsIssue: issued != nil, calendar: calendar)).read(
      times)
  }

  /// Whether words are a month, a quarter or a span of days and nothing else: a heading above items.
  func isWholly(_ words: Passage) -> Bool {
    guard words.count >= 2, words.scalars.contains(where: { "月季旬Qq".unicodeScalars.contains($0) }),
      [.month, .quarter, .xun, .range].contains(read(words.text, .expression).deadline.kind)
    else { return false }
    return read(words.text, .sentence).deadline.text.count >= words.text.count - 1
  }
}
