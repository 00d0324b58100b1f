import Campaigns

/// 登记进展: per cent and words, who told it, which instruction it answers.
struct ReportForm: TaskFormKind {
  let id: String
  let fields = [
    FormField(.text, "填了进度时可不填", "may stay empty where per cent is given"),
    FormField(.percent, "0 至 100，可不填", "0 to 100; may stay empty") { _, _ in "%" },
    FormField(
      .from, hint: { $1.wording.pick("代录时填，可不填", "who told you; may stay empty") },
      remark: { form, model in model.unitRemark(form[.from]) }
    ).pickingUnits(),
    FormField(.via, "电话、书面、OA，可不填", "by telephone, letter, OA; may stay empty"),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("登记进展", "Report progress"), id) }

  /// The field of the answer comes last: the others stay where hands know them. A report that is begun on a member's part is
  /// that member's.
  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    let open = model.openInstructions(of: id)
    switch (open.isEmpty, form.fields.firstIndex { $0.name == .answers }) {
    case (false, nil): form.fields.append(Form.Field(.answers))
    case (true, let place?) where form.fields[place].line.isEmpty:
      form.fields.remove(at: place)
      form.focus = 0
    case (false, _?), (true, _): break
    }
    // The one that is looked at, or the only one.
    var answered = open.count == 1 ? open.first : nil
    if case .entry(id, let entry) = model.screen.item?.id { answered = open.first { $0.id == entry } }
    if let answered, form[.answers].isEmpty { form.fill([.answers: model.wording.brief(answered)]) }
    if let member = model.member, form[.from].isEmpty { form.fill([.from: member.name]) }
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let wording = model.wording
    let percent = try form.number(.percent, model)
    guard let text = form.optional(.text) ?? percent.map({ wording.pick("进度\($0)%", "\($0) % done") }) else {
      throw FormError(wording.pick("进度和内容至少填一项。", "Give per cent or words."), .text)
    }
    var report = Report(text: text, percent: percent)
    report.from = try form.unit(.from, model)?.name
    report.via = form.optional(.via)
    report.answers = try form.answered(of: id, model)
    return [try model.act(on: id, .report(id: id, report))]
  }
}

extension Form {
  /// The number of the open instruction that is answered; nil where none is.
  fileprivate func answered(of id: String, _ model: Model) throws(FormError) -> Int? {
    guard let words = optional(.answers), words != model.noAnswer else { return nil }
    let open = model.openInstructions(of: id)
    guard let entry = open.first(where: { model.wording.brief($0) == words }) else {
      throw FormError(
        model.wording.pick("这条批示已不待复。", "That instruction is not open any more."), .answers)
    }
    return entry.id
  }
}

extension FormField {
  /// Which of the open instructions a report answers: the only one, or one that is chosen.
  static let answers = FormField(.answers) { form, model in
    model.openInstructions(of: form.purpose.subject).map(model.wording.brief) + [model.noAnswer]
  }
}

extension Model {
  fileprivate func openInstructions(of id: String) -> [LogEntry] {
    snapshot.row(id: id)?.task.openInstructions ?? []
  }

  fileprivate var noAnswer: String { wording.pick("不是答复", "it is no answer") }
}
