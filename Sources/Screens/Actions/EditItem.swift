import Campaigns
import Wording

/// 修改: puts right what the selected task, campaign, phase or unit says, field by field.
struct EditItem: KeyAction {
  let keys = "e"
  let group = KeyGroup.change
  let presence = Presence.changing

  func title(_ wording: Wording) -> String {
    wording.pick(
      "修改所选的任务、方案、阶段或单位；总览上方：设置",
      "put right the selected task, campaign, phase or unit; on top of home, settings")
  }

  func hint(_ model: Model) -> Hint? {
    model.reviewed == nil && !model.isTaskPage ? nil : Hint(2, model.wording.pick("修改", "edit"))
  }

  func availability(_ model: Model) -> Availability {
    form(model) == nil ? .disabled(model.wording.pick("先选中一项", "select something first")) : .live
  }

  func perform(_ model: inout Model) -> [Effect] {
    if let purpose = form(model) { model.open(purpose) }
    return []
  }

  /// The form of what is selected; nil where nothing is that could be put right.
  func form(_ model: Model) -> Form.Purpose? {
    // On home, from the numbers on top or where nothing is selected: whose store it is.
    if model.screen.place == .home, model.task == nil { return Form.Purpose(.settings) }
    if let task = model.task { return Form.Purpose(.editTask, task.task.id) }
    guard model.screen.chip == nil else { return nil }
    switch model.screen.item?.id {
    case .campaign(let code): return Form.Purpose(.editCampaign, code)
    case .phase(let campaign, let id): return Form.Purpose(.editPhase, "\(campaign)/\(id)")
    case .unit(let id): return Form.Purpose(.editUnit, id)
    case .task, .part, .entry, .more, .group, .choice, .file, .leftOut, nil: break
    case .setting, .event, .template: return model.settingForm
    // What is doubtful of the plan is put right in the plan.
    case .finding: if let code = model.reviewed { return Form.Purpose(.editCampaign, code) }
    }
    if case .campaign(let code) = model.screen.place { return Form.Purpose(.editCampaign, code) }
    if case .unit(let id) = model.screen.place { return Form.Purpose(.editUnit, id) }
    return nil
  }
}
