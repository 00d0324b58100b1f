import Wording

/// 设置: what concerns the store as a whole, and who one is.
struct OpenSettings: KeyAction {
  let keys = ","
  let group = KeyGroup.program
  let presence = Presence.changing
  func title(_ wording: Wording) -> String {
    wording.pick(
      "设置：单位名称、我的姓名、亮灯标准、作息日、事件、常用语",
      "settings: the office's name, mine, lights, own days, events, templates")
  }

  func availability(_ model: Model) -> Availability { .live }

  func perform(_ model: inout Model) -> [Effect] {
    if model.screen.place != .settings { model.stack.append(ScreenState(.settings)) }
    model.refresh()
    return []
  }
}

extension Model {
  /// The form of the setting that is selected; nil where none is.
  var settingForm: Form.Purpose? {
    switch screen.item?.id {
    case .setting: Form.Purpose(.settings)
    case .event(let name, let code):
      Form.Purpose(.namedEvent, [name, code].compactMap(\.self).joined(separator: "\t"))
    case .template(let name): Form.Purpose(.template, name)
    default: nil
    }
  }
}
