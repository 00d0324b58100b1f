import Campaigns
import Wording

extension Form {
  /// What is asked for is set where it is new or another; what was read is recorded.
  func targeting(_ id: String, _ model: Model) throws(FormError) -> [Effect] {
    let code = try code(of: id, model)
    let name = try words(.target, model)
    let known = model.snapshot.row(id: id)?.task.targets.first { $0.name == name }
    var effects: [Effect] = []
    if let least = try figure(.atLeast, model),
      known?.atLeast != least.value || least.unit ?? known?.unit != known?.unit
    {
      effects.append(
        .act(
          code: code, .setTarget(id: id, TargetDraft(name: name, atLeast: least.value, unit: least.unit))))
    }
    if let value = try figure(.value, model) {
      let (text, note) = (self[.day].trimmed, self[.text].trimmed)
      let report = ReadingReport(
        target: name, value: value.value, on: text.isEmpty ? nil : try day(text, model),
        note: note.isEmpty ? nil : note)
      effects.append(.act(code: code, .addReading(id: id, report)))
    }
    guard effects.isEmpty else { return effects }
    throw FormError(
      model.wording.pick("请填写读数，或至少达到多少。", "Give a reading, or the least that passes."), .value)
  }

  private func figure(_ field: FieldName, _ model: Model) throws(FormError) -> (value: Double, unit: String?)?
  {
    let text = self[field].trimmed
    guard !text.isEmpty else { return nil }
    if let figure = Figure.read(text) { return figure }
    let wording = model.wording
    throw FormError(
      wording.pick(
        "\(wording.quoted(text))不是数，请写作 92.5 或 92.5%。",
        "\(wording.quoted(text)) is no figure; write 92.5 or 92.5%."),
      field)
  }
}
