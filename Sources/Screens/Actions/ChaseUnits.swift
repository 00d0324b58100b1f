import Campaigns
import Wording

/// 催办: chases the unit that owes something; of several it asks which.
struct ChaseUnits: WorkAction {
  let keys = "r"

  func title(_ wording: Wording) -> String {
    wording.pick("催办：催未办的，登记次数和级别", "chase those that owe something")
  }

  func hint(_ model: Model) -> Hint? {
    model.isTaskPage && model.isLive(self) && model.task?.chases.contains(where: \.isDue) == true
      ? Hint(5, model.wording.pick("催办", "chase")) : nil
  }

  func availability(_ model: Model) -> Availability {
    model.changing { .remind(id: $0, ChaseReport(units: model.member.map { [$0.id] } ?? [])) }
  }

  func perform(_ model: inout Model) -> [Effect] {
    guard let (row, campaign) = model.taskAndCampaign else { return [] }
    let (id, wording) = (row.task.id, model.wording)
    func act(_ units: [String]) -> Effect { .act(code: row.code, .remind(id: id, ChaseReport(units: units))) }
    if let member = model.member { return [act([member.id])] }
    let chases = model.snapshot.judge.nextChases(of: row.task, in: campaign)
    guard chases.count > 1 else { return [act([])] }
    let all = Chooser.Choice(
      text: wording.pick("全部 \(chases.count) 个单位", "All \(chases.count) units"), effect: act([]))
    return model.ask(
      Chooser(
        title: wording.pick(
          "催办 \(id)  \(row.task.title)：催哪个单位？", "Chase \(id)  \(row.task.title): whom?"),
        choices: [all]
          + chases.map { Chooser.Choice(text: wording.words($0), effect: act([$0.unit.id])) }))
  }
}
