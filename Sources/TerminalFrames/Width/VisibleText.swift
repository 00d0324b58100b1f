/// Text made safe to show: control characters, escapes and what hides or turns text around become visible marks.
/// Nothing that came from a file or a person reaches a terminal but through here (docs/interface.md, "Text is data").
///
///     VisibleText.of("\u{1B}[31m红")  // "␛[31m红"
package enum VisibleText {
  /// The text with a mark for each character that a terminal would obey or a reader would not see.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHostile) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(isHostile(scalar) ? mark(for: scalar) : scalar) }
    return String(shown)
  }

  /// JSON that means the same, with escapes for such characters: it may well be printed on a terminal.
  package static func ofJSON(_ json: String) -> String {
    func isToEscape(_ scalar: Unicode.Scalar) -> Bool { scalar != "\n" && isHostile(scalar) }
    guard json.unicodeScalars.contains(where: isToEscape) else { return json }
    var escaped = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard isToEscape(scalar) else {
        escaped.append(scalar)
        continue
      }
      for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
        let digits = String(unit, radix: 16)
        escaped.append(
          contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
      }
    }
    return String(escaped)
  }

  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x20 || (0x7F...0x9F).contains(value) { return true }
    if value < 0x300 { return value == 0xAD }
    if (0xFE00...0xFE0F).contains(value) { return false }
    switch scalar.properties.generalCategory {
    case .lineSeparator, .paragraphSeparator, .format, .surrogate: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// The control picture of a control character; `␦` for everything else.
  private static func mark(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    let substitute: Unicode.Scalar = "\u{2426}"
    if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? substitute }
    return scalar.value == 0x7F ? "\u{2421}" : substitute
  }
}
