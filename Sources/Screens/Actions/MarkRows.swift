import TerminalFrames
import Wording

/// 标记: marks the selected task, or takes its mark away, and goes on to the next.
struct ToggleMark: KeyAction {
  let keys = "Space"
  let group = KeyGroup.list
  let presence = Presence.instructing
  func title(_ wording: Wording) -> String {
    wording.pick("标记或取消标记所选任务", "mark the selected task, or unmark it")
  }
  func availability(_ model: Model) -> Availability { model.markable }

  func perform(_ model: inout Model) -> [Effect] {
    guard let id = model.screen.item?.id else { return [] }
    model.screen.toggleMark(id)
    model.screen.move(1, rows: model.layout.list.rows)
    return []
  }
}

/// Marks from where it is pressed first to where it is pressed again.
struct MarkRange: KeyAction {
  let keys = "v"
  let group = KeyGroup.list
  let presence = Presence.instructing

  func title(_ wording: Wording) -> String {
    wording.pick("标记一段：在首行按一次，到末行再按一次", "mark a range: press it on the first and on the last row")
  }

  func availability(_ model: Model) -> Availability { model.markable }

  func perform(_ model: inout Model) -> [Effect] {
    let line = model.screen.line
    guard let anchor = model.screen.anchor, let first = model.screen.content.items.line(of: anchor) else {
      model.screen.anchor = model.screen.item?.id
      model.say(model.wording.pick("从这里开始标记，到末行再按 v。", "The range begins here; v again on its last row."))
      return []
    }
    model.screen.anchor = nil
    model.mark(min(first, line)...max(first, line))
    return []
  }
}

/// Marks all that the list shows; where all are, none.
struct MarkAll: KeyAction {
  let keys = "*"
  let group = KeyGroup.list
  let presence = Presence.instructing
  func title(_ wording: Wording) -> String {
    wording.pick("标记列表中的全部任务；再按取消", "mark all in the list; again: none")
  }
  func availability(_ model: Model) -> Availability { model.markable }

  func perform(_ model: inout Model) -> [Effect] {
    let before = model.screen.marks
    model.mark(0...max(0, model.screen.content.items.count - 1))
    if model.screen.marks == before { model.screen.marks = [] }
    return []
  }
}

extension Model {
  /// So many can be marked: what is done to them is one command.
  static let mostMarks = 2_000

  /// Where tasks can be marked.
  fileprivate var markable: Availability {
    screen.chip == nil && screen.item.flatMap { $0.id.flatMap(TaskMark.init) } != nil
      ? .live : .disabled(wording.pick("先在列表中选中一项任务", "select a task in a list first"))
  }

  /// Marks lines of the list, those that are tasks.
  fileprivate mutating func mark(_ lines: ClosedRange<Int>) {
    let items = screen.content.items
    var found: [ItemID] = []
    for line in lines.clamped(to: 0...max(0, items.count - 1)) {
      guard let id = items[line].id, TaskMark(id) != nil else { continue }
      found.append(id)
      guard found.count <= Model.mostMarks else {
        notice = Notice(
          text: wording.pick(
            "一次最多标记\(Model.mostMarks)项，请先筛选。", "At most \(Model.mostMarks) are marked at once; filter first."),
          isAlert: true)
        return
      }
    }
    screen.marks.formUnion(found)
  }

  /// The marked tasks that the list shows, in its order.
  var marked: [TaskMark] {
    guard !screen.marks.isEmpty else { return [] }
    let items = screen.content.items
    return screen.marks.compactMap { id in items.line(of: id).map { ($0, id) } }.sorted { $0.0 < $1.0 }
      .compactMap { TaskMark($0.1) }
  }

  /// Those that it does not show.
  var hiddenMarks: [TaskMark] {
    let items = screen.content.items
    return screen.marks.filter { items.line(of: $0) == nil }.compactMap(TaskMark.init)
  }

  /// What stands where no task can be acted on.
  var noTaskWords: String { wording.pick("没有可办理的任务。", "There is no task that this can be done to.") }
}
