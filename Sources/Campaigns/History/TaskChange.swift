/// How a task differs from what it was on an earlier day.
package struct TaskChange: Sendable {
  /// What became of it. A task may have several.
  package enum Kind: String, Sendable, CaseIterable {
    case added, completed, reopened
    /// Its deadline was moved: later by an edit, later by an approved extension, earlier.
    case slipped, extended, broughtForward
    case newlyOverdue, suspended, cancelled
    case instructed
    /// It went to another campaign.
    case moved
    case removed
  }

  /// What became of it.
  package var kind: Kind
  /// The task as it is; as it was, where it was removed.
  package var row: TaskRow
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
            kind: kind, row: row, from: then?.verdict.end, to: row.verdict.end,
            entry: cause(kind, row.task.id)))
      }
    }
    for row in old where row.task.stage != .draft && !now.contains(row.task.id) {
      append(TaskChange(kind: .removed, row: row, from: row.verdict.end, entry: cause(.removed, row.task.id)))
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
    let known = Set(old?.log.map(\.id) ?? [])
    if new.log.contains(where: { $0.kind.name == .instruction && !known.contains($0.id) }) {
      kinds.append(.instructed)
    }
    return kinds
  }
}
