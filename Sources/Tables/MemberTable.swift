import Campaigns
import TerminalFrames
import Wording

extension ListColumn<MemberRow> {
  /// Columns of lists of members, on the screen and in commands.
  package static func members(_ registry: UnitRegistry, _ wording: Wording) -> [ListColumn] {
    [
      ListColumn(
        "unit",
        Column(wording.pick("单位", "unit"), least: 8, isFlexible: true, comfort: 16) { Span($0.unit.name) }),
      ListColumn(
        "state",
        Column(wording.pick("状态", "state"), least: .max) {
          Span(wording.state(of: $0), Style($0.row.verdict.light))
        }),
      ListColumn(
        "done", .figure(wording.pick("进度", "done")) { Span(wording.progress(of: $0.row, registry)) }),
      ListColumn(
        "completed",
        Column(wording.pick("办结", "completed"), least: .max) {
          Span($0.isDone ? $0.row.task.completion?.on.iso ?? "" : "")
        }),
      ListColumn(
        "last",
        Column(wording.pick("最近记录", "last word"), least: 8, isFlexible: true, comfort: 24) { member in
          let entry = member.row.task.lastEntry()
          return Span(entry.map { "\($0.day.iso) \($0.text ?? wording.entryKind($0.kind.name))" } ?? "")
        }),
    ]
  }
}
