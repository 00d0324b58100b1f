import Campaigns
import Wording

/// 申请延期: more time is asked for, or granted at once.
struct ExtensionForm: TaskFormKind {
  let id: String
  let fields = [
    FormField.until, FormField(.reason),
    FormField(.percent, "0 至 100，可不填", "0 to 100; may stay empty") { _, _ in "%" },
    FormField(.approver, "已经批准的填批准人，不填即待批", "who has granted it; empty, it waits"),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("申请延期", "Ask for more time"), id) }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let until = try form.until(model)
    let request = ExtensionRequest(
      until: until, reason: try form.words(.reason, model), percent: try form.number(.percent, model),
      approvedBy: form.optional(.approver))
    return [try model.act(on: id, .extend(id: id, request))]
  }
}

extension Form {
  /// The day until which more time is asked for, or granted.
  func until(_ model: Model) throws(FormError) -> Day {
    let text = try words(.until, model)
    let reading = TimeReading(of: text, in: model.campaign(of: purpose.subject), model.snapshot)
    guard reading.isWhole, let day = reading.deadline.end else {
      throw FormError(model.wording.notADay(text), .until)
    }
    return day
  }
}

extension FormField {
  /// The day until which more time is asked for, or granted.
  static let until = FormField(.until, "如 12月25日前", "as in 12月25日前 or 2026-12-25") { form, model in
    let (wording, id) = (model.wording, form.purpose.subject)
    let reading = TimeReading(of: form[.until].trimmed, in: model.campaign(of: id), model.snapshot)
    if reading.isWhole, let day = reading.deadline.end, let end = model.snapshot.row(id: id)?.verdict.end,
      day <= end
    {
      return wording.pick("应晚于现行时限\(end.iso)", "not later than \(end.iso), the deadline in force")
    }
    return wording.remark(of: reading, today: model.snapshot.today)
  }
}

extension Wording {
  /// What a field for a day says of words that are none.
  func notADay(_ text: String) -> String {
    pick("\(quoted(text))不是一个日期，请写作 2026-12-25。", "\(quoted(text)) is no day; write it as 2026-12-25.")
  }
}
