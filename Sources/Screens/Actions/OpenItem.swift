import Wording

/// Opens what is selected: the number on top, the row, or what a page leads to.
struct OpenItem: KeyAction {
  let keys = "Enter l Right"
  let group = KeyGroup.move
  let presence = Presence.everywhere
  func title(_ wording: Wording) -> String { wording.pick("打开选中的一项", "open what is selected") }

  func hint(_ model: Model) -> Hint? {
    Hint(1, model.isTaskPage ? model.wording.pick("成员", "members") : model.wording.pick("打开", "open"))
  }

  func availability(_ model: Model) -> Availability {
    switch model.screen.item?.id {
    case .choice, .file: return .live
    case .setting, .event, .template: return EditItem().availability(model)
    default: break
    }
    switch model.screen.item?.id {
    case .finding: return .disabled(model.wording.pick("按 e 在方案里改", "e puts it right in the plan"))
    case .leftOut: return .disabled(model.wording.pick("按 a 取回", "a brings it back"))
    default: break
    }
    return target(model) == nil ? .disabled(model.wording.pick("没有选中的项", "nothing is selected")) : .live
  }

  private func target(_ model: Model) -> Place? {
    model.screen.chip.map { model.screen.content.chips[$0].opens } ?? model.screen.opens
  }

  func perform(_ model: inout Model) -> [Effect] {
    if case .choice(let number) = model.screen.item?.id {
      guard let choice = Welcome(rawValue: number), choice != .leave else { return [.end(.quit)] }
      return [.makeStore(choice)]
    }
    if case .file(let path) = model.screen.item?.id { return [.open(path: path)] }
    if let purpose = model.settingForm {
      // Enter opens what it stands on; what may only be read has no forms.
      guard !model.setting.isReadOnly else { return [] }
      model.open(purpose)
      if case .setting(let field) = model.screen.item?.id, case .form(var form) = model.overlay {
        form.focus(on: field)
        model.overlay = .form(form)
      }
      return []
    }
    guard let target = target(model) else { return [] }
    model.stack.append(ScreenState(target))
    model.refresh()
    if case .review(let code) = target { return [.source(code: code)] }
    return []
  }
}
