import Campaigns

/// 紧要任务 across campaigns, grouped by unit unless asked otherwise.
struct UrgentView: View {
  var abilities: Set<ListAbility> { [.sort, .group, .columns, .filter] }
  func title(_ scene: Scene) -> String { scene.wording.urgent }

  func content(_ scene: Scene) -> Content {
    let filter = Filter.urgent.and(scene.filter)
    let places = scene.snapshot.places(matching: filter)
    var content = Content()
    let tally = scene.snapshot.tally(matching: filter)
    content.chips = scene.filter == .all ? scene.chips(tally, .all, isUrgentOnly: true) : []
    content.summary = scene.wording.count(places.count, "项", "task", "tasks")
    scene.tasks(places, order: .due, group: scene.group, into: &content)
    if places.isEmpty { content.items = [scene.emptyLine(scene.wording.nothingUrgent)] }
    return content
  }
}
