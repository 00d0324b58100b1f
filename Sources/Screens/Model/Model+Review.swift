import Campaigns
import TerminalFrames
import Wording

/// Checking an imported draft: each act changes the draft in the store at once, accepting is one change.
extension Model {
  /// The code of the draft on the screen.
  var reviewed: String? { if case .review(let code) = screen.place { code } else { nil } }

  /// Whether an action of the review can be done.
  func reviewing(_ action: Action) -> Availability {
    guard !setting.isReadOnly, let code = reviewed, let campaign = snapshot.ledger.campaign(code: code) else {
      return .absent
    }
    guard campaign.tasks.contains(where: { $0.stage == .draft }) else {
      return .disabled(wording.pick("没有草稿", "there is no draft"))
    }
    if action == .accept { return .live }
    guard task != nil else { return .disabled(wording.pick("先选中一项", "select an item first")) }
    if action == .merge, draftBefore == nil {
      return .disabled(wording.pick("已是第一项", "this is the first item"))
    }
    return .live
  }

  /// The draft above the selected one.
  private var draftBefore: String? {
    guard let id = task?.task.id,
      let drafts = reviewed.flatMap({ snapshot.ledger.campaign(code: $0) })?.tasks,
      let place = drafts.firstIndex(where: { $0.id == id })
    else { return nil }
    return drafts[..<place].last { $0.stage == .draft }?.id
  }

  mutating func revise() {
    guard let task = task?.task else { return }
    var form = Form(.revise(task.id))
    let units = task.units.filter { $0.role == .lead || $0.role == .supporting }
    form.fill([
      .title: task.title, .due: task.deadline.text,
      .units: units.map(snapshot.units.name).joined(separator: "、"),
    ])
    overlay = .form(drafts[.revise(task.id)] ?? form)
    refresh()
  }

  mutating func drop() -> [Effect] {
    guard let row = task else { return [] }
    let name = "\(row.task.id)  \(row.task.title)"
    overlay = .chooser(
      Chooser(
        question: wording.pick("去掉这一项？\(name)", "Leave this item out? \(name)"),
        choices: [
          Chooser.Choice(
            text: wording.pick("去掉（y）", "leave it out (y)"),
            effect: .act(code: row.code, .drop(id: row.task.id)))
        ], wording))
    return []
  }

  mutating func merge() -> [Effect] {
    guard let row = task, let before = draftBefore else { return [] }
    screen.selected = .task(before)
    return [.act(code: row.code, .merge(id: row.task.id, into: before))]
  }

  /// Accepts the draft; where an earlier plan has its number, that one can be brought up to date instead.
  mutating func accept() -> [Effect] {
    guard let code = reviewed, let campaign = snapshot.ledger.campaign(code: code) else { return [] }
    let count = campaign.tasks.count { $0.stage == .draft }
    var choices = [
      Chooser.Choice(
        text: wording.pick("立项（y）：\(count)项任务", "register \(count) tasks (y)"), effect: .accept(code: code))
    ]
    if let plan = snapshot.ledger.earlierPlan(than: campaign) {
      choices.insert(
        Chooser.Choice(
          text: wording.pick(
            "更新原方案 \(plan.code)（y），进展保留", "bring \(plan.code) up to date (y), progress kept"),
          effect: .updatePlan(code: plan.code, from: code)), at: 0)
      choices[1] = Chooser.Choice(
        text: wording.pick("另立新方案：\(count)项任务", "register \(count) tasks as a plan of its own"),
        effect: .accept(code: code))
    }
    let title = "\(code)  \(campaign.title)"
    overlay = .chooser(
      Chooser(question: wording.pick("核对完毕？\(title)", "Done checking? \(title)"), choices: choices, wording))
    return []
  }

  /// A draft became a plan, or brought one up to date: its page takes the review's place.
  mutating func accepted(_ code: String, _ count: Int) {
    stack.removeAll { if case .review = $0.place { true } else { false } }
    if stack.isEmpty { stack = [ScreenState(.home)] }
    stack.append(ScreenState(.campaign(code)))
    refresh()
    sayDone(
      wording.pick("已立项", "Registered"),
      wording.pick("\(code)：\(count)项任务", "\(code): \(count) tasks"))
  }
}
