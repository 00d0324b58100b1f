import ArgumentParser
import CampaignStore
import Campaigns
import ReferenceData
import Tables
import Wording

/// `duban show ID`: a task, or a campaign by its code.
struct Show: Command {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: .say(
      "一项任务的全部情况，或一个方案的阶段和任务。",
      "A task with everything that is known of it, or a campaign with its phases and tasks."),
    discussion: """
      duban show h26-7
      duban show h26
      duban show h26-7 --members
      duban show h26-7 --from 第三支部
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号或方案编号。", "Id of a task or code of a campaign.")) var id: String
  @Flag(help: .say("逐个列出集体的成员。", "List the members of its collectives one by one.")) var members = false
  @Option(help: .say("集体中一个单位的情况和记录。", "One member's part, with its log.")) var from: String?

  func run(_ session: inout Session) throws(Failure) {
    var reading = try session.read()
    if !Show.isKnown(id, reading.ledger) { reading = try session.read(includingArchive: true) }
    if let campaign = reading.ledger.campaigns.first(where: { $0.code.lowercased() == id.lowercased() }) {
      show(campaign, reading, &session)
    } else {
      session.sayMoved(id, reading.ledger)
      let (campaign, task) = try reading.ledger.task(id: id)
      guard let row = reading.rows.first(where: { $0.task.id == task.id && $0.code == campaign.code }) else {
        return
      }
      if let from {
        try session.printMember(named: from, of: row, reading)
      } else if members, !session.options.json {
        session.printMembers(of: row, reading)
      } else if session.options.json {
        session.output.json(
          TaskListRecord(asOf: session.today, tasks: [TaskRecord(row, reading.ledger.units, session.wording)])
        )
      } else {
        TaskPage(row: row, campaign: campaign, registry: reading.ledger.units, session: session)
          .lines().forEach { session.output.line($0) }
      }
    }
    try session.finish(reading.ledger.flaws)
  }

  private static func isKnown(_ id: String, _ ledger: Ledger) -> Bool {
    let wanted = id.lowercased()
    if ledger.task(formerly: id) != nil { return true }
    return ledger.campaigns.contains { campaign in
      campaign.code.lowercased() == wanted || campaign.tasks.contains { $0.id.lowercased().hasPrefix(wanted) }
    }
  }

  private func show(_ campaign: Campaign, _ reading: Snapshot, _ session: inout Session) {
    let rows = reading.rows.filter { $0.code == campaign.code }
    if session.options.json {
      session.printTasks(rows, reading)
      return
    }
    let (wording, width) = (session.wording, session.width)
    func line(_ text: String) { session.output.line(width.cut(Text.visible(text), to: session.columns)) }
    line("\(campaign.code)  \(campaign.title)")
    let facts = wording.facts(of: campaign, Tally(rows)).lines(width, columns: session.columns, wording)
    for fact in facts { session.output.line(Paint.line(fact, isColoured: session.isColoured)) }
    if !campaign.phases.isEmpty { session.output.line() }
    for phase in campaign.phases {
      let isNow =
        (phase.start ?? phase.end).map { _ in
          (phase.start ?? session.today) <= session.today && session.today <= (phase.end ?? session.today)
        } ?? false
      line("\(isNow ? "*" : " ") \(phase.name)  \(wording.time(of: phase))")
    }
    session.output.line()
    session.printTasks(
      rows, reading, columns: [.id, .number, .state, .title, .units, .due, .done])
  }
}

/// The page of one task.
private struct TaskPage {
  let row: TaskRow
  let campaign: Campaign
  let registry: UnitRegistry
  let session: Session
  private var wording: Wording { session.wording }

  func lines() -> [String] {
    let head =
      wording.state(of: row) + (row.verdict.light == .none ? "" : "  \(wording.light(row.verdict.light))")
    let title = "\(row.task.id)  \(row.task.title)"
    let room = session.columns - session.width.columns(head) - 2
    return [session.width.fitted(Text.visible(title), to: max(1, room)) + "  " + head]
      + wording.facts(of: row, in: campaign, registry).lines(session.width, columns: session.columns, wording)
      .map { Paint.line($0, isColoured: session.isColoured) }
  }
}
