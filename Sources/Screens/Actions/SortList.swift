import Campaigns
import Wording

/// Goes through the orders of a list.
struct SortList: KeyAction {
  let keys = "s"
  let group = KeyGroup.list
  let presence = Presence.withStore
  func title(_ wording: Wording) -> String { wording.pick("换一种排序", "sort in another way") }
  func availability(_ model: Model) -> Availability { model.needs(.sort) }

  func perform(_ model: inout Model) -> [Effect] {
    let orders: [TaskOrder?] = [nil, .due, .state, .unit, .title, .campaign, .id]
    model.screen.order = orders.after(model.screen.order)
    model.refresh()
    let order = model.wording.title(model.screen.order)
    model.say(model.wording.pick("排序：\(order)", "Sorted by \(order)"))
    return []
  }
}

extension Array where Element: Equatable {
  /// The element after this one; the first behind the last.
  func after(_ element: Element) -> Element {
    let next = (firstIndex(of: element) ?? 0) + 1
    return next < count ? self[next] : self[0]
  }
}

extension Wording {
  /// What lists are sorted by.
  fileprivate func title(_ order: TaskOrder?) -> String {
    switch order {
    case .due: pick("时限", "deadline")
    case .id: pick("编号", "id")
    case .unit: pick("责任单位", "unit")
    case .title: pick("名称", "title")
    case .state: pick("状态", "state")
    case .campaign: pick("方案", "campaign")
    case nil: pick("本页默认", "the view's own order")
    }
  }
}
