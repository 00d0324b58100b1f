extension Snapshot {
  /// What the words of a filter are read in, with a person's own saved filters, which go before those of the store.
  package func filterContext(_ own: [SavedView] = []) -> FilterContext {
    FilterContext(today: today, calendar: judge.calendar, views: own + settings.views)
  }

  /// The first name in a filter that nothing has: whoever mistyped it is told, and not that there are no such tasks. Names
  /// that only a task has as they were given to it are known too.
  package func unknownName(in filter: Filter) -> FilterError? {
    func unless(_ isKnown: Bool, _ key: FilterKey, _ value: String, _ all: () -> [String]) -> FilterError? {
      isKnown ? nil : .unknownName(key: key, value: value, nearest: nearest(to: value, among: all()))
    }
    func unit(_ name: String, _ key: FilterKey) -> FilterError? {
      let isKnown = name == Filter.none || !units.ids(called: name).isEmpty || occurs(.unit(name))
      return unless(isKnown, key, name) {
        units.units.filter { $0.mergedInto == nil }.flatMap { [$0.name] + $0.aliases }
      }
    }
    switch filter {
    case .unit(let name): return unit(name, .unit)
    case .missing(let name): return unit(name, .missing)
    case .lead(let name): return unit(name, .lead)
    case .campaign(let name):
      let isKnown =
        name == Filter.none
        || entries.contains {
          if case .all = filter.match(in: $0, today: today, units) { true } else { false }
        }
      return unless(isKnown, .campaign, name) { entries.flatMap { [$0.code, $0.campaignTitle] } }
    case .phase(let name):
      let asked = NameMatch(name)
      let isKnown =
        name == Filter.none
        || entries.contains { $0.phases.contains { $0.id == name || asked.fits($0.name) } }
      return unless(isKnown, .phase, name) { entries.flatMap { $0.phases.map(\.name) } }
    case .leader(let name):
      return unless(name == Filter.none || occurs(filter), .leader, name) { leaderNames }
    case .tag(let name):
      return unless(occurs(filter), .tag, name) { Array(Set(entries.flatMap { $0.names.all(.tag) })) }
    case .not(let inner): return unknownName(in: inner)
    case .and(let left, let right), .or(let left, let right):
      return unknownName(in: left) ?? unknownName(in: right)
    case .all, .words, .pinyin, .id, .namedUnit, .leading, .supporting, .code, .phaseID, .membersDone,
      .namedLeader, .condition, .stage, .open, .part, .urgent, .short, .failing, .instructed, .waiting,
      .reviewDue, .extended, .pending, .chase, .light, .due, .updated:
      return nil
    }
  }

  /// The things in the store that a filter's key may name.
  package func picks(of key: FilterKey) -> [NamePick] {
    var seen: Set<String> = []
    let all: [NamePick] =
      switch key {
      case .campaign: entries.map { NamePick($0.code, detail: $0.campaignTitle) }
      case .phase: entries.flatMap { entry in entry.phases.map { NamePick($0.name, detail: entry.code) } }
      case .leader: (leaderNames + entries.flatMap { $0.names.all(.leader) }).map { NamePick($0) }
      case .tag: entries.flatMap { $0.names.all(.tag) }.map { NamePick($0) }
      case .unit, .missing, .lead: units.units.filter { $0.mergedInto == nil }.map { NamePick($0.name) }
      case .is, .stage, .light, .due, .updated, .since: []
      }
    return all.filter { seen.insert($0.name).inserted }
  }

  /// Whether any row answers, a draft included.
  private func occurs(_ filter: Filter) -> Bool {
    entries.contains { !$0.rows(matching: filter, today, units, true).isEmpty }
  }
}
