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
      (wording.pick("牵头", "Leads"), rows(.leading(id), scene)),
      (wording.pick("配合", "Supports"), rows(.supporting(id), scene)),
      (wording.pick("作为集体成员", "As a member"), scene.filtered(asMember(scene))),
    ].map { ($0.0, (scene.order ?? .state).sorted($0.1, scene.snapshot.units)) }
      .filter { !$0.1.isEmpty }
    let table = scene.table(sections.flatMap(\.1))
    let number = content.add(table)
    content.heading = table.heading
    var index = 0
    for (place, (name, rows)) in sections.enumerated() {
      if place > 0 { content.items.append(.blank) }
      content.items.append(.heading(wording.counted(name, rows.count)))
      content.add(rows, of: number, from: index)
      index += rows.count
    }
    if sections.isEmpty { content.items = [scene.emptyLine()] }
    return content
  }

  private func rows(_ part: Filter, _ scene: Scene) -> [TaskRow] {
    scene.snapshot.rows(matching: part.and(scene.filter))
  }

  /// What concerns it through a collective only.
  private func asMember(_ scene: Scene) -> [TaskRow] {
    let others = Filter.unit(id).and(.not(.or(.leading(id), .supporting(id))))
    return scene.snapshot.rows(matching: others).compactMap { scene.snapshot.member(id, of: $0)?.row }
  }
}
