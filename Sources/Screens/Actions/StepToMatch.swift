import Campaigns
import Wording

/// On a task's page the next task of the list that it came from; on a list the next row that was looked for.
struct StepToMatch: KeyAction {
  let direction: Direction
  let group = KeyGroup.find
  let presence = Presence.withStore
  var keys: String { direction == .forward ? "n" : "N" }
  init(_ direction: Direction) { self.direction = direction }

  func title(_ wording: Wording) -> String {
    switch direction {
    case .forward: wording.pick("下一个符合查找的；任务页上为下一项", "next match; on a task, the next task")
    case .backward: wording.pick("上一个符合查找的；任务页上为上一项", "match before; on a task, the task before")
    }
  }

  func availability(_ model: Model) -> Availability {
    model.isTaskPage || !model.lastFilter.isEmpty
      ? .live : .disabled(model.wording.pick("还没有查找", "nothing was looked for"))
  }

  func perform(_ model: inout Model) -> [Effect] {
    if case .task(let id) = model.screen.place { stepTask(id, &model) } else { stepRow(&model) }
    return []
  }

  private func stepRow(_ model: inout Model) {
    let (wording, snapshot, screen) = (model.wording, model.snapshot, model.screen)
    guard let filter = model.filter(of: model.lastFilter)?.exact(in: snapshot) else { return }
    let items = screen.content.items
    func matches(_ line: Int) -> Bool {
      guard case .task(let id) = items[line].id, let row = snapshot.row(id: id) else {
        return screen.filter != .all
      }
      return filter.matches(row, snapshot.units)
    }
    // Once round, from the line behind the selected one.
    let (before, isSelectable) = items.rank(of: screen.line)
    let step = direction.step
    let start = direction == .forward && !isSelectable ? before - 1 : before
    let found = (1...max(1, items.selectable)).lazy.compactMap { distance -> Int? in
      let rank = start + step * distance
      let round = ((rank % max(1, items.selectable)) + items.selectable) % max(1, items.selectable)
      return items.selectableLine(round).flatMap { matches($0) ? $0 : nil }
    }.first
    guard let line = found else {
      let words = wording.quoted(model.lastFilter)
      return model.say(wording.pick("没有符合\(words)的。", "Nothing matches \(words)."))
    }
    if direction == .forward ? line <= screen.line : line >= screen.line {
      model.say(wording.pick("已绕回\(direction == .forward ? "开头" : "末尾")。", "Went round."))
    }
    model.screen.chip = nil
    model.screen.select(line, rows: model.layout.list.rows)
  }

  private func stepTask(_ id: String, _ model: inout Model) {
    guard model.stack.count > 1 else { return }
    var list = model.stack[model.stack.count - 2]
    let items = list.content.items
    // Tasks only: lines that open something else are passed over.
    func task(_ rank: Int) -> Int? {
      items.selectableLine(rank).flatMap { if case .task = items[$0].id { $0 } else { nil } }
    }
    var next = items.line(of: .task(id)).map { items.rank(of: $0).before + direction.step }
    while let rank = next, items.selectableLine(rank) != nil, task(rank) == nil {
      next = rank + direction.step
    }
    guard let line = next.flatMap(task) else {
      return model.say(
        direction == .forward
          ? model.wording.pick("已是最后一项。", "This is the last one.")
          : model.wording.pick("已是第一项。", "This is the first one."))
    }
    list.select(line, rows: model.layout.list.rows)
    model.stack[model.stack.count - 2] = list
    if case .task(let id) = list.item?.id {
      model.screen = ScreenState(.task(id))
      model.refresh()
    }
  }
}
