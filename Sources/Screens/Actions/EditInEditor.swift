import Wording

/// 在编辑器里修改: what `e` puts right, as a text in the editor that the environment names.
struct EditInEditor: KeyAction {
  let keys = "E"
  let group = KeyGroup.change
  let presence = Presence.changing

  func title(_ wording: Wording) -> String {
    wording.pick(
      "在编辑器（$EDITOR）里修改所选的一项，全部内容一并写", "put right the selected thing in $EDITOR, all of it as one text")
  }

  func availability(_ model: Model) -> Availability { EditItem().availability(model) }

  func perform(_ model: inout Model) -> [Effect] {
    // As it stands, whatever was typed before and not saved.
    guard let purpose = EditItem().form(model) else { return [] }
    let form = Form.new(purpose, model)
    model.overlay = .form(form)
    return model.write(form, sends: true)
  }
}
