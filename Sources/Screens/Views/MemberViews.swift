import Tables
import TerminalFrames

/// 成员: where every member of a task's collectives stands.
struct MembersView: View {
  let id: String
  func title(_ scene: Scene) -> String { scene.wording.pick("\(id) 成员", "\(id) members") }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    var content = Content()
    guard let row = scene.snapshot.row(id: id) else { return content }
    let members = scene.snapshot.members(of: row)
    content.summary = [row.task.title, wording.progress(of: row, scene.snapshot.units)]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    let table = scene.table(ListColumn.members(scene.snapshot.units, wording).map(\.column), members)
    content.heading = table.heading
    content.add(table, members.map { (.unit($0.id), .member(task: id, unit: $0.id)) })
    if members.isEmpty {
      content.items = [.text(wording.pick("没有成员需要办理。", "No member is asked for it."))]
    }
    return content
  }

  func detail(of item: ItemID, _ scene: Scene, columns: Int) -> [[Span]] {
    guard case .unit(let unit) = item else { return [] }
    return MemberView(task: id, unit: unit).lines(scene, columns: columns)
  }
}

/// One member's part of a task, with a log of its own.
struct MemberView: View {
  let task: String
  let unit: String
  func title(_ scene: Scene) -> String { scene.snapshot.units.current(id: unit)?.name ?? unit }

  func content(_ scene: Scene) -> Content {
    Content(items: ItemList(lines(scene, columns: scene.columns).map { ListItem(line: .text($0)) }))
  }

  func lines(_ scene: Scene, columns: Int) -> [[Span]] {
    guard let row = scene.snapshot.row(id: task) else { return [] }
    guard let member = scene.snapshot.member(unit, of: row) else {
      let words = scene.wording.pick("该单位不在此任务的成员之内。", "The unit is no member that this task asks.")
      return [[Span(words, .dim)]]
    }
    return scene.page(
      "\(task)  \(row.task.title)", scene.wording.facts(of: member, scene.snapshot.units), columns: columns)
  }
}
