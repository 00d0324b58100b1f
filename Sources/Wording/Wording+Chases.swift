import Campaigns

extension Wording {
  /// The level of a chase in a word.
  package func level(_ level: ChaseLevel) -> String {
    switch level {
    case .ordinary: pick("普通", "ordinary")
    case .urgent: pick("加急", "urgent")
    case .bulletin: pick("通报", "bulletin")
    }
  }

  /// Level and number as the log has them: 第2次（加急）.
  private func sent(level: Int?, number: Int?) -> String? {
    guard level != nil || number != nil else { return nil }
    let name = level.map { ChaseLevel(rawValue: $0).map(self.level) ?? pick("\($0)级", "level \($0)") }
    let count = number.map { pick("第\($0)次", "no. \($0)") }
    guard let count, let name else { return count ?? name }
    return pick("\(count)（\(name)）", "\(count) (\(name))")
  }

  /// Level and number of an entry that tells of a chase; nil for others.
  func chaseWords(_ entry: LogEntry) -> String? {
    if case .chase(let level, let number) = entry.kind { sent(level: level, number: number) } else { nil }
  }

  /// 第三支部（第2次，加急）.
  package func words(_ chase: Chase) -> String {
    pick(
      "\(chase.unit.name)（第\(chase.number)次，\(level(chase.level))）",
      "\(chase.unit.name) (no. \(chase.number), \(level(chase.level)))")
  }

  /// The last chase of a unit and whether it was answered: 2026-11-12 第1次（普通），未回复.
  package func words(_ sent: SentChase) -> String {
    let kind = self.sent(level: sent.level, number: sent.number).map { " \($0)" } ?? ""
    let answer =
      sent.answered.map { pick("，\($0.iso)已回复", ", answered on \($0.iso)") } ?? pick("，未回复", ", no answer")
    return sent.on.iso + kind + answer
  }

  /// How often the units of a task were chased, the last chase of each, and who is to be chased today.
  func chaseFacts(of row: TaskRow, _ registry: UnitRegistry) -> [Fact] {
    let sent = row.task.sentChases(registry)
    var facts: [Fact] = []
    var units: [String] = []
    for chase in sent.reversed() where !units.contains(chase.unit) { units.append(chase.unit) }
    func line(_ unit: String) -> String {
      let last = sent.last { $0.unit == unit }.map(words) ?? ""
      return "\(registry.unit(id: unit)?.name ?? unit)  \(last)"
    }
    let label = pick("催办", "chases")
    if units.count == 1 {
      facts.append(Fact(label, line(units[0])))
    } else if let last = sent.map(\.on).max() {
      let times = count(sent.count, "次", "time", "times")
      facts.append(Fact(label, pick("共\(times)，最近\(last.iso)", "\(times), last on \(last.iso)")))
      for unit in units.prefix(6) { facts.append(Fact("", line(unit))) }
      let more = units.count - 6
      if more > 0 { facts.append(Fact("", pick("另有\(more)个单位", "\(more) more units"))) }
    }
    let due = row.chases.filter(\.isDue)
    if !due.isEmpty { facts.append(Fact(pick("应催", "to chase"), joined(due.map(words)), light: .yellow)) }
    return facts
  }

  /// What was sent: 已催办第三支部（第2次，加急）. `entries` are the log entries that tell of it.
  package func chased(_ entries: [LogEntry], _ registry: UnitRegistry) -> String {
    let named = entries.prefix(3).map { entry in
      let name = entry.unit.map { registry.current(id: $0)?.name ?? $0 } ?? ""
      return [name, chaseWords(entry)].compactMap(\.self).joined(separator: " ")
    }
    let more = entries.count - named.count
    return pick("已催办 ", "Chased ") + joined(named)
      + (more > 0 ? pick("等\(entries.count)个单位", " and \(more) more") : "")
  }

  /// What stands where nobody is to be chased.
  package var nobodyToChase: String { pick("今天没有应催办的单位。", "Nobody is to be chased today.") }
}
