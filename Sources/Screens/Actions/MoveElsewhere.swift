import Campaigns
import Wording

/// Moves a task to another phase or plan. A draft is put right in the review.
struct MoveElsewhere: WorkAction {
  let keys = "M"

  func title(_ wording: Wording) -> String {
    wording.pick("移到别的阶段或方案", "move it to another phase or plan")
  }

  func availability(_ model: Model) -> Availability { model.unless(MoveAct.obstacle) }
  func perform(_ model: inout Model) -> [Effect] { model.openForm(.move) }
}
