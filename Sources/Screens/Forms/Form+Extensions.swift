import Campaigns
import Wording

extension Form {
  /// More time, as the form asks for it.
  func extensionRequest(_ id: String, _ model: Model) throws(FormError) -> ExtensionRequest {
    let until = try day(.until, of: id, model)
    let reason = try words(.reason, model)
    let approver = self[.approver].trimmed
    return ExtensionRequest(
      until: until, reason: reason, percent: try number(.percent, model),
      approvedBy: approver.isEmpty ? nil : approver)
  }

  /// What was decided on the request that waits.
  func extensionDecision(_ id: String, _ model: Model) throws(FormError) -> ExtensionDecision {
    _ = try words(.opinion, model)
    guard let isApproved else { throw FormError(model.wording.opinions, .opinion) }
    let comment = self[.comment].trimmed
    return ExtensionDecision(
      isApproved: isApproved, by: try words(.approver, model),
      until: isApproved && !self[.until].trimmed.isEmpty ? try day(.until, of: id, model) : nil,
      text: comment.isEmpty ? nil : comment)
  }

  /// 同意 or 不同意, by word, number or letter; nil where it is neither.
  var isApproved: Bool? {
    switch self[.opinion].trimmed.lowercased() {
    case "1", "１", "同意", "y", "yes", "approve", "approved": true
    case "2", "２", "不同意", "n", "no", "refuse", "refused": false
    default: nil
    }
  }

  private func day(_ field: FieldName, of id: String, _ model: Model) throws(FormError) -> Day {
    let text = try words(field, model)
    let reading = TimeReading(of: text, in: campaign(model), model.snapshot)
    guard reading.isWhole, let day = reading.deadline.end else {
      throw FormError(
        model.wording.pick(
          "\(model.wording.quoted(text))不是一个日期，请写作 2026-12-25。",
          "\(model.wording.quoted(text)) is no day; write it as 2026-12-25."), field)
    }
    return day
  }

  /// What stands beside the fields of an extension; nil for other fields.
  func extensionRemark(_ name: FieldName, _ model: Model) -> String? {
    let (wording, text) = (model.wording, self[name].trimmed)
    switch name {
    case .until where text.isEmpty: return wording.pick("如 12月25日前", "as in 12月25日前 or 2026-12-25")
    case .until:
      let reading = TimeReading(of: text, in: campaign(model), model.snapshot)
      guard reading.isWhole, let day = reading.deadline.end else {
        return wording.remark(of: reading, today: model.snapshot.today)
      }
      if let end = task.flatMap({ model.snapshot.row(id: $0)?.verdict.end }), day <= end {
        return wording.pick("应晚于现行时限\(end.iso)", "not later than \(end.iso), the deadline in force")
      }
      return wording.remark(of: reading, today: model.snapshot.today)
    case .opinion:
      return isApproved.map { $0 ? wording.pick("同意", "approve") : wording.pick("不同意", "refuse") }
        ?? wording.opinions
    case .approver where text.isEmpty:
      if case .decide = purpose { return wording.pick("姓名或职务", "by name or post") }
      return wording.pick("已经批准的填批准人，不填即待批", "who has granted it; empty, it waits")
    case .comment where text.isEmpty: return wording.pick("可不填", "may stay empty")
    default: return nil
    }
  }

  /// The task that an extension is of.
  private var task: String? {
    switch purpose {
    case .extend(let id), .decide(let id): id
    default: nil
    }
  }
}

extension Wording {
  /// What the field of a decision takes.
  fileprivate var opinions: String { pick("1 同意  2 不同意", "1 approve  2 refuse") }
}

extension Model {
  /// The act that `x` would send off, as far as the rules look at it.
  func extensionProbe(_ id: String) -> Act {
    let row = snapshot.row(id: id)
    guard row?.task.pendingExtension == nil else {
      return .decide(id: id, ExtensionDecision(isApproved: false, by: "-"))
    }
    return .extend(
      id: id, ExtensionRequest(until: (row?.verdict.end ?? snapshot.today) + 1, reason: "-"))
  }
}
