import Campaigns
import Wording

/// 常用语: words to start a document or an entry from, by their name.
struct TemplateForm: FormKind {
  let name: String
  let fields = [
    FormField(.name, "如 催办、交办", "as in 催办"),
    FormField(.text, "清空即去掉", "empty takes it away"),
  ]

  func title(_ model: Model) -> String {
    name.isEmpty
      ? model.wording.pick("新增常用语", "New template") : model.wording.pick("常用语  \(name)", "Template  \(name)")
  }

  func isAbout(_ snapshot: Snapshot) -> Bool { true }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard let template = model.snapshot.settings.templates.first(where: { $0.name == name }) else { return }
    form.fill([.name: template.name, .text: template.text], isNew: isNew)
    form.focus(on: .text)
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let typed = try form.words(.name, model)
    let text = form.optional(.text)
    guard text != nil || !name.isEmpty else {
      throw FormError(model.wording.pick("请填写内容。", "Please fill in the words."), .text)
    }
    if typed != name, model.snapshot.settings.templates.contains(where: { $0.name == typed }) {
      throw FormError(model.wording.prose(Refusal.nameTaken(typed)), .name)
    }
    guard form.changed(.name) != nil || form.changed(.text) != nil else { throw .nothingChanged(form, model) }
    var acts: [SettingsAct] = []
    // Under another name it is another one, which takes the place of the old.
    if !name.isEmpty, typed != name, text != nil { acts.append(.template(name: name, text: nil)) }
    acts.append(.template(name: text == nil ? name : typed, text: text))
    return [.settings(acts)]
  }
}
