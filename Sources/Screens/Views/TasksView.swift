import Campaigns

/// Tasks of a filter: all of them, or those that a number on another screen counts.
struct TasksView: View {
  let scope: Filter
  var abilities: Set<ListAbility> { [.sort, .group, .columns, .filter] }

  func title(_ scene: Scene) -> String {
    let names = scope == .comingWeek ? [scene.wording.withinSevenDays] : scene.names(of: scope)
    return names.isEmpty ? scene.wording.pick("全部任务", "Tasks") : names.joined(separator: " ")
  }

  func content(_ scene: Scene) -> Content {
    let filter = scope.and(scene.filter)
    let places = scene.snapshot.places(matching: filter)
    var content = Content()
    let tally = scene.snapshot.tally(matching: filter)
    content.chips = !scope.namesPart && scene.filter == .all ? scene.chips(tally, scope) : []
    let rate = scope.namesPart ? nil : scene.wording.rate(tally.completionRate)
    content.summary =
      scene.wording.count(places.count, "项", "task", "tasks") + (rate.map { "  " + $0 } ?? "")
    scene.tasks(places, order: scope == .all ? nil : .due, group: scene.group, into: &content)
    if places.isEmpty { content.items = [scene.emptyLine()] }
    return content
  }
}

extension Scene {
  /// What a list of a filter is called, for those that numbers and groups open.
  fileprivate func names(of filter: Filter) -> [String] {
    func lead(_ id: String) -> String {
      let name = id == Filter.none ? wording.none : snapshot.units.current(id: id)?.name ?? id
      return wording.pick("\(name)牵头", "led by \(name)")
    }
    return switch filter {
    case .all: []
    case .and(.code(let code), .phaseID(let id)):
      names(of: .code(code)) + [snapshot.campaign(code: code)?.phase(id: id)?.name ?? id]
    case .and(let left, let right): names(of: left) + names(of: right)
    case .code(let code): [snapshot.entry(code: code)?.campaignTitle ?? code]
    case .lead(let id): [lead(id)]
    case .namedLeader(let name): [name]
    case .phase(Filter.none), .leader(Filter.none), .campaign(Filter.none): [wording.none]
    case .part(let part): [wording.part(part)]
    case .urgent: [wording.urgent]
    case .instructed: [wording.openInstructions]
    case .open: [wording.pick("在办", "open")]
    case .words, .pinyin, .id, .unit, .missing, .leading, .supporting, .campaign, .phase, .phaseID,
      .membersDone, .tag,
      .leader, .condition,
      .stage, .short, .failing, .waiting, .reviewDue, .extended, .pending, .chase, .light, .due, .updated,
      .not,
      .namedUnit, .or:
      [wording.pick("部分任务", "some tasks")]
    }
  }
}
