import Campaigns
import TerminalFrames

/// One task: the document's words beside what the program made of them, and why; the log below.
struct TaskView: View {
  let id: String
  func title(_ scene: Scene) -> String { id }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    guard let row = scene.snapshot.row(id: id) else {
      let words =
        scene.snapshot.task(formerly: id).map { wording.movedTo(id, $0.task.id) }
        ?? wording.pick("任务 \(id) 已不在库中。", "Task \(id) is not in the store any more.")
      return Content(items: [.text(words, .alert)])
    }
    var content = Content()
    let light = row.verdict.light == .none ? "" : "  \(wording.light(row.verdict.light))"
    let state = wording.state(of: row) + light
    let room = max(2, scene.columns - scene.width.columns(state) - 2)
    let title = scene.width.wrapped(row.task.title.visible, to: room)
    for (index, line) in title.enumerated() {
      var spans = [Span(scene.width.fitted(line, to: room), .title)]
      if index == 0 { spans += [Span("  "), Span(state, Style(row.verdict.light))] }
      content.items.append(ListItem(line: .text(spans)))
    }
    content.items.append(.blank)
    let campaign = scene.snapshot.campaign(code: row.code)
    content.items += wording.facts(
      of: row, in: campaign, scene.snapshot.units, waiting: scene.snapshot.waiting
    )
    .lines(scene.width, columns: scene.columns, wording).map { ListItem(line: .text($0)) }
    if !row.askedMembers(scene.snapshot.units).isEmpty { content.opens = .members(id) }
    return content
  }
}
