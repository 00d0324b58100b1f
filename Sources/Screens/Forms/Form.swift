import TerminalFrames
import Wording

/// A small form as it is being typed: fields of a line, or of several where their text is long, sent off with Enter. What it asks for and sends is its
/// kind's (`FormKind`); here is the editing.
package struct Form: Sendable, Equatable {
  struct Field: Sendable, Equatable {
    let name: FieldName
    var line: TextLine
    /// What stood there before anything was typed.
    var given = ""

    init(_ name: FieldName) {
      self.name = name
      line = TextLine(keepsLines: name.isLong)
    }
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
  /// The word that was typed, while one goes through the names that it may mean.
  var picking: String?

  init(_ purpose: Purpose) {
    self.purpose = purpose
    fields = purpose.form.fields.map { Field($0.name) }
  }

  /// The text of a field; empty where the form has no such field.
  package subscript(_ name: FieldName) -> String {
    get { fields.first { $0.name == name }?.line.text ?? "" }
    set {
      for index in fields.indices where fields[index].name == name {
        fields[index].line.replace(with: newValue)
      }
    }
  }

  /// Whether nothing has been typed into it.
  var isEmpty: Bool {
    fields.allSatisfy {
      $0.line.text == $0.given || $0.line.isEmpty && $0.given.isEmpty || $0.name == .campaign
    }
  }

  /// Puts texts in that are there to be changed; where something was kept, what was typed stays.
  mutating func fill(_ texts: [FieldName: String], isNew: Bool = true) {
    for (name, text) in texts {
      if isNew { self[name] = text }
      for index in fields.indices where fields[index].name == name { fields[index].given = text }
    }
  }

  /// Whether what is typed into may have several lines.
  var isLong: Bool { fields[focus].name.isLong }

  /// Whether what is typed into takes words that are written often.
  var takesTemplates: Bool {
    [.text, .comment, .reason].contains(fields[focus].name) && purpose.kind != .template
  }

  /// Puts a template in; where the field holds one, the next. What else was typed stays before it.
  mutating func nextTemplate(_ model: Model) {
    let templates = model.snapshot.settings.templates
    guard takesTemplates, !templates.isEmpty else {
      error =
        takesTemplates
        ? model.wording.pick("还没有常用语，在设置（,）里新增。", "There are no templates; settings (,) has them.")
        : model.wording.pick("这一栏不用常用语。", "This field takes no template.")
      return
    }
    let text = fields[focus].line.text
    // That of the act comes first: 催办 in a chase.
    let name = model.wording.name(purpose.kind)
    let texts = (templates.filter { $0.name == name } + templates.filter { $0.name != name }).map(\.text)
    if let now = texts.firstIndex(of: text) {
      fields[focus].line.replace(with: texts[(now + 1) % texts.count])
      edited()
    } else {
      insert(texts[0], model.wording)
    }
  }

  /// What stood in a field before anything was typed.
  func given(_ name: FieldName) -> String { fields.first { $0.name == name }?.given ?? "" }
  mutating func focus(on name: FieldName) { focus = fields.firstIndex { $0.name == name } ?? focus }

  /// Puts text in at the caret; a field for a number takes digits and nothing else.
  mutating func insert(_ text: String, _ wording: Wording) {
    var text = text
    let name = fields[focus].name
    if let range = name.numbers {
      // Figures only: 两 and 三 are words here.
      let digits = text.filter { !"%％#＃".contains($0) && !$0.isWhitespace }.map(\.figure)
      text = digits.compactMap { $0.map(String.init) }.joined()
      var line = fields[focus].line
      guard !digits.contains(nil), line.insert(text), (Int(line.text) ?? 0) <= range.upperBound else {
        error = wording.mustBe(name, range)
        return
      }
    }
    guard fields[focus].line.insert(text) else {
      error = wording.noRoom(TextLine.most)
      return
    }
    edited()
  }

  /// Goes so many fields on, round the end.
  mutating func go(_ steps: Int) {
    picking = nil
    focus = (focus + fields.count + steps) % fields.count
  }

  /// The form as it is where nothing was kept of it.
  static func new(_ purpose: Purpose, _ model: Model) -> Form {
    var form = Form(purpose)
    purpose.form.begin(&form, model, isNew: true)
    return form
  }

  /// Does what a key does in the line that is typed into. Answers whether it is a key of lines.
  mutating func take(_ key: Key, _ wording: Wording, _ choices: [String] = []) -> Bool {
    guard choices.isEmpty else { return choose(key, choices, wording) }
    if case .character(let character) = key {
      insert(String(character), wording)
      return true
    }
    guard fields[focus].line.take(key) else { return false }
    edited()
    return true
  }

  /// Fields that a form has where there is something to be asked.
  private static let occasional: [FormField] = [.answers, .unitKind, .unitMembers]

  /// What stands beside a field and what it takes; nil where the form has no such field.
  func described(_ name: FieldName) -> FormField? {
    (purpose.form.fields + Form.occasional).first { $0.name == name }
  }

  /// What the field that is typed into can be; empty where it takes what is typed.
  func choices(_ model: Model) -> [String] {
    described(fields[focus].name)?.choices(self, model) ?? []
  }

  /// Goes to another of the things that a field can be: the next or the one before, or one by its number.
  private mutating func choose(_ key: Key, _ choices: [String], _ wording: Wording) -> Bool {
    let now = choices.firstIndex(of: fields[focus].line.text) ?? 0
    let wanted: Int? =
      switch key {
      case .right, .character(" "): (now + 1) % choices.count
      case .left: (now + choices.count - 1) % choices.count
      case .character(let digit): digit.wholeNumberValue.map { $0 - 1 }
      default: nil
      }
    guard let wanted, choices.indices.contains(wanted) else {
      error = wording.choose(choices)
      return false
    }
    fields[focus].line.replace(with: choices[wanted])
    edited()
    return true
  }

  private mutating func edited() {
    (error, picking) = (nil, nil)
    // What the offered units are may be said before they are made.
    if ![.kind, .members].contains(fields[focus].name) { offered = [] }
  }

  /// Its heading on the screen; a restored one says so.
  func heading(_ model: Model) -> String {
    let restored = model.wording.pick("上次未保存的内容 · ^U 清空", "text kept from before · ^U empties it")
    return (isRestored ? "\(restored)  " : "") + purpose.form.title(model)
  }

  /// What stands below its fields, in lines of so many columns; no more than three.
  func notes(_ model: Model, columns: Int) -> [String] {
    let picks = picksLine(model).map { model.setting.width.cut($0.visible, to: max(2, columns - 2)) }
    let lines =
      [picks].compactMap(\.self)
      + purpose.form.notes(self, model).flatMap {
        model.setting.width.wrapped($0.visible, to: max(2, columns - 2))
      }
    return lines.count > 3 ? lines.prefix(2) + ["…"] : lines
  }

  /// What stands beside the typed text: what is expected, or what the program makes of it.
  func remark(_ name: FieldName, _ model: Model) -> String {
    guard let field = described(name) else { return "" }
    return self[name].trimmed.isEmpty ? field.hint(self, model) : field.remark(self, model)
  }
}

extension Character {
  /// The value of a figure, half or full width; nil for all others, 三 and 两 among them.
  fileprivate var figure: Int? { isASCII || ("０"..."９").contains(self) ? wholeNumberValue : nil }
}

/// A form that was left with something typed in it, as it is kept from one run to the next.
package struct FormDraft: Codable, Equatable, Sendable {
  /// The kind of the form and what it is about: `report h26-9`.
  package var form: String
  /// The texts of its fields, by their names.
  package var texts: [String: String]

  /// What is kept.
  package init(form: String, texts: [String: String]) { (self.form, self.texts) = (form, texts) }
}

extension Form {
  /// What is kept of it.
  package var draft: FormDraft {
    FormDraft(
      form: purpose.subject.isEmpty ? purpose.kind.rawValue : "\(purpose.kind.rawValue) \(purpose.subject)",
      texts: Dictionary(fields.map { ($0.name.rawValue, $0.line.text) }) { first, _ in first })
  }

  /// A form from what was kept of it; nil where it is none of ours.
  package init?(_ draft: FormDraft) {
    let parts = draft.form.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first, let kind = Kind(rawValue: name),
      [.addCampaign, .addUnit, .settings].contains(kind) == (parts.count == 1)
        || [.namedEvent, .template].contains(kind)
    else { return nil }
    self.init(Purpose(kind, parts.count > 1 ? parts[1] : ""))
    if draft.texts[FieldName.answers.rawValue]?.isEmpty == false { fields.append(Field(.answers)) }
    for (name, text) in draft.texts { if let name = FieldName(rawValue: name) { self[name] = text } }
  }
}
