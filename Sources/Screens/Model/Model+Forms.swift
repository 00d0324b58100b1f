import TerminalFrames

extension Model {
  /// Opens a form, or goes on with what was left in it.
  mutating func open(_ purpose: Form.Purpose) {
    var form = Form.new(purpose, self)
    if let kept = drafts[purpose] {
      form = kept
      purpose.form.begin(&form, self, isNew: false)
      form.isRestored = !form.isEmpty
    }
    overlay = .form(form)
    refresh()
  }

  mutating func press(_ key: Key, in form: Form) -> [Effect] {
    var form = form
    // A name that is begun is taken before one goes on; a whole one is taken back.
    if key == .tab && form.pick(self) || key == .backspace && form.takeNameBack(self) {
      overlay = .form(form)
      return []
    }
    // Up and Down go through the rows of a long text before they leave it.
    if form.isLong, key == .up || key == .down,
      form.fields[form.focus].line.go(
        rows: key == .up ? -1 : 1, columns: longColumns(form), setting.width)
    {
      overlay = .form(form)
      return []
    }
    switch FormAction(key) {
    case .cancel:
      cancel(form, says: key == .control("c"))
      return []
    case .save:
      do throws(FormError) { return try send(form) } catch {
        form.error = error.text
        form.offered = error.offers
        form.askForUnits(below: error.field, self)
        form.focus(on: error.field)
      }
    case .editor: return write(form, sends: false)
    case .template: form.nextTemplate(self)
    case .next: form.go(1)
    case .previous: form.go(-1)
    case .nextName: form.goThroughPicks(1, self)
    case .previousName: form.goThroughPicks(-1, self)
    case .empty where form.isRestored: form = Form.new(form.purpose, self)
    case .empty, .newLine, nil: _ = form.take(key, wording, form.choices(self))
    }
    overlay = .form(form)
    return []
  }

  /// What a form asks for; where that is asked about first, its question.
  mutating func send(_ form: Form) throws(FormError) -> [Effect] {
    let effects = try form.purpose.form.effects(form, self)
    guard let question = form.purpose.form.question(form, self) else { return effects }
    var chooser = Chooser(
      question: question.text, choices: [Chooser.Choice(text: question.yes, effects: effects)], wording)
    chooser.form = form
    overlay = .chooser(chooser)
    return []
  }

  /// Closes a form and keeps what was typed in it, where it is one that goes on with it.
  private mutating func cancel(_ form: Form, says: Bool) {
    overlay = nil
    let keeps = !form.isEmpty && form.purpose.form.isKept
    var form = form
    // What was offered and refused is not there any more when one comes back.
    (form.error, form.offered, form.picking) = (nil, [], nil)
    drafts[form.purpose] = keeps ? form : nil
    refresh()
    if says {
      sayCancelled(!keeps ? "" : wording.pick("写下的内容留着。", "What was typed is kept. "))
    } else if keeps {
      say(
        wording.pick(
          "未保存，写下的内容留着，再按同一个键继续。", "Not saved; what was typed is kept: the same key goes on with it."))
    }
  }

  /// Closes a form whose content was saved.
  mutating func closeForm() {
    if case .form(let form) = overlay {
      drafts[form.purpose] = nil
      overlay = nil
    }
  }
}
