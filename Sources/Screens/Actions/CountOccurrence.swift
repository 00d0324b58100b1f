import Campaigns
import Wording

/// 计数: so many more of the task's quota were done.
struct CountOccurrence: WorkAction {
  let keys = "c"
  func title(_ wording: Wording) -> String { wording.pick("计数：登记完成一次", "count: one more is done") }

  /// Few tasks want it: it is named on the pages of those that do, and the bar of a list stays as it is.
  func hint(_ model: Model) -> Hint? {
    model.isTaskPage && model.isLive(self) ? Hint(5, model.wording.pick("计数", "count")) : nil
  }

  func availability(_ model: Model) -> Availability {
    model.changing { .record(id: $0, OccurrenceReport(from: model.member?.name)) }
  }

  func perform(_ model: inout Model) -> [Effect] { model.openForm(.count) }
}
