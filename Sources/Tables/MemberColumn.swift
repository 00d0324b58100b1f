import Campaigns
import TerminalFrames
import Wording

/// A column of lists of members, on the screen and in commands.
package enum MemberColumn: CaseIterable, Sendable {
  case name, state, done, completed, last

  /// Its heading and how it gives way.
  package func column(_ wording: Wording) -> TableColumn {
    switch self {
    case .name: TableColumn(wording.pick("单位", "unit"), least: 8, isFlexible: true, comfort: 16)
    case .state: TableColumn(wording.pick("状态", "state"), least: .max)
    case .done: TableColumn(wording.pick("进度", "done"), least: .max, isRight: true)
    case .completed: TableColumn(wording.pick("办结", "completed"), least: .max)
    case .last: TableColumn(wording.pick("最近记录", "last word"), least: 8, isFlexible: true, comfort: 24)
    }
  }

  /// What it shows of a member.
  package func cell(_ member: MemberRow, _ registry: UnitRegistry, _ wording: Wording) -> Span {
    switch self {
    case .name: return Span(member.unit.name)
    case .state: return Span(wording.state(of: member), Style(member.row.verdict.light))
    case .done: return Span(wording.progress(of: member.row, registry))
    case .completed: return Span(member.isDone ? member.row.task.completion?.on.iso ?? "" : "")
    case .last:
      let entry = member.row.task.log.last { $0.struckBy == nil }
      return Span(
        entry.map { "\($0.day.iso) \($0.text ?? wording.entryKind($0.kind.name))" } ?? "")
    }
  }
}
