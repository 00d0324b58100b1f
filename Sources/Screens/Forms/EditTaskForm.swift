import Campaigns
import Wording

/// 修改任务: everything that a task says, as it stands; what is typed over is changed, and nothing else.
struct EditTaskForm: TaskFormKind {
  let id: String
  var fields: [FormField] {
    [
      FormField(.title),
      FormField.due { _, model in model.campaign(of: id) }.remarking { form, model in
        // An extension that was approved goes on holding.
        guard let until = model.snapshot.row(id: form.purpose.subject)?.task.approvedEnd else { return "" }
        return model.wording.pick(
          "已批准延期至\(until.iso)，仍以此为准；", "extended to \(until.iso), which holds; ")
      },
      .responsible(.lead), .responsible(.supporting),
      FormField(.leader, "职务，多个用顿号隔开", "posts, several with commas").picking { $1.leaderPicks },
      FormField(.phase, hint: { $1.phaseNames(of: id) }).picking { $1.phasePicks($1.campaign(of: id)) },
      FormField(.person, "姓名或职务，可不填", "by name or post; may stay empty"),
      .optional(.itemNumber), .optional(.standard), .optional(.problems), .optional(.nextSteps),
      FormField(.tags, "多个用顿号隔开", "several with commas").picking { $1.tagPicks($1.campaign(of: id)) },
      FormField(
        .after, hint: { $1.wording.pick("须先办结的任务编号", "ids of what must come first") },
        remark: { form, model in model.titles(form.names(.after)) }
      ).picking { $1.taskPicks($1.campaign(of: id)) },
      FormField(
        .parent, hint: { $1.wording.pick("所属任务编号", "the id of the task that it is part of") },
        remark: { form, model in model.titles(form.names(.parent)) }
      ).picking { $1.taskPicks($1.campaign(of: id)) },
      FormField(.review, choices: { _, model in Period.allCases.map(model.wording.period) }),
      FormField(.rule, choices: { _, model in model.rules(of: id).map(model.wording.words) }),
      .optional(.words),
    ]
  }

  func title(_ model: Model) -> String { model.named(model.wording.pick("修改", "Edit"), id) }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard let row = model.snapshot.row(id: id) else { return }
    let task = row.task
    // What says nothing of this task is not asked.
    if task.deadline.kind != .standing { form.fields.removeAll { $0.name == .review } }
    if row.askedMembers(model.snapshot.units).isEmpty { form.fields.removeAll { $0.name == .rule } }
    func names(_ role: Role) -> String {
      task.units(in: role).map(model.snapshot.units.name).joined(separator: "、")
    }
    form.fill(
      [
        .title: task.title, .due: task.deadline.text, .phase: row.phase?.name ?? "", .leader: names(.leader),
        .lead: names(.lead), .supporting: names(.supporting), .person: names(.person),
        .itemNumber: task.number ?? "", .standard: task.standard ?? "", .problems: task.problems ?? "",
        .nextSteps: task.nextSteps ?? "", .tags: task.tags.joined(separator: "、"),
        .after: task.dependsOn.joined(separator: "、"), .parent: task.parent ?? "",
        .review: model.wording.period(task.reviewEvery ?? .quarter),
        .rule: model.wording.words(task.memberRule ?? .all), .words: task.text ?? "",
      ], isNew: isNew)
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var edit = TaskEdit()
    if form.changed(.title) != nil { edit.title = try form.words(.title, model) }
    if let due = form.changed(.due) {
      edit.deadline = due.isEmpty ? Deadline() : try form.deadline(due, in: model.campaign(of: id), model)
    }
    (edit.phase, edit.number, edit.standard) = (
      form.changed(.phase), form.changed(.itemNumber), form.changed(.standard)
    )
    (edit.problems, edit.nextSteps, edit.text) = (
      form.changed(.problems), form.changed(.nextSteps), form.changed(.words)
    )
    if form.changed(.leader) != nil { edit.responsible[.leader] = form.names(.leader) }
    if form.changed(.person) != nil { edit.responsible[.person] = form.names(.person) }
    let roles: [(Form.FieldName, Role)] = [(.lead, .lead), (.supporting, .supporting)]
    let named = roles.filter { form.changed($0.0) != nil }
    var new: [UnitDraft] = []
    if model.snapshot.row(id: id)?.task.stage == .draft {
      // Those of a draft need not be known yet.
      for (field, role) in named { edit.responsible[role] = model.unitNames(in: form[field]) }
    } else {
      let typed = try form.units(named.map(\.0), model)
      for (field, role) in named { edit.responsible[role] = typed.names[field] ?? [] }
      new = typed.new
    }
    if let words = form.changed(.review) {
      edit.reviewEvery = Period.allCases.first { model.wording.period($0) == words }
    }
    if let words = form.changed(.rule) {
      edit.memberRule = model.rules(of: id).first { model.wording.words($0) == words }
    }
    try link(form, &edit, model)
    guard edit != TaskEdit() else { throw .nothingChanged(form, model) }
    guard case .act(let code, let act, _) = try model.act(on: id, .editTask(id: id, edit)) else { return [] }
    return [.act(code: code, act, newUnits: new)]
  }

  /// What hangs on how it stands now: tags and other tasks that come and go.
  private func link(_ form: Form, _ edit: inout TaskEdit, _ model: Model) throws(FormError) {
    guard let task = model.snapshot.row(id: id)?.task else { return }
    if form.changed(.tags) != nil {
      let tags = form.names(.tags)
      edit.addTags = tags.filter { !task.tags.contains($0) }
      edit.removeTags = task.tags.filter { !tags.contains($0) }
    }
    if form.changed(.after) != nil {
      var ids: [String] = []
      for name in form.names(.after) { ids.append(try model.taskID(name, .after)) }
      edit.addDependencies = ids.filter { !task.dependsOn.contains($0) }
      edit.removeDependencies = task.dependsOn.filter { !ids.contains($0) }
    }
    if let parent = form.changed(.parent) {
      edit.parent = parent.isEmpty ? "" : try model.taskID(parent, .parent)
    }
  }
}

extension FormField {
  /// Names of units that answer for a task.
  fileprivate static func responsible(_ field: Form.FieldName) -> FormField {
    FormField(
      field, hint: { $1.wording.pick("多个用顿号隔开", "several with commas") },
      remark: { form, model in
        let names = model.unitNames(in: form[field])
        let new = names.filter { (try? model.unit(likeName: $0)) == nil }
        return new.isEmpty
          ? ""
          : model.wording.pick(
            "新：\(model.wording.joined(new))", "new: \(model.wording.joined(new))")
      }
    ).pickingUnits()
  }
}

extension Model {
  fileprivate func phaseNames(of id: String) -> String {
    let phases = campaign(of: id)?.phases ?? []
    return phases.isEmpty
      ? wording.pick("该方案没有阶段", "the plan has no phases") : wording.joined(phases.map(\.name))
  }

  /// Titles of tasks by their ids; what is none says so.
  fileprivate func titles(_ ids: [String]) -> String {
    wording.joined(ids.map { row(typed: $0)?.task.title ?? wording.pick("没有\($0)", "no \($0)") })
  }

  private func row(typed id: String) -> TaskRow? { snapshot.row(id: id) ?? snapshot.row(id: id.lowercased()) }

  /// The id of a task that is typed.
  fileprivate func taskID(_ text: String, _ field: Form.FieldName) throws(FormError) -> String {
    if let row = row(typed: text) { return row.task.id }
    throw FormError(wording.prose(Refusal.unknownTask(id: text)), field)
  }

  /// When a task of collectives can be complete.
  fileprivate func rules(of id: String) -> [MemberRule] {
    let asked = snapshot.row(id: id)?.askedMembers(snapshot.units).count ?? 0
    return [.all, .whole] + (asked > 1 ? (1..<asked).map(MemberRule.atLeast) : [])
  }
}
