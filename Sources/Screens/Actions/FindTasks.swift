import TerminalFrames
import Wording

/// Opens the line after `/`. Pages without a list of their own look through all tasks.
struct FindTasks: KeyAction {
  let keys = "/"
  let group = KeyGroup.find
  let presence = Presence.withStore
  func title(_ wording: Wording) -> String { wording.pick("查找：边输入边筛选", "find: filter as you type") }
  func hint(_ model: Model) -> Hint? { Hint(6, model.wording.pick("查找", "find")) }

  func availability(_ model: Model) -> Availability {
    model.screen.place == .home || model.isTaskPage ? .live : model.needs(.filter)
  }

  func perform(_ model: inout Model) -> [Effect] {
    let opensPage = model.needs(.filter) != .live
    if opensPage { model.stack.append(ScreenState(.tasks(.all))) }
    let text = model.screen.filterText
    model.overlay = .filter(FilterLine(line: TextLine(text), before: text, opensPage: opensPage))
    model.refresh()
    return []
  }
}
