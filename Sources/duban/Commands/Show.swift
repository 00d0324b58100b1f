import ArgumentParser
import Campaigns
import Tables

/// `duban show ID`: a task, or a campaign by its code.
struct Show: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: .say(
      "一项任务的全部情况，或一个方案的阶段和任务。",
      "A task with everything that is known of it, or a campaign with its phases and tasks."),
    discussion: """
      duban show h26-7
      duban show h26
      duban show h26-9 --members
      duban show h26-9 --from 第三支部
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @Argument(help: .say("任务编号或方案编号。", "Id of a task or code of a campaign.")) var id: String
  @Flag(help: .say("逐个列出集体的成员。", "List the members of its collectives one by one.")) var members = false
  @Option(help: .say("集体中一个单位的情况和记录。", "One member's part, with its log.")) var from: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    var reading = session.judged(try session.ledger(naming: [id]))
    if !Show.isKnown(id, reading.ledger) {
      reading = session.judged(try session.ledger(meantBy: [id], includingArchive: true))
    }
    for trouble in try session.showWaiting(in: &reading) { session.remark(trouble) }
    return try answer(reading, session).reading(reading.flaws)
  }

  private func answer(_ reading: Snapshot, _ session: Session) throws(Failure) -> Answer {
    if let campaign = reading.ledger.campaigns.first(where: { $0.code.lowercased() == id.lowercased() }) {
      return answer(campaign, reading, session)
    }
    session.sayMoved(id, reading.task(formerly: id)?.task)
    let (campaign, task) = try reading.ledger.task(id: id)
    guard let row = reading.row(id: task.id) else {
      return session.list([], reading)
    }
    if let from { return try answer(member: from, of: row, reading, session) }
    let wording = session.wording
    let waiting = reading.waiting.filter { $0.task == row.task.id }
    let record = session.record([
      JSONRecord(whole: row, reading.units, wording) + ["waiting": waiting.map { JSONRecord($0) }]
    ])
    if members {
      return Answer(
        record,
        Listing(
          "members", ListColumn.members(reading.units, wording), rows: reading.members(of: row),
          none: wording.pick("没有成员需要办理。", "No member is asked for it."),
          record: { ["id": $0.unit.id, "name": $0.unit.name, "isDone": $0.isDone] }))
    }
    return Answer(record) {
      let light = row.verdict.light == .none ? "" : "  \(wording.light(row.verdict.light))"
      return [
        .cut("\(row.task.id)  \(row.task.title)", end: wording.state(of: row) + light),
        .facts(wording.facts(of: row, in: campaign, reading.units, waiting: reading.waiting)),
      ]
    }
  }

  private static func isKnown(_ id: String, _ ledger: Ledger) -> Bool {
    let wanted = id.lowercased()
    if ledger.task(formerly: id) != nil { return true }
    return ledger.campaigns.contains { campaign in
      campaign.code.lowercased() == wanted || campaign.tasks.contains { $0.id.lowercased().hasPrefix(wanted) }
    }
  }

  private func answer(_ campaign: Campaign, _ reading: Snapshot, _ session: Session) -> Answer {
    let (wording, today) = (session.wording, session.today)
    let rows = reading.entry(code: campaign.code)?.rows ?? []
    return Answer(
      session.record(rows, reading.units) + ["campaign": JSONRecord(campaign, Tally(rows), reading.units)]
    ) {
      let phases = campaign.phases.map { phase -> Part in
        let days = [phase.start, phase.end].compactMap(\.self)
        let isNow = !days.isEmpty && phase.start ?? today <= today && today <= phase.end ?? today
        return .cut("\(isNow ? "*" : " ") \(phase.name)  \(wording.time(of: phase))")
      }
      return [
        .cut("\(campaign.code)  \(campaign.title)"), .facts(wording.facts(of: campaign, Tally(rows))),
      ] + (phases.isEmpty ? [] : [.line("")]) + phases + [
        .line(""),
        rows.isEmpty
          ? .line(session.noTasks)
          : .table(
            session.table(rows, reading.units, [.id, .number, .state, .title, .units, .due, .done])),
      ]
    }
  }

  /// One member's part of a task, with its log.
  /// - Throws: where there is no such unit, or the task does not ask it.
  private func answer(
    member name: String, of row: TaskRow, _ reading: Snapshot, _ session: Session
  ) throws(Failure) -> Answer {
    let unit: Campaigns.Unit
    do throws(Refusal) { unit = try reading.units.known(name) } catch { throw .store(.refused(error)) }
    guard let member = reading.member(unit.id, of: row) else {
      throw .store(.refused(.notResponsible(id: row.task.id, unit: unit.name)))
    }
    return Answer(session.record([JSONRecord(whole: member.row, reading.units, session.wording)])) {
      [
        .cut("\(row.task.id)  \(row.task.title)  \(unit.name)"),
        .facts(session.wording.facts(of: member, reading.units)),
      ]
    }
  }
}
