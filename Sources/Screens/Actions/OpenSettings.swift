import Wording

/// 设置: what concerns the store as a whole.
struct OpenSettings: KeyAction {
  let keys = ","
  let group = KeyGroup.program
  let presence = Presence.changing
  func title(_ wording: Wording) -> String {
    wording.pick("设置：单位名称、亮灯标准、自定休息日和上班日", "settings: the office's name, lights, own days")
  }
  func availability(_ model: Model) -> Availability { .live }

  func perform(_ model: inout Model) -> [Effect] {
    model.open(Form.Purpose(.settings))
    return []
  }
}
