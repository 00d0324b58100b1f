import Campaigns
import TerminalFrames
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
    var chooser = Chooser(
      question: wording.pick("核对完毕？\(title)", "Done checking? \(title)"),
      choices: [update, register].compactMap(\.self), wording)
    chooser.notes = left(campaign, model)
    return model.ask(chooser)
  }

  /// Items whose periods are over already: they are in arrears as soon as they count.
  private func owedAtOnce(_ campaign: Campaign, _ model: Model) -> [(task: Campaigns.Task, owed: Int)] {
    var registered = campaign
    for place in registered.tasks.indices where registered.tasks[place].stage == .draft {
      registered.tasks[place].stage = .registered
    }
    let drafts = Set(campaign.tasks.filter { $0.stage == .draft }.map(\.id))
    return registered.rows(model.snapshot.judge) { drafts.contains($0.id) && $0.deadline.quota != nil }
      .filter { $0.verdict.quotaOwed > 0 }.map { ($0.task, $0.verdict.quotaOwed) }
  }

  /// What is still doubtful, what is left out, and which units are made: one line each, as far as there is room.
  private func left(_ campaign: Campaign, _ model: Model) -> [(words: String, style: Style)] {
    let wording = model.wording
    let doubts = DraftDoubts(campaign, model.sources[campaign.code], model.snapshot.units)
    var notes: [(words: String, style: Style)] = []
    let new = campaign.tasks.filter { $0.stage == .draft }.flatMap(\.units).filter {
      $0.unit == nil && ($0.role == .lead || $0.role == .supporting)
        && model.snapshot.units.unit(named: $0.name) == nil
    }.map(\.name)
    let names = new.enumerated().filter { new.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    if !names.isEmpty {
      notes.append(
        (wording.pick("新增单位：\(wording.joined(names))", "New units: \(wording.joined(names))"), .dueSoon))
    }
    if !doubts.leftOut.isEmpty {
      notes.append(
        (
          wording.pick("已去掉\(doubts.leftOut.count)项，不立项", "\(doubts.leftOut.count) left out"), .plain
        ))
    }
    for (task, owed) in owedAtOnce(campaign, model) {
      notes.append(
        (
          wording.pick(
            "自期初计已欠\(owed)次（从现在计，请写“自某月起每月…”）：\(task.id) \(task.title)",
            "\(owed) owed since its days began: \(task.id) \(task.title)"), .dueSoon
        ))
    }
    // Of new units all is said already.
    let rest =
      doubts.ofPlan
      + campaign.tasks.flatMap { doubts.ofTasks[$0.id] ?? [] }.filter { $0.kind != .unknownUnit }
    if !rest.isEmpty {
      notes.append((wording.pick("尚有存疑\(rest.count)处：", "Still doubtful, \(rest.count):"), .dueSoon))
    }
    for finding in rest {
      let line = wording.pick("第\(finding.line)行", "line \(finding.line)")
      notes.append(("  \(line)  \(wording.prose(finding))", .plain))
    }
    return notes
  }
}
