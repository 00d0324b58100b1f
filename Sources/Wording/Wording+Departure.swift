import Campaigns

extension Wording {
  /// What became of a task that a list has no more, and by whom: 已由党办干事办结. `before` is the task as the list had it; nil now
  /// where it is not in the store any more.
  package func departure(of task: Task?, before: Task?) -> String {
    guard let task else { return pick("已不在库中", "not in the store any more") }
    guard task != before else { return pick("已不在本列表", "not in this list any more") }
    guard let by = task.lastHand else { return pick("已有变动", "changed") }
    return switch task.stage {
    case .completed: pick("已由\(by)办结", "completed by \(by)")
    case .struckOff: pick("已由\(by)销号", "struck off by \(by)")
    case .submitted: pick("已由\(by)提请审核", "submitted by \(by)")
    case .suspended: pick("已由\(by)中止", "suspended by \(by)")
    case .cancelled: pick("已由\(by)撤销", "cancelled by \(by)")
    case .draft, .registered, .assigned, .inProgress: pick("已由\(by)更新", "changed by \(by)")
    }
  }
}

extension Task {
  /// Who changed it last.
  fileprivate var lastHand: String? {
    guard let entry = log.last else { return changed?.by }
    guard let changed, changed.at > entry.at else { return entry.by }
    return changed.by
  }
}
