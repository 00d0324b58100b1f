import Campaigns
import Wording

/// 办结: what was done, on which day, by whom; or completion is asked for (申请办结). Everything is filled in: Enter is enough.
struct CompleteForm: TaskFormKind {
  let id: String
  let isKept = false
  let fields = [
    FormField(.text, "办理结果，可不填", "what was done; may stay empty"),
    FormField(.evidence, "文号、附件等，可不填", "a document, a file; may stay empty"),
    FormField(
      .doer, hint: { $1.wording.pick("不填即整项办结", "the whole if empty") },
      remark: { form, model in model.unitRemark(form[.doer]) }
    ).pickingUnits(),
    FormField.pastDay("办结日期，不填即今天", "the day of completion; today if empty"),
    FormField(.manner, choices: { $1.manners }),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("办结", "Complete"), id) }

  /// Who has still to do it.
  func notes(_ form: Form, _ model: Model) -> [String] {
    guard form.fields.contains(where: { $0.name == .doer }), form.optional(.doer) == nil else { return [] }
    return [model.missing(form)].compactMap(\.self)
  }

  /// Who did it is asked where members of a collective have each to do it.
  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    let row = model.snapshot.row(id: id)
    if row?.askedMembers(model.snapshot.units).isEmpty != false {
      form.fields.removeAll { $0.name == .doer }
    } else if let member = model.member {
      form.fill([.doer: member.name])
    }
    form.fill([.day: model.snapshot.today.iso, .manner: model.manners.first ?? ""])
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let (wording, day) = (model.wording, try form.pastDay(.day, model))
    guard form[.manner] != model.manners.last else {
      for field in [Form.FieldName.evidence, .doer] where form.optional(field) != nil {
        let label = wording.label(field)
        throw FormError(
          wording.pick(
            "申请办结不登记\(label)，请写入内容。", "Asking for completion takes no \(label); put it into the words."),
          field)
      }
      guard day == nil || day == model.snapshot.today else {
        throw FormError(wording.pick("申请办结按今天登记。", "Completion is asked for today."), .day)
      }
      return [try model.act(on: id, .submit(id: id, text: form.optional(.text)))]
    }
    let report = CompletionReport(
      text: form.optional(.text), on: day == model.snapshot.today ? nil : day,
      evidence: form.optional(.evidence), from: try form.unit(.doer, model)?.name)
    return [try model.act(on: id, .complete(id: id, report))]
  }

  /// The whole is completed over the heads of members only by who says so.
  func question(_ form: Form, _ model: Model) -> (text: String, yes: String)? {
    guard form.optional(.doer) == nil, form[.manner] == model.manners.first,
      let missing = model.snapshot.row(id: id)?.missingMembers(model.snapshot.units), !missing.isEmpty
    else { return nil }
    let names = model.wording.joined(missing.prefix(4).map(\.name)) + (missing.count > 4 ? "…" : "")
    return (
      model.wording.pick(
        "还有\(missing.count)个单位未办（\(names)），整项办结？",
        "\(missing.count) units are missing (\(names)). Complete the whole?"),
      model.wording.pick("整项办结（y）", "complete the whole (y)")
    )
  }
}

extension Model {
  /// How a task is completed: at once, or by asking for it.
  fileprivate var manners: [String] {
    [wording.pick("办结", "complete"), wording.pick("申请办结", "ask for completion")]
  }

  /// Who has still to do it.
  fileprivate func missing(_ form: Form) -> String? {
    guard let missing = snapshot.row(id: form.purpose.subject)?.missingMembers(snapshot.units) else {
      return nil
    }
    guard !missing.isEmpty else { return wording.pick("各单位均已办", "all units have done it") }
    return wording.pick("还有\(missing.count)个单位未办：", "\(missing.count) units are missing: ")
      + wording.joined(missing.map(\.name))
  }

  /// What a name that was typed is read as.
  func unitRemark(_ name: String) -> String {
    (try? unit(likeName: name.trimmed))?.name ?? wording.pick("没有这个单位", "no such unit")
  }
}
