import Campaigns

/// 新建方案: title, number, year.
struct AddCampaignForm: FormKind {
  let fields = [
    FormField(.title), FormField.optional(.number),
    FormField(
      .year,
      hint: { form, model in "\(Campaign.year(inTitle: form[.title]) ?? model.snapshot.today.year)" }),
  ]

  func title(_ model: Model) -> String { model.wording.pick("新建方案", "New campaign") }
  func isAbout(_ snapshot: Snapshot) -> Bool { true }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    [
      .addCampaign(
        title: try form.words(.title, model), documentNumber: form.optional(.number),
        year: try form.number(.year, model))
    ]
  }
}
