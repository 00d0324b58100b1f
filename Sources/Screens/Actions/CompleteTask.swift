import Campaigns
import Wording

/// 办结: completes a task, or the part of the member that is shown.
struct CompleteTask: WorkAction {
  let keys = "d"
  func title(_ wording: Wording) -> String { wording.pick("办结", "complete") }
  func hint(_ model: Model) -> Hint? { Hint(2, title(model.wording)) }

  func availability(_ model: Model) -> Availability {
    model.changing { .complete(id: $0, CompletionReport(from: model.member?.name)) }
  }

  func perform(_ model: inout Model) -> [Effect] { model.openForm(.complete) }
}
