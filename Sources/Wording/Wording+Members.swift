import Campaigns

extension Wording {
  /// When a task of collectives is complete, in words.
  package func words(_ rule: MemberRule) -> String {
    switch rule.kind {
    case .all: pick("各成员均办结即办结", "complete once all members are")
    case .whole: pick("整项办结，不按成员计", "completed as a whole")
    case .atLeast:
      pick(
        "\(rule.count ?? 1)个成员办结即办结",
        "complete once \(count(rule.count ?? 1, "", "member is", "members are"))"
      )
    }
  }

  /// Where one member stands, in a few columns: 已办结, 逾期 3天, 欠1次; of a task that was completed without it, 当时未办.
  package func state(of member: MemberRow) -> String {
    if !member.isDone, member.row.task.stage.isCompleted { return pick("当时未办", "missing then") }
    return state(of: member.row)
  }

  /// Everything that is known of one member's part: why it stands as it does, its quota, its log.
  package func facts(of member: MemberRow, _ registry: UnitRegistry) -> [Fact] {
    let (row, task) = (member.row, member.row.task)
    var status = [state(of: member)]
    if task.stage.isOpen, let percent = task.percent { status.append("\(percent)%") }
    if member.isDone, let completion = task.completion {
      status += [completion.on.iso, completion.summary].compactMap(\.self)
      if let evidence = completion.evidence { status.append(pick("凭据：\(evidence)", "evidence: \(evidence)")) }
    }
    var facts = [Fact(pick("状态", "status"), status.joined(separator: "  "), light: row.verdict.light)]
    if member.isDone || !task.stage.isCompleted {
      facts.append(Fact(pick("为什么", "why"), why(task, row.verdict, today: row.today)))
    }
    facts += quotaFacts(of: row)
    for (index, entry) in task.log.reversed().enumerated() {
      facts.append(Fact(index == 0 ? pick("记录", "log") : "", words(entry, registry, task.deadline.quota)))
    }
    if task.log.isEmpty { facts.append(Fact(pick("记录", "log"), pick("暂无", "nothing yet"))) }
    return facts
  }

  /// How many members have done what is asked now: 12/15. Nil where no collective is asked, or nothing is open.
  func memberCount(of row: TaskRow, _ registry: UnitRegistry) -> String? {
    guard row.task.stage.isOpen else { return nil }
    if let quotas = row.verdict.memberQuotas { return quotas.current.map { "\($0.met)/\($0.asked)" } }
    guard row.verdict.quota == nil else { return nil }
    let asked = row.askedMembers(registry).count
    return asked > 0 ? "\(asked - row.missingMembers(registry).count)/\(asked)" : nil
  }

  /// The state of a row that its members' quotas decide: 3个单位欠次, 本季度 12/15.
  func memberQuotaState(_ quotas: MemberQuotas, _ row: TaskRow) -> String? {
    let short = quotas.short.count
    if short > 0 { return pick("\(short)个单位欠次", "\(count(short, "", "unit", "units")) short") }
    guard let (period, met, asked) = quotas.current else { return nil }
    return "\(shortName(period, today: row.today)) \(met)/\(asked)"
  }

  /// What the members' quotas have to do with the light, in a sentence.
  func memberQuotaReason(_ quotas: MemberQuotas) -> String? {
    var parts: [String] = []
    let short = quotas.short
    if !short.isEmpty {
      let named = short.prefix(6).map {
        $0.unit.name + pick("", " ") + owed($0.owed, $0.standing.quota)
      }
      let more = short.count - named.count
      parts.append(
        joined(named) + (more > 0 ? pick("，另有\(more)个单位欠次", ", \(more) more units short") : ""))
    }
    if let (period, met, asked) = quotas.current, let member = quotas.members.first {
      var words = pick(
        "\(name(period, today: member.standing.today))\(met)/\(asked)个单位已完成",
        "\(name(period, today: member.standing.today)): \(met) of \(asked) units are done")
      if met < asked, !period.isPoint {
        words += pick("（\(period.due.iso)前，含当日）", " (by \(period.due.iso), that day included)")
      }
      parts.append(words)
    }
    guard !parts.isEmpty else { return nil }
    return pick("计数：", "Count: ") + parts.joined(separator: pick("；", "; ")) + pick("。", ".")
  }

  /// The quota with a line for each member: what it lacks, and how far it is in the current period.
  func memberQuotaFacts(_ quota: Quota, _ quotas: MemberQuotas, isOpen: Bool) -> [Fact] {
    let units = Set(quotas.members.map(\.unit.id)).count
    let head = pick(
      "每单位\(self.quota(quota))（\(units)个单位）", "\(self.quota(quota)) for each of \(units) units")
    return [Fact(pick("周期", "quota"), head, light: isOpen ? quotas.light : .none)]
      + quotas.members.map { member in
        var parts = member.standings.flatMap { standing in
          standing.shortfalls.filter { $0.owed(standing.today) > 0 }.map { state($0, standing) }
        }.suffix(4).map(\.self)
        let standing = member.standing
        if let period = standing.current ?? (parts.isEmpty ? standing.shown : nil), period.asked > 0 {
          parts.append(state(period, standing))
        }
        if parts.isEmpty { parts = [pick("不作要求", "nothing is asked for")] }
        let light: Light = isOpen && member.owed > 0 ? .red : .none
        return Fact("", "\(member.unit.name)  \(parts.joined(separator: pick("；", "; ")))", light: light)
      }
  }

  /// 8/12，未办：第三支部、第七支部. Nil where no collective is asked.
  package func members(of row: TaskRow, _ registry: UnitRegistry) -> String? {
    let asked = row.askedMembers(registry).count
    guard asked > 0, row.verdict.memberQuotas == nil else { return nil }
    let missing = row.missingMembers(registry).map(\.name)
    let count = pick(
      "成员已办\(asked - missing.count)/\(asked)", "\(asked - missing.count) of \(asked) members are done")
    return missing.isEmpty ? count : count + pick("，未办：", "; missing: ") + joined(missing)
  }

  /// Who is missing, with how far each has come: 第三支部（60%）.
  func missing(in row: TaskRow, _ registry: UnitRegistry) -> String? {
    guard row.task.stage.isOpen, row.verdict.memberQuotas == nil else { return nil }
    let percents = Dictionary(
      row.task.members.map { (registry.current(id: $0.unit)?.id ?? $0.unit, $0.percent) }
    ) { first, _ in first }
    let names = row.missingMembers(registry).map { unit in
      guard let percent = percents[unit.id] ?? nil else { return unit.name }
      return pick("\(unit.name)（\(percent)%）", "\(unit.name) (\(percent) %)")
    }
    return names.isEmpty ? nil : joined(names)
  }
}
