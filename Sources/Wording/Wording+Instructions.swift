import Campaigns

extension Wording {
  /// What instructions that wait for an answer are called: 批示待复.
  package var openInstructions: String { pick("批示待复", "To answer") }

  /// What stands where none waits for an answer.
  package var noOpenInstruction: String { pick("没有待复的批示。", "No instruction waits for an answer.") }

  /// An instruction in a line: its number, whose it is, the words.
  package func brief(_ entry: LogEntry) -> String {
    "#\(entry.id) \(entry.leader ?? entry.by)\(pick("：", ": "))\(entry.text ?? "")"
  }

  /// Why an entry cannot be answered.
  func notOpen(_ id: String, _ entry: Int, _ obstacle: AnswerObstacle) -> String {
    switch obstacle {
    case .noInstruction(let kind):
      pick(
        "\(id) 第\(entry)条是\(entryKind(kind))，不是批示。",
        "Entry \(entry) of \(id) is no instruction: \(entryKind(kind)).")
    case .answered(let other):
      pick(
        "\(id) 第\(entry)条批示已答复（见#\(other)）。",
        "Instruction \(entry) of \(id) has been answered: see #\(other).")
    case .struck(let other):
      pick(
        "\(id) 第\(entry)条批示已更正（见#\(other)），不用答复。",
        "Instruction \(entry) of \(id) was struck: see #\(other).")
    }
  }
}
