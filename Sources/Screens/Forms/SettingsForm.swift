import Campaigns
import Wording

/// 设置: the organisation's name, when lights change, its own days off and on.
struct SettingsForm: FormKind {
  let fields: [FormField] = [
    FormField(.organisation, "如 某市人民医院党委办公室", "the office whose ledger this is"),
    FormField(.user, "姓名或职务，记入本人的操作记录", "by name or post; it stands beside what I do"),
    FormField(.dueSoon, hint: { $1.wording.pick("个工作日以内为临期", "working days and below are due soon") }) {
      $1.wording.pick("个工作日以内为临期", "working days and below are due soon")
    },
    FormField(.behindYellow, hint: { _, _ in "%" }) {
      $1.wording.pick("个百分点起亮黄灯", "points behind schedule are yellow")
    },
    FormField(.behindRed, hint: { _, _ in "%" }) {
      $1.wording.pick("个百分点以上亮红灯", "points behind schedule and more are red")
    },
    .days(.daysOff, "本单位自定的休息日，如 2026-05-12", "own days off, as in 2026-05-12"),
    .days(.daysOn, "本单位自定的上班日", "own days of work"),
  ]

  func title(_ model: Model) -> String { model.wording.pick("设置", "Settings") }
  func isAbout(_ snapshot: Snapshot) -> Bool { true }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    let settings = model.snapshot.settings
    let lights = settings.lights ?? .usual
    func days(_ days: [Day]?) -> String { (days ?? []).map(\.iso).joined(separator: "、") }
    form.fill(
      [
        .organisation: settings.organisation ?? "", .user: model.user,
        .dueSoon: "\(lights.dueSoonWorkingDays)",
        .behindYellow: "\(lights.behindYellow)", .behindRed: "\(lights.behindRed)",
        .daysOff: days(settings.ownDays?.off), .daysOn: days(settings.ownDays?.working),
      ], isNew: isNew)
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var acts: [SettingsAct] = []
    if let name = form.changed(.organisation) { acts.append(.organisation(name)) }
    let numbers: [Form.FieldName] = [.dueSoon, .behindYellow, .behindRed]
    if numbers.contains(where: { form.changed($0) != nil }) {
      let now = model.snapshot.settings.lights ?? .usual
      acts.append(
        .lights(
          LightProfile(
            dueSoonWorkingDays: try form.number(.dueSoon, model) ?? now.dueSoonWorkingDays,
            behindYellow: try form.number(.behindYellow, model) ?? now.behindYellow,
            behindRed: try form.number(.behindRed, model) ?? now.behindRed)))
    }
    if form.changed(.daysOff) != nil || form.changed(.daysOn) != nil {
      let (off, working) = (try form.days(.daysOff, model), try form.days(.daysOn, model))
      if let day = off.first(where: working.contains) {
        throw FormError(
          model.wording.pick(
            "\(day.iso) 不能既休息又上班。", "\(day.iso) cannot be a day off and a day of work."), .daysOn)
      }
      acts += SettingsAct.ownDays(from: model.snapshot.settings.ownDays, off: off, working: working)
    }
    var effects: [Effect] = []
    if !acts.isEmpty { effects.append(.settings(acts)) }
    if let user = form.changed(.user) { effects.append(.setUser(user)) }
    guard !effects.isEmpty else { throw .nothingChanged(form, model) }
    return effects
  }
}

extension FormField {
  /// Days that are parted by 、.
  fileprivate static func days(_ name: Form.FieldName, _ zh: String, _ en: String) -> FormField {
    FormField(name, zh, en) { form, model in
      do throws(FormError) {
        return model.wording.joined(
          try form.days(name, model).map { "\($0.iso) \(model.wording.weekday($0))" })
      } catch { return error.text }
    }
  }
}

extension Form {
  fileprivate func days(_ field: FieldName, _ model: Model) throws(FormError) -> [Day] {
    var days: [Day] = []
    for text in names(field).flatMap({ $0.split(separator: " ").map(String.init) }) {
      guard let day = model.day(in: text) else { throw FormError(model.wording.notADay(text), field) }
      days.append(day)
    }
    return days
  }
}
