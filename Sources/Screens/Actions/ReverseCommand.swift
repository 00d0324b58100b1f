import Campaigns
import Wording

/// 撤销 and 重做: takes one's last command back, or does it again.
struct ReverseCommand: KeyAction {
  let reversal: Reversal
  let group = KeyGroup.change
  let presence = Presence.changing
  var keys: String { reversal == .undo ? "u" : "U ^R" }
  init(_ reversal: Reversal) { self.reversal = reversal }

  func title(_ wording: Wording) -> String {
    switch reversal {
    case .undo: wording.pick("撤销自己的上一步操作", "undo your last command")
    case .redo: wording.pick("重做刚撤销的操作", "redo what was undone")
    }
  }

  func availability(_ model: Model) -> Availability { .live }
  func perform(_ model: inout Model) -> [Effect] { [.offer(reversal)] }
}
