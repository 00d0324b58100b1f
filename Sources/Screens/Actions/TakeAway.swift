import Campaigns
import Wording

/// 去掉: takes away for good what never counted, after a question: a draft, a task that was registered by mistake, an empty phase, a
/// unit that nothing names, a plan of these. What has a history is cancelled instead (z).
struct TakeAway: KeyAction {
  let keys = "D"
  let group = KeyGroup.change
  let presence = Presence.changing

  func title(_ wording: Wording) -> String {
    wording.pick("去掉草稿，或误登、没有记录的任务、阶段、单位、方案", "take away a draft, or what was registered by mistake")
  }

  func hint(_ model: Model) -> Hint? {
    model.reviewed == nil ? nil : Hint(3, model.wording.pick("去掉", "drop"))
  }

  func availability(_ model: Model) -> Availability {
    if let task = model.task?.task {
      return task.stage == .draft
        ? .live : model.unless { RemoveTaskAct.obstacle(for: $0, in: $1, $2) }
    }
    return choice(model) == nil
      ? .disabled(model.wording.pick("先选中一项", "select something first")) : .live
  }

  func perform(_ model: inout Model) -> [Effect] {
    guard let (name, effect) = choice(model) else { return [] }
    let wording = model.wording
    return model.ask(
      wording.pick("去掉？\(name)", "Take it away? \(name)"),
      [Chooser.Choice(text: wording.pick("去掉（y）", "take it away (y)"), effect: effect)])
  }

  /// What would go, and how.
  private func choice(_ model: Model) -> (name: String, effect: Effect)? {
    if let row = model.task {
      let act = row.task.stage == .draft ? Act.drop(id: row.task.id) : .removeTask(id: row.task.id)
      return ("\(row.task.id)  \(row.task.title)", .act(code: row.code, act))
    }
    guard model.screen.chip == nil else { return nil }
    switch model.screen.item?.id {
    case .phase(let code, let id):
      guard let phase = model.snapshot.campaign(code: code)?.phase(id: id) else { return nil }
      return (phase.name, .act(code: code, .removePhase(id: id)))
    case .campaign(let code):
      let title = model.snapshot.entry(code: code)?.campaignTitle ?? ""
      return ("\(code)  \(title)", .removeCampaign(code: code))
    case .unit(let id):
      guard case .units = model.screen.place, let unit = model.snapshot.units.unit(id: id) else { return nil }
      return (unit.name, .removeUnit(id: id, name: unit.name))
    case .task, .part, .entry, .more, .group, .choice, .file, .leftOut, .finding, .setting, nil:
      return nil
    case .event(let name, let code):
      let isKnown =
        code != nil || model.snapshot.settings.events.contains { $0.name == name }
      guard isKnown, !name.isEmpty else { return nil }
      return (
        model.wording.pick("事件 \(name) 的日期", "the days of \(name)"),
        code.map { .act(code: $0, .setEvent(name: name, nil)) } ?? .settings([.event(name: name, nil)])
      )
    case .template(let name):
      guard !name.isEmpty else { return nil }
      return (
        model.wording.pick("常用语 \(name)", "template \(name)"), .settings([.template(name: name, text: nil)])
      )
    }
  }
}
