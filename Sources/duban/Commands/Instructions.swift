import ArgumentParser
import Campaigns
import Tables
import Wording

/// `duban instructions [FILTER]`: instructions that wait for an answer.
struct Instructions: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "instructions",
    abstract: .say("批示待复：尚未答复的批示，最早的在前。", "Instructions (批示) that wait for an answer, the oldest first."),
    discussion: """
      duban instructions
      duban instructions unit:党办 --all
      duban report h26-9 --answers 14 -m 会期已逐个排定

      """
        + .say(
          "答复用 duban report 任务编号 --answers 记录号；有待复批示的任务用 duban list is:批示待复 列出。",
          "Answer with duban report ID --answers ENTRY; duban list is:instructed has the tasks."))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @Argument(help: .say("筛选条件，选任务。", "Filter for the tasks.")) var filter: [String] = []
  @Flag(help: .say("已答复的也列出，连同答复。", "Answered ones too, with their answers.")) var all = false

  func run(_ session: Session) throws(Failure) -> Answer {
    var reading = try session.survey()
    let troubles = try session.showWaiting(in: &reading)
    let filter = try session.filter(filter, reading)
    let found =
      all
      ? reading.rows(matching: filter).instructions(all: true) + reading.waitingInstructions(matching: filter)
      : reading.openInstructions(matching: filter)
    let wording = session.wording
    var answer = Answer(
      Listing(
        "instructions", ListColumn.instructions(all: all, wording), rows: found,
        none: all
          ? wording.pick("没有批示。", "There are no instructions.")
          : wording.noOpenInstruction, record: record)
    ).reading(reading.flaws)
    answer.remarks += troubles
    return answer
  }

  private func record(_ instruction: Instruction) -> JSONRecord {
    let (row, entry) = (instruction.row, instruction.entry)
    let answer = instruction.answer.map { answer -> JSONRecord in
      ["entry": answer.id, "day": answer.day, "by": answer.by, "text": answer.text]
    }
    return [
      "task": row.task.id, "campaign": row.code, "title": row.task.title,
      "entry": instruction.isWaiting ? nil : entry.id,
      "from": instruction.from, "by": entry.by, "day": instruction.day, "daysOpen": instruction.days,
      "text": entry.text, "open": entry.isOpenInstruction, "answer": answer, "waiting": instruction.isWaiting,
    ]
  }
}
