import Wording

/// Goes back a step: from the numbers on top, from a filter, from the view.
struct GoBack: KeyAction {
  let keys = "Esc h Left"
  let group = KeyGroup.move
  let presence = Presence.withStore
  func title(_ wording: Wording) -> String { wording.pick("返回；取消标记；清除筛选", "back; unmark; clear the filter") }

  func hint(_ model: Model) -> Hint? {
    model.stack.count > 1 ? Hint(8, model.wording.pick("返回", "back")) : nil
  }

  func availability(_ model: Model) -> Availability { .live }

  func perform(_ model: inout Model) -> [Effect] {
    if model.screen.chip != nil {
      model.screen.chip = nil
    } else if !model.screen.marks.isEmpty || model.screen.anchor != nil {
      (model.screen.marks, model.screen.anchor) = ([], nil)
    } else if model.screen.filter != .all || !model.screen.filterText.isEmpty {
      model.screen.filter = .all
      model.screen.filterText = ""
      model.refresh()
    } else if model.stack.count > 1 {
      model.pop()
    } else {
      model.say(model.wording.pick("已在总览，按 q 退出。", "This is the home screen; q leaves."))
    }
    return []
  }
}
