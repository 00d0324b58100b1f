/// 备注: words for the log.
struct NoteForm: TaskFormKind {
  let id: String
  let fields = [FormField(.text)]
  func title(_ model: Model) -> String { model.named(model.wording.pick("备注", "Note"), id) }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    [try model.act(on: id, .note(id: id, text: try form.words(.text, model)))]
  }
}
