import Campaigns
import TerminalFrames
import Wording

extension Model {
  /// Does what a live action says.
  mutating func perform(_ action: Action) -> [Effect] {
    let rows = layout.list.rows
    switch action {
    case .down: move { $0.move(1, rows: rows) }
    case .up: move { $0.move(-1, rows: rows) }
    case .halfDown: move { $0.page(max(1, rows / 2), rows: rows) }
    case .halfUp: move { $0.page(-max(1, rows / 2), rows: rows) }
    case .pageDown: move { $0.page(rows, rows: rows) }
    case .pageUp: move { $0.page(-rows, rows: rows) }
    case .first: move { $0.move(-$0.content.items.count, rows: rows) }
    case .last: move { $0.move($0.content.items.count, rows: rows) }
    case .open: return open()
    case .back: back()
    case .nextPane: focusChip(1)
    case .previousPane: focusChip(-1)
    case .home: go(.home)
    case .campaigns: go(.campaigns)
    case .tasks: go(.tasks(TaskScope()))
    case .urgent: go(.urgent)
    case .units: go(.units)
    case .rates: go(.rates)
    case .filter: beginFilter()
    case .nextMatch: step(1)
    case .previousMatch: step(-1)
    case .complete: return choose(complete())
    case .report:
      fill { .report($0) }
      fillMember()
    case .note: fill { .note($0) }
    case .instruct: fill { .instruct($0) }
    case .count: return choose(count())
    case .remind: return remind()
    case .extend:
      let waits = task?.task.pendingExtension != nil
      fill { waits ? .decide($0) : .extend($0) }
    case .add: add()
    case .edit: revise()
    case .drop: return drop()
    case .merge: return merge()
    case .move: fill { .move($0) }
    case .split: reviewed == nil ? fill { .divide($0) } : fill { .split($0) }
    case .accept: return accept()
    case .dateEvent: fill { .dateEvent($0) }
    case .target:
      fill { .target($0) }
      fillTarget()
    case .undo: return [.offer(.undo)]
    case .redo: return [.offer(.redo)]
    case .sort: sort()
    case .group: group()
    case .columns: columns()
    case .detail: toggleDetail()
    case .help: overlay = .help(Help(self))
    case .reload:
      say(wording.pick("已重新读取台账库。", "The store was read again."))
      return [.reload]
    case .redraw: return [.repaint]
    case .suspend: return [.suspend]
    case .cancel:
      say(wording.pick("没有要取消的内容。q 关闭本页，Q 退出。", "Nothing to cancel. q closes this view, Q leaves."))
    case .close:
      guard stack.count > 1 else { return [.end(.quit)] }
      pop()
    case .quit: return [.end(.quit)]
    }
    return []
  }

  // MARK: Going about

  private mutating func move(_ body: (inout ScreenState) -> Void) {
    screen.chip = nil
    body(&screen)
  }

  private mutating func open() -> [Effect] {
    if case .choice(let number) = screen.item?.id {
      guard let choice = Welcome(rawValue: number), choice != .leave else { return [.end(.quit)] }
      return [.makeStore(choice)]
    }
    let target = screen.chip.map { screen.content.chips[$0].opens } ?? screen.opens
    guard let target else { return [] }
    push(target)
    if case .review(let code) = target { return [.source(code: code)] }
    return []
  }

  private mutating func push(_ place: Place) {
    stack.append(ScreenState(place))
    refresh()
  }

  private mutating func pop() {
    stack.removeLast()
    refresh()
  }

  private mutating func go(_ place: Place) {
    if screen.place == place { return }
    // Home keeps its place; another view begins anew.
    stack = Array(stack.prefix(1))
    if place != .home { stack.append(ScreenState(place)) }
    refresh()
  }

  private mutating func back() {
    if screen.chip != nil {
      screen.chip = nil
    } else if screen.filter != .all || !screen.filterText.isEmpty {
      screen.filter = .all
      screen.filterText = ""
      refresh()
    } else if stack.count > 1 {
      pop()
    } else {
      say(wording.pick("已在总览，按 q 退出。", "This is the home screen; q leaves."))
    }
  }

  private mutating func focusChip(_ step: Int) {
    let count = shownChips
    let next = (screen.chip ?? (step > 0 ? -1 : count)) + step
    screen.chip = (0..<count).contains(next) ? next : nil
  }

  /// On a task's page the next task of the list that it came from; on a list the next row that was looked for.
  private mutating func step(_ steps: Int) {
    if case .task = screen.place { return stepTask(steps) }
    guard let filter = (try? FilterReader.read(lastFilter))?.exact(in: snapshot.ledger) else { return }
    let lines = screen.selectable.filter { line in
      guard case .task(let id) = screen.content.items[line].id, let row = snapshot.row(id: id) else {
        return screen.filter != .all
      }
      return filter.matches(row, snapshot.units)
    }
    let found = steps > 0 ? lines.first { $0 > screen.line } : lines.last { $0 < screen.line }
    guard let line = found ?? (steps > 0 ? lines.first : lines.last) else {
      say(
        wording.pick("没有符合\(wording.quoted(lastFilter))的。", "Nothing matches \(wording.quoted(lastFilter))."))
      return
    }
    if found == nil { say(wording.pick("已绕回\(steps > 0 ? "开头" : "末尾")。", "Went round.")) }
    let rows = layout.list.rows
    move { $0.select(line, rows: rows) }
  }

  private mutating func stepTask(_ steps: Int) {
    guard stack.count > 1 else { return }
    var list = stack[stack.count - 2]
    let tasks = list.selectable.filter { if case .task = list.content.items[$0].id { true } else { false } }
    guard let place = tasks.firstIndex(where: { list.content.items[$0].id == .task(taskID ?? "") }),
      tasks.indices.contains(place + steps)
    else {
      return say(
        steps > 0
          ? wording.pick("已是最后一项。", "This is the last one.")
          : wording.pick("已是第一项。", "This is the first one."))
    }
    list.select(tasks[place + steps], rows: layout.list.rows)
    stack[stack.count - 2] = list
    if case .task(let id) = list.item?.id {
      screen = ScreenState(.task(id))
      refresh()
    }
  }

  private var taskID: String? { if case .task(let id) = screen.place { id } else { nil } }

  // MARK: What the list shows

  private mutating func sort() {
    let orders: [TaskOrder?] = [nil, .due, .state, .unit, .title, .campaign, .id]
    screen.order = orders.after(screen.order)
    refresh()
    say(wording.pick("排序：\(wording.title(screen.order))", "Sorted by \(wording.title(screen.order))"))
  }

  private mutating func group() {
    let groups: [TaskGroup?] =
      screen.place == .rates
      ? [nil, .campaign, .phase, .leader] : [nil, .unit, .campaign, .leader, .phase, .light]
    screen.group = groups.after(screen.group)
    refresh()
    if screen.place == .rates { return }
    say(wording.pick("分组：\(wording.title(screen.group))", "Grouped by \(wording.title(screen.group))"))
  }

  private mutating func columns() {
    screen.columnSet = (screen.columnSet + 1) % ColumnSet.all.count
    refresh()
    let names =
      screen.columnSet == 0
      ? [] : ColumnSet.all[screen.columnSet].dropFirst(3).map { $0.column(wording).title }
    say(
      names.isEmpty
        ? wording.pick("列：常用", "Columns: the usual ones")
        : wording.pick("列：", "Columns: ") + wording.joined(names))
  }

  private mutating func toggleDetail() {
    isDetailShown.toggle()
    refresh()
    if isDetailShown, layout.detail == nil {
      say(wording.pick("屏幕太小，放不下详情；按回车打开。", "The screen is too small for the detail; Enter opens the page."))
    }
  }

  // MARK: Changes

  private mutating func fill(_ purpose: (String) -> Form.Purpose) {
    guard let id = task?.task.id else { return }
    show(purpose(id))
  }

  private mutating func show(_ purpose: Form.Purpose) {
    var form = drafts[purpose] ?? Form(purpose)
    switch purpose {
    case .dateEvent(let id), .move(let id):
      if drafts[purpose] == nil { form[.campaign] = snapshot.row(id: id)?.code ?? "" }
    default: break
    }
    if case .decide(let id) = purpose, drafts[purpose] == nil {
      form.fill([.until: snapshot.row(id: id)?.task.pendingExtension?.until.iso ?? ""])
    }
    if case .report(let id) = purpose {
      form.asksForAnswer(snapshot.row(id: id)?.task.openInstructions.isEmpty == false)
    }
    form = offeringTitle(form)
    form.isRestored = !form.isEmpty
    overlay = .form(form)
    refresh()
  }

  private mutating func add() {
    if screen.place == .campaigns {
      show(.addCampaign)
    } else if let code = campaignToAddTo {
      show(.addTask(code))
    }
  }
}

extension Array where Element: Equatable {
  /// The element after this one; the first behind the last.
  fileprivate func after(_ element: Element) -> Element {
    let next = (firstIndex(of: element) ?? 0) + 1
    return next < count ? self[next] : self[0]
  }
}
