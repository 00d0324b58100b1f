import Wording

/// 立项: accepts the draft; where an earlier plan has its number, that one can be brought up to date instead.
struct AcceptDraft: ReviewAction {
  let keys = "A"

  func title(_ wording: Wording) -> String {
    wording.pick("核对完毕，立项", "done checking: register the tasks")
  }

  func hint(_ model: Model) -> Hint? { Hint(5, model.wording.pick("立项", "accept")) }
  func availability(_ model: Model) -> Availability { model.hasDrafts }

  func perform(_ model: inout Model) -> [Effect] {
    let (wording, snapshot) = (model.wording, model.snapshot)
    guard let code = model.reviewed, let campaign = snapshot.campaign(code: code) else { return [] }
    let count = campaign.tasks.count { $0.stage == .draft }
    let earlier = snapshot.earlierPlan(than: campaign)
    let register = Chooser.Choice(
      text: earlier == nil
        ? wording.pick("立项（y）：\(count)项任务", "register \(count) tasks (y)")
        : wording.pick("另立新方案：\(count)项任务", "register \(count) tasks as a plan of its own"),
      effect: .accept(code: code))
    let update = earlier.map { plan in
      Chooser.Choice(
        text: wording.pick(
          "更新原方案 \(plan.code)（y），进展保留", "bring \(plan.code) up to date (y), progress kept"),
        effect: .updatePlan(code: plan.code, from: code))
    }
    let title = "\(code)  \(campaign.title)"
    return model.ask(
      wording.pick("核对完毕？\(title)", "Done checking? \(title)"), [update, register].compactMap(\.self))
  }
}
