import Campaigns
import Wording

/// 登记进展.
struct EnterProgress: WorkAction {
  let keys = "p"
  func title(_ wording: Wording) -> String { wording.pick("登记进展", "report progress") }
  func hint(_ model: Model) -> Hint? { Hint(3, model.wording.pick("进展", "progress")) }
  func availability(_ model: Model) -> Availability { model.unless(ReportAct.obstacle) }
  func perform(_ model: inout Model) -> [Effect] { model.openForm(.report) }
}
