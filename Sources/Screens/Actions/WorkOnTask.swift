import Campaigns
import Wording

/// 变更办理状态: returns, strikes off, takes up again, suspends or cancels.
struct ChangeStage: WorkAction {
  let keys = "z"

  func title(_ wording: Wording) -> String {
    wording.pick("变更状态：退回重办、销号、重新办理、中止、取消", "return, strike off, take up again, suspend, cancel")
  }

  func availability(_ model: Model) -> Availability {
    model.unless { task, campaign, context in
      let isPossible = campaign.state == .open && !StageChange.possible(task.stage).isEmpty
      return isPossible
        ? nil : CancelAct.obstacle(for: task, in: campaign, context) ?? .nothingToDo(id: task.id)
    }
  }

  func perform(_ model: inout Model) -> [Effect] { model.openForm(.stage) }
}

/// 交办: gives a task to units, or takes it from them.
struct AssignUnits: WorkAction {
  let keys = "f"
  func title(_ wording: Wording) -> String {
    wording.pick("交办：增减责任单位，改牵头", "assign: units that come, lead, leave")
  }
  func availability(_ model: Model) -> Availability { model.unless(AssignAct.obstacle) }
  func perform(_ model: inout Model) -> [Effect] { model.openForm(.assign) }
}

/// 标签.
struct TagTask: WorkAction {
  let keys = "#"
  func title(_ wording: Wording) -> String { wording.pick("加减标签", "tags that come and go") }
  func availability(_ model: Model) -> Availability { model.unless(EditTaskAct.obstacle) }
  func perform(_ model: inout Model) -> [Effect] { model.openForm(.tag) }
}
