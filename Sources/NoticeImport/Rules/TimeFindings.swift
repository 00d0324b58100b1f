import Campaigns

/// What the reader of times noticed, as findings with a line.
enum TimeFindings {
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
