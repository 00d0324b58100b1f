import Campaigns
import TerminalFrames
import Wording

/// Tasks of a scope: all of them, or those that a number on another screen counts.
struct TasksView: View {
  let scope: TaskScope
  var abilities: Set<ListAbility> { [.sort, .group, .columns, .filter] }

  func title(_ scene: Scene) -> String {
    let wording = scene.wording
    var parts: [String] = []
    if let code = scope.campaign { parts.append(scene.snapshot.ledger.campaign(code: code)?.title ?? code) }
    if let id = scope.lead {
      let name = scene.snapshot.units.current(id: id)?.name ?? id
      parts.append(wording.pick("\(name)牵头", "led by \(name)"))
    }
    if let id = scope.phase, let code = scope.campaign {
      parts.append(scene.snapshot.ledger.campaign(code: code)?.phase(id: id)?.name ?? id)
    }
    if let leader = scope.leader { parts.append(leader) }
    if scope.isInstructed { parts.append(wording.openInstructions) }
    if let days = scope.days { parts.append(wording.pick("\(days)天内", "within \(days) days")) }
    let wanted = Tally.Part.allCases.filter(scope.parts.contains)
    if scope.days == nil, !wanted.isEmpty { parts.append(wording.joined(wanted.map(wording.part))) }
    return parts.isEmpty ? wording.pick("全部任务", "Tasks") : parts.joined(separator: " ")
  }

  func content(_ scene: Scene) -> Content {
    let rows = scene.filtered(
      scene.snapshot.rows.filter { row in
        scope.holds(row, scene.snapshot.units) || scope == TaskScope() && scene.filter.asksForDrafts
      })
    var content = Content()
    let tally = Tally(rows)
    content.chips = scope.parts.isEmpty && scene.filter == .all ? scene.chips(tally, scope) : []
    let rate = scope.parts.isEmpty ? scene.wording.rate(tally.completionRate) : nil
    content.summary =
      scene.wording.count(rows.count, "项", "task", "tasks") + (rate.map { "  " + $0 } ?? "")
    let isPart = scope != TaskScope()
    scene.tasks(rows, order: isPart ? .due : nil, group: scene.group, into: &content)
    if rows.isEmpty { content.items = [scene.emptyLine()] }
    return content
  }
}
