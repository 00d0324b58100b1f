import Wording

/// 导入: looks for a notice in the folders of this machine.
struct ImportFile: KeyAction {
  let keys = "I"
  let group = KeyGroup.change
  let presence = Presence.working

  func title(_ wording: Wording) -> String {
    wording.pick("导入公文：选文件，看读出什么，再核对", "import a notice: choose a file, see what it would be, check it")
  }

  func hint(_ model: Model) -> Hint? {
    model.screen.place == .campaigns ? Hint(4, model.wording.pick("导入", "import")) : nil
  }

  func availability(_ model: Model) -> Availability {
    if case .files = model.screen.place {
      return .disabled(model.wording.pick("已在选文件", "a file is being chosen"))
    }
    return .live
  }

  func perform(_ model: inout Model) -> [Effect] { [.open(path: "")] }
}

/// 按路径打开: a notice, or a folder with notices.
struct OpenPath: KeyAction {
  let keys = ":"
  let group = KeyGroup.change
  let presence = Presence.working

  func title(_ wording: Wording) -> String {
    wording.pick("按路径导入：写出文件或文件夹", "import by path: a file or a folder")
  }

  func availability(_ model: Model) -> Availability { .live }

  func perform(_ model: inout Model) -> [Effect] {
    model.open(Form.Purpose(.openPath))
    return []
  }
}
