import Wording

/// Shows or hides what is known of the selected item.
struct ToggleDetail: KeyAction {
  let keys = "i"
  let group = KeyGroup.list
  let presence = Presence.withStore
  func title(_ wording: Wording) -> String { wording.pick("显示或收起详情", "show or hide the detail") }

  func availability(_ model: Model) -> Availability {
    guard model.canShowDetail else { return model.needs(.sort) }
    return model.size.columns >= Layout.wide
      ? .disabled(model.wording.pick("宽屏已显示详情", "a wide screen shows it already")) : .live
  }

  func perform(_ model: inout Model) -> [Effect] {
    model.isDetailShown.toggle()
    model.refresh()
    if model.isDetailShown, model.layout.detail == nil {
      model.say(
        model.wording.pick(
          "屏幕太小，放不下详情；按回车打开。", "The screen is too small for the detail; Enter opens the page."))
    }
    return []
  }
}
