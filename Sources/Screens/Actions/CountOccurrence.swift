import Campaigns
import Wording

/// 计数: one more of the task's quota was done today; of a quota that members have each, it asks by whom, those first who
/// have still to do something.
struct CountOccurrence: WorkAction {
  let keys = "c"
  func title(_ wording: Wording) -> String { wording.pick("计数：登记完成一次", "count: one more is done") }

  /// Few tasks want it: it is named on the pages of those that do, and the bar of a list stays as it is.
  func hint(_ model: Model) -> Hint? {
    model.isTaskPage && model.isLive(self) ? Hint(5, model.wording.pick("计数", "count")) : nil
  }

  func availability(_ model: Model) -> Availability {
    model.changing { .record(id: $0, OccurrenceReport(from: model.member?.name)) }
  }

  func perform(_ model: inout Model) -> [Effect] {
    guard let row = model.task else { return [] }
    let wording = model.wording
    func act(_ unit: String?) -> Effect {
      .act(code: row.code, .record(id: row.task.id, OccurrenceReport(from: unit)))
    }
    guard model.member == nil, let quotas = row.verdict.memberQuotas else { return [act(model.member?.name)] }
    let members = quotas.members.filter { $0.standing.current != nil }
    let waiting = Set((quotas.waiting + quotas.short).map(\.unit.id))
    let ordered =
      members.filter { waiting.contains($0.unit.id) } + members.filter { !waiting.contains($0.unit.id) }
    let choices = ordered.map { member in
      let period = member.standing.current.map { "  \($0.done)/\($0.asked)" } ?? ""
      let owed = member.owed > 0 ? "  " + wording.owed(member.owed, member.standing.quota) : ""
      return Chooser.Choice(text: member.unit.name + period + owed, effect: act(member.unit.name))
    }
    let all = Chooser.Choice(
      text: wording.pick("全体成员各计一次", "all members, one each"), effect: act(nil))
    return model.ask(
      Chooser(
        title: wording.pick(
          "计数 \(row.task.id)  \(row.task.title)：哪个单位完成？",
          "Count \(row.task.id)  \(row.task.title): which unit did it?"),
        choices: choices + [all]))
  }
}
