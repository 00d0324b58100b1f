/// How a task differs from what it was on an earlier day.
package struct TaskChange: Sendable {
  /// What became of it. A task may have several.
  package enum Kind: String, Sendable, CaseIterable {
    case added, completed, reopened
    /// Its deadline was moved: later by an edit, later by an approved extension, earlier.
    case slipped, extended, broughtForward
    case newlyOverdue, suspended, cancelled
    /// More time was asked for, whatever became of it.
    case extensionAsked
    case instructed
    /// Progress was reported; something was counted towards a quota.
    case progressed, counted
    /// It went to another campaign.
    case moved
    case removed
  }

  /// What became of it.
  package var kind: Kind
  /// The task as it is; as it was, where it was removed.
  package var row: TaskRow
  /// Whether it was overdue then.
  package var wasOverdue: Bool
  /// Whether it was completed then; nil where it was not there.
  package var wasCompleted: Bool?
  /// The newest words of what was reported or asked for; nil where there are none.
  package var words: String?
  /// Its deadline then.
  package var from: Day?
  /// Its deadline now.
  package var to: Day?
  /// The last command that concerned it; nil where time alone did, or a hand.
  package var entry: HistoryEntry?
}

extension [TaskChange] {
  /// What became of tasks between two states of a store: `old` judged on the day of the first one, `new` today. `entries`
  /// are the commands in between, newest first.
  package init(from old: [TaskRow], to new: [TaskRow], _ entries: [HistoryEntry]) {
    self = []
    var byTask: [String: [HistoryEntry]] = [:]
    for entry in entries {
      for id in entry.tasks { byTask[id, default: []].append(entry) }
    }
    /// The newest command that can have done it; time does some of it alone.
    func cause(_ kind: TaskChange.Kind, _ id: String) -> HistoryEntry? {
      byTask[id]?.first { $0.command.traits.makes.contains(kind) }
    }
    let before = Dictionary(old.map { ($0.task.id, $0) }) { first, _ in first }
    let now = Set(new.flatMap { [$0.task.id] + $0.task.formerIDs })
    for row in new where row.task.stage != .draft {
      let known = ([row.task.id] + row.task.formerIDs.reversed()).lazy.compactMap { before[$0] }.first
      let then = known.flatMap { $0.task.stage == .draft ? nil : $0 }
      for kind in TaskChange.kinds(then, row) {
        append(
          TaskChange(
            kind: kind, row: row, wasOverdue: then?.verdict.condition == .overdue,
            wasCompleted: then?.task.stage.isCompleted, words: TaskChange.words(kind, then, row),
            from: then?.verdict.end, to: row.verdict.end, entry: cause(kind, row.task.id)))
      }
    }
    for row in old where row.task.stage != .draft && !now.contains(row.task.id) {
      append(
        TaskChange(
          kind: .removed, row: row, wasOverdue: row.verdict.condition == .overdue,
          wasCompleted: row.task.stage.isCompleted, from: row.verdict.end,
          entry: cause(.removed, row.task.id)))
    }
  }
}

extension TaskChange {
  fileprivate static func kinds(_ then: TaskRow?, _ now: TaskRow) -> [Kind] {
    var kinds: [Kind] = then == nil ? [.added] : []
    let (old, new) = (then?.task, now.task)
    if old?.stage.isCompleted != true, new.stage.isCompleted { kinds.append(.completed) }
    if old?.stage.isCompleted == true, !new.stage.isCompleted, new.stage.isOpen { kinds.append(.reopened) }
    if let before = then?.verdict.end, now.verdict.end != before {
      let isGranted =
        new.extensions.filter { $0.decision?.isApproved == true }.count
        > (old?.extensions.filter { $0.decision?.isApproved == true }.count ?? 0)
      // A deadline that was given up has slipped for good.
      let isEarlier = now.verdict.end.map { $0 < before } ?? false
      kinds.append(isEarlier ? .broughtForward : isGranted ? .extended : .slipped)
    }
    if now.verdict.condition == .overdue, then?.verdict.condition != .overdue { kinds.append(.newlyOverdue) }
    if old?.stage != .suspended, new.stage == .suspended { kinds.append(.suspended) }
    if old?.stage != .cancelled, new.stage == .cancelled { kinds.append(.cancelled) }
    if let then, then.task.id != new.id { kinds.append(.moved) }
    if new.extensions.count > (old?.extensions.count ?? 0) { kinds.append(.extensionAsked) }
    for (kind, name) in [(Kind.instructed, LogEntry.Kind.Name.instruction), (.progressed, .progress)]
    where fresh(then, now).contains(where: { $0.kind.name == name && !$0.isCount }) { kinds.append(kind) }
    if fresh(then, now).contains(where: \.isCount) { kinds.append(.counted) }
    return kinds
  }

  /// The entries of its log since then that stand.
  private static func fresh(_ then: TaskRow?, _ now: TaskRow) -> [LogEntry] {
    let known = Set(then?.task.log.map(\.id) ?? [])
    return now.task.log.filter { !known.contains($0.id) && $0.struckBy == nil }
  }

  /// The newest words that say what was done.
  fileprivate static func words(_ kind: Kind, _ then: TaskRow?, _ now: TaskRow) -> String? {
    let fresh = fresh(then, now)
    return switch kind {
    case .progressed: fresh.last { $0.kind.name == .progress && !$0.isCount }?.text
    case .counted: fresh.last(where: \.isCount)?.text
    case .instructed: fresh.last { $0.kind.name == .instruction }?.text
    case .extensionAsked: now.task.extensions.last?.reason
    case .completed: fresh.last { $0.kind.name == .completed }?.text
    case .added, .reopened, .slipped, .extended, .broughtForward, .newlyOverdue, .suspended, .cancelled,
      .moved,
      .removed:
      nil
    }
  }
}

extension LogEntry {
  /// Whether it counts something towards a quota.
  fileprivate var isCount: Bool { if case .progress(_, .some, _) = kind { true } else { false } }
}

/// How a number on top moved: what it is, how many came to it since, how many left it.
package struct Movement: Sendable, Equatable {
  /// The number now.
  package let now: Int
  /// What came, and what left.
  package let came: Int, left: Int
  /// What it was.
  package var then: Int { now - came + left }
}

extension [TaskChange] {
  /// How the tasks overdue, those completed and all of them moved; `tally` is how they stand now.
  package func movements(_ tally: Tally) -> (overdue: Movement, completed: Movement, all: Movement) {
    let tasks = Dictionary(grouping: self, by: \.row.task.id).compactMap(\.value.first)
    let removed = Set(filter { $0.kind == .removed }.map(\.row.task.id))
    func isNow(_ change: TaskChange, _ holds: (TaskRow) -> Bool) -> Bool {
      !removed.contains(change.row.task.id) && holds(change.row)
    }
    func movement(_ count: Int, then: (TaskChange) -> Bool, now: (TaskRow) -> Bool) -> Movement {
      Movement(
        now: count, came: tasks.count { !then($0) && isNow($0, now) },
        left: tasks.count { then($0) && !isNow($0, now) })
    }
    return (
      movement(tally.count(.overdue), then: \.wasOverdue) { $0.verdict.condition == .overdue },
      movement(tally.count(.completed) + tally.count(.completedLate), then: { $0.wasCompleted == true }) {
        [.completed, .completedLate].contains($0.verdict.condition)
      },
      movement(tally.total, then: { $0.wasCompleted != nil }) { _ in true }
    )
  }
}
