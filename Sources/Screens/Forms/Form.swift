import Campaigns
import TerminalFrames
import Wording

/// A small form: fields of one line each, sent off with Enter.
package struct Form: Sendable, Equatable {
  /// What a form is for. Texts are ids of tasks and codes of campaigns.
  package enum Purpose: Hashable, Sendable {
    case report(String), note(String), instruct(String), addTask(String), addCampaign
    case revise(String), split(String)
    /// The days of the event that a task's deadline hangs on.
    case dateEvent(String)
    /// A target is set or read.
    case target(String)
    /// More time is asked for; the request that waits is decided on.
    case extend(String), decide(String)
    /// Titles of what a task is split into.
    case divide(String)
    /// A task goes to another phase or plan.
    case move(String)
  }

  /// A field's name, as drafts on the disk call it.
  package enum FieldName: String, CaseIterable, Sendable {
    case percent, text, answers, author, from, via, title, due, units, campaign, number, year, day
    case until, reason, approver, opinion, comment, target, atLeast, value, first, second, third, phase
  }

  struct Field: Sendable, Equatable {
    let name: FieldName
    var line: TextLine
    /// What stood there before anything was typed.
    var given = ""
  }

  /// What it is for.
  package let purpose: Purpose
  var fields: [Field]
  /// The field that is typed into.
  var focus = 0
  /// Why it was not sent off.
  var error: String?
  /// Whether its text was typed before and not sent off; it says so, and ^U empties all of it.
  var isRestored = false
  /// Units that it has offered to make: the next Enter does.
  var offered: [String] = []

  /// An empty form.
  package init(_ purpose: Purpose) {
    self.purpose = purpose
    let names: [FieldName] =
      switch purpose {
      case .report: [.percent, .text, .from, .via]
      case .note: [.text]
      case .instruct: [.text, .author]
      case .addTask: [.title, .due, .units, .campaign]
      case .addCampaign: [.title, .number, .year]
      case .revise: [.title, .due, .units]
      case .split: [.title]
      case .dateEvent: [.day, .campaign]
      case .target: [.target, .value, .day, .text, .atLeast]
      case .extend: [.until, .reason, .percent, .approver]
      case .decide: [.opinion, .approver, .until, .comment]
      case .divide: [.first, .second, .third]
      case .move: [.campaign, .phase]
      }
    fields = names.map { Field(name: $0, line: TextLine()) }
    if case .addTask(let code) = purpose { self[.campaign] = code }
  }

  /// The text of a field; empty where the form has no such field.
  package subscript(_ name: FieldName) -> String {
    get { fields.first { $0.name == name }?.line.text ?? "" }
    set {
      for index in fields.indices where fields[index].name == name { fields[index].line = TextLine(newValue) }
    }
  }

  /// Whether nothing has been typed into it.
  var isEmpty: Bool {
    fields.allSatisfy {
      $0.line.text == $0.given || $0.line.isEmpty && $0.given.isEmpty || $0.name == .campaign
    }
  }

  /// Puts texts in that are there to be changed.
  mutating func fill(_ texts: [FieldName: String]) {
    for (name, text) in texts {
      self[name] = text
      for index in fields.indices where fields[index].name == name { fields[index].given = text }
    }
  }

  /// Puts text in at the caret; a field for a number takes digits and nothing else.
  mutating func insert(_ text: String, _ wording: Wording) {
    var text = text
    let name = fields[focus].name
    if let range = name.numbers {
      let digits = text.filter { !"%％#＃".contains($0) && !$0.isWhitespace }.map { $0.wholeNumberValue ?? 10 }
      guard digits.allSatisfy({ $0 < 10 }) else {
        error = wording.mustBe(name, range)
        return
      }
      text = digits.map(String.init).joined()
    }
    fields[focus].line.insert(text)
    edited()
  }

  /// Does what a key does in a form. Answers whether it is a key of forms; Enter and Esc are the model's.
  mutating func take(_ key: Key, _ wording: Wording) -> Bool {
    switch key {
    case .tab, .down: focus = (focus + 1) % fields.count
    case .backTab, .up: focus = (focus + fields.count - 1) % fields.count
    case .character(let character): insert(String(character), wording)
    case .control("u") where isRestored:
      let before = fields
      self = Form(purpose)
      asksForAnswer(before.contains { $0.name == .answers })
      for field in before where !field.given.isEmpty { fill([field.name: field.given]) }
    default:
      guard fields[focus].line.take(key) else { return false }
      edited()
    }
    return true
  }

  private mutating func edited() {
    error = nil
    offered = []
  }
}

extension Form.FieldName {
  /// The numbers that a field takes; nil where it takes words.
  var numbers: ClosedRange<Int>? {
    switch self {
    case .percent: 0...100
    case .answers: 1...9999
    case .year: 1000...9999
    default: nil
    }
  }
}

extension Form {
  /// Whether what it is about is there.
  func isAbout(_ snapshot: Snapshot) -> Bool {
    switch purpose {
    case .report(let id), .note(let id), .instruct(let id), .revise(let id), .split(let id),
      .dateEvent(let id), .extend(let id), .decide(let id), .target(let id), .divide(let id), .move(let id):
      snapshot.row(id: id) != nil
    case .addTask(let code): snapshot.ledger.campaign(code: code) != nil
    case .addCampaign: true
    }
  }
}

extension Form {
  /// Its heading on the screen; a restored one says so.
  func heading(_ model: Model) -> String {
    let restored = model.wording.pick("上次未保存的内容 · ^U 清空", "text kept from before · ^U empties it")
    return (isRestored ? "\(restored)  " : "") + title(model)
  }

  /// What will be done, to which task.
  func title(_ model: Model) -> String {
    let wording = model.wording
    func named(_ words: String, _ id: String) -> String {
      [words, id, model.snapshot.row(id: id)?.task.title].compactMap(\.self).joined(separator: "  ")
    }
    switch purpose {
    case .report(let id): return named(wording.pick("登记进展", "Report progress"), id)
    case .note(let id): return named(wording.pick("备注", "Note"), id)
    case .instruct(let id): return named(wording.pick("批示", "Instruction"), id)
    case .addTask: return wording.pick("新建任务", "New task")
    case .addCampaign: return wording.pick("新建方案", "New campaign")
    case .revise(let id): return named(wording.pick("修改草稿", "Put the draft right"), id)
    case .split(let id): return named(wording.pick("拆出第二项", "Split off a second item"), id)
    case .target(let id): return named(wording.pick("指标", "Target"), id)
    case .extend(let id): return named(wording.pick("申请延期", "Ask for more time"), id)
    case .decide(let id):
      let until = model.snapshot.row(id: id)?.task.pendingExtension?.until.iso ?? ""
      return named(wording.pick("批复延期（申请延至\(until)）", "Decide on more time (until \(until))"), id)
    case .divide(let id): return named(wording.pick("拆成几项", "Split"), id)
    case .move(let id): return named(wording.pick("移到别的阶段或方案", "Move to another phase or plan"), id)
    case .dateEvent(let id):
      let name = model.snapshot.row(id: id)?.task.deadline.event?.name ?? ""
      return wording.pick(
        "\(wording.quoted(name))的日期（方案留空则对全部方案）",
        "The days of \(wording.quoted(name)); without a campaign, for all")
    }
  }

  /// What stands beside the typed text: what is expected, or what the program makes of it.
  func remark(_ name: FieldName, _ model: Model) -> String {
    if let remark = extensionRemark(name, model) { return remark }
    let (wording, text) = (model.wording, self[name])
    switch name {
    case .percent: return text.isEmpty ? wording.pick("0 至 100，可不填", "0 to 100; may stay empty") : "%"
    case .text where text.isEmpty:
      guard case .report = purpose else { return "" }
      return wording.pick("填了进度时可不填", "may stay empty where per cent is given")
    case .answers: return answerRemark(model)
    case .author where text.isEmpty:
      return wording.pick("代录领导批示时填职务，不填即本人", "the leader, if you record another's words")
    case .from where text.isEmpty: return wording.pick("代录时填，可不填", "who told you; may stay empty")
    case .via where text.isEmpty:
      return wording.pick("电话、书面、OA，可不填", "by telephone, letter, OA; may stay empty")
    case .due where text.isEmpty:
      return wording.pick("如 12月20日前、每季度一次，可不填", "as in 12月20日前 or 2026-12-20; may stay empty")
    case .due:
      return wording.remark(
        of: TimeReading(of: text, in: campaign(model), model.snapshot), today: model.snapshot.today)
    case .units where !text.isEmpty && isOfDraft:
      return wording.joined(
        names(of: text, model).map {
          model.snapshot.units.unit(named: $0)?.name ?? wording.pick("\($0)（新）", "\($0) (new)")
        })
    case .units where text.isEmpty:
      return wording.pick("多个用顿号隔开，第一个牵头", "several with commas; the first one leads")
    case .units:
      return wording.joined(names(of: text, model).map { (try? unit($0, model))?.name ?? "\($0)?" })
    case .value where text.isEmpty:
      return wording.pick("如 92.5，可不填", "as in 92.5; may stay empty")
    case .atLeast where text.isEmpty: return wording.pick("新指标必填，如 90%", "needed for a new one, as in 90%")
    case .target:
      guard case .target(let id) = purpose, let targets = model.snapshot.row(id: id)?.task.targets else {
        return ""
      }
      guard let known = targets.first(where: { $0.name == text.trimmed }) else {
        return text.isEmpty
          ? wording.pick("如满意率", "as in 满意率") : wording.pick("新指标", "a new one")
      }
      return wording.words(known)
    case .day where text.isEmpty && fields.contains { $0.name == .value }:
      return wording.pick("测评日期，不填即今天", "the day of the reading; today if empty")
    case .day:
      guard case .dateEvent(let id) = purpose else { return "" }
      return eventRemark(of: id, model)
    case .campaign: return campaign(model)?.title ?? wording.pick("没有这个方案", "no such campaign")
    case .number where text.isEmpty: return wording.pick("可不填", "may stay empty")
    case .phase: return phaseRemark(model)
    case .first: return wording.pick("编号不变", "keeps the id")
    case .second where text.isEmpty: return wording.pick("新任务，记录照抄一份", "a new task with the same history")
    case .third where text.isEmpty: return wording.pick("可不填", "may stay empty")
    case .year where text.isEmpty: return "\(model.snapshot.today.year)"
    default: return ""
    }
  }

  /// Whether it is about an imported draft, whose units need not be known yet.
  private var isOfDraft: Bool { if case .revise = purpose { true } else { false } }

  /// The campaign that the form names, or that its task is in.
  func campaign(_ model: Model) -> Campaign? {
    switch purpose {
    case .revise(let id), .extend(let id), .decide(let id):
      return model.snapshot.row(id: id).flatMap { model.snapshot.ledger.campaign(code: $0.code) }
    default: break
    }
    let code = self[.campaign].trimmed.lowercased()
    return model.snapshot.ledger.campaigns.first { $0.code.lowercased() == code }
  }

  /// Names between 、 and commas. Spaces part them too, but for those in a name: that of a unit, or one in Latin letters
  /// of which no word is a unit.
  func names(of text: String, _ model: Model) -> [String] {
    text.split { "、，,；;".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }.flatMap { whole in
      let words = whole.split(whereSeparator: \.isWhitespace).map(String.init)
      func isKnown(_ name: String) -> Bool { model.snapshot.units.unit(named: name) != nil }
      guard words.count > 1, (try? unit(whole, model)) == nil else { return [whole] }
      return words.contains { isKnown($0) || !$0.allSatisfy(\.isASCII) } ? words : [whole]
    }
  }

  /// The unit of that name or alias, or the only one whose name has it in it.
  func unit(_ name: String, _ model: Model) throws(Refusal) -> Campaigns.Unit {
    let units = model.snapshot.units
    if let exact = units.unit(named: name) { return exact }
    let found = units.units.filter { $0.mergedInto == nil && $0.name.contains(name) }
    if let only = found.first, found.count == 1 { return only }
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
