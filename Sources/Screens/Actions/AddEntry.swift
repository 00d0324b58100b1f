import Wording

/// 新建: what the view lists; in the review an item of the draft.
struct AddEntry: KeyAction {
  let keys = "a"
  let group = KeyGroup.change
  let presence = Presence.changing

  func title(_ wording: Wording) -> String {
    wording.pick(
      "新建：本页列的任务、方案、阶段或单位；核对时：补一项，取回去掉的",
      "add what the view lists: a task, campaign, phase or unit; in a draft, an item, also one left out")
  }

  /// On a task's page the way back is worth more.
  func hint(_ model: Model) -> Hint? {
    if let draft = draft(model) { return draft.hint(model) }
    return model.isTaskPage && model.isLive(self) ? nil : Hint(5, model.wording.pick("新建", "add"))
  }

  private func draft(_ model: Model) -> AddDraft? { model.reviewed.map { AddDraft(code: $0) } }

  func availability(_ model: Model) -> Availability {
    if let draft = draft(model) { return draft.availability(model) }
    return form(model) == nil
      ? .disabled(model.wording.pick("先打开一个方案（按 2）", "open a campaign first (2)")) : .live
  }

  func perform(_ model: inout Model) -> [Effect] {
    if let draft = draft(model) { return draft.perform(&model) }
    if let purpose = form(model) { model.open(purpose) }
    return []
  }

  private func form(_ model: Model) -> Form.Purpose? {
    if case .phase(let code, _) = model.screen.item?.id, model.screen.chip == nil {
      return Form.Purpose(.addPhase, code)
    }
    switch model.screen.place {
    case .campaigns: return Form.Purpose(.addCampaign)
    case .units: return Form.Purpose(.addUnit)
    case .files: return nil
    case .settings:
      if case .event = model.screen.item?.id { return Form.Purpose(.namedEvent) }
      return Form.Purpose(.template)
    case .welcome, .home, .tasks, .urgent, .rates, .instructions, .campaign, .review, .task, .members,
      .member,
      .unit:
      return campaign(model).map { Form.Purpose(.addTask, $0) }
    }
  }

  /// The campaign that a new task would go to: the one shown, the selected task's, or the only one.
  private func campaign(_ model: Model) -> String? {
    if case .campaign(let code) = model.screen.place { return code }
    if case .tasks(let filter) = model.screen.place, let code = filter.onlyCampaign { return code }
    if let task = model.task { return task.code }
    let open = model.snapshot.entries.filter { $0.summary.state == .open }
    return open.count == 1 ? open.first?.code : nil
  }
}
