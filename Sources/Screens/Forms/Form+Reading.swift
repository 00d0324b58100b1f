import Campaigns

/// What forms read out of their fields.
extension Form {
  /// Words that must not be empty.
  func words(_ field: FieldName, _ model: Model) throws(FormError) -> String {
    if let words = optional(field) { return words }
    let label = model.wording.label(field)
    throw FormError(model.wording.pick("请填写\(label)。", "Please fill in: \(label)."), field)
  }

  /// Words, or nil where the field is empty.
  func optional(_ field: FieldName) -> String? { self[field].filled }

  /// What stands in a field, where it is not what stood there; nil where it is, or the form has no such field.
  func changed(_ field: FieldName) -> String? {
    fields.contains { $0.name == field } && self[field] != given(field) ? self[field].trimmed : nil
  }

  /// What stands in a field, taken apart at 、 and the like.
  func names(_ field: FieldName) -> [String] {
    self[field].split { "、，,；;".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// A whole number; nil where the field is empty.
  func number(_ field: FieldName, _ model: Model) throws(FormError) -> Int? {
    guard let text = optional(field), let range = field.numbers else { return nil }
    guard text.count <= 4, let value = Int(text), range.contains(value) else {
      throw FormError(model.wording.mustBe(field, range), field)
    }
    return value
  }

  /// A day as people write one, which has come; nil where the field is empty.
  func pastDay(_ field: FieldName, _ model: Model) throws(FormError) -> Day? {
    guard let text = optional(field) else { return nil }
    guard let day = model.day(in: text) else { throw FormError(model.wording.notADay(text), field) }
    guard day <= model.snapshot.today else {
      throw FormError(model.wording.prose(Refusal.dayInFuture(day)), field)
    }
    return day
  }

  /// The unit that a name means; nil where the field is empty or not there.
  func unit(_ field: FieldName, _ model: Model) throws(FormError) -> Campaigns.Unit? {
    guard let name = optional(field) else { return nil }
    do throws(Refusal) { return try model.unit(likeName: name) } catch {
      throw FormError(model.wording.prose(error), field)
    }
  }

  /// A time in words.
  func deadline(_ due: String, in campaign: Campaign?, _ model: Model) throws(FormError) -> Deadline {
    let reading = TimeReading(of: due, in: campaign, model.snapshot)
    guard reading.deadline.kind == .none else { return reading.deadline }
    let why = model.wording.whyNoTime(reading.notes)
    throw FormError(
      model.wording.pick(
        "看不懂时限\(model.wording.quoted(due))，\(why)也可写作 2026-12-20。",
        "The time \(model.wording.quoted(due)) cannot be read; \(why)write it as 2026-12-20."), .due)
  }

  /// The campaign whose code is typed.
  func campaign(_ model: Model) -> Campaign? {
    let code = self[.campaign].trimmed.lowercased()
    return model.snapshot.entries.first { $0.code.lowercased() == code }?.campaign
  }

  /// The campaign whose code must be typed.
  func knownCampaign(_ model: Model) throws(FormError) -> Campaign {
    if let campaign = campaign(model) { return campaign }
    let code = model.wording.quoted(self[.campaign].trimmed)
    throw FormError(
      model.wording.pick("没有编号为\(code)的方案。", "There is no campaign \(code)."), .campaign)
  }
}

extension FormField {
  /// A time in words, read in the light of a campaign.
  static func due(in campaign: @escaping @Sendable (Form, Model) -> Campaign?) -> FormField {
    FormField(.due, "如 12月20日前、每季度一次，可不填", "as in 12月20日前 or 2026-12-20; may stay empty") { form, model in
      let reading = TimeReading(of: form[.due], in: campaign(form, model), model.snapshot)
      return model.wording.remark(of: reading, today: model.snapshot.today)
    }
  }

  /// Names of units; `reading` says what a name is read as.
  static func units(reading: @escaping @Sendable (String, Model) -> String) -> FormField {
    FormField(.units, "多个用顿号隔开，第一个牵头", "several with commas; the first one leads") { form, model in
      model.wording.joined(model.unitNames(in: form[.units]).map { reading($0, model) })
    }.pickingUnits()
  }

  /// A day that has come, today where nothing else is typed.
  static func pastDay(_ zh: String, _ en: String) -> FormField {
    FormField(.day, zh, en) { form, model in
      guard let day = model.day(in: form[.day].trimmed) else {
        return model.wording.pick("看不懂，如 2026-12-25、12月25日", "cannot be read; as in 2026-12-25")
      }
      guard day <= model.snapshot.today else { return model.wording.pick("还没有到", "has not come yet") }
      let weekday = model.wording.weekday(day)
      return day == model.snapshot.today
        ? model.wording.pick("今天 \(weekday)", "today, \(weekday)") : "\(day.iso) \(weekday)"
    }
  }

  static let campaign = FormField(.campaign, hint: FormField.campaignTitle, remark: FormField.campaignTitle)
    .picking { $1.campaignPicks }

  private static let campaignTitle: Remark = { form, model in
    form.campaign(model)?.title ?? model.wording.pick("没有这个方案", "no such campaign")
  }

  /// What may be left out.
  static func optional(_ name: Form.FieldName) -> FormField { FormField(name, "可不填", "may stay empty") }
}

extension Model {
  /// What will be done, to which task.
  func named(_ words: String, _ id: String) -> String {
    [words, id, snapshot.row(id: id)?.task.title].compactMap(\.self).joined(separator: "  ")
  }

  /// A day as people write one: 2026-12-25, 12月25日, 昨天; nil where the words are none, or say more.
  func day(in words: String) -> Day? {
    if let day = Day(iso: words) { return day }
    let context = TimeContext(
      year: snapshot.today.year, from: snapshot.today, calendar: snapshot.judge.calendar)
    return TimeReader(context).read(words).day
  }

  func campaign(of id: String) -> Campaign? {
    snapshot.row(id: id).flatMap { snapshot.campaign(code: $0.code) }
  }

  /// An act on a task, in its campaign.
  func act(on id: String, _ act: Act) throws(FormError) -> Effect {
    guard let row = snapshot.row(id: id) else {
      let field: Form.FieldName =
        if case .form(let form) = overlay { form.fields[form.focus].name } else { .text }
      throw FormError(
        wording.pick("任务 \(id) 已不在库中。", "Task \(id) is not in the store any more."), field)
    }
    return .act(code: row.code, act)
  }

  /// Names between 、 and commas. Spaces part them too, but for those in a name: that of a unit, or one in Latin letters
  /// of which no word is a unit.
  func unitNames(in text: String) -> [String] {
    text.split { "、，,；;".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }.flatMap { whole in
      let words = whole.split(whereSeparator: \.isWhitespace).map(String.init)
      func isKnown(_ name: String) -> Bool { snapshot.units.unit(named: name) != nil }
      guard words.count > 1, (try? unit(likeName: whole)) == nil else { return [whole] }
      return words.contains { isKnown($0) || !$0.allSatisfy(\.isASCII) } ? words : [whole]
    }
  }

  /// The unit of that name or alias, or the only one whose name has it in it.
  func unit(likeName name: String) throws(Refusal) -> Campaigns.Unit {
    let units = snapshot.units
    if let exact = units.unit(named: name) { return exact }
    let found = units.units.filter { $0.mergedInto == nil && $0.name.contains(name) }
    if let only = found.first, found.count == 1 { return only }
    // Letters that only one is read as.
    let read = found.isEmpty ? unitPicks.answering(name) : []
    if read.count == 1, let unit = read.first.flatMap({ units.unit(named: $0.name) }) { return unit }
    throw .unknownUnit(
      name: name, nearest: found.first?.name ?? nearest(to: name, among: units.units.map(\.name)))
  }
}

extension TimeReading {
  /// Words read in the light of a campaign and a day.
  init(of words: String, in campaign: Campaign?, _ snapshot: Snapshot) {
    self.init(of: words, in: campaign, today: snapshot.today, calendar: snapshot.judge.calendar)
  }
}
