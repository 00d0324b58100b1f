import Campaigns
import Wording

/// 办结: completes a task, or the part of the member that is shown; of a task that several members have still to complete
/// it asks whom.
struct CompleteTask: WorkAction {
  let keys = "d"
  func title(_ wording: Wording) -> String { wording.pick("办结", "complete") }
  func hint(_ model: Model) -> Hint? { Hint(2, title(model.wording)) }

  func availability(_ model: Model) -> Availability {
    model.changing { .complete(id: $0, CompletionReport(from: model.member?.name)) }
  }

  func perform(_ model: inout Model) -> [Effect] {
    guard let row = model.task else { return [] }
    let wording = model.wording
    func act(_ unit: String?) -> Effect {
      .act(code: row.code, .complete(id: row.task.id, CompletionReport(from: unit)))
    }
    if let member = model.member { return [act(member.name)] }
    let missing = row.missingMembers(model.snapshot.units)
    guard !missing.isEmpty else { return [act(nil)] }
    let whole = Chooser.Choice(
      text: wording.pick(
        "整项办结（还有\(missing.count)个单位未办）", "The whole task (\(missing.count) units are missing)"),
      effect: act(nil))
    return model.ask(
      Chooser(
        title: wording.pick(
          "办结 \(row.task.id)  \(row.task.title)：谁办结？",
          "Complete \(row.task.id)  \(row.task.title): by whom?"),
        choices: missing.map { Chooser.Choice(text: $0.name, effect: act($0.name)) } + [whole]))
  }
}
