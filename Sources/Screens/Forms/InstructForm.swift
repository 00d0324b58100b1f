import Campaigns

/// 批示: what a leader says, by himself or recorded by another.
struct InstructForm: TaskFormKind {
  let id: String
  let fields = [
    FormField(.text),
    FormField(.author, "代录领导批示时填职务，不填即本人", "the leader, if you record another's words"),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("批示", "Instruction"), id) }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    [
      try model.act(
        on: id, .instruct(id: id, text: try form.words(.text, model), from: form.optional(.author)))
    ]
  }
}
