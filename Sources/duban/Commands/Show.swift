import ArgumentParser
import CampaignStore
import Campaigns
import ReferenceData
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
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("任务编号或方案编号。", "Id of a task or code of a campaign.")) var id: String

  func run(_ session: inout Session) throws(Failure) {
    var reading = try session.read()
    if !Show.isKnown(id, reading.ledger) { reading = try session.read(includingArchive: true) }
    if let campaign = reading.ledger.campaigns.first(where: { $0.code.lowercased() == id.lowercased() }) {
      show(campaign, reading, &session)
    } else {
      let (campaign, task) = try reading.ledger.task(id: id)
      guard let row = reading.rows.first(where: { $0.task.id == task.id && $0.code == campaign.code }) else {
        return
      }
      if session.options.json {
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
    return ledger.campaigns.contains { campaign in
      campaign.code.lowercased() == wanted || campaign.tasks.contains { $0.id.lowercased().hasPrefix(wanted) }
    }
  }

  private func show(_ campaign: Campaign, _ reading: Reading, _ session: inout Session) {
    let rows = reading.rows.filter { $0.code == campaign.code }
    if session.options.json {
      session.printTasks(rows, reading)
      return
    }
    let (wording, width) = (session.wording, session.width)
    func line(_ text: String) { session.output.line(width.cut(Text.visible(text), to: session.columns)) }
    line("\(campaign.code)  \(campaign.title)")
    let facts = [
      campaign.documentNumber, campaign.issuer, campaign.issued?.iso,
      campaign.state == .closed
        ? wording.pick("已结束", "closed") + (campaign.closed.map { " \($0.iso)" } ?? "") : nil,
    ].compactMap(\.self)
    if !facts.isEmpty { line(facts.joined(separator: "  ")) }
    let tally = Tally(rows)
    line(
      Condition.allCases.filter { tally.count($0) > 0 }
        .map { "\(wording.condition($0)) \(tally.count($0))" }.joined(separator: "  ")
        + (tally.completionRate.percent.map { wording.pick("  办结率 \($0)%", "  rate \($0)%") } ?? ""))
    if !campaign.phases.isEmpty { session.output.line() }
    for phase in campaign.phases {
      let days = [phase.start?.iso, phase.end?.iso].map { $0 ?? "…" }.joined(
        separator: wording.pick(" 至 ", " to "))
      let time =
        phase.start == nil && phase.end == nil ? phase.timeText ?? wording.pick("未定日期", "no dates") : days
      let isNow =
        (phase.start ?? phase.end).map { _ in
          (phase.start ?? session.today) <= session.today && session.today <= (phase.end ?? session.today)
        } ?? false
      line("\(isNow ? "*" : " ") \(phase.name)  \(time)")
    }
    session.output.line()
    session.printTasks(
      rows, reading, columns: [.id, .number, .state, .title, .units, .due, .done])
  }
}

/// The page of one task: the document's words beside what the program made of them, and why.
private struct TaskPage {
  let row: TaskRow
  let campaign: Campaign
  let registry: UnitRegistry
  let session: Session
  private var wording: Wording { session.wording }

  func lines() -> [String] {
    let task = row.task
    var lines: [String] = []
    let head =
      wording.state(of: row) + (row.verdict.light == .none ? "" : "  \(wording.light(row.verdict.light))")
    let title = "\(task.id)  \(task.title)"
    let room = session.columns - session.width.columns(head) - 2
    lines.append(session.width.fitted(Text.visible(title), to: max(1, room)) + "  " + head)
    field(wording.pick("方案", "campaign"), "\(campaign.code) \(campaign.title)", &lines)
    field(wording.pick("文号", "document"), campaign.documentNumber, &lines)
    field(wording.pick("为什么", "why"), wording.why(task, row.verdict, today: row.today), &lines)
    field(wording.pick("时限", "time"), deadline(task), &lines)
    var source = task.text
    if let line = task.sourceLine {
      source = wording.pick("第\(line)行", "line \(line)") + (source.map { "  \($0)" } ?? "")
    }
    field(wording.pick("原文", "source"), source, &lines)
    field(wording.pick("编号", "number"), task.number, &lines)
    field(wording.pick("阶段", "phase"), row.phase?.name, &lines)
    for role in [Role.leader, .lead, .supporting, .person] {
      let label = role == .leader ? wording.pick("领导", "leader") : wording.role(role)
      field(label, names(task.units(in: role)), &lines)
    }
    let missing = task.missingMembers(registry, on: row.today).map(\.name)
    if task.stage.isOpen, !missing.isEmpty {
      field(wording.pick("未办", "missing"), wording.joined(missing), &lines)
    }
    field(wording.pick("状态", "stage"), stage(task), &lines)
    field(wording.pick("标准", "standard"), task.standard, &lines)
    field(wording.pick("问题", "problems"), task.problems, &lines)
    field(wording.pick("下步", "next"), task.nextSteps, &lines)
    field(wording.pick("标签", "tags"), task.tags.isEmpty ? nil : wording.joined(task.tags), &lines)
    for (index, request) in task.extensions.enumerated() {
      field(index == 0 ? wording.pick("延期", "extension") : "", extensionWords(request), &lines)
    }
    for (index, target) in task.targets.enumerated() {
      field(index == 0 ? wording.pick("指标", "target") : "", targetWords(target), &lines)
    }
    for (index, entry) in task.log.enumerated() {
      field(index == 0 ? wording.pick("记录", "log") : "", logWords(entry), &lines)
    }
    return lines
  }

  private func field(_ name: String, _ value: String?, _ lines: inout [String]) {
    guard let value, !value.isEmpty else { return }
    let indent = wording.language == .zh ? 8 : 11
    let head = session.width.fitted(name, to: indent)
    let room = max(2, session.columns - indent)
    for (index, line) in session.width.wrapped(Text.visible(value), to: room).enumerated() {
      lines.append((index == 0 ? head : String(repeating: " ", count: indent)) + line)
    }
  }

  private func names(_ parts: [Responsibility]) -> String? {
    parts.isEmpty
      ? nil
      : wording.joined(
        parts.map { part in
          let name = registry.name(of: part)
          guard let id = part.unit, registry.current(id: id)?.kind == .collective else { return name }
          let asked = registry.members(of: id, on: row.today)
          let missing = Set(row.task.missingMembers(registry, on: row.today).map(\.id))
          let done = asked.count { !missing.contains($0.id) }
          return wording.pick("\(name)（\(asked.count)，已办\(done)）", "\(name) (\(done) of \(asked.count))")
        })
  }

  private func deadline(_ task: Task) -> String? {
    guard task.deadline.kind != .none else { return nil }
    return "\(wording.quoted(task.deadline.text))  \(wording.meaning(of: task.deadline))"
  }

  private func stage(_ task: Task) -> String {
    var words = wording.stage(task.stage)
    if let percent = task.percent, task.stage.isOpen { words += "  \(percent)%" }
    if let completion = task.completion {
      words += "  \(completion.on.iso)"
      if let summary = completion.summary { words += "  \(summary)" }
      if let evidence = completion.evidence {
        words += wording.pick("  凭据：\(evidence)", "  evidence: \(evidence)")
      }
      if !completion.missing.isEmpty {
        words += wording.pick("  当时未办：", "  missing then: ") + wording.joined(completion.missing)
      }
    }
    if let strike = task.strikeOff {
      words += wording.pick("  核验：\(strike.reviewer)", "  reviewed by \(strike.reviewer)")
    }
    if let returns = task.returns, returns > 0 {
      words += wording.pick("  退回\(returns)次", "  returned \(returns) times")
    }
    return words
  }

  private func extensionWords(_ request: Extension) -> String {
    let asked = wording.pick(
      "\(request.asked.iso) 申请延至 \(request.until.iso)：\(request.reason)",
      "asked on \(request.asked.iso) for \(request.until.iso): \(request.reason)")
    guard let decision = request.decision else { return asked + wording.pick("（待批）", " (pending)") }
    let outcome = decision.isApproved ? wording.pick("同意", "approved") : wording.pick("不同意", "refused")
    return asked
      + wording.pick(
        "（\(decision.by) \(decision.on.iso) \(outcome)）",
        " (\(outcome) by \(decision.by) on \(decision.on.iso))")
  }

  private func targetWords(_ target: Target) -> String {
    func plain(_ value: Double) -> String { value == value.rounded() ? String(Int(value)) : String(value) }
    let unit = target.unit ?? ""
    let asked = "\(target.name) ≥ \(plain(target.atLeast))\(unit)"
    guard let last = target.readings.last else { return asked + wording.pick("，尚无读数", ", no reading yet") }
    let passed = last.value >= target.atLeast ? wording.pick("达标", "passed") : wording.pick("未达标", "failed")
    return "\(asked)  \(last.on.iso) \(plain(last.value))\(unit) \(passed)"
  }

  private func logWords(_ entry: LogEntry) -> String {
    var words = "#\(entry.id) \((entry.on ?? entry.at.day).iso) \(wording.entryKind(entry.kind))"
    if let level = entry.level, let number = entry.number {
      words += wording.pick(" \(level)级第\(number)次", " level \(level) no. \(number)")
    }
    if let unit = entry.unit { words += " " + (registry.current(id: unit)?.name ?? unit) }
    if let percent = entry.percent { words += " \(percent)%" }
    if let text = entry.text { words += "  \(text)" }
    let source = [entry.by, entry.via].compactMap(\.self).joined(separator: " ")
    words += wording.pick("（\(source)）", " (\(source))")
    if let struck = entry.struckBy { words += wording.pick("【已更正，见#\(struck)】", " [struck: see #\(struck)]") }
    if entry.kind == .instruction {
      words +=
        entry.answeredBy.map { wording.pick("【已回复，见#\($0)】", " [answered: see #\($0)]") }
        ?? wording.pick("【待回复】", " [open]")
    }
    return words
  }
}
