import TerminalFrames
import Wording

/// A form as text for an editor: a section for each field, comments behind `#`, nothing that the fields could not say.
///
/// ```
/// # 修改  h26-9  述职评议
///
/// [名称]
/// 述职评议
/// ```
package struct FormSheet: Sendable, Equatable {
  /// The form as it stood when the editor was first opened.
  package let form: Form
  /// The same as text, as the editor gives it back where nothing is changed.
  package let before: String
  /// What the editor begins with.
  package var text: String
  /// Whether what can be read is sent off at once; else one goes back to the form.
  package let sends: Bool
}

extension Form {
  /// Where a text that was written in an editor cannot be read, by its line counted from 1.
  struct SheetFault: Error, Equatable {
    let line: Int
    let text: String
  }

  /// What lines of text begin with that would else be comments or headings, or have it themselves.
  private static func isMarked(_ line: String) -> Bool {
    line.hasPrefix("#") || line.hasPrefix("\\")
      || line.trimmed.hasPrefix("[") && line.trimmed.hasSuffix("]")
  }

  private func heading(of name: FieldName, _ wording: Wording) -> String { "[\(wording.label(name))]" }

  /// The form in sections.
  func sheet(_ model: Model) -> String {
    let wording = model.wording
    var lines = [
      "# " + purpose.form.title(model),
      "# "
        + wording.pick(
          "保存并退出编辑器；什么也不改就退出，什么也不变。", "Save and leave the editor; leave it unchanged and nothing is."),
      "# "
        + wording.pick(
          "#开头的行是说明，删去的栏不作改动。", "Lines with # are comments; a section that is taken out stays as it was."),
    ]
    for field in fields {
      lines.append("")
      let choices = described(field.name)?.choices(self, model) ?? []
      let hint = choices.isEmpty ? described(field.name)?.hint(self, model) ?? "" : wording.joined(choices)
      let isMany = field.name.isLong ? wording.pick("可写多行", "several lines") : ""
      let words = [hint, isMany].filter { !$0.isEmpty }.joined(separator: "  ")
      if !words.isEmpty { lines.append("# " + words.visible) }
      lines.append(heading(of: field.name, wording))
      lines += told(field.name).lines.map { Form.isMarked($0) ? "\\" + $0 : $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a field says in a sheet, and reads as from there: one of one line has one.
  func told(_ name: FieldName) -> String {
    let lines = self[name].lines
    guard name.isLong else { return lines.joined(separator: " ").trimmed }
    return Form.withoutBlankEnds(lines) { $0 }.joined(separator: "\n")
  }

  /// Lines without the blank ones at both ends, which say nothing.
  private static func withoutBlankEnds<Line>(_ lines: [Line], _ text: (Line) -> String) -> [Line] {
    func isBlank(_ line: Line) -> Bool { text(line).trimmed.isEmpty }
    return lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
  }

  /// The texts that a sheet gives its fields; those of sections that were taken out are not there.
  func texts(in sheet: String, _ wording: Wording) throws(SheetFault) -> [FieldName: String] {
    var found: [FieldName: [(line: Int, text: String)]] = [:]
    var section: FieldName?
    for (index, line) in sheet.lines.enumerated() where !line.hasPrefix("#") {
      let text = line.trimmed
      if text.hasPrefix("["), text.hasSuffix("]"), !line.hasPrefix("\\") {
        guard let field = fields.first(where: { heading(of: $0.name, wording) == text }) else {
          throw SheetFault(
            line: index + 1,
            text: wording.pick(
              "没有\(text)这一栏；正文里的这一行请写作 \\\(text)",
              "there is no section \(text); as a line of text, write \\\(text)"))
        }
        guard found[field.name] == nil else {
          throw SheetFault(
            line: index + 1, text: wording.pick("\(text)写了两次", "\(text) is there twice"))
        }
        (section, found[field.name]) = (field.name, [])
      } else if let section {
        found[section]?.append((index + 1, line.hasPrefix("\\") ? String(line.dropFirst()) : line))
      } else if !text.isEmpty {
        throw SheetFault(
          line: index + 1,
          text: wording.pick("这一行不在任何一栏里", "this line stands in no section"))
      }
    }
    var texts: [FieldName: String] = [:]
    for (name, lines) in found { texts[name] = try text(of: name, lines, wording) }
    return texts
  }

  /// What a section says: blank lines around it say nothing, and a field of one line has one.
  private func text(
    of name: FieldName, _ lines: [(line: Int, text: String)], _ wording: Wording
  ) throws(SheetFault) -> String {
    let label = wording.label(name)
    let used = Form.withoutBlankEnds(lines, \.text)
    if !name.isLong, let second = used.dropFirst().first {
      throw SheetFault(
        line: second.line, text: wording.pick("“\(label)”只能写一行", "\(label) takes one line"))
    }
    let text = used.map(\.text).joined(separator: "\n")
    // What was longer from the beginning is left as it is.
    if text.count > TextLine.most, text != told(name) {
      throw SheetFault(
        line: used.first?.line ?? 1,
        text: wording.pick(
          "“\(label)”超过\(TextLine.most)字", "\(label) has more than \(TextLine.most) characters"))
    }
    return name.isLong ? text : text.trimmed
  }

  /// The line of a sheet on which a field begins; its first line where it has no such section.
  func line(of name: FieldName, in sheet: String, _ wording: Wording) -> Int {
    let lines = sheet.lines
    let heading = lines.firstIndex { $0.trimmed == self.heading(of: name, wording) }
    return heading.map { min($0 + 2, lines.count) } ?? 1
  }

  /// A sheet with a comment above one of its lines, in place of one that was there before.
  static func sheet(_ sheet: String, remarking fault: SheetFault) -> String {
    let mark = "#>>> "
    var lines = sheet.lines
    let place = max(0, min(fault.line - 1, lines.count))
    lines.insert(mark + fault.text.visible, at: place)
    let kept = lines.enumerated().filter { $0.offset == place || !$0.element.hasPrefix(mark) }
    return kept.map(\.element).joined(separator: "\n")
  }
}

extension String {
  /// Its lines, empty ones too.
  fileprivate var lines: [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }
}
