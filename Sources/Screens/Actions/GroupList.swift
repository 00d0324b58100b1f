import Campaigns
import Wording

/// Goes through the ways to group a list, or what rates are told apart by.
struct GroupList: KeyAction {
  let keys = "S"
  let group = KeyGroup.list
  let presence = Presence.withStore
  func title(_ wording: Wording) -> String { wording.pick("换一种分组", "group in another way") }
  func availability(_ model: Model) -> Availability { model.needs(.group) }

  func perform(_ model: inout Model) -> [Effect] {
    let isOfRates = model.screen.place == .rates
    let groups: [TaskGroup?] =
      isOfRates ? [nil, .campaign, .phase, .leader] : [nil, .unit, .campaign, .leader, .phase, .light]
    model.screen.group = groups.after(model.screen.group)
    model.refresh()
    // The page of rates says it above its table.
    guard !isOfRates else { return [] }
    let group = model.wording.title(model.screen.group)
    model.say(model.wording.pick("分组：\(group)", "Grouped by \(group)"))
    return []
  }
}

extension Wording {
  /// What lists are grouped by.
  fileprivate func title(_ group: TaskGroup?) -> String {
    switch group {
    case .unit: pick("牵头单位", "lead unit")
    case .campaign: pick("方案", "campaign")
    case .phase: pick("阶段", "phase")
    case .leader: pick("责任领导", "leader")
    case .light: pick("灯", "light")
    case nil: pick("不分组", "nothing")
    }
  }
}
