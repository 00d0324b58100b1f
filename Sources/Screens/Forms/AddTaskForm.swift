import Campaigns
import Wording

/// 新建任务: title, time, units, campaign, phase, the task that it is part of. Units that nobody has are offered to be made.
struct AddTaskForm: FormKind {
  /// The campaign that is suggested.
  let code: String
  let fields = [
    FormField(.title), FormField.due { form, model in form.campaign(model) },
    FormField.units { name, model in (try? model.unit(likeName: name))?.name ?? "\(name)?" },
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
    let (names, unknown) = try form.units(.units, model)
    draft.units = names
    return [.act(code: campaign.code, .addTask(draft), newUnits: unknown)]
  }
}

extension Form {
  /// Names of units, and those that are to be made with them: where some are not known, what they are is asked for, and
  /// the next Enter makes them.
  func units(_ field: FieldName, _ model: Model) throws(FormError) -> (names: [String], new: [UnitDraft]) {
    var (names, unknown): ([String], [String]) = ([], [])
    var near: String?
    for name in model.unitNames(in: self[field]) {
      do throws(Refusal) { names.append(try model.unit(likeName: name).name) } catch {
        names.append(name)
        if !unknown.contains(name) { unknown.append(name) }
        if case .unknownUnit(_, let nearest) = error { near = nearest }
      }
    }
    let wording = model.wording
    guard unknown.isEmpty || unknown == offered else {
      let all = wording.joined(unknown.map(wording.quoted))
      if unknown.count > 1 { near = nil }
      throw FormError(
        wording.pick(
          "没有单位\(all)" + (near.map { "（最接近的是\(wording.quoted($0))）" } ?? "") + "，再按回车新建，类别、成员见下。",
          "There is no unit \(all)" + (near.map { " (the nearest is \(wording.quoted($0)))" } ?? "")
            + "; Enter again makes it, as said below."), field, offers: unknown)
    }
    let members = unknown.isEmpty ? [] : try self.members(model).map(\.name)
    return (
      names, unknown.map { UnitDraft(name: $0, kind: unitKind(model) ?? .department, members: members) }
    )
  }

  /// Asks what the units are that it has offered to make, and no more where it has not.
  mutating func askForUnits(_ model: Model) {
    let asks = fields.contains { $0.name == .kind }
    if offered.isEmpty {
      guard asks, !purpose.form.fields.contains(where: { $0.name == .kind }) else { return }
      fields.removeAll { $0.name == .kind || $0.name == .members }
      focus = min(focus, fields.count - 1)
    } else if !asks {
      let place = (fields.firstIndex { $0.name == .units } ?? fields.count - 1) + 1
      fields.insert(contentsOf: [Field(.kind), Field(.members)], at: place)
      self[.kind] = model.wording.unitKind(.department)
    }
  }
}
