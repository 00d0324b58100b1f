import Campaigns

extension Wording {
  /// Where a task comes from: what it was split from, and the ids that it had in other campaigns.
  func originFacts(_ task: Task) -> [Fact] {
    [
      (pick("拆自", "split from"), task.splitFrom),
      (pick("原编号", "former id"), task.formerIDs.isEmpty ? nil : joined(task.formerIDs)),
    ].compactMap { label, text in text.map { Fact(label, $0) } }
  }

  /// What was split: the task that it was, and how many there are now.
  func split(_ entry: HistoryEntry, _ named: (String) -> String) -> String? {
    guard entry.command == .split,
      let first = entry.tasks.first(where: { entry.titles[$0] == nil }) ?? entry.tasks.first
    else { return nil }
    return named(first) + pick("（拆成\(entry.tasks.count)项）", " (into \(entry.tasks.count))")
  }
}
