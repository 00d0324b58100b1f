import Campaigns
import Tables

/// 办结率: by unit, campaign, phase or leader; a group opens the rows that it counts.
struct RatesView: View {
  var abilities: Set<ListAbility> { [.group, .filter] }
  func title(_ scene: Scene) -> String { scene.wording.pick("办结率", "Rates") }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    let by = RateGroup(scene.group)
    // What is typed narrows the rows, so that it is one definition still.
    let (groups, all) = scene.snapshot.rates(by: by, matching: scene.filter)
    var content = Content()
    content.summary = "\(wording.title(by))  " + wording.count(groups.count, "组", "group", "groups")
    guard !groups.isEmpty else {
      content.items = [scene.emptyLine()]
      return content
    }
    let table = scene.table(
      ListColumn.rates(wording).map(\.column),
      groups.map { (wording.name($0.key), $0.tally) } + [(wording.pick("合计", "all"), all)])
    content.heading = table.heading
    content.add(
      table, groups.map { (.group($0.key), .tasks(scene.filter.and($0.key.filter))) })
    content.items.append(ListItem(line: .text(table.line(groups.count))))
    content.items += scene.legend(wording.legendOfRateGroups)
    return content
  }
}

extension RateGroup {
  /// What a list is grouped by; units where it is by nothing that rates know.
  init(_ group: TaskGroup?) {
    switch group {
    case .campaign: self = .campaign
    case .phase: self = .phase
    case .leader: self = .leader
    case .unit, .light, nil: self = .unit
    }
  }
}
