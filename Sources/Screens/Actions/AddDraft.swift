import Campaigns
import Wording

/// What `a` does in the review: an item that the reader missed, or one that was left out, comes into the draft.
struct AddDraft {
  let code: String

  func hint(_ model: Model) -> Hint {
    Hint(
      4,
      leftOut(model) == nil ? model.wording.pick("补项", "add") : model.wording.pick("取回", "bring back"))
  }

  func availability(_ model: Model) -> Availability {
    let isDraft = model.snapshot.campaign(code: code)?.tasks.allSatisfy { $0.stage == .draft }
    return isDraft == true ? .live : .disabled(model.wording.pick("已立项", "the plan is registered"))
  }

  func perform(_ model: inout Model) -> [Effect] {
    guard let task = leftOut(model) else {
      model.open(Form.Purpose(.addDraft, code))
      return []
    }
    return model.confirm(
      model.wording.pick("将取回 \(task.title)", "Will bring back \(task.title)"), .character("a"),
      [.act(code: code, .addDraft(task))])
  }

  /// The item that was left out and is selected, as it was read.
  private func leftOut(_ model: Model) -> Campaigns.Task? {
    guard case .leftOut(let place) = model.screen.item?.id, let plan = model.sources[code]?.plan,
      plan.tasks.indices.contains(place)
    else { return nil }
    return plan.tasks[place].task(id: "\(code)-\(place + 1)", code: code, model.snapshot.units)
  }
}
