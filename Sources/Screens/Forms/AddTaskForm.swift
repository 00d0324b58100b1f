import Campaigns

/// 新建任务: title, time, units, campaign. Units that nobody has are offered to be made.
struct AddTaskForm: FormKind {
  /// The campaign that is suggested.
  let code: String
  let fields = [
    FormField(.title), FormField.due { form, model in form.campaign(model) },
    FormField.units { name, model in (try? model.unit(likeName: name))?.name ?? "\(name)?" },
    FormField.campaign,
  ]

  func title(_ model: Model) -> String { model.wording.pick("新建任务", "New task") }
  func isAbout(_ snapshot: Snapshot) -> Bool { snapshot.entry(code: code) != nil }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    if isNew { form.fill([.campaign: code]) }
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let wording = model.wording
    var draft = TaskDraft(title: try form.words(.title, model))
    let campaign = try form.knownCampaign(model)
    if let due = form.optional(.due) { draft.deadline = try form.deadline(due, in: campaign, model) }
    var unknown: [String] = []
    var near: String?
    for name in model.unitNames(in: form[.units]) {
      do throws(Refusal) { draft.units.append(try model.unit(likeName: name).name) } catch {
        draft.units.append(name)
        if !unknown.contains(name) { unknown.append(name) }
        if case .unknownUnit(_, let nearest) = error { near = nearest }
      }
    }
    guard unknown.isEmpty || unknown == form.offered else {
      let all = wording.joined(unknown.map(wording.quoted))
      if unknown.count > 1 { near = nil }
      throw FormError(
        wording.pick(
          "没有单位\(all)" + (near.map { "（最接近的是\(wording.quoted($0))）" } ?? "") + "，再按一次回车新建该单位。",
          "There is no unit \(all)" + (near.map { " (the nearest is \(wording.quoted($0)))" } ?? "")
            + "; Enter again makes it."), .units, offers: unknown)
    }
    return [.act(code: campaign.code, .addTask(draft), newUnits: unknown)]
  }
}
