import Campaigns

extension Wording {
  /// A line for each target: what is asked, the last reading, whether it passes, where it tends.
  func targetFacts(_ targets: [Target]) -> [Fact] {
    targets.enumerated().map { index, target in
      let light: Light =
        switch target.isPassed {
        case true?: .green
        case false?: .red
        case nil: .none
        }
      return Fact(index == 0 ? pick("指标", "target") : "", words(target), light: light)
    }
  }

  /// 满意率 ≥ 90%  2026-11-17 91.2% 达标 上升（上次88.5%）.
  package func words(_ target: Target) -> String {
    let unit = target.unit ?? ""
    let asked = "\(target.name) ≥ \(Figure.text(target.atLeast))\(unit)"
    guard let last = target.last else { return asked + pick("，尚无读数", ", no reading yet") }
    let passed = target.isPassed == true ? pick("达标", "passed") : pick("未达标", "failed")
    var words = "\(asked)  \(last.on.iso) \(Figure.text(last.value))\(unit) \(passed)"
    if let trend = target.trend, let before = target.ordered.dropLast().last {
      words += pick(
        " \(name(trend))（上次\(Figure.text(before.value))\(unit)）",
        ", \(name(trend)) (\(Figure.text(before.value))\(unit) before)")
    }
    return words
  }

  private func name(_ trend: Target.Trend) -> String {
    switch trend {
    case .rising: pick("上升", "rising")
    case .falling: pick("下降", "falling")
    case .level: pick("持平", "level")
    }
  }
}
