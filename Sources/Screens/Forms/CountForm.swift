import Campaigns
import Wording

/// 计数: how many of a quota were done, by whom, on which day. Everything is filled in: Enter is enough.
struct CountForm: TaskFormKind {
  let id: String
  let isKept = false
  let fields = [
    FormField(.text, "内容，可不填", "what it was; may stay empty"),
    FormField(
      .doer,
      hint: { form, model in
        model.waiting(form).isEmpty
          ? model.wording.pick("可不填", "may stay empty")
          : model.wording.pick("不填即各成员各计一次", "each member if empty")
      }, remark: { form, model in model.unitRemark(form[.doer]) }
    ).pickingUnits(),
    FormField(.count, hint: { $1.wording.pick("不填即一次", "one if empty") }),
    FormField.pastDay("日期，不填即今天", "the day; today if empty"),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("计数", "Count"), id) }

  func notes(_ form: Form, _ model: Model) -> [String] {
    let waiting = model.waiting(form)
    return waiting.isEmpty || form.optional(.doer) != nil
      ? [] : [model.wording.pick("本期未完成、往期欠办的：", "Not done, or owing: ") + model.wording.joined(waiting)]
  }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    form.fill([.count: "1", .day: model.snapshot.today.iso])
    if let member = model.member { form.fill([.doer: member.name]) }
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let day = try form.pastDay(.day, model)
    let report = OccurrenceReport(
      count: try form.number(.count, model) ?? 1, on: day == model.snapshot.today ? nil : day,
      from: try form.unit(.doer, model)?.name, note: form.optional(.text))
    return [try model.act(on: id, .record(id: id, report))]
  }

  /// What counts for every member is counted for all of them only by who says so.
  func question(_ form: Form, _ model: Model) -> (text: String, yes: String)? {
    guard form.optional(.doer) == nil,
      let members = model.snapshot.row(id: id)?.verdict.memberQuotas?.members, members.count > 2
    else { return nil }
    return (
      model.wording.pick("\(members.count)个成员各计一次？", "Count it for each of \(members.count) members?"),
      model.wording.pick("各计一次（y）", "count it for each (y)")
    )
  }
}

extension Model {
  /// The members of a quota that each has to meet, those first who have still to do something.
  fileprivate func waiting(_ form: Form) -> [String] {
    guard let quotas = snapshot.row(id: form.purpose.subject)?.verdict.memberQuotas else { return [] }
    var known: Set<String> = []
    return (quotas.waiting + quotas.short).filter { known.insert($0.unit.id).inserted }.map { member in
      let now = member.standing.current.map { " \($0.done)/\($0.asked)" } ?? ""
      let owed = member.owed > 0 ? wording.pick("（欠\(member.owed)次）", " (owes \(member.owed))") : ""
      return member.unit.name + now + owed
    }
  }
}
