import Campaigns
import Wording

/// 修改阶段: its name, its time, its place among the others. What it is about is `h26/p2`.
struct EditPhaseForm: FormKind {
  let subject: String
  private var code: String { String(subject.prefix { $0 != "/" }) }
  private var id: String { String(subject.dropFirst(code.count + 1)) }
  var fields: [FormField] {
    let code = code
    return [FormField(.name), .due { _, model in model.snapshot.campaign(code: code) }, FormField(.order)]
  }

  func title(_ model: Model) -> String {
    model.wording.pick("修改阶段  \(subject)", "Edit phase  \(subject)")
  }

  func isAbout(_ snapshot: Snapshot) -> Bool { snapshot.campaign(code: code)?.phase(id: id) != nil }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard let campaign = model.snapshot.campaign(code: code),
      let place = campaign.phases.firstIndex(where: { $0.id == id })
    else { return }
    let phase = campaign.phases[place]
    let days = [phase.start, phase.end].compactMap { $0?.iso }.joined(separator: "..")
    form.fill(
      [
        .name: phase.name, .due: phase.timeText ?? days, .order: "\(place + 1)",
      ], isNew: isNew)
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    guard let campaign = model.snapshot.campaign(code: code) else {
      throw FormError(model.wording.prose(Refusal.unknownPhase(id: id)), .name)
    }
    var time: PhaseDraft?
    let name = try form.words(.name, model)
    if let due = form.changed(.due) { time = try form.phase(named: name, due, in: campaign, model) }
    let order = form.changed(.order) == nil ? nil : try form.number(.order, model)
    guard form.changed(.name) != nil || time != nil || order != nil else {
      throw .nothingChanged(form, model)
    }
    let act = Act.editPhase(
      id: id, name: form.changed(.name) == nil ? nil : name, time: time, place: order.map { $0 - 1 })
    return [.act(code: code, act)]
  }
}

extension Form {
  /// A phase of that name with the time that is typed; empty: without one.
  func phase(
    named name: String, _ due: String, in campaign: Campaign, _ model: Model
  ) throws(FormError) -> PhaseDraft {
    var draft = PhaseDraft(name: name)
    guard !due.isEmpty else { return draft }
    let read = try deadline(due, in: campaign, model)
    (draft.words, draft.start, draft.end) = (due, read.start, read.end)
    return draft
  }
}
