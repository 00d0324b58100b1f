import Campaigns

/// Rule: the same plan twice in one file is told.
enum RepeatedPlans {
  static func findings(_ plans: [DraftPlan]) -> [Finding] {
    var seen: [String: Int] = [:]
    return plans.compactMap { plan in
      let key = (plan.phases.map(\.name) + plan.tasks.map(\.title)).joined(separator: "|")
      guard !key.isEmpty else { return nil }
      defer { if seen[key] == nil { seen[key] = plan.line } }
      return seen[key].map {
        Finding(.repeatedPlan, line: plan.line, words: plan.title ?? "", suggestion: "\($0)")
      }
    }
  }
}
