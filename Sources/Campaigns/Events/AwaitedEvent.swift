/// An event that deadlines hang on: its days, where they are set, and the tasks that wait for it.
package struct AwaitedEvent: Sendable, Equatable {
  /// The event as its days were set, else in the documents' words.
  package var name: String
  /// The campaign that has it for itself; nil: every other one.
  package var campaign: String?
  /// Its days.
  package var days: EventDays?
  /// Ids of the tasks that hang on it, completed ones included.
  package var tasks: [String] = []
  /// The phases that go on until it, as `h10/p3`.
  package var phases: [String] = []
}

extension Ledger {
  /// All events: those that tasks hang on, in the order of the tasks, then those that none does.
  package var awaitedEvents: [AwaitedEvent] {
    var events: [AwaitedEvent] = []
    func place(of event: AwaitedEvent) -> Int {
      if let place = events.firstIndex(where: { $0.name == event.name && $0.campaign == event.campaign }) {
        return place
      }
      events.append(event)
      return events.count - 1
    }
    func place(of name: String, in campaign: Campaign) -> Int {
      let given = campaign.event(named: name, settings.events)
      return place(
        of: AwaitedEvent(
          name: given?.name ?? name, campaign: given?.isOwn == true ? campaign.code : nil, days: given?.days))
    }
    for campaign in campaigns {
      for task in campaign.tasks where task.stage != .draft {
        // A known day (七一), or one written beside it, needs no event.
        guard let binding = task.deadline.event, task.deadline.start == nil, task.deadline.end == nil else {
          continue
        }
        events[place(of: binding.name, in: campaign)].tasks.append(task.id)
      }
    }
    for campaign in campaigns where !campaign.isDraft {
      for phase in campaign.phases where phase.end == nil {
        guard let name = phase.until?.name else { continue }
        events[place(of: name, in: campaign)].phases.append("\(campaign.code)/\(phase.id)")
      }
    }
    for event in settings.events { _ = place(of: AwaitedEvent(name: event.name, days: event.days)) }
    for campaign in campaigns {
      for event in campaign.events where event.days != nil {
        _ = place(of: AwaitedEvent(name: event.name, campaign: campaign.code, days: event.days))
      }
    }
    return events
  }

  /// The event that somebody means: the same one, else the only awaited one that has the words in it, since people say
  /// 党的十八大 for 党的十八大召开.
  /// - Parameter days: those that it is to get, where it is to get some.
  package func event(meaning words: String, on days: EventDays?) -> [String] {
    let same = event(sameAs: words, on: days)
    guard same.isEmpty else { return same }
    let wanted = EventName(words).core
    return names(fitting: words, on: days).filter {
      let core = EventName($0).core
      return core.contains(wanted) || wanted.contains(core)
    }
  }

  /// The names under which an event is awaited or has its days: its own, else those that differ by the year only.
  package func event(sameAs words: String, on days: EventDays?) -> [String] {
    let names = names(fitting: words, on: days)
    return names.contains(words) ? [words] : names.filter { EventName($0).core == EventName(words).core }
  }

  /// The names of events that may be meant as far as years go: 汛期 that is to have days in 2027 is not 2026年汛期.
  private func names(fitting words: String, on days: EventDays?) -> [String] {
    let wanted = EventName(words).year
    var seen: Set<String> = []
    return awaitedEvents.filter { event in
      let fits =
        switch (wanted, EventName(event.name).year) {
        case (nil, nil): true
        case (let wanted?, nil): wanted == event.days?.first.year
        case (nil, let other?): days == nil || days?.first.year == other
        case (let wanted?, let other?): wanted == other
        }
      return fits && seen.insert(event.name).inserted
    }.map(\.name)
  }
}
