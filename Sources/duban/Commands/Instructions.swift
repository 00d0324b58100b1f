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

  func run(_ session: inout Session) throws(Failure) {
    let filter = try session.filter(filter)
    let reading = try session.read()
    let found = reading.rows(matching: filter).instructions(all: all)
    let wording = session.wording
    if session.options.json {
      session.output.json(
        InstructionListRecord(
          asOf: session.today, instructions: found.map(InstructionListRecord.Row.init)))
    } else if found.isEmpty, !session.options.plain {
      session.output.line(
        all
          ? wording.pick("没有批示。", "There are no instructions.")
          : wording.pick("没有待复的批示。", "No instruction waits for an answer."))
    } else {
      session.print(columns(wording), found.map { cells($0, wording) })
    }
    try session.finish(reading.ledger.flaws)
  }

  private func columns(_ wording: Wording) -> [TableColumn] {
    let answers = [
      TableColumn(wording.pick("答复", "answer"), least: 10, isFlexible: true, comfort: 16)
    ]
    return [
      TableColumn(wording.pick("编号", "id"), least: .max),
      TableColumn(wording.pick("记录", "entry"), least: .max),
      TableColumn(wording.pick("批示人", "from"), least: 6, isFlexible: true, comfort: 10),
      TableColumn(wording.pick("日期", "day"), least: .max),
      TableColumn(wording.pick("天数", "days"), least: .max, isRight: true),
      TableColumn(wording.pick("批示", "words"), least: 12, isFlexible: true, comfort: 16),
    ] + (all ? answers : [])
  }

  private func cells(_ instruction: Instruction, _ wording: Wording) -> [Span] {
    let entry = instruction.entry
    let answer = instruction.answer.map { "#\($0.id) \(($0.on ?? $0.at.day).iso) \($0.text ?? "")" }
    return [
      Span(instruction.row.task.id), Span("#\(entry.id)"), Span(instruction.from), Span(instruction.day.iso),
      Span("\(instruction.days)", answer == nil ? .dueSoon : .plain), Span(entry.text ?? ""),
    ] + (all ? [Span(answer ?? wording.pick("待复", "open"))] : [])
  }
}
