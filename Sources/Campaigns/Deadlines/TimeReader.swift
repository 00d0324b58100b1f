/// Reads what times in official documents mean (docs/decisions/time-rules.md).
///
///     TimeReader(TimeContext(year: 2026, from: today, calendar: calendar)).read("4月20日前").deadline.end?.iso  // "2026-04-20"
package struct TimeReader {
  /// How far the reader may go in taking words for times.
  package enum Mode: Sendable {
    /// The words are a time, as in a 完成时间 field or `duban when`.
    case expression
    /// The words are a time, written into a document: a cell or label of times. 5年内 is no day there, 待定 an event to come.
    case field
    /// The words are running text in which times may stand.
    case sentence
  }

  private let context: TimeContext
  private let mode: Mode

  /// A reader that knows `context`.
  package init(_ context: TimeContext, mode: Mode = .expression) {
    (self.context, self.mode) = (context, mode)
  }

  /// What `text` means. Never fails: words that are no time give kind `none`.
  package func read(_ text: String) -> TimeReading { read(FoundTimes(text, mode: mode)) }

  /// What times mean that were found already.
  package func read(_ found: FoundTimes) -> TimeReading {
    var assembly = TimeAssembly(words: found.words, context: context)
    return assembly.reading(of: found.findings, mode: found.mode, notes: found.notes)
  }
}
