import Campaigns
import Wording

/// 催办: chases those that owe something.
struct ChaseUnits: WorkAction {
  let keys = "r"

  func title(_ wording: Wording) -> String {
    wording.pick("催办：催未办的，登记次数和级别", "chase those that owe something")
  }

  func hint(_ model: Model) -> Hint? {
    model.isTaskPage && model.isLive(self) && model.task?.chases.contains(where: \.isDue) == true
      ? Hint(5, model.wording.pick("催办", "chase")) : nil
  }

  func availability(_ model: Model) -> Availability {
    model.changing { .remind(id: $0, ChaseReport(units: model.member.map { [$0.id] } ?? [])) }
  }

  func perform(_ model: inout Model) -> [Effect] { model.openForm(.chase) }
}
