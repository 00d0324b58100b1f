/// Figures of targets as people type and read them: plain decimals of at most fifteen digits, which a `Double` gives
/// back exactly as they were typed.
package enum Figure {
  /// The figure and the unit behind it: `92.5%` is 92.5 and `%`. Nil for anything else, as `1e5`, `nan` or nothing.
  package static func read(_ text: String) -> (value: Double, unit: String?)? {
    var plain = ""
    var rest = Substring(text.trimmed)
    while let character = rest.first {
      switch character {
      case "-", "－": plain.append("-")
      case ".", "．": plain.append(".")
      default:
        guard ("0"..."9").contains(character) || ("０"..."９").contains(character),
          let digit = character.wholeNumberValue
        else { return figure(plain, rest) }
        plain.append("\(digit)")
      }
      rest.removeFirst()
    }
    return figure(plain, rest)
  }

  private static func figure(_ plain: String, _ rest: Substring) -> (value: Double, unit: String?)? {
    let digits = plain.filter { $0 != "-" && $0 != "." }
    guard (1...15).contains(digits.count), plain.lastIndex(of: "-") ?? plain.startIndex == plain.startIndex,
      plain.firstIndex(of: ".") == plain.lastIndex(of: "."), plain.last != ".", let value = Double(plain)
    else { return nil }
    let unit = String(rest).trimmed
    // Letters and dots of a unit would be parts of a figure that is none: 1e5, 0x10.
    guard unit.allSatisfy({ !$0.isASCII || $0 == "%" }), unit.count <= 8 else { return nil }
    return (value, unit.isEmpty ? nil : unit == "％" ? "%" : unit)
  }

  /// The figure as people write it: 92.5, 90, 0.00001.
  package static func text(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    let text = String(value)
    guard let mark = text.firstIndex(of: "e"), let power = Int(text[text.index(after: mark)...]),
      (-40..<0).contains(power)
    else { return text }
    let isNegative = text.first == "-"
    let digits = text[..<mark].filter { $0 != "-" && $0 != "." }
    return (isNegative ? "-" : "") + "0." + String(repeating: "0", count: -power - 1) + digits
  }
}
