import Campaigns

extension Wording {
  /// A request for more time and what became of it: 2026-11-19 申请延期至2026-11-28，逾期后申请：理由（待批）.
  package func words(_ request: Extension) -> String {
    let late = request.isLate ? pick("，逾期后申请", ", after the deadline") : ""
    let asked = pick(
      "\(request.asked.iso) 申请延期至\(request.until.iso)\(late)：\(request.reason)",
      "asked on \(request.asked.iso) for \(request.until.iso)\(late): \(request.reason)")
    guard let decision = request.decision else { return asked + pick("（待批）", " (pending)") }
    let outcome =
      request.granted.map { pick("同意延期至\($0.iso)", "approved until \($0.iso)") } ?? pick("不同意延期", "refused")
    return asked
      + pick(
        "（\(decision.by) \(decision.on.iso) \(outcome)）",
        " (\(outcome) by \(decision.by) on \(decision.on.iso))")
  }

  /// The requests of a task, in the order in which they were made.
  func extensionFacts(_ extensions: [Extension]) -> [Fact] {
    extensions.enumerated().map { index, request in
      Fact(
        index == 0 ? pick("延期", "extension") : "", words(request),
        light: request.decision == nil ? .yellow : .none)
    }
  }

  /// What an entry says of a decision beside its words: 同意延期至2026-11-26, 不同意延期.
  func decided(_ isApproved: Bool, until day: Day?) -> String? {
    isApproved ? day.map { pick("同意延期至\($0.iso)", "approved until \($0.iso)") } : pick("不同意延期", "refused")
  }

  /// What is said when the last request of a task was made or decided.
  package func done(_ request: Extension) -> String {
    guard request.decision != nil else {
      return pick("已申请延期至\(request.until.iso)，待批", "Asked for \(request.until.iso), pending")
    }
    return request.granted.map { pick("已延期至\($0.iso)", "Put off until \($0.iso)") }
      ?? pick("已登记不同意延期", "Refused")
  }
}
