import Campaigns
import Wording

extension Model {
  /// Completes a task, or the part of the member that is shown; a task that several members have still to complete asks
  /// for whom.
  func complete() -> (effects: [Effect], chooser: Chooser?) {
    guard let row = task else { return ([], nil) }
    func act(_ unit: String?) -> Effect {
      .act(code: row.code, .complete(id: row.task.id, CompletionReport(from: unit)))
    }
    if let member { return ([act(member.name)], nil) }
    let missing = row.missingMembers(snapshot.units)
    guard !missing.isEmpty else { return ([act(nil)], nil) }
    let last = Chooser.Choice(
      text: wording.pick(
        "整项办结（还有\(missing.count)个单位未办）", "The whole task (\(missing.count) units are missing)"),
      effect: act(nil))
    return (
      [],
      Chooser(
        title: wording.pick(
          "办结 \(row.task.id)  \(row.task.title)：谁办结？",
          "Complete \(row.task.id)  \(row.task.title): by whom?"),
        choices: missing.map { Chooser.Choice(text: $0.name, effect: act($0.name)) } + [last])
    )
  }

  /// Records that one more of the task's quota was done today; of a quota that members have each, asks by whom, those
  /// first who have still to do something.
  func count() -> (effects: [Effect], chooser: Chooser?) {
    guard let row = task else { return ([], nil) }
    func act(_ unit: String?) -> Effect {
      .act(code: row.code, .record(id: row.task.id, OccurrenceReport(from: unit)))
    }
    guard member == nil, let quotas = row.verdict.memberQuotas else { return ([act(member?.name)], nil) }
    let members = quotas.members.filter { $0.standing.current != nil }
    let waiting = Set((quotas.waiting + quotas.short).map(\.unit.id))
    let ordered =
      members.filter { waiting.contains($0.unit.id) } + members.filter { !waiting.contains($0.unit.id) }
    let choices = ordered.map { member in
      let period = member.standing.current.map { "  \($0.done)/\($0.asked)" } ?? ""
      let owed =
        member.owed > 0 ? "  " + wording.owed(member.owed, member.standing.quota) : ""
      return Chooser.Choice(text: member.unit.name + period + owed, effect: act(member.unit.name))
    }
    let all = Chooser.Choice(
      text: wording.pick("全体成员各计一次", "all members, one each"), effect: act(nil))
    return (
      [],
      Chooser(
        title: wording.pick(
          "计数 \(row.task.id)  \(row.task.title)：哪个单位完成？",
          "Count \(row.task.id)  \(row.task.title): which unit did it?"),
        choices: choices + [all])
    )
  }

  /// Asks what was asked for, or lets somebody choose first.
  mutating func choose(_ asked: (effects: [Effect], chooser: Chooser?)) -> [Effect] {
    if let chooser = asked.chooser { overlay = .chooser(chooser) }
    return asked.effects
  }

  /// A report that is begun on a member's part is that member's.
  mutating func fillMember() {
    guard let member, case .form(var form) = overlay, form[.from].isEmpty else { return }
    form.fill([.from: member.name])
    overlay = .form(form)
  }

  /// The form of targets begins with the one that fails, or the first.
  mutating func fillTarget() {
    guard let targets = task?.task.targets, case .form(var form) = overlay, form[.target].isEmpty,
      let target = targets.first(where: { $0.isPassed == false }) ?? targets.first
    else { return }
    form.fill([.target: target.name, .atLeast: Figure.text(target.atLeast) + (target.unit ?? "")])
    form.focus = form.fields.firstIndex { $0.name == .value } ?? 0
    overlay = .form(form)
  }
}
