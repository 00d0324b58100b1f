import TerminalFrames

/// How a form is laid out: a line for each field, several for the long text that is typed into.
extension Model {
  /// A line of a form: a field, and which row of its text.
  struct FormLine: Equatable {
    let field: Int
    var row = 0
  }

  /// Columns of the labels.
  private func labelColumns(_ form: Form) -> Int {
    form.fields.map { setting.width.columns(wording.label($0.name)) }.max() ?? 0
  }

  /// Columns for the text that is typed into, where it has several rows.
  func longColumns(_ form: Form) -> Int { max(8, size.columns - labelColumns(form) - 4) }

  /// The lines of a form's fields, as many as a screen may need.
  func formLines(_ form: Form) -> [FormLine] {
    form.fields.indices.flatMap { number -> [FormLine] in
      guard number == form.focus, form.isLong else { return [FormLine(field: number)] }
      let count = form.fields[number].line.rowCount(
        columns: longColumns(form), setting.width, atMost: max(size.rows, caretRow(form) + 2))
      return (0..<count).map { FormLine(field: number, row: $0) }
    }
  }

  private func caretRow(_ form: Form) -> Int {
    form.isLong
      ? form.fields[form.focus].line.rows(columns: longColumns(form), setting.width).caret.row : 0
  }

  func drawForm(_ form: Form, _ area: Area, _ frame: inout Frame) {
    let lines = formLines(form)
    let needed = lines.count + 1
    // Where there is no room for all, the heading stays as long as there is some, and the lines around the caret.
    let hasHeading = needed <= area.rows || area.rows >= 4
    let shown = min(lines.count, hasHeading ? area.rows - 1 : area.rows)
    let caret = lines.firstIndex(of: FormLine(field: form.focus, row: caretRow(form))) ?? 0
    let top = max(0, min(caret - shown / 2, lines.count - shown))
    if hasHeading {
      let isWhole = shown == lines.count
      let place = isWhole ? "" : "  \(form.focus + 1)/\(form.fields.count)"
      let heading = form.heading(self).visible
      frame.put(
        setting.width.cut(heading, to: area.columns - 2 - setting.width.columns(place)) + place,
        row: area.row, column: 1, style: .title)
    }
    for (offset, line) in lines[top..<top + shown].enumerated() {
      let row = area.row + offset + (hasHeading ? 1 : 0)
      draw(line, of: form, isFirst: offset == 0 || line.row == 0, row, area, &frame)
      // Rows below the last one in sight are hidden.
      let next = top + offset + 1
      if offset == shown - 1, lines.indices.contains(next), lines[next].field == line.field {
        frame.put(">", row: row, column: labelColumns(form) + 2, style: .dim)
      }
    }
    // What there is no room for stands beside the fields too, cut off.
    let notes = form.notes(self, columns: size.columns).prefix(max(0, area.rows - needed))
    for (offset, line) in notes.enumerated() {
      frame.put(line, row: area.row + needed + offset, column: 1, style: .dim)
    }
  }

  /// A line of a form, its label on the first one in sight.
  private func draw(
    _ line: FormLine, of form: Form, isFirst: Bool, _ row: Int, _ area: Area, _ frame: inout Frame
  ) {
    let width = setting.width
    let field = form.fields[line.field]
    let isFocused = line.field == form.focus
    let label = labelColumns(form)
    let start = frame.put(
      width.fitted(isFirst ? wording.label(field.name) : "", to: label) + "  ", row: row, column: 1,
      style: isFocused ? .key : .dim)
    let long = isFocused && form.isLong ? field.line.rows(columns: longColumns(form), width) : nil
    if let long, long.rows.count > 1 {
      // Rows above this one are hidden.
      if isFirst, line.row > 0 { frame.put("<", row: row, column: start - 1, style: .dim) }
      frame.put(
        long.rows[line.row], row: row, column: start, limit: area.columns - start, style: .field)
      if line.row == long.caret.row {
        frame.setCursor(row: row, column: start + long.caret.column, isVisible: true)
      }
      return
    }
    let remark = form.remark(field.name, self).visible
    let room = max(8, area.columns - start - (remark.isEmpty ? 1 : min(width.columns(remark), 30) + 3))
    // Of what is chosen the beginning is shown.
    let window =
      isFocused && form.choices(self).isEmpty
      ? field.line.window(columns: long == nil ? room : longColumns(form), width)
      : (text: width.cut(field.line.inOneLine.visible, to: room), caret: 0)
    let end = frame.put(
      window.text, row: row, column: start, limit: long == nil ? room : area.columns - start, style: .field)
    frame.put(width.cut(remark, to: max(0, area.columns - end - 3)), row: row, column: end + 2, style: .dim)
    if isFocused { frame.setCursor(row: row, column: start + window.caret, isVisible: true) }
  }
}
