extension Task {
  /// Instructions (批示) that nobody has answered yet, oldest first; struck ones are none. They stay open whatever becomes
  /// of the task (docs/domain.md, "Instructions").
  package var openInstructions: [LogEntry] { log.filter(\.isOpenInstruction) }

  /// Marks an instruction as answered by the next entry.
  mutating func answer(_ number: Int) throws(Refusal) {
    guard let place = log.firstIndex(where: { $0.id == number }) else {
      throw .unknownEntry(id: id, entry: number)
    }
    let entry = log[place]
    guard case .instruction(_, let answer) = entry.kind else {
      throw .notOpen(id: id, entry: number, .noInstruction(entry.kind.name))
    }
    if let other = entry.struckBy { throw .notOpen(id: id, entry: number, .struck(by: other)) }
    if let other = answer { throw .notOpen(id: id, entry: number, .answered(by: other)) }
    log[place].answeredBy = nextEntry
  }
}

extension LogEntry {
  /// Whether it is an instruction that waits for an answer.
  package var isOpenInstruction: Bool {
    if case .instruction(_, nil) = kind { struckBy == nil } else { false }
  }
}

/// Why an entry of a log cannot be answered.
package enum AnswerObstacle: Hashable, Sendable {
  case noInstruction(LogEntry.Kind.Name)
  case answered(by: Int)
  case struck(by: Int)
}
