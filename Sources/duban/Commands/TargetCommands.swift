import ArgumentParser
import Campaigns

/// `duban target`: a rate or count to reach is set on a task, or removed.
struct SetTarget: Command {
  static let configuration = CommandConfiguration(
    commandName: "target",
    abstract: .say("设定或取消任务或方案的指标（满意率≥90%）。", "Set or remove a rate or count to reach."),
    discussion: """
      duban target h26-9 满意率 --at-least 90%
      duban target h26-9 参评人数 --at-least 120 --unit 人
      duban target h26-9 满意率 --remove
      duban target h26 职工满意率 --at-least 85%
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号；写方案编号即整个方案的指标。", "Id of the task, or code of the campaign.")) var id: String
  @Argument(help: .say("指标名称。", "What is measured.")) var name: String
  @Option(help: .say("至少达到多少，如 90%。", "The least that passes, as in 90%.")) var atLeast: String?
  @Option(help: .say("单位：%、次、人。", "Its unit: %, 次, 人.")) var unit: String?
  @Flag(help: .say("取消该指标，读数一并去掉。", "Remove it with its readings.")) var remove = false

  func run(_ session: Session) throws(Failure) -> Answer {
    if remove { return try session.actOnTarget(id, name) { .removeTarget(id: $0, name: name) } }
    guard let atLeast else { throw .nothingGiven(what: "--at-least | --remove") }
    guard let figure = Figure.read(atLeast) else { throw .badNumber(option: "--at-least", text: atLeast) }
    let draft = TargetDraft(name: name, atLeast: figure.value, unit: unit ?? figure.unit)
    return try session.actOnTarget(id, name) { .setTarget(id: $0, draft) }
  }
}

/// `duban reading`: a target was read on a day.
struct AddReading: Command {
  static let configuration = CommandConfiguration(
    commandName: "reading", abstract: .say("登记指标的读数。", "Record a reading of a target."),
    discussion: "duban reading h26-16 满意率 92.5% --on 2026-11-18 -m 第一次测评")

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号；写方案编号即整个方案的指标。", "Id of the task, or code of the campaign.")) var id: String
  @Argument(help: .say("指标名称，可只写其中几个字。", "The target, by its name or a part of it.")) var name: String
  @Argument(help: .say("数值，如 92.5 或 92.5%。", "The value, as 92.5 or 92.5%.")) var value: String
  @Option(help: .say("测评日期，默认今天。", "The day; today by default.")) var on: String?
  @Option(name: .shortAndLong, help: .say("说明。", "Where it comes from.")) var message: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    guard let figure = Figure.read(value) else { throw .badNumber(option: "VALUE", text: value) }
    let report = ReadingReport(
      target: name, value: figure.value, on: try session.day(on, option: "--on"), note: message)
    return try session.actOnTarget(id, name) { .addReading(id: $0, report) }
  }
}

extension Session {
  /// Makes a change to a target of a task, or of the campaign of that code, and says where the target stands then.
  fileprivate func actOnTarget(_ id: String, _ name: String, _ act: (String) -> Act) throws(Failure) -> Answer
  {
    let ledger = try ledger(naming: [id])
    let (wording, name) = (wording, name.trimmed)
    func says(_ targets: [Target]) -> String? {
      (targets.first { $0.name == name } ?? targets.first { $0.name.contains(name) }).map(wording.words)
    }
    guard let campaign = ledger.campaigns.first(where: { $0.code.lowercased() == id.lowercased() }) else {
      return try self.act(on: id, knowing: ledger, says: { row, _ in says(row.task.targets) }, act)
    }
    return try self.act(
      onCampaign: campaign.code, knowing: ledger, says: { says($0.targets) }, act(campaign.code))
  }
}
