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
    // Who is asked as a member only, or nothing, and collectives come last.
    let known = Set(all.map(\.unit.id))
    let others = units.units.filter { !known.contains($0.id) && $0.mergedInto == nil }
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

/// One unit: what it owes first, then what it leads, supports and has done, then everything that it reported.
struct UnitView: View {
  let id: String
  var abilities: Set<ListAbility> { [.sort, .columns, .filter] }
  func title(_ scene: Scene) -> String { scene.snapshot.units.current(id: id)?.name ?? id }

  func content(_ scene: Scene) -> Content {
    let (wording, snapshot) = (scene.wording, scene.snapshot)
    var content = Content()
    let load = snapshot.loads.first { $0.unit.id == id }
    if let load {
      // What a collective is asked for its members owe, each on its own.
      content.chips =
        load.isCollective ? scene.chips(load.tally, .leading(id)) : scene.chips(load.owing, .missing(id))
    }
    content.summary = [
      load.map { wording.pick("应办 \($0.asked.total)", "asked \($0.asked.total)") },
      load.map {
        $0.isCollective
          ? wording.pick("成员分别办理", "done by its members")
          : wording.pick("欠 \($0.owing.total)", "owes \($0.owing.total)")
      },
      load.flatMap { wording.rate($0.doneRate) },
    ].compactMap(\.self).joined(separator: "  ")
    // Each of these goes through the names of all plans: they are asked for once, and told apart here.
    func places(_ part: Filter) -> [RowPlace] { snapshot.places(matching: part.and(scene.filter)) }
    let (owing, led) = (places(.missing(id)), Set(places(.leading(id))))
    let (supported, others) = (Set(places(.supporting(id))), places(.unit(id)))
    let waits = Set(owing)
    func lines(_ places: [RowPlace]) -> [TaskLine] {
      snapshot.sorted(places, by: scene.order ?? .state).map { place in
        let isWhole = led.contains(place) || supported.contains(place) && !waits.contains(place)
        return TaskLine(place: place, unit: isWhole ? nil : id)
      }
    }
    let done = others.filter { !waits.contains($0) }
    let sections = [
      (wording.pick("欠办", "Owes"), lines(owing)),
      (wording.pick("牵头", "Leads"), lines(done.filter(led.contains))),
      (wording.pick("配合", "Supports"), lines(done.filter { supported.contains($0) && !led.contains($0) })),
      (
        wording.pick("作为集体成员", "As a member"),
        lines(done.filter { !supported.contains($0) && !led.contains($0) })
      ),
    ].filter { !$0.1.isEmpty }
    let all = sections.flatMap(\.1)
    let number = content.add(scene.table(of: all))
    var index = 0
    for (name, lines) in sections {
      if index > 0 { content.items.append(.blank) }
      content.items.append(.heading(wording.counted(name, lines.count)))
      content.add(lines, snapshot, of: number, from: index)
      index += lines.count
    }
    if all.isEmpty { content.items = [scene.emptyLine()] }
    if scene.filter == .all, others.count <= UnitView.mostRead {
      content.items += log(others, scene)
    } else if scene.filter == .all {
      let words = wording.pick(
        "任务较多，记录请用 duban log \(title(scene)) 查看。",
        "It has many tasks: duban log \(title(scene)) has what it reported.")
      content.items += [.blank, .text(words)]
    }
    return content
  }

  /// Of a unit with more tasks than that what it reported is not looked for: it takes reading all of them.
  private static let mostRead = 500
  /// So much of what it reported is shown.
  private static let mostTold = 40

  /// What it reported, the newest first.
  private func log(_ places: [RowPlace], _ scene: Scene) -> [ListItem] {
    let (snapshot, wording) = (scene.snapshot, scene.wording)
    let told = snapshot.rows(at: places).flatMap { row in
      row.task.log.filter { $0.unit.flatMap { snapshot.units.current(id: $0)?.id } == id }.map { (row, $0) }
    }.sorted { ($0.1.day, $0.1.at) > ($1.1.day, $1.1.at) }
    guard !told.isEmpty else { return [] }
    return [.blank, .heading(wording.counted(wording.pick("记录", "Log"), min(told.count, UnitView.mostTold)))]
      + told.prefix(UnitView.mostTold).map { row, entry in
        let words = wording.words(entry, snapshot.units, row.task.deadline.quota)
        return ListItem(
          id: .entry(task: row.task.id, entry: entry.id),
          line: .text([Span("\(row.task.id)  \(words)".visible)]),
          opens: .task(row.task.id))
      }
  }
}
