import TerminalFrames
import Wording

/// What a key does in a form, beside those that edit a line of text.
package enum FormAction: CaseIterable, Sendable {
  case save, next, previous, newLine, template, editor, nextName, previousName, cancel, empty

  /// Its keys, the one to be shown first.
  package var keys: [Key] {
    switch self {
    case .save: [.enter]
    case .next: [.tab, .down]
    case .previous: [.backTab, .up]
    case .newLine: [.control("o")]
    case .template: [.control("t")]
    case .editor: [.control("x")]
    case .nextName: [.control("n")]
    case .previousName: [.control("p")]
    case .cancel: [.escape, .control("c")]
    case .empty: [.control("u")]
    }
  }

  /// What it does, in a line of help.
  package func title(_ wording: Wording) -> String {
    switch self {
    case .save: wording.pick("保存", "save")
    case .next: wording.pick("选中候选的名称；下一栏", "take the name that is offered; next field")
    case .previous: wording.pick("上一栏", "field before")
    case .newLine: wording.pick("另起一行（原文、标准等长内容）", "a new line, where text is long")
    case .template: wording.pick("常用语，再按换下一条", "a template; again for the next one")
    case .editor: wording.pick("在编辑器（$EDITOR）里写这张表", "write this form in $EDITOR")
    case .nextName: wording.pick("下一个候选的名称", "next name that is offered")
    case .previousName: wording.pick("前一个候选的名称", "name before")
    case .cancel: wording.pick("取消，写下的内容留着", "cancel; what was typed is kept")
    case .empty:
      wording.pick("清空光标前的内容；上次未保存的全部清空", "empty up to the caret; all of what was kept from before")
    }
  }

  /// The action in a word or two, for the hint bar; nil where it is not named there.
  func hint(_ wording: Wording, isShort: Bool) -> String? {
    switch self {
    case .save: title(wording)
    case .next: wording.pick("下一栏", "next field")
    case .newLine: wording.pick("换行", "new line")
    case .template: wording.pick("常用语", "template")
    case .previous, .editor, .nextName, .previousName: nil
    case .cancel:
      isShort ? wording.pick("取消", "cancel") : wording.pick("取消（内容留着）", "cancel (text is kept)")
    case .empty: wording.pick("清空", "empty")
    }
  }

  /// What a key does; nil where it is left to the line of text.
  init?(_ key: Key) {
    guard let action = FormAction.allCases.first(where: { $0.keys.contains(key) }) else { return nil }
    self = action
  }
}
