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

  /// An instruction that waits to be taken into its plan: whose it is, when it was left, the words.
  package func words(_ left: WaitingInstruction) -> String {
    "\(left.from) \(left.at.day.iso) \(left.at.clock)\(pick("：", ": "))\(left.text)"
  }

  /// What is said of an instruction once it is left.
  package func left(_ count: Int) -> String {
    pick("批示已留下\(count == 1 ? "" : "（\(count)项）")，待收入台账", "left, to be taken in by the next writer")
  }

  /// Why a file among those that wait is no instruction.
  package func prose(_ flaw: InstructionFlaw, of file: String) -> String {
    switch flaw {
    case .stranger(let login):
      pick(
        "\(file) 属于\(quoted(login))，不在 instructors 之列，不收。",
        "\(file) belongs to \(quoted(login)), who is not among the instructors; it is not taken in.")
    case .writableByOthers:
      pick(
        "\(file) 他人可改，不知是谁的话，不收；请 chmod 644。",
        "Others may write to \(file); it is not taken in. chmod 644 it.")
    case .unreadable:
      pick("\(file) 读不出批示，不收。", "\(file) is no instruction; it is not taken in.")
    }
  }

  /// That an instruction is for a task that is not there.
  package func stranded(_ left: WaitingInstruction) -> String {
    pick(
      "批示收不进：没有任务\(quoted(left.task))（instructions/\(left.file)，\(left.from)）。",
      "An instruction cannot be taken in: there is no task \(quoted(left.task)) (instructions/\(left.file), \(left.from))."
    )
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
