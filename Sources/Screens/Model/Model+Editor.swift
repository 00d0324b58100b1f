import Wording

/// Forms that are written in an editor.
extension Model {
  /// Asks for the editor with the form that is open.
  mutating func write(_ form: Form, sends: Bool) -> [Effect] {
    let sheet = form.sheet(self)
    return [.write(FormSheet(form: form, before: sheet, text: sheet, sends: sends))]
  }

  /// What the editor was left with. What cannot be read is said with its line, and can be edited again.
  mutating func written(_ sheet: FormSheet, _ text: String) -> [Effect] {
    guard case .form(let open) = overlay, open.purpose == sheet.form.purpose else { return [] }
    var form = sheet.form
    guard text != sheet.before else {
      if sheet.sends, form.isEmpty { overlay = nil }
      say(wording.pick("没有改动。", "Nothing was changed."))
      return []
    }
    do throws(Form.SheetFault) {
      for (name, words) in try form.texts(in: text, wording) where words != form.told(name) {
        let choices = form.described(name)?.choices(form, self) ?? []
        guard choices.isEmpty || choices.contains(words) else {
          throw Form.SheetFault(
            line: form.line(of: name, in: text, wording),
            text: wording.pick("须为\(wording.joined(choices))之一", "one of \(wording.joined(choices))"))
        }
        form[name] = words
      }
    } catch { return again(sheet, text, error) }
    form.error = nil
    overlay = .form(form)
    do throws(FormError) {
      let effects = try sheet.sends ? send(form) : form.purpose.form.effects(form, self)
      if sheet.sends { return effects }
    } catch {
      form.focus(on: error.field)
      form.error = error.text
      form.offered = error.offers
      form.askForUnits(below: error.field, self)
      overlay = .form(form)
      // What is offered is answered in the form: units that are to be made.
      guard error.offers.isEmpty else { return [] }
      let fault = Form.SheetFault(line: form.line(of: error.field, in: text, wording), text: error.text)
      return again(sheet, text, fault, form)
    }
    return []
  }

  /// What now? The editor once more, with the line; or the form, where it could be filled in.
  private mutating func again(
    _ sheet: FormSheet, _ text: String, _ fault: Form.SheetFault, _ form: Form? = nil
  ) -> [Effect] {
    var next = sheet
    next.text = Form.sheet(text, remarking: fault)
    var chooser = Chooser(
      title: wording.pick("第\(fault.line)行：\(fault.text)", "Line \(fault.line): \(fault.text)"),
      choices: [
        Chooser.Choice(text: wording.pick("再次编辑", "edit again"), effect: .write(next)),
        Chooser.Choice(
          text: form == nil
            ? wording.pick("放弃编辑器中的内容，返回表单", "back to the form without what was written")
            : wording.pick("返回表单修改", "put it right in the form"), effects: []),
      ])
    if let form { chooser.form = form } else if case .form(let open) = overlay { chooser.form = open }
    // Without the form nothing else has what was written.
    chooser.isAnswered = form == nil
    overlay = .chooser(chooser)
    return []
  }
}
