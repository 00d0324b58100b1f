import Wording

/// 新建: a task, or in the list of campaigns a campaign.
struct AddEntry: WorkAction {
  let keys = "a"

  func title(_ wording: Wording) -> String {
    wording.pick("新建任务；在方案列表中新建方案", "add a task; in the list of campaigns, a campaign")
  }

  /// On a task's page the way back is worth more.
  func hint(_ model: Model) -> Hint? {
    model.isTaskPage && model.isLive(self) ? nil : Hint(5, model.wording.pick("新建", "add"))
  }

  func availability(_ model: Model) -> Availability {
    model.screen.place == .campaigns || campaign(model) != nil
      ? .live : .disabled(model.wording.pick("先打开一个方案（按 2）", "open a campaign first (2)"))
  }

  func perform(_ model: inout Model) -> [Effect] {
    if model.screen.place == .campaigns {
      model.open(Form.Purpose(.addCampaign))
    } else if let code = campaign(model) {
      model.open(Form.Purpose(.addTask, code))
    }
    return []
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
