/// What some lines of a notice were taken for, and what came of them: the answer to why a line became what it became.
package struct LineReading: Encodable, Equatable, Sendable {
  /// What they are in the notice.
  package enum Role: String, Encodable, Sendable, CaseIterable {
    /// Of the notice itself: its title, number, date, who signs, what a page says of itself, addressees and annexes.
    case title, documentNumber, issued, issuer, pageLabel, furniture
    /// A heading of what stands below it, a stretch of time, a numbered item, a record without a number, a row of a table, a paragraph.
    case heading, phase, item, record, row, paragraph
    /// Nothing stands there; a page number.
    case blank, pageNumber
    /// None of these: the head of a table, or a line that a rule passed over.
    case other
  }
  /// A time in the words.
  package struct Time: Encodable, Equatable, Sendable {
    /// As it is written.
    package let text: String
    /// Whether it became the deadline of a task or phase.
    package let isUsed: Bool

    /// A time.
    package init(text: String, isUsed: Bool) { (self.text, self.isUsed) = (text, isUsed) }
  }

  /// The lines of the source, from 1.
  package let lines: ClosedRange<Int>
  /// What they are.
  package let role: Role
  /// Their words.
  package let words: String
  /// The number as a reader would say it (二（二）1), where they have one.
  package let number: String?
  /// The times in them.
  package var times: [Time]
  /// The tasks that they made, in the document's order.
  package var tasks: [DraftTask] = []

  /// A reading of lines.
  package init(lines: ClosedRange<Int>, role: Role, words: String, number: String? = nil, times: [Time] = [])
  {
    (self.lines, self.role, self.words, self.number, self.times) = (lines, role, words, number, times)
  }
}
