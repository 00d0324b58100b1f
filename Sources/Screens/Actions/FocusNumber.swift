import Wording

/// Goes through the numbers on top, which Enter opens.
struct FocusNumber: KeyAction {
  let direction: Direction
  let group = KeyGroup.move
  let presence = Presence.withStore
  var keys: String { direction == .forward ? "Tab" : "S-Tab" }
  init(_ direction: Direction) { self.direction = direction }

  func title(_ wording: Wording) -> String {
    switch direction {
    case .forward: wording.pick("到上方的下一个数字，回车打开", "next number on top; Enter opens it")
    case .backward: wording.pick("到上方的前一个数字", "number before")
    }
  }

  func availability(_ model: Model) -> Availability {
    model.shownChips == 0 ? .disabled(model.wording.pick("本页没有数字", "there are no numbers here")) : .live
  }

  func perform(_ model: inout Model) -> [Effect] {
    let count = model.shownChips
    let start = model.screen.chip ?? (direction == .forward ? -1 : count)
    let next = start + direction.step
    model.screen.chip = (0..<count).contains(next) ? next : nil
    return []
  }
}
