import Campaigns
import Wording

/// 修改方案: everything that a campaign says of itself.
struct EditCampaignForm: FormKind {
  let code: String
  let fields = [
    FormField(.title), .optional(.number), .optional(.issuer),
    FormField(.issued, "如 2026-03-01、3月1日，可不填", "as in 2026-03-01; may stay empty") { form, model in
      model.day(in: form[.issued].trimmed)?.iso ?? model.wording.pick("看不懂", "cannot be read")
    },
    FormField(.year), FormField(.basis, "多件用分号隔开", "several with semicolons"),
    FormField(.goals, "多条用分号隔开", "several with semicolons"),
    FormField(.group, "写职务，可不填", "by posts; may stay empty"),
  ]

  func title(_ model: Model) -> String {
    model.wording.pick("修改方案  \(code)", "Edit campaign  \(code)")
  }

  func isAbout(_ snapshot: Snapshot) -> Bool { snapshot.entry(code: code) != nil }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard let campaign = model.snapshot.campaign(code: code) else { return }
    form.fill(
      [
        .title: campaign.title, .number: campaign.documentNumber ?? "", .issuer: campaign.issuer ?? "",
        .issued: campaign.issued?.iso ?? "", .year: campaign.year.map(String.init) ?? "",
        .basis: campaign.basis.joined(separator: "；"), .goals: campaign.goals.joined(separator: "；"),
        .group: campaign.leadingGroup ?? "",
      ], isNew: isNew)
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var edit = CampaignEdit()
    if form.changed(.title) != nil { edit.title = try form.words(.title, model) }
    (edit.documentNumber, edit.issuer, edit.leadingGroup) = (
      form.changed(.number), form.changed(.issuer), form.changed(.group)
    )
    if let text = form.changed(.issued) {
      guard let day = text.isEmpty ? nil : model.day(in: text) else {
        throw FormError(model.wording.notADay(text), .issued)
      }
      edit.issued = day
    }
    if form.changed(.year) != nil { edit.year = try form.number(.year, model) }
    if form.changed(.basis) != nil { edit.basis = form.parts(.basis) }
    if form.changed(.goals) != nil { edit.goals = form.parts(.goals) }
    guard edit != CampaignEdit() else { throw .nothingChanged(form, model) }
    return [.act(code: code, .editCampaign(edit))]
  }
}

extension Form {
  /// What stands in a field, taken apart at ； and at line ends.
  fileprivate func parts(_ field: FieldName) -> [String] {
    self[field].split { "；;\n".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
