import Wording

/// Sets the days of the event that a deadline hangs on.
struct DateEvent: WorkAction {
  let keys = "t"

  func title(_ wording: Wording) -> String {
    wording.pick("定下时限所依事件的日期", "date the event that a deadline hangs on")
  }

  func availability(_ model: Model) -> Availability {
    model.task?.task.deadline.event == nil
      ? .disabled(model.wording.pick("所选任务的时限不依事件", "the task's deadline hangs on no event")) : .live
  }

  func perform(_ model: inout Model) -> [Effect] { model.openForm(.dateEvent) }
}
