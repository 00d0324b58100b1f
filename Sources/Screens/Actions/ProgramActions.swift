import Wording

/// Every key that is live here and now.
struct ShowHelp: KeyAction {
  let keys = "? F1"
  let group = KeyGroup.program
  let presence = Presence.everywhere
  func title(_ wording: Wording) -> String {
    wording.pick("帮助：列出可用的键，回车执行", "help: live keys; Enter runs one")
  }
  func hint(_ model: Model) -> Hint? { Hint(0, model.wording.pick("帮助", "help")) }
  func availability(_ model: Model) -> Availability { .live }
  func perform(_ model: inout Model) -> [Effect] {
    model.overlay = .help(Help(model))
    return []
  }
}

/// Reads the store, whether or not somebody changed it.
struct ReloadStore: KeyAction {
  let keys = "R"
  let group = KeyGroup.program
  let presence = Presence.withStore
  func title(_ wording: Wording) -> String { wording.pick("重新读取台账库", "read the store again") }
  func availability(_ model: Model) -> Availability { .live }
  func perform(_ model: inout Model) -> [Effect] {
    model.say(model.wording.pick("已重新读取台账库。", "The store was read again."))
    guard case .files(let path) = model.screen.place else { return [.reload] }
    model.readings = [:]
    return [.reload, .open(path: path)]
  }
}

/// Shows everything anew, where something else wrote on the terminal.
struct RedrawScreen: KeyAction {
  let keys = "^L"
  let group = KeyGroup.program
  let presence = Presence.everywhere
  func title(_ wording: Wording) -> String { wording.pick("重画屏幕", "draw the screen again") }
  func availability(_ model: Model) -> Availability { .live }
  func perform(_ model: inout Model) -> [Effect] { [.repaint] }
}

/// Stops the program until the shell goes on with it.
struct SuspendProgram: KeyAction {
  let keys = "^Z"
  let group = KeyGroup.program
  let presence = Presence.everywhere
  func title(_ wording: Wording) -> String {
    wording.pick("挂起，回到命令行（fg 恢复）", "suspend (fg comes back)")
  }
  func availability(_ model: Model) -> Availability { .live }
  func perform(_ model: inout Model) -> [Effect] { [.suspend] }
}

/// Cancels what is being typed, of which there is nothing on a list or a page.
struct CancelTyping: KeyAction {
  let keys = "^C"
  let group = KeyGroup.program
  let presence = Presence.everywhere
  func title(_ wording: Wording) -> String { wording.pick("取消正在输入的内容", "cancel what is being typed") }
  func availability(_ model: Model) -> Availability { .live }
  func perform(_ model: inout Model) -> [Effect] {
    model.say(
      model.wording.pick("没有要取消的内容。q 关闭本页，Q 退出。", "Nothing to cancel. q closes this view, Q leaves."))
    return []
  }
}

/// Closes the view on top; the last one is the program.
struct CloseView: KeyAction {
  let keys = "q"
  let group = KeyGroup.program
  let presence = Presence.everywhere
  func title(_ wording: Wording) -> String {
    wording.pick("关闭本页；在总览中退出", "close this view; on home, leave")
  }
  func hint(_ model: Model) -> Hint? {
    let isLast = model.stack.count == 1
    return Hint(9, isLast ? model.wording.pick("退出", "leave") : model.wording.pick("关闭", "close"))
  }
  func availability(_ model: Model) -> Availability { .live }
  func perform(_ model: inout Model) -> [Effect] {
    guard model.stack.count > 1 else { return [.end(.quit)] }
    model.pop()
    return []
  }
}

/// Leaves the program.
struct QuitProgram: KeyAction {
  let keys = "Q"
  let group = KeyGroup.program
  let presence = Presence.everywhere
  func title(_ wording: Wording) -> String { wording.pick("退出", "leave the program") }
  func availability(_ model: Model) -> Availability { .live }
  func perform(_ model: inout Model) -> [Effect] { [.end(.quit)] }
}
