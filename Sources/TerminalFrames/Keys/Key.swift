/// A key as a person presses it.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 and so on.
  case function(Int)

  /// The key that a command key typed through an input method stands for: ？／：ｊ and the like. Text is not touched.
  package var halfWidth: Key {
    guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
      character.unicodeScalars.count == 1
    else { return self }
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).map { .character(Character($0)) } ?? self
    case 0x3000: return .character(" ")
    // What Chinese punctuation makes of / on a keyboard.
    case 0x3001: return .character("/")
    default: return self
    }
  }

  /// How the key is written in help: j, ^D, PgDn, ↓.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "^" + letter.uppercased()
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "BS"
    case .delete: "Del"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }

  /// The key of that name, as tests and scripts write it: `j`, `^D`, `PgDn`, `Enter`.
  package init?(named name: String) {
    if let key = Key.named[name] {
      self = key
    } else if name.count == 2, name.hasPrefix("^"), let letter = name.last {
      self = .control(Character(letter.lowercased()))
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else {
      return nil
    }
  }

  private static let named: [String: Key] = Dictionary(
    ([
      .character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown,
    ] + (1...12).map(Key.function)).map { ($0.name, $0) }
  ) { first, _ in first }
}
