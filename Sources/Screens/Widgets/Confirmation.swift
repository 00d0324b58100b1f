import TerminalFrames
import Wording

/// A line that names what a key will do. Enter does it, or the same key again where the line could be seen.
struct Confirmation: Sendable {
  /// What will be done, to what.
  let text: String
  /// The key that asked for it.
  let key: Key
  let effects: [Effect]

  /// What a key does to it.
  enum Answer: Sendable { case yes, no, waits }

  /// What a key answers: letters that were typed along with its own say nothing.
  func answer(_ key: Key, isHurried: Bool) -> Answer {
    if key.halfWidth == self.key, !isHurried { return .yes }
    return switch KeyTable.binding(of: key)?.action {
    case is OpenItem where key == .enter: .yes
    case is GoBack where key == .escape, is CancelTyping: .no
    default: .waits
    }
  }
}

extension Model {
  /// Names on a line what will be done.
  mutating func confirm(_ text: String, _ key: Key, _ effects: [Effect]) -> [Effect] {
    overlay = .confirmation(Confirmation(text: text, key: key, effects: effects))
    return []
  }

  mutating func press(_ key: Key, in confirmation: Confirmation) -> [Effect] {
    switch confirmation.answer(key, isHurried: isHurried) {
    case .yes:
      overlay = nil
      return confirmation.effects
    case .no:
      overlay = nil
      if key == .control("c") { sayCancelled() }
    case .waits:
      notice = Notice(
        text: wording.pick("回车确认，Esc 取消：", "Enter does it, Esc cancels: ") + confirmation.text, isAlert: true)
    }
    return []
  }
}
