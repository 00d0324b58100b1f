import Campaigns
import Wording

/// 指标: records a reading of a target, or sets what passes.
struct EnterTarget: WorkAction {
  let keys = "T"

  func title(_ wording: Wording) -> String {
    wording.pick("指标：登记读数，或设定至少达到多少", "targets: record a reading, or set what passes")
  }

  func availability(_ model: Model) -> Availability { model.unless(SetTargetAct.obstacle) }
  func perform(_ model: inout Model) -> [Effect] { model.openForm(.target) }
}
