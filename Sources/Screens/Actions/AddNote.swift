import Campaigns
import Wording

/// 备注: adds a note.
struct AddNote: KeyAction {
  let keys = "m"
  let group = KeyGroup.change
  let presence = Presence.working
  func title(_ wording: Wording) -> String { wording.pick("加备注", "add a note") }
  func availability(_ model: Model) -> Availability { model.unless(NoteAct.obstacle) }
  func perform(_ model: inout Model) -> [Effect] { model.openForm(.note) }
}
