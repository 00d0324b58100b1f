import Campaigns

extension Wording {
  /// When lights change, in words: one line a light.
  package func lights(_ profile: LightProfile) -> [String] {
    [
      pick(
        "黄灯：距时限不超过\(profile.dueSoonWorkingDays)个工作日（临期），或进度滞后\(profile.behindYellow)至\(profile.behindRed)个百分点",
        "yellow: \(profile.dueSoonWorkingDays) working days left or less, or \(profile.behindYellow) to \(profile.behindRed) points behind schedule"
      ),
      pick(
        "红灯：逾期，或进度滞后超过\(profile.behindRed)个百分点",
        "red: overdue, or more than \(profile.behindRed) points behind schedule"),
      pick(
        "绿灯：其余在办任务；办结、长期、周期、待定不亮灯",
        "green: other open tasks; completed, standing, recurring and unscheduled ones have none"),
    ]
  }

  /// What a group of rates is called.
  package func name(_ key: RateGroup.Key) -> String {
    switch key {
    case .unit(_, let name), .leader(let name): name
    case .campaign(let code, let title): "\(code) \(title)"
    case .phase(let campaign, _, let name): "\(campaign) \(name)"
    case .none: pick("（未定）", "(none)")
    }
  }

  /// What rates are told apart by.
  package func title(_ group: RateGroup) -> String {
    switch group {
    case .unit: pick("按牵头单位", "by lead unit")
    case .campaign: pick("按方案", "by campaign")
    case .phase: pick("按阶段", "by phase")
    case .leader: pick("按责任领导", "by leader")
    }
  }

  /// What the rates of a table of groups are.
  package var legendOfRateGroups: String {
    pick(
      "办结率＝办结÷应办（不含撤销、长期）；按时率＝按时办结÷（办结＋逾期未办）。",
      "Rate: completed ÷ (all but cancelled and standing); on time: in time ÷ (completed + overdue).")
  }
}
