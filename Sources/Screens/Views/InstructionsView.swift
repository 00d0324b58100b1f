import Campaigns
import Tables
import TerminalFrames

/// 批示待复: instructions that wait for an answer, the oldest first; each opens its task.
struct InstructionsView: View {
  var abilities: Set<ListAbility> { [.filter] }
  func title(_ scene: Scene) -> String { scene.wording.openInstructions }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    let found = scene.snapshot.openInstructions(matching: scene.filter)
    var content = Content()
    content.summary = wording.pick(
      "\(found.count)条批示", wording.count(found.count, "", "instruction", "instructions"))
    let table = scene.table(ListColumn.instructions(wording).map(\.column), found)
    content.heading = table.heading
    content.add(
      table,
      found.map { (.entry(task: $0.row.task.id, entry: $0.entry.id), .task($0.row.task.id)) })
    if found.isEmpty {
      content.items = [
        .text(
          scene.filter == .all
            ? wording.noOpenInstruction : wording.pick("没有符合条件的批示。", "No instruction matches the filter."))
      ]
    }
    return content
  }
}
