import Campaigns
import Wording

/// 批示: leaves an instruction.
struct LeaveInstruction: WorkAction {
  let keys = "b"
  let presence = Presence.instructing
  func title(_ wording: Wording) -> String { wording.pick("批示", "leave an instruction") }
  func hint(_ model: Model) -> Hint? { Hint(4, model.wording.pick("批示", "instruct")) }
  func availability(_ model: Model) -> Availability { model.unless(InstructAct.obstacle) }
  func perform(_ model: inout Model) -> [Effect] { model.openForm(.instruct) }
}
