import Campaigns

/// 登记进展: per cent and words, who told it, which instruction it answers.
struct ReportForm: TaskFormKind {
  let id: String
  let fields = [
    FormField(.percent, "0 至 100，可不填", "0 to 100; may stay empty") { _, _ in "%" },
    FormField(.text, "填了进度时可不填", "may stay empty where per cent is given"),
    FormField(.from, "代录时填，可不填", "who told you; may stay empty"),
    FormField(.via, "电话、书面、OA，可不填", "by telephone, letter, OA; may stay empty"),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("登记进展", "Report progress"), id) }

  /// The field of the answer comes last: the others stay where hands know them. A report that is begun on a member's part is
  /// that member's.
  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    let asks = model.snapshot.row(id: id)?.task.openInstructions.isEmpty == false
    switch (asks, form.fields.firstIndex { $0.name == .answers }) {
    case (true, nil): form.fields.append(Form.Field(name: .answers))
    case (false, let place?) where form.fields[place].line.isEmpty:
      form.fields.remove(at: place)
      form.focus = 0
    case (true, _?), (false, _): break
    }
    if let member = model.member, form[.from].isEmpty { form.fill([.from: member.name]) }
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let wording = model.wording
    let percent = try form.number(.percent, model)
    guard let text = form.optional(.text) ?? percent.map({ wording.pick("进度\($0)%", "\($0) % done") }) else {
      throw FormError(wording.pick("进度和进展至少填一项。", "Give per cent or words."), .percent)
    }
    var report = Report(text: text, percent: percent)
    if let from = form.optional(.from) {
      do throws(Refusal) { report.from = try model.unit(likeName: from).name } catch {
        throw FormError(wording.prose(error), .from)
      }
    }
    report.via = form.optional(.via)
    report.answers = try form.answered(of: id, model)
    return [try model.act(on: id, .report(id: id, report))]
  }
}

extension Form {
  /// The number of the open instruction that is answered; nil where the field is empty or not there.
  fileprivate func answered(of id: String, _ model: Model) throws(FormError) -> Int? {
    guard let number = try number(.answers, model) else { return nil }
    let open = model.openInstructions(of: id)
    guard open.contains(where: { $0.id == number }) else {
      let wording = model.wording
      let rest = open.map { "#\($0.id)" }
      throw FormError(
        wording.pick("#\(number)不是待复的批示", "#\(number) is no open instruction")
          + (rest.isEmpty
            ? wording.pick("。", ".")
            : wording.pick("，待复的有\(wording.joined(rest))。", "; open: \(wording.joined(rest)).")),
        .answers)
    }
    return number
  }
}

extension FormField {
  /// Which instruction a report answers: the one whose number is typed, else the oldest one that is open.
  static let answers = FormField(
    .answers,
    hint: { form, model in
      let (wording, open) = (model.wording, model.openInstructions(of: form.purpose.subject))
      guard let oldest = open.first else { return "" }
      return (open.count == 1 ? "" : wording.pick("\(open.count)条待复，", "\(open.count) open; "))
        + wording.brief(oldest)
    },
    remark: { form, model in
      model.openInstructions(of: form.purpose.subject).first { "\($0.id)" == form[.answers].trimmed }
        .map(model.wording.brief) ?? model.wording.pick("不是待复的批示", "no open instruction")
    })
}

extension Model {
  fileprivate func openInstructions(of id: String) -> [LogEntry] {
    snapshot.row(id: id)?.task.openInstructions ?? []
  }
}
