/// A task that goes to another campaign with its parts: what that changes in both (docs/decisions/splitting-and-moving.md).
package struct Transfer: Hashable, Sendable {
  /// What changes in the campaign that they leave.
  package var from: Change
  /// What changes in the one that they come to.
  package var to: Change
}

extension Campaign {
  /// What moving a task and its parts to another campaign changes. They get new ids there and keep the old ones in
  /// `formerIDs`; what they name of each other is kept, lines of the source are not.
  /// - Parameter wanted: the phase there, by id or name, an empty text for none; nil looks for one of the same name.
  /// - Throws: `Refusal` where a campaign is closed or a draft, a task is a draft, tasks that wait for each other would be
  ///   parted, or an event that a deadline hangs on has another day there.
  package func transfer(
    of id: String, to target: Campaign, phase wanted: String?, _ context: ActContext
  ) throws(Refusal) -> Transfer {
    for campaign in [self, target] { try require(no: campaign.obstacle) }
    guard let root = task(id: id) else { throw .unknownTask(id: id) }
    guard target.code != code else { throw .nothingToDo(id: id) }
    guard !target.isDraft else { throw .draftPlan(code: target.code) }
    try require(no: MoveAct.refusal(for: root, in: self, context))
    let moved = family(of: id)
    let ids = Dictionary(
      moved.enumerated().map { ($0.element.id, "\(target.code)-\(target.nextTask + $0.offset)") }
    ) { first, _ in first }
    try requireTogether(Set(ids.keys))
    let header = try target.header(withEventsOf: moved, from: self, context.judge)
    var arrivals: [Task] = []
    for task in moved {
      var after = task
      after.id = ids[task.id] ?? task.id
      after.formerIDs.append(task.id)
      after.parent = task.parent.flatMap { ids[$0] }
      after.dependsOn = task.dependsOn.compactMap { ids[$0] }
      after.splitFrom = task.splitFrom.map { ids[$0] ?? $0 }
      after.phase = try target.phase(for: task, from: self, wanted)
      after.sourceLine = nil
      after.quotaDays = nil
      after.enter(.moved, on: context.today, text: "\(task.id) → \(after.id)", stamp: context.stamp)
      arrivals.append(after)
    }
    let place = target.place(forPhase: arrivals.first?.phase)
    return Transfer(
      from: Change(code: code, tasks: moved.map(removal)),
      to: Change(
        code: target.code,
        tasks: arrivals.enumerated().map {
          Change.Edit(before: nil, after: $0.element, index: place + $0.offset)
        },
        header: header == target.header ? nil : Change.Edit(before: target.header, after: header)))
  }

  /// That nothing waits across the line between those that go and those that stay.
  private func requireTogether(_ going: Set<String>) throws(Refusal) {
    for task in tasks {
      let goes = going.contains(task.id)
      if let other = task.dependsOn.first(where: { going.contains($0) != goes }) {
        throw .parted(waiting: task.id, on: other)
      }
    }
  }

  /// The header with the days of the events that the deadlines of arriving tasks hang on.
  private func header(
    withEventsOf arriving: [Task], from source: Campaign, _ judge: Judge
  ) throws(Refusal) -> Campaign {
    var header = header
    for task in arriving where task.endInForce == nil {
      guard let event = task.deadline.event else { continue }
      let (days, others) = (judge.days(of: event, in: source), judge.days(of: event, in: self))
      if let others {
        guard others == days else {
          throw .eventDiffers(name: event.name, from: days, to: others, code: code)
        }
      } else if let days {
        try header.events.set(event.name, days)
      }
    }
    return header
  }

  /// The phase of an arriving task: the one asked for, else one of the same name, else none.
  private func phase(for task: Task, from source: Campaign, _ wanted: String?) throws(Refusal) -> String? {
    if let wanted { return wanted.trimmed.isEmpty ? nil : try phase(wanted.trimmed).id }
    let name = task.phase.flatMap { source.phase(id: $0) }?.name
    return name.flatMap { name in phases.first { $0.name == name } }?.id
  }

  /// The place behind the last task of a phase; at the end where it has none.
  private func place(forPhase phase: String?) -> Int {
    guard let phase, let last = tasks.last(where: { $0.phase == phase }) else { return tasks.count }
    return place(behind: last.id)
  }
}
