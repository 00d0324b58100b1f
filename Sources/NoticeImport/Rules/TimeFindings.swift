import Campaigns

/// What the reader of times noticed, as findings with a line.
enum TimeFindings {
  /// A day that does not exist is no time of a task, but is told: 2月30日前.
  static func impossibleDays(of task: DraftTask, _ sentences: [Sentence], _ frame: TimeFrame) -> [Finding] {
    guard task.deadline.kind == .none else { return [] }
    return sentences.filter { $0.words.scalars.contains("日") }.flatMap { frame.read($0.times).notes }
      .compactMap {
        guard case .noSuchDay(let year, let month, let day) = $0 else { return nil }
        return Finding(.noSuchDay, line: task.line, words: "\(year)-\(month)-\(day)")
      }
  }

  static func findings(_ reading: TimeReading, line: Int) -> [Finding] {
    let words = reading.deadline.text
    return reading.notes.compactMap { note in
      switch note {
      case .yearRedacted: Finding(.yearRedacted, line: line, words: words)
      case .reversedRange: Finding(.reversedRange, line: line, words: words)
      case .missingDayWord: Finding(.missingDayWord, line: line, words: words)
      case .noSuchDay(let year, let month, let day):
        Finding(.noSuchDay, line: line, words: "\(year)-\(month)-\(day)")
      case .noSuchTime(let time): Finding(.noSuchDay, line: line, words: time)
      case .noSuchLunarDay, .noSuchPart: Finding(.noSuchDay, line: line, words: words)
      case .unread(let rest):
        Finding(.unreadWords, line: line, words: words, suggestion: rest.joined(separator: "、"))
      case .severalTimes(let others):
        Finding(.severalTimes, line: line, words: words, suggestion: others.joined(separator: "；"))
      case .beforeIssue(let day): Finding(.beforeIssue, line: line, words: words, suggestion: "\(day)")
      case .weekdayMismatch(let weekday):
        Finding(.weekdayMismatch, line: line, words: words, suggestion: "\(weekday)")
      case .rolledIntoNextYear(let year):
        Finding(.rolledOver, line: line, words: words, suggestion: "\(year)")
      // Assumptions that the review shows in the days themselves, and what becomes clear when the plan is at work.
      case .yearAssumed, .yearOfPlan, .yearUnknown, .monthAssumed, .approximate, .wholePeriodIncluded,
        .countedFrom, .startUnknown, .restDay, .feastUnknown, .holidaysUnknown, .noTime, .shortYear, .lunar,
        .weekDays, .clock, .eventOpen, .eventTaken, .alreadyPast:
        nil
      }
    }
  }
}
