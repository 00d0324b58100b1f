import ArgumentParser
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban instructions [FILTER]`: instructions that wait for an answer.
struct Instructions: Command {
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
  @Argument(help: .say("筛选条件，选任务。", "Filter for the tasks.")) var filter: [String] = []
  @Flag(help: .say("已答复的也列出，连同答复。", "Answered ones too, with their answers.")) var all = false

  func run(_ session: Session) throws(Failure) -> Answer {
    let filter = try session.filter(filter)
    let reading = try session.survey()
    let found = reading.rows(matching: all ? filter : filter.and(.instructed)).instructions(all: all)
    let wording = session.wording
    return Answer(["schema": 1, "asOf": session.today, "instructions": found.map(record)]) {
      Listing(
        table: Table(columns(wording), found),
        none: all
          ? wording.pick("没有批示。", "There are no instructions.")
          : wording.pick("没有待复的批示。", "No instruction waits for an answer."))
    }.reading(reading.flaws)
  }

  private func record(_ instruction: Instruction) -> JSONRecord {
    let (row, entry) = (instruction.row, instruction.entry)
    let answer = instruction.answer.map { answer -> JSONRecord in
      ["entry": answer.id, "day": answer.day, "by": answer.by, "text": answer.text]
    }
    return [
      "task": row.task.id, "campaign": row.code, "title": row.task.title, "entry": entry.id,
      "from": instruction.from, "by": entry.by, "day": instruction.day, "daysOpen": instruction.days,
      "text": entry.text, "open": entry.isOpenInstruction, "answer": answer,
    ]
  }

  private func columns(_ wording: Wording) -> [Column<Instruction>] {
    [
      Column(wording.pick("编号", "id"), least: .max) { Span($0.row.task.id) },
      Column(wording.pick("记录", "entry"), least: .max) { Span("#\($0.entry.id)") },
      Column(wording.pick("批示人", "from"), least: 6, isFlexible: true, comfort: 10) { Span($0.from) },
      Column(wording.pick("日期", "day"), least: .max) { Span($0.day.iso) },
      .figure(wording.pick("天数", "days")) { Span("\($0.days)", $0.answer == nil ? .dueSoon : .plain) },
      Column(wording.pick("批示", "words"), least: 12, isFlexible: true, comfort: 16) {
        Span($0.entry.text ?? "")
      },
    ]
      + (all
        ? [
          Column(wording.pick("答复", "answer"), least: 10, isFlexible: true, comfort: 16) {
            let answer = $0.answer.map { "#\($0.id) \($0.day.iso) \($0.text ?? "")" }
            return Span(answer ?? wording.pick("待复", "open"))
          }
        ] : [])
  }
}
