import TerminalFrames

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
      let isNarrow = size.columns < 60
      // What does not fit goes: on a narrow screen the way out comes first.
      let order: [FormAction] =
        isNarrow ? [.save, .cancel, .next, .empty] : [.save, .next, .cancel, .newLine, .template, .empty]
      let live = order.filter {
        ($0 != .next || form.fields.count > 1) && ($0 != .newLine || form.isLong)
          && ($0 != .template || form.takesTemplates && !snapshot.settings.templates.isEmpty)
      }
      return live.compactMap { action in
        action.hint(wording, isShort: isNarrow || !form.purpose.form.isKept).map {
          (action.keys.first.map(name) ?? "", action == .save ? form.purpose.form.verb(wording) : $0)
        }
      }
    case .filter:
      return [
        (name(.enter), wording.pick("确定", "keep")), ("Esc", wording.pick("取消", "cancel")),
        ("", wording.pick("例：党办 状态:逾期 时限:本周", "e.g. 党办 is:overdue due:7d")),
      ]
    case .chooser, .confirmation:
      return [(name(.enter), wording.pick("确定", "do it")), ("Esc", wording.pick("取消", "cancel"))]
    case .help(let help) where help.isTyping:
      return [(name(.enter), wording.pick("确定", "keep")), ("Esc", wording.pick("清除", "clear"))]
    case .help:
      return [
        (name(.enter), wording.pick("执行", "run")), ("/", wording.pick("查找", "find")),
        ("Esc", wording.pick("关闭", "close")),
      ]
    case nil:
      let live = KeyTable.all.filter { isHinted($0.action) }
      let hinted = live.compactMap { binding in binding.action.hint(self).map { ($0, binding) } }
      return hinted.sorted { $0.0.rank < $1.0.rank }.map { hint, binding in
        (hint.keys ?? binding.keys.first.map(name) ?? "", hint.word)
      }
    }
  }

  /// What the bar shows stays the same from row to row: keys that change a task are there as long as one is selected,
  /// and say why where the rules forbid them.
  private func isHinted(_ action: any KeyAction) -> Bool {
    switch availability(action) {
    case .absent: false
    case .live: true
    case .disabled: action.group == .change && task != nil
    }
  }

  /// 3/20: the selected row among all; on a page of text, the last line shown.
  private func position(_ layout: Layout) -> String {
    guard !isCovered else { return "" }
    if screen.isPage {
      let count = screen.content.items.count
      return count <= layout.list.rows ? "" : "\(min(count, screen.top + layout.list.rows))/\(count)"
    }
    let (before, isSelectable) = screen.content.items.rank(of: screen.line)
    return isSelectable ? "\(before + 1)/\(screen.content.items.selectable)" : ""
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
