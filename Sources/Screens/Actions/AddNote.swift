import Campaigns
import Wording

/// 备注: adds a note.
struct AddNote: WorkAction {
  let keys = "m"
  func title(_ wording: Wording) -> String { wording.pick("加备注", "add a note") }
  func availability(_ model: Model) -> Availability { model.unless(NoteAct.obstacle) }
  func perform(_ model: inout Model) -> [Effect] { model.openForm(.note) }
}
