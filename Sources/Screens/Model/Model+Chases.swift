import Campaigns
import TerminalFrames
import Wording

extension Model {
  /// Chases the unit that owes something; of several it asks which.
  mutating func remind() -> [Effect] {
    guard let row = task, let campaign = snapshot.ledger.campaign(code: row.code) else { return [] }
    let id = row.task.id
    let chases = snapshot.judge.nextChases(of: row.task, in: campaign)
    if let member {
      return [.act(code: row.code, .remind(id: id, ChaseReport(units: [member.id])))]
    }
    let all = Effect.act(code: row.code, .remind(id: id, ChaseReport()))
    guard chases.count > 1 else { return [all] }
    let first = Chooser.Choice(
      text: wording.pick("全部 \(chases.count) 个单位", "All \(chases.count) units"), effect: all)
    let each = chases.map { chase in
      Chooser.Choice(
        text: wording.words(chase),
        effect: .act(code: row.code, .remind(id: id, ChaseReport(units: [chase.unit.id]))))
    }
    overlay = .chooser(
      Chooser(
        title: wording.pick(
          "催办 \(id)  \(row.task.title)：催哪个单位？", "Chase \(id)  \(row.task.title): whom?"),
        choices: [first] + each))
    return []
  }
}
