import ArgumentParser

/// `duban split`: one task becomes several, each with the whole history.
struct Split: Command {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: .say("一项任务拆成几项，记录各带一份。", "Split a task into several, each with its history."),
    discussion: """
      duban split h26-7 --into 排查隐患 --into 整改隐患
      duban split h26-8 --into 整改隐患

      """
        + .say(
          "第一个名称归原任务，编号不变，其余各为新任务；只写一个名称时，原任务名称不变，另加一项。单位、时限、进度、计数、指标都照抄。",
          "The first title is the task's, which keeps its id; each other one makes a new task. With one title only, the"
            + " task keeps its own and one is added. Units, deadline, progress, counts and targets are copied."
        ))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号。", "Id of the task.")) var id: String
  @Option(help: .say("名称，可写多个。", "A title; may be given several times.")) var into: [String] = []

  func run(_ session: Session) throws(Failure) -> Answer {
    if into.isEmpty { throw .nothingGiven(what: "--into") }
    let wording = session.wording
    return try session.act(
      on: id, says: { row, _ in row.task.splitFrom.map { wording.pick("拆自 \($0)", "split from \($0)") } },
      { .split(id: $0, titles: into) })
  }
}
