import Campaigns
import TerminalFrames
import Wording

/// Why a form cannot be sent off, and in which field.
struct FormError: Error {
  let text: String
  let field: Form.FieldName
  /// Units that the next Enter makes.
  let offers: [String]

  init(_ text: String, _ field: Form.FieldName, offers: [String] = []) {
    self.text = text
    self.field = field
    self.offers = offers
  }
}

extension Form {
  /// What the form asks for, in order.
  /// - Throws: what is missing or cannot be read, and then nothing is to be done.
  func effects(_ model: Model) throws(FormError) -> [Effect] {
    switch purpose {
    case .report(let id): return [.act(code: try code(of: id, model), .report(id: id, try report(model)))]
    case .note(let id):
      return [.act(code: try code(of: id, model), .note(id: id, text: try words(.text, model)))]
    case .instruct(let id):
      let text = try words(.text, model)
      let author = self[.author].trimmed
      return [
        .act(
          code: try code(of: id, model),
          .instruct(id: id, text: text, from: author.isEmpty ? nil : author))
      ]
    case .addTask: return try addingTask(model)
    case .revise(let id):
      return [.act(code: try code(of: id, model), .revise(id: id, try revision(id, model)))]
    case .split(let id):
      return [.act(code: try code(of: id, model), .split(id: id, title: try words(.title, model)))]
    case .dateEvent(let id): return [try datingEvent(of: id, model)]
    case .target(let id): return try targeting(id, model)
    case .extend(let id):
      return [.act(code: try code(of: id, model), .extend(id: id, try extensionRequest(id, model)))]
    case .decide(let id):
      return [.act(code: try code(of: id, model), .decide(id: id, try extensionDecision(id, model)))]
    case .move(let id): return [try moving(id, model)]
    case .divide(let id): return [.act(code: try code(of: id, model), try division(of: id, model))]
    case .addCampaign:
      let title = try words(.title, model)
      let year = try number(.year, model)
      let document = self[.number].trimmed
      return [.addCampaign(title: title, documentNumber: document.isEmpty ? nil : document, year: year)]
    }
  }

  private func report(_ model: Model) throws(FormError) -> Report {
    let wording = model.wording
    let percent = try number(.percent, model)
    var text = self[.text].trimmed
    if text.isEmpty {
      guard let percent else {
        throw FormError(wording.pick("进度和进展至少填一项。", "Give per cent or words."), .percent)
      }
      text = wording.pick("进度\(percent)%", "\(percent) % done")
    }
    var report = Report(text: text, percent: percent)
    let (from, via) = (self[.from].trimmed, self[.via].trimmed)
    if !from.isEmpty { report.from = try unit(from, .from, model) }
    if !via.isEmpty { report.via = via }
    report.answers = try answered(model)
    return report
  }

  private func revision(_ id: String, _ model: Model) throws(FormError) -> DraftRevision {
    var revision = DraftRevision(title: try words(.title, model))
    let due = self[.due].trimmed
    if due != fields.first(where: { $0.name == .due })?.given {
      revision.deadline = due.isEmpty ? Deadline() : try deadline(due, campaign(model), model)
    }
    if self[.units] != fields.first(where: { $0.name == .units })?.given {
      revision.units = names(of: self[.units], model)
    }
    return revision
  }

  /// A time in words.
  private func deadline(_ due: String, _ campaign: Campaign?, _ model: Model) throws(FormError) -> Deadline {
    let reading = TimeReading(of: due, in: campaign, model.snapshot)
    guard reading.deadline.kind == .none else { return reading.deadline }
    let why = model.wording.whyNoTime(reading.notes)
    throw FormError(
      model.wording.pick(
        "看不懂时限\(model.wording.quoted(due))，\(why)也可写作 2026-12-20。",
        "The time \(model.wording.quoted(due)) cannot be read; \(why)write it as 2026-12-20."), .due)
  }

  private func addingTask(_ model: Model) throws(FormError) -> [Effect] {
    let wording = model.wording
    var draft = TaskDraft(title: try words(.title, model))
    guard let campaign = campaign(model) else {
      let code = wording.quoted(self[.campaign])
      throw FormError(
        wording.pick("没有编号为\(code)的方案。", "There is no campaign \(code)."), .campaign)
    }
    let due = self[.due].trimmed
    if !due.isEmpty { draft.deadline = try deadline(due, campaign, model) }
    let names = names(of: self[.units], model)
    draft.units = names.map { (try? unit($0, model))?.name ?? $0 }
    let unknown = unknownUnits(model)
    guard unknown.isEmpty || unknown == offered else {
      let all = wording.joined(unknown.map(wording.quoted))
      let near = unknown.count == 1 ? nearestUnit(unknown[0], model) : nil
      throw FormError(
        wording.pick(
          "没有单位\(all)" + (near.map { "（最接近的是\(wording.quoted($0))）" } ?? "") + "，再按一次回车新建该单位。",
          "There is no unit \(all)" + (near.map { " (the nearest is \(wording.quoted($0)))" } ?? "")
            + "; Enter again makes it."), .units, offers: unknown)
    }
    return [.act(code: campaign.code, .addTask(draft), newUnits: unknown)]
  }

  /// Names in the field of units that no unit has, each once.
  private func unknownUnits(_ model: Model) -> [String] {
    var seen: Set<String> = []
    return names(of: self[.units], model).filter { (try? unit($0, model)) == nil && seen.insert($0).inserted }
  }

  private func nearestUnit(_ name: String, _ model: Model) -> String? {
    do throws(Refusal) { _ = try unit(name, model) } catch {
      if case .unknownUnit(_, let near) = error { return near }
    }
    return nil
  }

  private func unit(_ name: String, _ field: FieldName, _ model: Model) throws(FormError) -> String {
    do throws(Refusal) { return try unit(name, model).name } catch {
      throw FormError(model.wording.prose(error), field)
    }
  }

  /// A day as people write one.
  func day(_ text: String, _ model: Model) throws(FormError) -> Day {
    let context = TimeContext(
      year: model.snapshot.today.year, from: model.snapshot.today, calendar: model.snapshot.judge.calendar)
    if let day = Day(iso: text) ?? TimeReader(context).read(text).day { return day }
    let wording = model.wording
    throw FormError(
      wording.pick(
        "\(wording.quoted(text))不是一个日期，请写作 2012-11-08。",
        "\(wording.quoted(text)) is no day; write it as 2012-11-08."), .day)
  }

  func words(_ field: FieldName, _ model: Model) throws(FormError) -> String {
    let words = self[field].trimmed
    guard words.isEmpty else { return words }
    let label = model.wording.label(field)
    throw FormError(model.wording.pick("请填写\(label)。", "Please fill in: \(label)."), field)
  }

  func number(_ field: FieldName, _ model: Model) throws(FormError) -> Int? {
    let text = self[field].trimmed
    guard !text.isEmpty, let range = field.numbers else { return nil }
    guard text.count <= 4, let value = Int(text), range.contains(value) else {
      throw FormError(model.wording.mustBe(field, range), field)
    }
    return value
  }

  func code(of id: String, _ model: Model) throws(FormError) -> String {
    guard let row = model.snapshot.row(id: id) else {
      throw FormError(
        model.wording.pick("任务 \(id) 已不在库中。", "Task \(id) is not in the store any more."), fields[focus].name)
    }
    return row.code
  }
}

extension Form {
  /// The purpose as a draft on the disk calls it.
  package var record: String {
    switch purpose {
    case .report(let id): "report \(id)"
    case .note(let id): "note \(id)"
    case .instruct(let id): "instruct \(id)"
    case .addTask(let code): "addTask \(code)"
    case .addCampaign: "addCampaign"
    case .revise(let id): "revise \(id)"
    case .split(let id): "split \(id)"
    case .dateEvent(let id): "dateEvent \(id)"
    case .target(let id): "target \(id)"
    case .extend(let id): "extend \(id)"
    case .decide(let id): "decide \(id)"
    case .divide(let id): "divide \(id)"
    case .move(let id): "move \(id)"
    }
  }

  /// The texts of its fields, by their names.
  package var texts: [String: String] {
    Dictionary(fields.map { ($0.name.rawValue, $0.line.text) }) { first, _ in first }
  }

  /// A form from a draft on the disk; nil where it is none of ours.
  package init?(record: String, texts: [String: String]) {
    let parts = record.split(separator: " ", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count > 1 ? parts[1] : nil) {
    case ("report", let id?): self.init(.report(id))
    case ("note", let id?): self.init(.note(id))
    case ("instruct", let id?): self.init(.instruct(id))
    case ("addTask", let code?): self.init(.addTask(code))
    case ("addCampaign", nil): self.init(.addCampaign)
    case ("revise", let id?): self.init(.revise(id))
    case ("split", let id?): self.init(.split(id))
    case ("dateEvent", let id?): self.init(.dateEvent(id))
    case ("target", let id?): self.init(.target(id))
    case ("extend", let id?): self.init(.extend(id))
    case ("decide", let id?): self.init(.decide(id))
    case ("divide", let id?): self.init(.divide(id))
    case ("move", let id?): self.init(.move(id))
    default: return nil
    }
    asksForAnswer(texts[FieldName.answers.rawValue]?.isEmpty == false)
    for (name, text) in texts { if let name = FieldName(rawValue: name) { self[name] = text } }
  }
}

extension Wording {
  /// What a field for numbers takes.
  func mustBe(_ field: Form.FieldName, _ range: ClosedRange<Int>) -> String {
    pick(
      "\(label(field))须为 \(range.lowerBound) 至 \(range.upperBound) 的整数。",
      "\(label(field)) must be a whole number from \(range.lowerBound) to \(range.upperBound).")
  }

  /// The label of a field.
  func label(_ field: Form.FieldName) -> String {
    switch field {
    case .percent: pick("进度 %", "per cent")
    case .text: pick("内容", "words")
    case .answers: pick("答复批示", "answers")
    case .author: pick("批示人", "leader")
    case .from: pick("反馈单位", "reported by")
    case .via: pick("渠道", "channel")
    case .title: pick("名称", "title")
    case .due: pick("时限", "due")
    case .units: pick("责任单位", "units")
    case .campaign: pick("方案编号", "campaign")
    case .number: pick("文号", "document")
    case .year: pick("年份", "year")
    case .day: pick("日期", "day")
    case .target: pick("指标", "target")
    case .atLeast: pick("至少达到", "at least")
    case .value: pick("读数", "reading")
    case .until: pick("延至", "until")
    case .reason: pick("理由", "why")
    case .approver: pick("批准人", "decided by")
    case .opinion: pick("意见", "decision")
    case .comment: pick("批语", "words")
    case .phase: pick("阶段", "phase")
    case .first: pick("第一项", "first")
    case .second: pick("第二项", "second")
    case .third: pick("第三项", "third")
    }
  }
}
