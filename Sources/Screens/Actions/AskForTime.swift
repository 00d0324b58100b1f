import Campaigns
import Wording

/// 延期: asks for more time, or decides on the request that waits.
struct AskForTime: WorkAction {
  let keys = "x"

  func title(_ wording: Wording) -> String {
    wording.pick("延期：申请；有待批的则批复", "ask for more time; decide on what was asked")
  }

  func hint(_ model: Model) -> Hint? {
    model.isTaskPage && model.task?.task.pendingExtension != nil && model.isLive(self)
      ? Hint(5, model.wording.pick("延期", "extend")) : nil
  }

  func availability(_ model: Model) -> Availability {
    model.task?.task.pendingExtension == nil
      ? model.unless(ExtendAct.obstacle) : model.unless(DecideAct.obstacle)
  }

  func perform(_ model: inout Model) -> [Effect] {
    model.openForm(model.task?.task.pendingExtension == nil ? .extend : .decide)
  }
}
