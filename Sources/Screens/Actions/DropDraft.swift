import Wording

/// Leaves a draft out, after a question.
struct DropDraft: ReviewAction {
  let keys = "D"
  func title(_ wording: Wording) -> String { wording.pick("去掉这一项草稿", "leave this draft out") }
  func hint(_ model: Model) -> Hint? { Hint(3, model.wording.pick("去掉", "drop")) }
  func availability(_ model: Model) -> Availability { model.hasSelectedDraft }

  func perform(_ model: inout Model) -> [Effect] {
    guard let row = model.task else { return [] }
    let (wording, name) = (model.wording, "\(row.task.id)  \(row.task.title)")
    let drop = Chooser.Choice(
      text: wording.pick("去掉（y）", "leave it out (y)"), effect: .act(code: row.code, .drop(id: row.task.id)))
    return model.ask(wording.pick("去掉这一项？\(name)", "Leave this item out? \(name)"), [drop])
  }
}
