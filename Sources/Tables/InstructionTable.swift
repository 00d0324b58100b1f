import Campaigns
import TerminalFrames
import Wording

extension ListColumn<Instruction> {
  /// Columns of lists of instructions, on the screen and in commands; `all`: with what was answered.
  package static func instructions(all: Bool = false, _ wording: Wording) -> [ListColumn] {
    [
      ListColumn("id", Column(wording.pick("编号", "id"), least: .max) { Span($0.row.task.id) }),
      ListColumn(
        "entry",
        Column(wording.pick("记录", "entry"), least: .max) {
          Span($0.isWaiting ? wording.pick("待收", "left") : "#\($0.entry.id)")
        }),
      ListColumn(
        "from", Column(wording.pick("批示人", "from"), least: 6, isFlexible: true, comfort: 10) { Span($0.from) }
      ),
      ListColumn("day", Column(wording.pick("日期", "day"), least: .max) { Span($0.day.iso) }),
      ListColumn(
        "days",
        .figure(wording.pick("天数", "days")) { Span("\($0.days)", $0.answer == nil ? .dueSoon : .plain) }),
      ListColumn(
        "text",
        Column(wording.pick("批示", "words"), least: 12, isFlexible: true, comfort: 16) {
          Span($0.entry.text ?? "")
        }),
    ] + (all ? [answer(wording)] : [task(wording)])
  }

  private static func answer(_ wording: Wording) -> ListColumn {
    ListColumn(
      "answer",
      Column(wording.pick("答复", "answer"), least: 10, isFlexible: true, comfort: 16) {
        let answer = $0.answer.map { "#\($0.id) \($0.day.iso) \($0.text ?? "")" }
        return Span(answer ?? wording.pick("待复", "open"))
      })
  }

  private static func task(_ wording: Wording) -> ListColumn {
    ListColumn(
      "title",
      Column(wording.pick("事项", "task"), least: 8, isFlexible: true, comfort: 16) { Span($0.row.task.title) })
  }
}
