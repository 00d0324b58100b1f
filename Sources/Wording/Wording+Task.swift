import Campaigns

/// One thing that is known of a task or a campaign: a label and its words.
package struct Fact: Sendable, Equatable {
  /// The label; empty where the words go on from the fact before.
  package let label: String
  /// The words; not yet made safe to show.
  package let text: String
  /// The light that the words explain.
  package var light: Light = .none
}

extension Fact {
  /// A fact.
  package init(_ label: String, _ text: String, light: Light = .none) {
    self.init(label: label, text: text, light: light)
  }
}

extension Wording {
  /// The first unit, and how many there are: 党办 等3.
  package func units(of task: Task, _ registry: UnitRegistry) -> String {
    let all = shown(task, registry)
    guard let first = all.first else { return "" }
    let name = registry.name(of: first)
    return all.count == 1 ? name : pick("\(name) 等\(all.count)", "\(name) +\(all.count - 1)")
  }

  /// All units.
  package func allUnits(of task: Task, _ registry: UnitRegistry) -> String {
    joined(shown(task, registry).map(registry.name))
  }

  /// Who leads and supports; persons where nobody does.
  private func shown(_ task: Task, _ registry: UnitRegistry) -> [Responsibility] {
    let parts = task.units.filter { $0.role == .lead || $0.role == .supporting }
    return distinct(parts.isEmpty ? task.units.filter { $0.role == .person } : parts, registry)
  }

  /// The parts of units in force: one where two units were merged.
  private func distinct(_ parts: [Responsibility], _ registry: UnitRegistry) -> [Responsibility] {
    var seen: Set<String> = []
    return parts.filter {
      seen.insert($0.unit.flatMap { registry.current(id: $0)?.id } ?? " \($0.name)").inserted
    }
  }

  /// Members done of a collective, a quota's count, or per cent.
  package func progress(of row: TaskRow, _ registry: UnitRegistry) -> String {
    let task = row.task
    if let count = quotaCount(of: row) ?? memberCount(of: row, registry) { return count }
    if task.stage.isOpen, let percent = task.percent { return "\(percent)%" }
    return ""
  }

  /// Everything that is known of a task: the document's words beside what the program made of them, and why. The log
  /// comes last, the newest entry first.
  package func facts(
    of row: TaskRow, in campaign: Campaign?, _ registry: UnitRegistry, waiting: [WaitingInstruction] = []
  ) -> [Fact] {
    let task = row.task
    var facts: [Fact] = []
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { facts.append(Fact(label: label, text: text)) }
    }
    facts.append(
      Fact(
        label: pick("为什么", "why"), text: why(task, row.verdict, today: row.today), light: row.verdict.light))
    for left in waiting where left.task == task.id { add(pick("待收", "left"), words(left)) }
    if task.deadline.kind != .none {
      var deadline = task.deadline
      // Once its event has a day, it has one too.
      if deadline.event != nil, deadline.end == nil { deadline.end = row.verdict.end }
      add(pick("时限", "time"), "\(quoted(deadline.text))  \(meaning(of: deadline))")
    }
    var source = task.text
    if let line = task.sourceLine {
      source = pick("第\(line)行", "line \(line)") + (source.map { "  \($0)" } ?? "")
    }
    add(pick("原文", "source"), source)
    for role in [Role.leader, .lead, .supporting, .person] {
      add(
        role == .leader ? pick("领导", "leader") : self.role(role), names(task.units(in: role), row, registry))
    }
    add(pick("未办", "missing"), missing(in: row, registry))
    if let rule = task.memberRule { add(pick("办结", "complete"), words(rule)) }
    add(pick("状态", "stage"), stageWords(task))
    facts += extensionFacts(task.extensions)
    facts += chaseFacts(of: row, registry)
    facts += quotaFacts(of: row)
    facts += targetFacts(task.targets)
    add(pick("标准", "standard"), task.standard)
    add(pick("问题", "problems"), task.problems)
    add(pick("下步", "next"), task.nextSteps)
    add(
      pick("方案", "campaign"),
      [row.code, row.campaignTitle, campaign?.documentNumber].compactMap(\.self).joined(separator: "  "))
    add(pick("阶段", "phase"), row.phase?.name)
    add(pick("先办", "first"), dependencies(of: task, in: campaign))
    add(pick("编号", "number"), task.number)
    facts += originFacts(task)
    add(pick("标签", "tags"), task.tags.isEmpty ? nil : joined(task.tags))
    for (index, entry) in task.log.reversed().enumerated() {
      add(index == 0 ? pick("记录", "log") : "", words(entry, registry, task.deadline.quota))
    }
    return facts
  }

  /// What a campaign is: number, issuer, day, counts.
  package func facts(of campaign: Campaign, _ tally: Tally) -> [Fact] {
    let closed = campaign.state == .closed
    return [
      (pick("文号", "document"), campaign.documentNumber),
      (pick("发文", "issuer"), campaign.issuer), (pick("成文", "issued"), campaign.issued?.iso),
      (
        pick("状态", "state"),
        closed ? pick("已结束", "closed") + (campaign.closed.map { " \($0.iso)" } ?? "") : nil
      ),
      (pick("任务", "tasks"), counts(tally)),
      (pick("小组", "group"), campaign.leadingGroup),
      (pick("依据", "basis"), campaign.basis.isEmpty ? nil : joined(campaign.basis)),
      (pick("目标", "goals"), campaign.goals.isEmpty ? nil : joined(campaign.goals)),
    ].compactMap { label, text in text.map { Fact(label: label, text: $0) } } + targetFacts(campaign.targets)
  }

  /// Every part that occurs with its count, and the rate: 逾期 3  正常 14  办结率 40%.
  package func counts(_ tally: Tally) -> String {
    let counts = Tally.Part.allCases.filter { tally[$0] > 0 }.map { "\(part($0)) \(tally[$0])" }
    return (counts + [rate(tally.completionRate)].compactMap(\.self)).joined(separator: "  ")
  }

  /// 办结率 40%; nil where there is nothing to count.
  package func rate(_ share: Share) -> String? { share.percent.map { pick("办结率 \($0)%", "rate \($0)%") } }

  /// What the rates of unit lists are.
  package var legendOfRates: String {
    pick(
      "办结率＝办结÷应办（不含撤销、长期）。按时率＝按时办结÷（办结＋逾期未办），以批准的延期为准；按原时限则不计延期。只统计牵头任务。",
      "Rate: completed ÷ (all but cancelled and standing). On time: completed on time ÷ (completed + overdue and open), "
        + "by the approved deadline; by original: as if nothing had been put off. Tasks that a unit leads.")
  }

  /// When a phase is: its days, its words, or that it has none.
  package func time(of phase: Phase) -> String {
    guard phase.start != nil || phase.end != nil else { return phase.timeText ?? pick("未定日期", "no dates") }
    var end = phase.end?.iso ?? "…"
    if phase.end == nil, let event = phase.until {
      end = event.side == .before ? pick("\(event.name)前", "before \(event.name)") : event.name
    }
    return [phase.start?.iso ?? "…", end].joined(separator: pick(" 至 ", " to "))
  }

  private func names(_ parts: [Responsibility], _ row: TaskRow, _ registry: UnitRegistry) -> String {
    joined(
      distinct(parts, registry).map { part in
        let name = registry.name(of: part)
        guard let id = part.unit, registry.current(id: id)?.kind == .collective else { return name }
        let asked =
          registry.current(id: id).map {
            row.task.askedMembers(of: $0, registry, on: row.today, end: row.verdict.end)
          } ?? []
        guard !row.verdict.hasQuota else {
          return pick("\(name)（\(asked.count)）", "\(name) (\(asked.count))")
        }
        let missing = Set(row.missingMembers(registry).map(\.id))
        let done = asked.count { !missing.contains($0.id) }
        return pick("\(name)（\(asked.count)，已办\(done)）", "\(name) (\(done) of \(asked.count))")
      })
  }

  private func stageWords(_ task: Task) -> String {
    var words = stage(task.stage)
    if let percent = task.percent, task.stage.isOpen { words += "  \(percent)%" }
    if let completion = task.completion {
      words += "  \(completion.on.iso)"
      if let summary = completion.summary { words += "  \(summary)" }
      if let evidence = completion.evidence { words += pick("  凭据：\(evidence)", "  evidence: \(evidence)") }
      if !completion.missing.isEmpty {
        words += pick("  当时未办：", "  missing then: ") + joined(completion.missing)
      }
    }
    if let strike = task.strikeOff {
      words += pick("  核验：\(strike.reviewer)", "  reviewed by \(strike.reviewer)")
    }
    if let returns = task.returns, returns > 0 {
      words += pick("  退回\(returns)次", "  returned \(returns) times")
    }
    return words
  }

  /// An entry of a log in a line: its number, day and kind, whose it is, what it says.
  package func words(_ entry: LogEntry, _ registry: UnitRegistry, _ quota: Quota?) -> String {
    func name(_ id: String) -> String { registry.current(id: id)?.name ?? id }
    let parts = [chaseWords(entry), entry.unit.map(name)] + details(entry.kind, quota)
    var words = "#\(entry.id) \(entry.day.iso) \(entryKind(entry.kind.name))"
    words += parts.compactMap(\.self).map { " " + $0 }.joined()
    if let text = entry.text { words += "  \(text)" }
    if let evidence = entry.evidence {
      words += pick("  凭据：\(evidence)", "  evidence: \(evidence)")
    }
    var source = [entry.by, entry.via].compactMap(\.self).joined(separator: " ")
    if let leader = entry.leader.map(name) {
      source = pick("\(leader)，\(source)代录", "\(leader), recorded by \(source)")
    }
    words += pick("（\(source)）", " (\(source))")
    if let struck = entry.struckBy { words += pick("【已更正，见#\(struck)】", " [struck: see #\(struck)]") }
    if let answer = entry.answeredBy {
      words += pick("【已回复，见#\(answer)】", " [answered: see #\(answer)]")
    } else if entry.isOpenInstruction {
      words += pick("【待回复】", " [open]")
    }
    return words
  }

  /// What an entry of a kind says behind the unit.
  private func details(_ kind: LogEntry.Kind, _ quota: Quota?) -> [String?] {
    switch kind {
    case .progress(let percent, let count, _):
      let counted = count.map { count in quota.map { self.counted(count, $0) } ?? "\(count)" }
      return [percent.map { "\($0)%" }, counted.map { pick("计\($0)", "counted \($0)") }]
    case .extensionAsked(let day, let percent):
      return [day.map { pick("申请延期至\($0.iso)", "asked for \($0.iso)") }, percent.map { "\($0)%" }]
    case .extensionDecided(let isApproved, let day, _, _): return [decided(isApproved, until: day)]
    case .note, .instruction, .chase, .correction, .assigned, .acknowledged, .submitted, .returned,
      .completed, .struckOff, .reopened, .suspended, .resumed, .cancelled, .edited, .split, .moved:
      return []
    }
  }
}
