import Campaigns
import Wording

/// 拆分: a task becomes several; in the review a draft two.
struct SplitTask: KeyAction {
  let keys = "K"
  let group = KeyGroup.change
  let presence = Presence.changing
  func title(_ wording: Wording) -> String { wording.pick("拆成几项", "split it into several") }

  func availability(_ model: Model) -> Availability {
    model.reviewed == nil ? model.unless(SplitAct.obstacle) : model.hasSelectedDraft
  }

  func perform(_ model: inout Model) -> [Effect] {
    model.openForm(model.reviewed == nil ? .split : .splitDraft)
  }
}
