/// An instruction of a leader (批示) with its task and what was answered.
package struct Instruction: Sendable {
  /// The task's row.
  package let row: TaskRow
  /// The entry that records it.
  package let entry: LogEntry
  /// The entry that answered it; nil while it is open.
  package let answer: LogEntry?

  /// Whether it waits to be taken into its plan: its entry has no number there yet, but one below 0.
  package var isWaiting: Bool { entry.id < 0 }

  /// Whose words they are: the leader, by post, or who recorded them.
  package var from: String { entry.leader ?? entry.by }
  /// The day that it was given.
  package var day: Day { entry.day }
  /// The day that it was answered; nil while it is open.
  package var answered: Day? { answer?.day }
  /// Days from that day to the answer, to the row's day while it is open; never below 0, since days can be back-dated.
  package var days: Int { max(0, (answered ?? row.today) - day) }
}

extension Snapshot {
  /// Instructions of tasks that answer a filter which wait for an answer, the oldest first.
  package func openInstructions(matching filter: Filter = .all) -> [Instruction] {
    (rows(matching: filter.and(.instructed)).instructions() + waitingInstructions(matching: filter)).sorted {
      $0.day < $1.day
    }
  }

  /// Instructions of tasks that answer a filter which wait to be taken into their plans, the oldest first.
  package func waitingInstructions(matching filter: Filter = .all) -> [Instruction] {
    waiting.enumerated().compactMap { place, left in
      guard let row = row(id: left.task), filter.exact(in: self).matches(row, units) else { return nil }
      var entry = LogEntry(
        id: -1 - place, stamp: Stamp(at: left.at, by: left.by), kind: .instruction(leader: left.leader))
      entry.text = left.text
      return Instruction(row: row, entry: entry, answer: nil)
    }
  }

  /// How many instructions wait for an answer, in all.
  package var openInstructionCount: Int {
    entries.reduce(0) { $0 + $1.summary.instructions } + waiting.count
  }

  /// The same with instructions that wait to be taken in. Those of tasks that are not in it are left out, and answered.
  package mutating func show(_ left: [WaitingInstruction]) -> [WaitingInstruction] {
    waiting = left.compactMap { left in
      let id = row(id: left.task)?.task.id ?? task(formerly: left.task)?.task.id
      return id.map { left.of($0) }
    }
    return left.filter { left in !waiting.contains { $0.file == left.file } }
  }
}

extension Sequence<TaskRow> {
  /// Their instructions, the oldest first, struck ones left out.
  /// - Parameter all: those that were answered too.
  package func instructions(all: Bool = false) -> [Instruction] {
    var found: [Instruction] = []
    for row in self {
      for entry in row.task.log where entry.kind.name == .instruction && entry.struckBy == nil {
        guard all || entry.answeredBy == nil else { continue }
        let answer = entry.answeredBy.flatMap { number in row.task.log.first { $0.id == number } }
        found.append(Instruction(row: row, entry: entry, answer: answer))
      }
    }
    return found.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(
      \.element)
  }
}
