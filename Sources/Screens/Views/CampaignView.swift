import Campaigns
import Tables
import TerminalFrames

/// One campaign: its phases against today, then its tasks in the document's order and nesting.
struct CampaignView: View {
  let code: String
  var abilities: Set<ListAbility> { [.sort, .group, .columns, .filter] }
  func title(_ scene: Scene) -> String { scene.snapshot.entry(code: code)?.campaignTitle ?? code }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    guard let campaign = scene.snapshot.campaign(code: code) else {
      let words = wording.pick("方案 \(code) 已不在库中。", "Campaign \(code) is not in the store any more.")
      return Content(items: [.text(words, .alert)])
    }
    var content = Content()
    let all = scene.snapshot.rows(matching: .code(code))
    let rows = scene.filtered(all)
    let tally = Tally(all)
    content.chips = scene.chips(tally, .code(code))
    content.summary =
      [campaign.documentNumber, wording.rate(tally.completionRate)].compactMap(\.self)
      .joined(separator: "  ").visible
    if scene.filter == .all, scene.order == nil, scene.group == nil {
      content.items = ItemList(
        PhaseChart(campaign, rows: all, scene).lines.map { phase, spans in
          ListItem(id: phase.map { .phase(campaign: code, id: $0) }, line: .text(spans))
        })
      if campaign.phases.isEmpty, !scene.isReadOnly {
        let words = wording.pick("未设阶段（选中本行按 a 添加）", "No phases (a on this line adds one)")
        content.items.append(
          ListItem(id: .phase(campaign: code, id: ""), line: .text([Span(words, .dim)])))
      }
      if !content.items.isEmpty { content.items.append(.blank) }
    }
    // One comes to the tasks; the phases above them are a key away.
    content.first = rows.first.map { .task($0.task.id) }
    if rows.isEmpty {
      let line =
        scene.emptyLine(
          scene.unlessReadOnly(
            wording.pick("还没有任务，按 a 添加。", "There are no tasks yet; a adds one."),
            wording.pick("还没有任务。", "There are no tasks yet.")))
      content.items.append(ListItem(id: .more(0), line: line.line))
      content.first = .more(0)
    } else if scene.order == nil, scene.group == nil {
      inDocumentOrder(rows, scene, &content)
    } else {
      let places = scene.snapshot.places(matching: Filter.code(code).and(scene.filter))
      scene.tasks(places, order: nil, group: scene.group, into: &content)
    }
    return content
  }

  /// Headings where the phase changes; parts of a task are set in.
  private func inDocumentOrder(_ rows: [TaskRow], _ scene: Scene, _ content: inout Content) {
    var columns = ColumnSet.all[scene.columnSet % ColumnSet.all.count]
    if scene.columns >= 100, rows.contains(where: { $0.task.number != nil }) {
      columns.insert(.number, at: 2)
    }
    let parents = Dictionary(rows.map { ($0.task.id, $0.task.parent) }) { first, _ in first }
    let table = scene.table(
      columns.map { column in
        let shown = column.column(scene.snapshot.units, scene.wording)
        guard column == .title else { return shown }
        // What is part of another is set in; on a narrow screen the document's own number goes before the name.
        let isNumbered = !columns.contains(.number)
        return shown.map { cell, row in
          let depth = depth(row.task.id, parents)
          let mark = depth > 0 ? String(repeating: "  ", count: depth - 1) + "└ " : ""
          let number = isNumbered ? row.task.number.map(lastPart) ?? "" : ""
          return Span(mark + number + cell.text, cell.style)
        }
      }, rows)
    let number = content.add(table)
    // Below the phases, and scrolled with them: above, it would name columns that are not there.
    content.items.append(ListItem(line: .text(table.heading)))
    var phase: Phase?
    for (index, row) in rows.enumerated() {
      if row.phase != phase {
        let heading = row.phase.map { "\($0.name)  \(scene.wording.time(of: $0))" }
        content.items.append(.heading(heading ?? scene.wording.pick("未列阶段", "Outside phases")))
        phase = row.phase
      }
      content.add([row], of: number, from: index)
    }
  }

  /// The last part of a number in a document, as it stands before an item: （一） of 二（一）, and `1 ` where it is a figure.
  private func lastPart(_ number: String) -> String {
    if number.hasSuffix("）"), let start = number.lastIndex(of: "（") { return String(number[start...]) }
    return number + " "
  }

  private func depth(_ id: String, _ parents: [String: String?]) -> Int {
    var (depth, next) = (0, parents[id] ?? nil)
    while let parent = next, depth < 4 {
      depth += 1
      next = parents[parent] ?? nil
    }
    return depth
  }
}
