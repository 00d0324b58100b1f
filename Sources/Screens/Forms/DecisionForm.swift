import Campaigns
import Wording

/// 批复延期: what was decided on the request that waits.
struct DecisionForm: TaskFormKind {
  let id: String
  let fields = [
    FormField(.opinion, hint: { $1.wording.opinions }) { form, model in
      form.isApproved.map { $0 ? model.wording.pick("同意", "approve") : model.wording.pick("不同意", "refuse") }
        ?? model.wording.opinions
    },
    FormField(.approver, "姓名或职务", "by name or post"), FormField.until, FormField.optional(.comment),
  ]

  func title(_ model: Model) -> String {
    let until = model.snapshot.row(id: id)?.task.pendingExtension?.until.iso ?? ""
    return model.named(
      model.wording.pick("批复延期（申请延至\(until)）", "Decide on more time (until \(until))"), id)
  }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard isNew else { return }
    form.fill([.until: model.snapshot.row(id: id)?.task.pendingExtension?.until.iso ?? ""])
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    _ = try form.words(.opinion, model)
    guard let isApproved = form.isApproved else { throw FormError(model.wording.opinions, .opinion) }
    let decision = ExtensionDecision(
      isApproved: isApproved, by: try form.words(.approver, model),
      until: isApproved && form.optional(.until) != nil ? try form.until(model) : nil,
      text: form.optional(.comment))
    return [try model.act(on: id, .decide(id: id, decision))]
  }
}

extension Form {
  /// 同意 or 不同意, by word, number or letter; nil where it is neither.
  fileprivate var isApproved: Bool? {
    switch self[.opinion].trimmed.lowercased() {
    case "1", "１", "同意", "y", "yes", "approve", "approved": true
    case "2", "２", "不同意", "n", "no", "refuse", "refused": false
    default: nil
    }
  }
}

extension Wording {
  /// What the field of a decision takes.
  fileprivate var opinions: String { pick("1 同意  2 不同意", "1 approve  2 refuse") }
}
