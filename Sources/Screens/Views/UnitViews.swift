import Campaigns
import Tables
import TerminalFrames

/// 单位: load, lights and rates.
struct UnitsView: View {
  var abilities: Set<ListAbility> { [.filter] }
  func title(_ scene: Scene) -> String { scene.wording.pick("单位", "Units") }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    let all = scene.snapshot.loads
    // The worst first, the others in the organisation's own order.
    let lagging = UnitLoad.lagging(all)
    let behind = Set(lagging.map(\.unit.id))
    let units = scene.snapshot.units
    // Who is asked as a member only is found by name.
    let known = Set(all.map(\.unit.id))
    let others =
      scene.filterText.isEmpty
      ? [] : units.units.filter { !known.contains($0.id) && $0.mergedInto == nil && $0.kind != .collective }
    let ordered =
      lagging + all.filter { !behind.contains($0.unit.id) } + others.map(UnitLoad.init(idle:))
    let loads = scene.kept(ordered, id: \.unit.id) {
      [$0.unit.id, $0.unit.name]
    } owners: {
      scene.snapshot.units(matching: $0)
    }
    var content = Content()
    content.summary = wording.count(loads.count, "个单位", "unit", "units")
    let table = scene.table(UnitColumn.usual.map { $0.column(wording) }, loads)
    content.heading = table.heading
    content.add(table, loads.map { (.unit($0.unit.id), .unit($0.unit.id)) })
    if loads.isEmpty {
      let words =
        scene.filterText.isEmpty
        ? wording.pick("还没有承担任务的单位。", "No unit has a task yet.")
        : wording.pick("没有符合条件的单位。", "No unit matches the filter.")
      content.items = [.text(words)]
    } else {
      content.items += scene.legend(wording.legendOfRates)
    }
    return content
  }

  func detail(of item: ItemID, _ scene: Scene, columns: Int) -> [[Span]] {
    guard case .unit(let id) = item, let unit = scene.snapshot.units.current(id: id) else { return [] }
    return scene.brief(
      "\(unit.name)  \(scene.wording.unitKind(unit.kind))", scene.snapshot.rows(matching: .leading(id)),
      columns: columns)
  }
}

/// One unit: what it leads, supports, and is asked for as a member of a collective.
struct UnitView: View {
  let id: String
  var abilities: Set<ListAbility> { [.sort, .columns, .filter] }
  func title(_ scene: Scene) -> String { scene.snapshot.units.current(id: id)?.name ?? id }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    var content = Content()
    let tally = scene.snapshot.tally(matching: .leading(id))
    content.chips = scene.chips(tally, .lead(id))
    content.summary = [
      wording.rate(tally.completionRate),
      tally.onTimeRate.percent.map { wording.pick("按时 \($0)%", "on time \($0)%") },
    ].compactMap(\.self).joined(separator: "  ")
    let sections = [
      (wording.pick("牵头", "Leads"), sorted(.leading(id), scene)),
      (wording.pick("配合", "Supports"), sorted(.supporting(id), scene)),
    ].filter { !$0.1.isEmpty }
    let members = asMember(scene)
    let lines = sections.flatMap(\.1).map(UnitLine.task) + members
    let number = content.add(scene.table(of: lines, unit: id))
    var index = 0
    for (name, places) in sections + (members.isEmpty ? [] : [(wording.pick("作为集体成员", "As a member"), [])]) {
      if index > 0 { content.items.append(.blank) }
      let own = places.isEmpty ? members : places.map(UnitLine.task)
      content.items.append(.heading(wording.counted(name, own.count)))
      content.add(own.map(\.place), scene.snapshot, of: number, from: index)
      index += own.count
    }
    if lines.isEmpty { content.items = [scene.emptyLine()] }
    return content
  }

  private func sorted(_ part: Filter, _ scene: Scene) -> [RowPlace] {
    scene.snapshot.sorted(
      scene.snapshot.places(matching: part.and(scene.filter)), by: scene.order ?? .state)
  }

  /// More than that are sorted by how the tasks stand as a whole: how the unit stands with each takes reading it.
  private static let mostRead = 500

  /// What concerns it through a collective only: the task as the unit sees it.
  private func asMember(_ scene: Scene) -> [UnitLine] {
    let snapshot = scene.snapshot
    let others = Filter.unit(id).and(.not(.or(.leading(id), .supporting(id))))
    let places = snapshot.places(matching: others)
    guard places.count <= UnitView.mostRead || scene.filter != .all else {
      return snapshot.sorted(places, by: scene.order ?? .state).map(UnitLine.part)
    }
    let rows = zip(places, snapshot.rows(at: places)).compactMap { place, row in
      snapshot.member(id, of: row).map { (place, $0.row) }
    }
    let kept = Set(scene.filtered(rows.map(\.1)).map(\.task.id))
    let byID = Dictionary(rows.map { ($0.1.task.id, $0.0) }) { first, _ in first }
    return (scene.order ?? .state).sorted(rows.map(\.1), snapshot.units).filter { kept.contains($0.task.id) }
      .compactMap { byID[$0.task.id].map(UnitLine.part) }
  }
}

/// A line of a unit's page: a task, or its own part of one.
private enum UnitLine: Sendable {
  case task(RowPlace)
  case part(RowPlace)

  var place: RowPlace {
    switch self {
    case .task(let place), .part(let place): place
    }
  }
}

extension Scene {
  /// The table of a unit's lines, in the columns asked for.
  fileprivate func table(of lines: [UnitLine], unit: String) -> LongText {
    table(count: lines.count) { [snapshot] numbers in
      numbers.compactMap { number in
        guard let row = snapshot.rows(at: [lines[number].place]).first else { return nil }
        guard case .part = lines[number] else { return row }
        return snapshot.member(unit, of: row)?.row ?? row
      }
    }
  }
}
