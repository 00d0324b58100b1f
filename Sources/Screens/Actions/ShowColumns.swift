import Tables
import Wording

/// Goes through the sets of columns.
struct ShowColumns: KeyAction {
  let keys = "o"
  let group = KeyGroup.list
  let presence = Presence.withStore
  func title(_ wording: Wording) -> String { wording.pick("切换显示列", "show other columns") }
  func availability(_ model: Model) -> Availability { model.needs(.columns) }

  func perform(_ model: inout Model) -> [Effect] {
    let wording = model.wording
    model.screen.columnSet = (model.screen.columnSet + 1) % ColumnSet.all.count
    model.refresh()
    let set = model.screen.columnSet
    let names = set == 0 ? [] : ColumnSet.all[set].dropFirst(3).map { $0.column(wording).title }
    model.say(
      names.isEmpty
        ? wording.pick("列：常用", "Columns: the usual ones")
        : wording.pick("列：", "Columns: ") + wording.joined(names))
    return []
  }
}
