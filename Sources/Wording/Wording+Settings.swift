import Campaigns

extension Wording {
  /// When lights change, in words: one line a light.
  package func lights(_ profile: LightProfile) -> [String] {
    func alternatives(_ rule: (LightCause.Kind) -> String?) -> String {
      LightCause.Kind.allCases.compactMap(rule).joined(separator: pick("，或", ", or "))
    }
    return [
      pick("黄灯：", "yellow: ") + alternatives { self.rule($0, profile).yellow },
      pick("红灯：", "red: ") + alternatives { self.rule($0, profile).red },
      pick(
        "绿灯：其余在办任务；办结、长期、周期、待定不亮灯",
        "green: other open tasks; completed, standing, recurring and unscheduled ones have none"),
    ]
  }

  /// When a cause turns a light yellow or red.
  private func rule(_ kind: LightCause.Kind, _ profile: LightProfile) -> (yellow: String?, red: String?) {
    let days = profile.dueSoonWorkingDays
    return switch kind {
    case .overdue: (nil, pick("逾期", "overdue"))
    case .dueSoon: (pick("距时限不超过\(days)个工作日（临期）", "\(days) working days left or less"), nil)
    case .behind:
      (
        pick(
          "进度滞后\(profile.behindYellow)至\(profile.behindRed)个百分点",
          "\(profile.behindYellow) to \(profile.behindRed) points behind schedule"),
        pick(
          "进度滞后超过\(profile.behindRed)个百分点", "more than \(profile.behindRed) points behind schedule")
      )
    case .quotaDueSoon:
      (
        pick(
          "本期次数未完成且距期限不超过\(days)个工作日",
          "something missing in a quota's period with \(days) working days left or less"), nil
      )
    case .short: (nil, pick("以往各期欠次", "something owed in a quota's past periods"))
    case .quotaMet, .inTime: (nil, nil)
    }
  }

  /// What a group of rates is called.
  package func name(_ key: RateGroup.Key) -> String {
    switch key {
    case .unit(_, let name), .leader(let name): name
    case .campaign(let code, let title): "\(code) \(title)"
    case .phase(let campaign, _, let name): "\(campaign) \(name)"
    case .none: none
    }
  }

  /// What stands for those that have none.
  package var none: String { pick("（未定）", "(none)") }

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
