import Campaigns

/// 紧要任务 across campaigns, grouped by unit unless asked otherwise.
struct UrgentView: View {
  var abilities: Set<ListAbility> { [.sort, .group, .columns, .filter] }
  func title(_ scene: Scene) -> String { scene.wording.urgent }

  func content(_ scene: Scene) -> Content {
    let rows = scene.snapshot.rows(matching: Filter.urgent.and(scene.filter))
    var content = Content()
    let tally = Tally(rows)
    content.chips = scene.filter == .all ? scene.chips(tally, .all, isUrgentOnly: true) : []
    content.summary = scene.wording.count(rows.count, "项", "task", "tasks")
    scene.tasks(rows, order: .due, group: scene.group, into: &content)
    if rows.isEmpty { content.items = [scene.emptyLine(scene.wording.nothingUrgent)] }
    return content
  }
}
