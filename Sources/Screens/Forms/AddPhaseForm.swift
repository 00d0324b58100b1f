import Campaigns
import Wording

/// 新建阶段: its name and time, behind the others.
struct AddPhaseForm: FormKind {
  let code: String
  var fields: [FormField] {
    let code = code
    return [FormField(.name), .due { _, model in model.snapshot.campaign(code: code) }]
  }

  func title(_ model: Model) -> String {
    let title = model.snapshot.entry(code: code)?.campaignTitle ?? ""
    return model.wording.pick("新建阶段  \(code)  \(title)", "New phase  \(code)  \(title)")
  }

  func isAbout(_ snapshot: Snapshot) -> Bool { snapshot.entry(code: code) != nil }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let name = try form.words(.name, model)
    guard let campaign = model.snapshot.campaign(code: code) else {
      throw FormError(
        model.wording.pick("方案 \(code) 已不在库中。", "Campaign \(code) is not in the store any more."), .name)
    }
    return [
      .act(code: code, .addPhase(try form.phase(named: name, form.optional(.due) ?? "", in: campaign, model)))
    ]
  }
}
