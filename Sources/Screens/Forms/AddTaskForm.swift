import Campaigns
import Wording

/// 新建任务: title, time, units, campaign, phase, the task that it is part of. Units that nobody has are offered to be made.
struct AddTaskForm: FormKind {
  /// The campaign that is suggested.
  let code: String
  let fields = [
    FormField(.title), FormField.due { form, model in form.campaign(model) },
    FormField.units { name, model in model.read(unit: name) },
    FormField.campaign,
    FormField(
      .phase,
      hint: { form, model in
        let phases = form.campaign(model)?.phases ?? []
        return model.wording.pick("可不填", "may stay empty")
          + (phases.isEmpty ? "" : model.wording.pick("：", ": ") + model.wording.joined(phases.map(\.name)))
      }
    ).picking { $1.phasePicks($0.campaign($1)) },
    FormField(
      .parent,
      hint: { $1.wording.pick("填任务编号即为其子任务，可不填", "an id makes it a part of that task; may stay empty") },
      remark: { form, model in
        model.snapshot.row(id: form[.parent].trimmed)?.task.title
          ?? model.wording.pick("没有这个任务", "no such task")
      }
    ).picking { $1.taskPicks($0.campaign($1)) },
  ]

  func title(_ model: Model) -> String { model.wording.pick("新建任务", "New task") }
  func isAbout(_ snapshot: Snapshot) -> Bool { snapshot.entry(code: code) != nil }

  /// It goes beside the selected task: into its phase, part of what that one is part of.
  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard isNew else { return }
    let beside = model.task.flatMap { $0.code == code ? $0 : nil }
    form.fill([.campaign: code, .phase: beside?.phase?.name ?? "", .parent: beside?.task.parent ?? ""])
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var draft = TaskDraft(title: try form.words(.title, model))
    let campaign = try form.knownCampaign(model)
    if let due = form.optional(.due) { draft.deadline = try form.deadline(due, in: campaign, model) }
    (draft.phase, draft.parent) = (form.optional(.phase), form.optional(.parent))
    // What was suggested of the one campaign is nothing of another.
    if campaign.code != code, form.changed(.phase) == nil { draft.phase = nil }
    if campaign.code != code, form.changed(.parent) == nil { draft.parent = nil }
    let (names, new) = try form.units([.units], model)
    draft.units = names[.units] ?? []
    return [.act(code: campaign.code, .addTask(draft), newUnits: new)]
  }
}
