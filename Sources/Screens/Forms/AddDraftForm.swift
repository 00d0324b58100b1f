import Campaigns
import Wording

/// 补一项: a draft that the reader missed, at the line that is looked at.
struct AddDraftForm: FormKind {
  let code: String
  let fields = [
    FormField(.title), FormField.due { form, model in model.snapshot.campaign(code: form.purpose.subject) },
    FormField.units { name, model in model.read(unit: name) },
  ]

  func title(_ model: Model) -> String {
    let line = line(model).map { model.wording.pick("（原文第\($0)行）", " (line \($0))") } ?? ""
    return model.wording.pick("补一项\(line)", "Add an item\(line)")
  }

  func isAbout(_ snapshot: Snapshot) -> Bool { snapshot.entry(code: code) != nil }
  private func line(_ model: Model) -> Int? { model.task?.task.sourceLine }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var task = Task(id: code, title: try form.words(.title, model), deadline: Deadline(), stage: .draft)
    if let due = form.optional(.due) {
      task.deadline = try form.deadline(due, in: model.snapshot.campaign(code: code), model)
    }
    task.units = model.unitNames(in: form[.units]).enumerated().map { place, name in
      let unit = try? model.unit(likeName: name)
      return Responsibility(
        unit: unit?.id, name: unit?.name ?? name, role: place == 0 ? .lead : .supporting)
    }
    task.sourceLine = line(model)
    return [.act(code: code, .addDraft(task))]
  }
}
