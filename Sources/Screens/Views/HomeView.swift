import Campaigns
import Tables
import TerminalFrames

/// 总览: what hurts, what comes, who lags.
struct HomeView: View {
  func title(_ scene: Scene) -> String { scene.wording.pick("总览", "Home") }

  func content(_ scene: Scene) -> Content {
    let tally = scene.snapshot.tally
    var content = Content()
    content.chips = scene.chips(tally, .all)
    content.chips.insert(contentsOf: drafts(scene), at: min(3, content.chips.count))
    content.summary = scene.wording.rate(tally.completionRate) ?? ""
    if tally.total == 0 { content.items = ItemList(empty(scene)) }
    return content
  }

  /// So many rows of each section that all of them begin on the first screenful.
  func fit(_ content: inout Content, rows: Int, _ scene: Scene) {
    let (snapshot, wording) = (scene.snapshot, scene.wording)
    guard content.items.isEmpty else { return }
    let (urgent, coming) = (snapshot.count(matching: .urgent), snapshot.count(matching: .comingWeek))
    let lagging = UnitLoad.lagging(snapshot.loads)
    let instructed = snapshot.openInstructionCount
    let waiting = instructed > 0 ? waiting(instructed, isLow: rows < 14, scene) : []
    let shares = Shares(rows: rows - waiting.count, wanted: [urgent, coming, lagging.count])
    // One table for both, so that their columns stand under each other.
    let first = shown(shares.shown[0], of: .urgent, scene)
    let second = shown(shares.shown[1], of: .comingWeek, scene)
    let third = shares.shown(lagging, 2) { .unit($0.unit.id) == scene.selected }
    let table = content.add(scene.table(first + second, TaskColumn.usual))
    content.items.append(.heading(wording.counted(wording.urgent, urgent)))
    if urgent == 0 { content.items.append(.text(wording.nothingUrgent)) }
    content.add(first, of: table)
    addMore(urgent - first.count, 0, opens: .urgent, scene, &content)
    content.items += waiting
    if coming > 0 {
      content.items += [.blank, .heading(wording.counted(wording.withinSevenDays, coming))]
      content.add(second, of: table, from: first.count)
      addMore(coming - second.count, 1, opens: .tasks(.comingWeek), scene, &content)
    }
    if !lagging.isEmpty { add(third, of: lagging.count, scene, &content) }
  }

  /// Imported drafts that wait to be checked.
  private func drafts(_ scene: Scene) -> [Chip] {
    let waiting = scene.snapshot.entries.map(\.summary).filter(\.isDraft)
    guard let first = waiting.first else { return [] }
    let isOne = waiting.count == 1
    let text =
      isOne
      ? scene.wording.pick("待核对 \(first.count)", "to check \(first.count)")
      : scene.wording.pick("待核对方案 \(waiting.count)", "drafts \(waiting.count)")
    return [Chip(text: text, style: .dueSoon, opens: isOne ? .review(first.code) : .campaigns)]
  }

  /// One line for the instructions that wait for an answer.
  private func waiting(_ count: Int, isLow: Bool, _ scene: Scene) -> [ListItem] {
    let line = [Span(scene.wording.openInstructions, .title), Span(" \(count)", .dueSoon)]
    let item = ListItem(id: .more(3), line: .text(line), opens: .instructions)
    // A low screen has no row to spare.
    return isLow ? [item] : [.blank, item]
  }

  /// The first rows of a section, and in place of the last of them the selected one where it would be left away: what keys
  /// act on does not change because the screen does.
  private func shown(_ most: Int, of filter: Filter, _ scene: Scene) -> [TaskRow] {
    let rows = scene.snapshot.first(most, matching: filter).rows
    guard case .task(let id)? = scene.selected, !rows.contains(where: { $0.task.id == id }),
      let selected = scene.snapshot.row(id: id), filter.matches(selected, scene.snapshot.units)
    else { return rows }
    return rows.dropLast() + [selected]
  }

  private func add(_ loads: [UnitLoad], of all: Int, _ scene: Scene, _ content: inout Content) {
    let columns = UnitColumn.lagging(loads) + (scene.columns >= 70 ? [.bar] : [])
    let title = scene.wording.counted(scene.wording.laggingUnits, all)
    let table = scene.table(columns.map { $0.column(scene.wording, list: title) }, loads)
    content.items += [.blank, ListItem(line: .text(table.heading.map { Span($0.text, .title) }))]
    content.add(table, loads.map { (.unit($0.unit.id), .unit($0.unit.id)) })
    addMore(all - loads.count, 2, opens: .units, scene, &content)
  }

  /// The line that says how many more there are of a section.
  private func addMore(_ left: Int, _ section: Int, opens: Place, _ scene: Scene, _ content: inout Content) {
    guard left > 0 else { return }
    let zh = opens == .units ? "个单位" : "项"
    let words = scene.wording.pick("… 另有\(left)\(zh)", "… \(left) more")
    content.items.append(ListItem(id: .more(section), line: .text([Span(words, .dim)]), opens: opens))
  }

  private func empty(_ scene: Scene) -> [ListItem] {
    let wording = scene.wording
    let lines = [
      wording.pick("还没有任务。", "There are no tasks yet."),
      scene.isReadOnly
        ? nil
        : wording.pick(
          "按 2 到方案，按 a 新建方案；进入方案后按 a 加任务。",
          "Press 2 for campaigns and a to add one; a in a campaign adds a task."),
      wording.pick("看演示：退出后运行 duban demo 目录。", "For a demonstration: leave, and run duban demo DIR."),
    ]
    return lines.compactMap(\.self).map { .text($0) }
  }
}

/// How many rows each section of the home screen shows, so that all three begin on the first screenful.
struct Shares {
  /// Rows of each section.
  private(set) var shown: [Int]
  private let wanted: [Int]

  init(rows: Int, wanted: [Int]) {
    self.wanted = wanted
    let used = wanted.map { $0 > 0 }
    // Headings, and blank lines between sections.
    var room = rows - used.count { $0 } * 2 + 1
    shown = wanted.map { _ in 0 }
    let least = [5, 2, 3]
    for index in wanted.indices {
      shown[index] = min(wanted[index], least[index])
      room -= shown[index] + (wanted[index] > shown[index] ? 1 : 0)
    }
    for index in wanted.indices where wanted[index] > shown[index] && room > 0 {
      // A line that says how many more there are is worth a row only where two are left away.
      if wanted[index] <= shown[index] + room + 1 {
        room -= wanted[index] - shown[index] - 1
        shown[index] = wanted[index]
      } else {
        shown[index] += room
        room = 0
      }
    }
  }

  /// The first rows of a section, and in place of the last of them the selected one where it would be left away: what
  /// keys act on does not change because the screen does.
  func shown<Row>(_ rows: [Row], _ section: Int, isSelected: (Row) -> Bool) -> [Row] {
    let first = Array(rows.prefix(shown[section]))
    guard let selected = rows.dropFirst(first.count).first(where: isSelected) else { return first }
    return first.dropLast() + [selected]
  }
}
