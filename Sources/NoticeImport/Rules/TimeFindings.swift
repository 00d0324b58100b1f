import Campaigns

/// What the reader of times noticed, as findings with a line.
enum TimeFindings {
  /// A day that does not exist is no time of a task, but is told: 2月30日前.
  static func impossibleDays(of task: DraftTask, _ frame: TimeFrame) -> [Finding] {
    guard task.deadline.kind == .none, task.text.unicodeScalars.contains("日") else { return [] }
    let words = RunningTime.masked(Passage(task.text.unicodeScalars, line: task.line))
    return frame.read(words.text, .sentence).notes.compactMap { note in
      if case .noSuchDay(let day) = note { Finding(.noSuchDay, line: task.line, words: day) } else { nil }
    }
  }

  static func findings(_ reading: TimeReading, line: Int) -> [Finding] {
    let words = reading.deadline.text
    return reading.notes.compactMap { note in
      switch note {
      case .yearRedacted: Finding(.yearRedacted, line: line, words: words)
      case .reversedRange: Finding(.reversedRange, line: line, words: words)
      case .missingDayWord: Finding(.missingDayWord, line: line, words: words)
      case .noSuchDay(let day): Finding(.noSuchDay, line: line, words: day)
      case .severalTimes(let others):
        Finding(.severalTimes, line: line, words: words, suggestion: others.joined(separator: "；"))
      case .beforeIssue(let day): Finding(.beforeIssue, line: line, words: words, suggestion: "\(day)")
      case .weekdayMismatch(let weekday):
        Finding(.weekdayMismatch, line: line, words: words, suggestion: "\(weekday)")
      case .rolledIntoNextYear(let year):
        Finding(.rolledOver, line: line, words: words, suggestion: "\(year)")
      default: nil
      }
    }
  }
}
