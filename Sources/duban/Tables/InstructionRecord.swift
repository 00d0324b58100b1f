import Campaigns

/// `instructions --json` as a whole. Fields may be added, never changed.
struct InstructionListRecord: Encodable {
  struct Answer: Encodable {
    var entry: Int
    var day: Day
    var by: String
    @Nullable var text: String?
  }

  struct Row: Encodable {
    var task: String
    var campaign: String
    var title: String
    var entry: Int
    var from: String
    var by: String
    var day: Day
    var daysOpen: Int
    @Nullable var text: String?
    var open: Bool
    @Nullable var answer: Answer?

    init(_ instruction: Instruction) {
      task = instruction.row.task.id
      campaign = instruction.row.code
      title = instruction.row.task.title
      entry = instruction.entry.id
      from = instruction.from
      by = instruction.entry.by
      day = instruction.day
      daysOpen = instruction.days
      text = instruction.entry.text
      open = instruction.entry.isOpenInstruction
      answer = instruction.answer.map {
        Answer(entry: $0.id, day: $0.on ?? $0.at.day, by: $0.by, text: $0.text)
      }
    }
  }

  var schema = 1
  var asOf: Day
  var instructions: [Row]
}
