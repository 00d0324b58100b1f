import TerminalFrames
import Wording

extension Model {
  /// `? 帮助` leftmost so that it is never cut, then what can be done, then where one is in the list.
  func drawHints(_ row: Int, _ layout: Layout, _ frame: inout Frame) {
    let position = position(layout)
    let end = position.isEmpty ? size.columns + 1 : size.columns - setting.width.columns(position) - 1
    var column = 1
    for (keys, words) in hints {
      let columns = setting.width.columns("\(keys) \(words)")
      guard column + columns < end else { break }
      column = frame.put(keys, row: row, column: column, style: .key)
      column = frame.put(" \(words)", row: row, column: column) + 2
    }
    frame.put(position, row: row, column: max(column, end))
  }

  /// Keys and words, the most important first.
  private var hints: [(String, String)] {
    func name(_ key: Key) -> String { wording.name(key) }
    switch overlay {
    case .form(let form):
      let save = (name(.enter), wording.pick("保存", "save"))
      let next = form.fields.count > 1 ? [("Tab", wording.pick("下一栏", "next field"))] : []
      let empty = ("^U", wording.pick("清空", "empty"))
      guard size.columns >= 60 else { return [save, ("Esc", wording.pick("取消", "cancel"))] + next + [empty] }
      return [save] + next + [("Esc", wording.pick("取消（内容留着）", "cancel (text is kept)")), empty]
    case .filter:
      return [
        (name(.enter), wording.pick("确定", "keep")), ("Esc", wording.pick("取消", "cancel")),
        ("", wording.pick("例：党办 is:逾期 due:7d", "e.g. 党办 is:overdue due:7d")),
      ]
    case .chooser:
      return [(name(.enter), wording.pick("确定", "do it")), ("Esc", wording.pick("取消", "cancel"))]
    case .help(let help) where help.isTyping:
      return [(name(.enter), wording.pick("确定", "keep")), ("Esc", wording.pick("清除", "clear"))]
    case .help:
      return [
        (name(.enter), wording.pick("执行", "run")), ("/", wording.pick("查找", "find")),
        ("Esc", wording.pick("关闭", "close")),
      ]
    case nil:
      return KeyTable.all.filter { $0.hint != nil && isHinted($0) }
        .sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
        .map { binding in
          let keys = binding.action == .home ? "1-6" : binding.keys.first.map(name) ?? ""
          return (
            keys,
            stack.count == 1 && binding.action == .close
              ? wording.pick("退出", "leave")
              : isTaskPage && binding.action == .open
                ? wording.pick("成员", "members") : wording.hint(binding.action)
          )
        }
    }
  }

  /// What the bar shows stays the same from row to row: keys that change a task are there as long as one is selected,
  /// and say why where the rules forbid them.
  private func isHinted(_ binding: KeyBinding) -> Bool {
    switch availability(binding.action) {
    case .absent: false
    // What few tasks want is named on the pages of those that do, and the bar of a list stays as it is.
    case .live where binding.action == .count: isTaskPage
    case .live where binding.action == .extend: isTaskPage && task?.task.pendingExtension != nil
    // The way back is worth more there.
    case .live where binding.action == .add: !isTaskPage
    case .live where binding.action == .remind:
      isTaskPage && task?.chases.contains(where: \.isDue) == true
    case .disabled where [.count, .extend, .remind].contains(binding.action): false
    case .live: binding.action != .back || stack.count > 1
    case .disabled: binding.group == .change && task != nil
    }
  }

  private var isTaskPage: Bool { if case .task = screen.place { true } else { false } }

  /// 3/20: the selected row among all; on a page of text, the last line shown.
  private func position(_ layout: Layout) -> String {
    guard !isCovered else { return "" }
    if screen.isPage {
      let count = screen.content.items.count
      return count <= layout.list.rows ? "" : "\(min(count, screen.top + layout.list.rows))/\(count)"
    }
    let lines = screen.selectable
    return lines.firstIndex(of: screen.line).map { "\($0 + 1)/\(lines.count)" } ?? ""
  }

  private var isCovered: Bool {
    switch overlay {
    case .help, .chooser: true
    // What to do is worth more there than where one is.
    case .form: size.columns < 60
    default: false
    }
  }
}
