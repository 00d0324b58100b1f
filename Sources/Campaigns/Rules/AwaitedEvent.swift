/// An event that deadlines hang on: its day, where that is set, and the tasks that wait for it.
package struct AwaitedEvent: Sendable, Equatable {
  /// The event in the documents' words.
  package var name: String
  /// The campaign that has a day of its own for it; nil: every other one.
  package var campaign: String?
  /// Its day.
  package var day: Day?
  /// Ids of the tasks that hang on it, completed ones included.
  package var tasks: [String]
  /// The phases that go on until it, as `h10/p3`.
  package var phases: [String] = []
}

extension Ledger {
  /// All events: those that tasks hang on, in the order of the tasks, then those that none does.
  package var awaitedEvents: [AwaitedEvent] {
    var events: [AwaitedEvent] = []
    func add(_ name: String, _ campaign: String?, _ day: Day?, _ task: String?) {
      if let place = events.firstIndex(where: { $0.name == name && $0.campaign == campaign }) {
        if let task { events[place].tasks.append(task) }
      } else {
        events.append(AwaitedEvent(name: name, campaign: campaign, day: day, tasks: task.map { [$0] } ?? []))
      }
    }
    for campaign in campaigns {
      for task in campaign.tasks where task.stage != .draft {
        // A known day (七一), or one written beside it, needs no event.
        guard let binding = task.deadline.event, task.deadline.start == nil, task.deadline.end == nil else {
          continue
        }
        let own = campaign.events.first { $0.name == binding.name && $0.day != nil }
        let day = own?.day ?? settings.events.first { $0.name == binding.name }?.day
        add(binding.name, own.map { _ in campaign.code }, day, task.id)
      }
    }
    for campaign in campaigns where !campaign.isDraft {
      for phase in campaign.phases where phase.end == nil {
        guard let name = phase.until?.name else { continue }
        let own = campaign.events.first { $0.name == name && $0.day != nil }
        let code = own.map { _ in campaign.code }
        add(name, code, own?.day ?? settings.events.first { $0.name == name }?.day, nil)
        if let place = events.firstIndex(where: { $0.name == name && $0.campaign == code }) {
          events[place].phases.append("\(campaign.code)/\(phase.id)")
        }
      }
    }
    for event in settings.events { add(event.name, nil, event.day, nil) }
    for campaign in campaigns {
      for event in campaign.events where event.day != nil { add(event.name, campaign.code, event.day, nil) }
    }
    return events
  }

  /// The event that somebody means: the one of that name, else the only awaited one that has the words in it, since
  /// people say 党的十八大 for 党的十八大召开.
  package func event(meaning words: String) -> [String] {
    let names = awaitedEvents.map(\.name)
    if names.contains(words) { return [words] }
    var seen: Set<String> = []
    return names.filter { ($0.contains(words) || words.contains($0)) && seen.insert($0).inserted }
  }
}
