/// Splits a second item off a draft.
struct SplitDraftForm: TaskFormKind {
  let id: String
  let fields = [FormField(.title)]

  func title(_ model: Model) -> String {
    model.named(model.wording.pick("拆出第二项", "Split off a second item"), id)
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    [try model.act(on: id, .splitDraft(id: id, title: try form.words(.title, model)))]
  }
}
