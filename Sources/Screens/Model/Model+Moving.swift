import Campaigns
import Wording

/// Moving a task to another phase or plan: a form with both.
extension Model {
  /// Whether the selected task can be moved: a draft is put right in the review.
  var movable: Availability {
    guard !setting.isReadOnly else { return .absent }
    guard let task, let campaign = snapshot.ledger.campaign(code: task.code) else {
      return .disabled(wording.pick("先选中一项任务", "select a task first"))
    }
    guard campaign.state == .open else {
      return .disabled(wording.prose(Refusal.campaignClosed(code: task.code)))
    }
    do throws(Refusal) { _ = try campaign.movable(task.task.id) } catch {
      return .disabled(wording.prose(error))
    }
    return .live
  }

  /// Follows a task that got another id in another plan, and says so.
  mutating func followed(_ old: String, to new: String) {
    if case .form(let form) = overlay {
      drafts[form.purpose] = nil
      overlay = nil
    }
    for place in stack.indices {
      switch stack[place].place {
      case .task(old): stack[place] = ScreenState(.task(new))
      case .members(old): stack[place] = ScreenState(.members(new))
      case .member(old, let unit): stack[place] = ScreenState(.member(task: new, unit: unit))
      default: if stack[place].selected == .task(old) { stack[place].selected = .task(new) }
      }
    }
    refresh()
    sayDone(
      wording.pick("已移动", "Moved"), "\(old) → \(new)  \(snapshot.row(id: new)?.task.title ?? "")")
  }
}

extension Form {
  /// What a form of moving asks for: another phase, or another plan.
  func moving(_ id: String, _ model: Model) throws(FormError) -> Effect {
    let code = try code(of: id, model)
    guard let target = campaign(model) else {
      let typed = model.wording.quoted(self[.campaign])
      throw FormError(
        model.wording.pick("没有编号为\(typed)的方案。", "There is no campaign \(typed)."), .campaign)
    }
    let phase = self[.phase].trimmed
    guard target.code == code else {
      return .transfer(id: id, from: code, to: target.code, phase: phase.isEmpty ? nil : phase)
    }
    return .act(code: code, .move(id: id, phase: try words(.phase, model)))
  }

  /// The phases of the plan that is typed.
  func phaseRemark(_ model: Model) -> String {
    guard let target = campaign(model), self[.phase].trimmed.isEmpty else { return "" }
    let names = model.wording.joined(target.phases.map(\.name))
    return target.phases.isEmpty ? model.wording.pick("该方案没有阶段", "the plan has no phases") : names
  }
}
