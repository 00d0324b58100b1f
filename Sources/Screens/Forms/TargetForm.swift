import Campaigns

/// 指标: what is asked for is set where it is new or another; what was read is recorded.
struct TargetForm: TaskFormKind {
  let id: String
  let fields = [
    FormField(
      .target, hint: { $1.wording.pick("如满意率", "as in 满意率") },
      remark: { form, model in
        model.target(form).map(model.wording.words) ?? model.wording.pick("新指标", "a new one")
      }),
    FormField(.value, "如 92.5，可不填", "as in 92.5; may stay empty"),
    FormField.pastDay("测评日期，不填即今天", "the day of the reading; today if empty"), FormField(.text),
    FormField(.atLeast, "新指标必填，如 90%", "needed for a new one, as in 90%"),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("指标", "Target"), id) }

  /// It begins with the target that fails, or the first.
  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard let targets = model.snapshot.row(id: id)?.task.targets, form[.target].isEmpty,
      let target = targets.first(where: { $0.isPassed == false }) ?? targets.first
    else { return }
    form.fill([.target: target.name, .atLeast: Figure.text(target.atLeast) + (target.unit ?? "")])
    form.focus(on: .value)
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let name = try form.words(.target, model)
    let known = model.target(form)
    var effects: [Effect] = []
    if let least = try form.figure(.atLeast, model),
      known?.atLeast != least.value || least.unit ?? known?.unit != known?.unit
    {
      let draft = TargetDraft(name: name, atLeast: least.value, unit: least.unit)
      effects.append(try model.act(on: id, .setTarget(id: id, draft)))
    }
    if let value = try form.figure(.value, model) {
      let report = ReadingReport(
        target: name, value: value.value, on: try form.pastDay(.day, model), note: form.optional(.text))
      effects.append(try model.act(on: id, .addReading(id: id, report)))
    }
    guard effects.isEmpty else { return effects }
    throw FormError(
      model.wording.pick("请填写读数，或至少达到多少。", "Give a reading, or the least that passes."), .value)
  }
}

extension Form {
  fileprivate func figure(_ field: FieldName, _ model: Model) throws(FormError) -> (
    value: Double, unit: String?
  )? {
    guard let text = optional(field) else { return nil }
    if let figure = Figure.read(text) { return figure }
    let wording = model.wording
    throw FormError(
      wording.pick(
        "\(wording.quoted(text))不是数，请写作 92.5 或 92.5%。",
        "\(wording.quoted(text)) is no figure; write 92.5 or 92.5%."),
      field)
  }
}

extension Model {
  /// The target whose name is typed.
  fileprivate func target(_ form: Form) -> Target? {
    snapshot.row(id: form.purpose.subject)?.task.targets.first { $0.name == form[.target].trimmed }
  }
}
