import TerminalFrames

extension Model {
  /// The screen below 20×5: one line, with what the keys act on.
  func drawOneLine(_ frame: inout Frame) {
    let width = setting.width
    func put(_ text: String) { frame.put(width.cut(text.visible, to: size.columns), row: 0, column: 0) }
    if drawTyped(0, &frame) { return }
    if let notice { return put(notice.text) }
    switch overlay {
    case .form(let form):
      if let error = form.error { return put(error) }
      let field = form.fields[form.focus]
      // The label stays, as long as it leaves room for a few words.
      let label = wording.label(field.name) + " "
      let start =
        width.columns(label) + 8 <= size.columns ? frame.put(label, row: 0, column: 0, style: .key) : 0
      let window = field.line.window(columns: size.columns - start - 1, width)
      frame.put(window.text, row: 0, column: start, style: .field)
      frame.setCursor(row: 0, column: start + window.caret, isVisible: true)
    case .chooser(let chooser):
      // What would be done first, then the question.
      put("\(chooser.choices[chooser.selected].text)  \(chooser.title)")
    case .help(let help):
      let binding = help.selected.flatMap(KeyTable.binding)
      let keys = binding?.keys.first.map(wording.name) ?? ""
      put(binding.map { "\(keys) \($0.action.title(wording))" } ?? Help.noSuchKey(wording))
    case .confirmation(let confirmation): put(confirmation.text)
    case .filter, nil:
      if let item = screen.item {
        frame.put(screen.content.spans(item), row: 0, column: 0)
      } else {
        put(screen.place.view.title(scene(screen)))
      }
    }
  }
}
