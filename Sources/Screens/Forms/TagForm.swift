import Campaigns
import Wording

/// 标签: tags that come to a task, and tags that go.
struct TagForm: TaskFormKind {
  let id: String
  let isKept = false
  let fields = [
    FormField(.tags, "新增的标签，多个用顿号隔开", "tags to add, several with commas"),
    FormField(
      .dropped,
      hint: { form, model in
        let tags = model.snapshot.row(id: form.purpose.subject)?.task.tags ?? []
        return model.wording.pick("去掉的标签，可不填", "tags to take away; may stay empty")
          + (tags.isEmpty ? "" : model.wording.pick("；现有：", "; now: ") + model.wording.joined(tags))
      }),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("标签", "Tags"), id) }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var edit = TaskEdit()
    (edit.addTags, edit.removeTags) = (form.names(.tags), form.names(.dropped))
    guard edit != TaskEdit() else { throw FormError(model.wording.pick("请填写标签。", "Name a tag."), .tags) }
    return [try model.act(on: id, .editTask(id: id, edit))]
  }
}
