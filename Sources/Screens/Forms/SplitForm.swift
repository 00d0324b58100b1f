/// 拆分: the titles of what a task becomes.
struct SplitForm: TaskFormKind {
  let id: String
  let fields = [
    FormField(.first, hint: SplitForm.keepsID, remark: SplitForm.keepsID),
    FormField(.second, "新任务，记录照抄一份", "a new task with the same history"), FormField.optional(.third),
  ]

  private static let keepsID: FormField.Remark = { $1.wording.pick("编号不变", "keeps the id") }
  func title(_ model: Model) -> String { model.named(model.wording.pick("拆成几项", "Split"), id) }

  /// The task's title stands in the first field, or what was typed over it.
  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard let title = model.snapshot.row(id: id)?.task.title else { return }
    let typed = form.isEmpty ? title : form[.first]
    form.fill([.first: title])
    form[.first] = typed
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let titles = [try form.words(.first, model), try form.words(.second, model), form.optional(.third)]
    return [try model.act(on: id, .split(id: id, titles: titles.compactMap(\.self)))]
  }
}
