import Campaigns

/// 修改草稿: what an import read, put right; its units need not be known yet.
struct ReviseForm: TaskFormKind {
  let id: String
  var fields: [FormField] {
    [
      FormField(.title), FormField.due { _, model in model.campaign(of: id) },
      FormField.units { name, model in
        model.snapshot.units.unit(named: name)?.name ?? model.wording.pick("\(name)（新）", "\(name) (new)")
      },
    ]
  }

  func title(_ model: Model) -> String { model.named(model.wording.pick("修改草稿", "Put the draft right"), id) }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard isNew, let task = model.snapshot.row(id: id)?.task else { return }
    let units = task.units.filter { $0.role == .lead || $0.role == .supporting }
    form.fill([
      .title: task.title, .due: task.deadline.text,
      .units: units.map(model.snapshot.units.name).joined(separator: "、"),
    ])
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var revision = DraftRevision(title: try form.words(.title, model))
    let due = form[.due].trimmed
    if due != form.given(.due) {
      revision.deadline = due.isEmpty ? Deadline() : try form.deadline(due, in: model.campaign(of: id), model)
    }
    if form[.units] != form.given(.units) { revision.units = model.unitNames(in: form[.units]) }
    return [try model.act(on: id, .revise(id: id, revision))]
  }
}
