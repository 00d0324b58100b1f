import Wording

/// Puts a draft into the one above it.
struct MergeDrafts: ReviewAction {
  let keys = "J"
  func title(_ wording: Wording) -> String { wording.pick("并入上一项草稿", "merge it into the draft above") }
  func hint(_ model: Model) -> Hint? { Hint(4, model.wording.pick("合并", "merge")) }

  func availability(_ model: Model) -> Availability {
    guard model.hasSelectedDraft == .live else { return model.hasSelectedDraft }
    return draftBefore(model) != nil
      ? .live : .disabled(model.wording.pick("已是第一项", "this is the first item"))
  }

  func perform(_ model: inout Model) -> [Effect] {
    guard let row = model.task, let before = draftBefore(model) else { return [] }
    let words = model.wording.pick(
      "将 \(row.task.id) \(row.task.title) 并入 \(before)",
      "Will merge \(row.task.id) \(row.task.title) into \(before)")
    return model.confirm(
      words, .character("J"), [.act(code: row.code, .merge(id: row.task.id, into: before))])
  }

  /// The draft above the selected one.
  private func draftBefore(_ model: Model) -> String? {
    guard let (row, campaign) = model.taskAndCampaign,
      let place = campaign.tasks.firstIndex(where: { $0.id == row.task.id })
    else { return nil }
    return campaign.tasks[..<place].last { $0.stage == .draft }?.id
  }
}
