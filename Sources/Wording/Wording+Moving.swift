import Campaigns

extension Wording {
  /// Where a task went that is asked for by an id that it once had.
  package func movedTo(_ old: String, _ new: String) -> String {
    pick("\(old) 已移至 \(new)。", "\(old) was moved: it is \(new) now.")
  }

  /// What was moved, and where to: h26-5 → h26b-3.
  func moved(_ entry: HistoryEntry, _ named: (String) -> String) -> String? {
    // The first of the new ids is that of the task that was asked for, its parts have the others.
    let first = entry.moved.min { ($0.value.count, $0.value) < ($1.value.count, $1.value) }
    guard let (old, new) = first else { return nil }
    let count = entry.moved.count
    return "\(old) → \(named(new))" + (count > 1 ? pick("（\(count)项任务）", " (\(count) tasks)") : "")
  }
}
