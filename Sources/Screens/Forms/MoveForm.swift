import Campaigns

/// Moves a task to another phase, or to another plan.
struct MoveForm: TaskFormKind {
  let id: String
  let fields = [
    FormField.campaign,
    FormField(
      .phase,
      hint: { form, model in
        guard let target = form.campaign(model) else { return "" }
        return target.phases.isEmpty
          ? model.wording.pick("该方案没有阶段", "the plan has no phases")
          : model.wording.joined(target.phases.map(\.name))
      }
    ).picking { $1.phasePicks($0.campaign($1)) },
  ]

  func title(_ model: Model) -> String {
    model.named(model.wording.pick("移到别的阶段或方案", "Move to another phase or plan"), id)
  }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    if isNew { form[.campaign] = model.snapshot.row(id: id)?.code ?? "" }
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let target = try form.knownCampaign(model)
    guard let code = model.snapshot.row(id: id)?.code, code != target.code else {
      return [try model.act(on: id, .move(id: id, phase: try form.words(.phase, model)))]
    }
    return [.transfer(id: id, from: code, to: target.code, phase: form.optional(.phase))]
  }
}
