import Campaigns
import TerminalFrames
import Wording

/// 逾期与临期 across campaigns, grouped by unit unless asked otherwise.
struct UrgentView: View {
  var abilities: Set<ListAbility> { [.sort, .group, .columns, .filter] }

  func title(_ scene: Scene) -> String { scene.wording.pick("逾期与临期", "Overdue and due soon") }

  func content(_ scene: Scene) -> Content {
    let scope = TaskScope(conditions: [.overdue, .dueSoon])
    let rows = scene.filtered(scene.snapshot.rows.filter { scope.holds($0, scene.snapshot.units) })
    var content = Content()
    content.chips = scene.filter == .all ? Array(scene.chips(Tally(rows), TaskScope()).prefix(2)) : []
    content.summary = scene.wording.count(rows.count, "项", "task", "tasks")
    scene.tasks(rows, order: .due, group: scene.group, into: &content)
    if rows.isEmpty {
      content.items = [
        scene.emptyLine(scene.wording.pick("没有逾期和临期任务。", "Nothing is overdue or due soon."))
      ]
    }
    return content
  }
}
