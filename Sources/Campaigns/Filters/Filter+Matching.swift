extension Filter {
  /// Whether a row answers the question. Drafts are the caller's business (`asksForDrafts`).
  package func matches(_ row: TaskRow, _ registry: UnitRegistry) -> Bool {
    switch self {
    case .all: true
    case .words(let words): row.mentions(words.lowercased())
    case .id(let id): row.task.id == id
    case .membersDone: row.verdict.notes.contains(.membersDone)
    case .phaseID(let id): row.phase?.id == id
    case .unit(let name): row.concerns(unit: name, registry)
    case .missing(let name): row.lacks(unit: name, registry)
    case .lead(let name):
      name == Filter.none
        ? row.task.units(in: .lead, registry).isEmpty
        : registry.unit(named: name).map { row.task.units(in: .lead, registry).contains($0.id) } ?? false
    case .campaign(let name): row.code == name || row.code.hasPrefix(name) || row.campaignTitle.contains(name)
    case .code(let code): row.code == code
    case .namedLeader(let name):
      row.task.units.contains { $0.role == .leader && registry.name(of: $0) == name }
    case .phase(Filter.none): row.phase == nil
    case .phase(let name): row.phase.map { $0.id == name || $0.name.contains(name) } ?? false
    case .tag(let tag): row.task.tags.contains(tag)
    case .leader(Filter.none): row.task.units(in: .leader).isEmpty
    case .leader(let name): row.task.units.contains { $0.role == .leader && $0.name.contains(name) }
    case .condition(let condition): row.task.stage != .draft && row.verdict.condition == condition
    case .stage(let stage): row.task.stage == stage
    case .open: row.task.stage.isOpen
    case .part(let part): row.task.stage != .draft && row.part == part
    case .urgent: row.task.stage != .draft && row.part.isUrgent
    case .short: row.task.stage.isOpen && row.verdict.quotaOwed > 0
    case .failing: row.task.isFailing
    case .instructed: row.task.log.contains(where: \.isOpenInstruction)
    case .waiting: !row.waitsFor.isEmpty
    case .reviewDue: row.task.stage != .draft && row.verdict.isReviewDue
    case .extended: row.task.approvedEnd != nil
    case .pending: row.task.stage.isOpen && row.task.pendingExtension != nil
    case .chase: row.chases.contains(where: \.isDue)
    case .light(let light): row.verdict.light == light
    case .due(let span): span.contains(row.verdict.end, today: row.today)
    case .not(let filter): !filter.matches(row, registry)
    case .and(let left, let right): left.matches(row, registry) && right.matches(row, registry)
    case .or(let left, let right): left.matches(row, registry) || right.matches(row, registry)
    }
  }
}

extension Filter.DueSpan {
  func contains(_ end: Day?, today: Day) -> Bool {
    guard let end else { return false }
    if let days { return today <= end && end <= today + days }
    return (from.map { $0 <= end } ?? true) && (through.map { end <= $0 } ?? true)
  }
}

extension TaskRow {
  /// Whether title, text, number, id, tags or units have these words; `words` in lower case.
  func mentions(_ words: String) -> Bool {
    let texts =
      task.formerIDs + [task.title, task.id, task.number, task.text, task.deadline.text]
      + task.units.map(\.name) + task.tags
    return texts.contains { $0?.lowercased().contains(words) ?? false }
  }

  /// Whether a unit answers for the task, by itself or through a collective. A name that no unit has is looked for
  /// in the names as they stood when they were given.
  func concerns(unit name: String, _ registry: UnitRegistry) -> Bool {
    guard let unit = registry.unit(named: name) else { return task.units.contains { $0.name.contains(name) } }
    return task.units.contains { part in
      guard let id = part.unit else { return part.name == name }
      return registry.current(id: id)?.id == unit.id
    } || askedMembers(registry).contains { $0.id == unit.id }
  }

  /// Whether the task still waits for a unit: one that leads it, or a member that has not completed its part, or owes
  /// something of its quota.
  func lacks(unit name: String, _ registry: UnitRegistry) -> Bool {
    guard task.stage.isOpen, let unit = registry.unit(named: name) else { return false }
    if let owed = verdict.memberQuotas, owed.short.contains(where: { $0.unit.id == unit.id }) { return true }
    return unit.kind != .collective && task.units(in: .lead, registry).contains(unit.id)
      || verdict.memberQuotas == nil && missingMembers(registry).contains { $0.id == unit.id }
  }

  /// Everybody who is asked through a collective.
  package func askedMembers(_ registry: UnitRegistry) -> [Unit] {
    task.askedMembers(registry, on: today, end: verdict.end)
  }

  /// Members of collectives that are asked and have not completed it.
  package func missingMembers(_ registry: UnitRegistry) -> [Unit] {
    task.missingMembers(registry, on: today, end: verdict.end)
  }
}

extension Ledger {
  fileprivate func hasTask(id: String) -> Bool {
    guard let mark = id.lastIndex(of: "-"), let campaign = campaign(code: String(id[..<mark])) else {
      return false
    }
    return campaign.task(id: id) != nil
  }
}

extension Filter {
  /// The filter with names taken for the things that have exactly that name, where there are such: `campaign:h26` is
  /// h26 and not h26b too, 院长 is not 副院长.
  package func exact(in ledger: Ledger) -> Filter {
    switch self {
    case .words(let words): ledger.hasTask(id: words.lowercased()) ? .id(words.lowercased()) : self
    case .campaign(let name): ledger.campaign(code: name) == nil ? self : .code(name)
    case .phase(let name): ledger.campaigns.contains { $0.phase(id: name) != nil } ? .phaseID(name) : self
    case .leader(let name):
      ledger.campaigns.contains { campaign in
        campaign.tasks.contains { task in
          task.units.contains { $0.role == .leader && ledger.units.name(of: $0) == name }
        }
      } ? .namedLeader(name) : self
    case .not(let filter): .not(filter.exact(in: ledger))
    case .and(let left, let right): .and(left.exact(in: ledger), right.exact(in: ledger))
    case .or(let left, let right): .or(left.exact(in: ledger), right.exact(in: ledger))
    default: self
    }
  }
}
