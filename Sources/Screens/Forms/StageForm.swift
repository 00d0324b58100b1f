import Campaigns
import Wording

/// 变更办理状态: a task that was submitted is returned, one that is done is struck off or taken up again, one that is open is
/// suspended or cancelled; with the reason, or the name of who reviewed it.
struct StageForm: TaskFormKind {
  let id: String
  let isKept = false
  let fields = [
    FormField(.text, hint: { form, model in model.reasonHint(form) }),
    FormField(
      .manner,
      choices: { form, model in
        StageChange.possible(model.snapshot.row(id: form.purpose.subject)?.task.stage).map(model.wording.name)
      }),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("变更办理状态", "Change the state"), id) }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    let first = StageChange.possible(model.snapshot.row(id: id)?.task.stage).first
    form.fill([.manner: first.map(model.wording.name) ?? ""])
  }

  /// Why a task that is completed is not returned.
  func notes(_ form: Form, _ model: Model) -> [String] {
    guard model.snapshot.row(id: id)?.task.stage == .completed else { return [] }
    return [
      model.wording.pick(
        "已办结的用回头看重新办理；退回重办只用于已申请办结、待审核的。",
        "What is completed is taken up again; only what was submitted for completion is returned.")
    ]
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    guard let change = model.change(form) else {
      throw FormError(model.wording.pick("请选择办理方式。", "Choose what is to be done."), .manner)
    }
    let text = form.optional(.text)
    let act: Act
    switch change {
    case .sendBack: act = .sendBack(id: id, reason: try form.words(.text, model))
    case .strikeOff: act = .strikeOff(id: id, reviewer: try form.words(.text, model), on: nil)
    case .reopen: act = .reopen(id: id, reason: text)
    case .suspend: act = .suspend(id: id, reason: try form.words(.text, model))
    case .cancel: act = .cancel(id: id, reason: try form.words(.text, model))
    }
    return [try model.act(on: id, act)]
  }

  /// Cancelling is asked about: it is not done by going one choice too far.
  func question(_ form: Form, _ model: Model) -> (text: String, yes: String)? {
    guard model.change(form) == .cancel else { return nil }
    return (
      model.named(model.wording.pick("取消这项任务？", "Cancel this task?"), id),
      model.wording.pick("取消任务（y）", "cancel it (y)")
    )
  }
}

/// How a task's state is changed by hand, beside completing it.
enum StageChange: CaseIterable {
  case sendBack, strikeOff, reopen, suspend, cancel

  /// What can be done to a task of a stage, the likeliest first.
  static func possible(_ stage: Stage?) -> [StageChange] {
    switch stage {
    case .submitted: [.sendBack, .suspend, .cancel]
    case .completed: [.strikeOff, .reopen]
    case .struckOff, .suspended, .cancelled: [.reopen]
    case .registered, .assigned, .inProgress: [.suspend, .cancel]
    case .draft, nil: []
    }
  }
}

extension Model {
  fileprivate func change(_ form: Form) -> StageChange? {
    StageChange.allCases.first { wording.name($0) == form[.manner] }
  }

  fileprivate func reasonHint(_ form: Form) -> String {
    switch change(form) {
    case .strikeOff: wording.pick("核验人", "who reviewed it")
    case .reopen: wording.pick("理由，可不填", "why; may stay empty")
    case .sendBack, .suspend, .cancel, nil: wording.pick("理由", "why")
    }
  }
}

extension Wording {
  fileprivate func name(_ change: StageChange) -> String {
    switch change {
    case .sendBack: pick("退回重办", "return it")
    case .strikeOff: pick("核验销号", "strike it off")
    case .reopen: pick("回头看（重新办理）", "take it up again")
    case .suspend: pick("中止", "suspend")
    case .cancel: pick("取消任务", "cancel")
    }
  }
}
