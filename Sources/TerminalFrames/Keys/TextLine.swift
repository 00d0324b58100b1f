/// One line of text that is being typed, with its caret.
package struct TextLine: Hashable, Sendable {
  private var characters: [Character]
  /// The caret stands before the character of this number.
  package private(set) var caret: Int
  /// The most characters that can be typed or pasted into it; what it begins with may be longer.
  package static let most = 20_000

  /// A line with the caret at its end.
  package init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
  }

  /// The text.
  package var text: String { String(characters) }
  /// Whether nothing is typed.
  package var isEmpty: Bool { characters.isEmpty }

  /// Puts text in at the caret; line ends and tabs become spaces. Answers whether there is room for all of it; else none
  /// of it is put in.
  @discardableResult package mutating func insert(_ text: String) -> Bool {
    let added = text.map { character in character.isNewline || character == "\t" ? " " : character }
    guard characters.count + added.count <= TextLine.most else { return false }
    characters.insert(contentsOf: added, at: caret)
    caret += added.count
    return true
  }

  /// Does what a key does in a line. Answers whether it is a key of lines.
  package mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"):
      guard caret > 0 else { return true }
      characters.remove(at: caret - 1)
      caret -= 1
    case .delete, .control("d"): if caret < characters.count { characters.remove(at: caret) }
    case .left, .control("b"): caret = max(0, caret - 1)
    case .right, .control("f"): caret = min(characters.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = characters.count
    case .control("u"):
      characters.removeFirst(caret)
      caret = 0
    case .control("k"): characters.removeLast(characters.count - caret)
    case .control("w"):
      let start = startOfWord
      characters.removeSubrange(start..<caret)
      caret = start
    default: return false
    }
    return true
  }

  /// Where the word before the caret begins: a run of letters or figures, two Chinese characters, which is what most Chinese words are, or
  /// a mark; spaces behind it go along.
  private var startOfWord: Int {
    var start = caret
    while start > 0, characters[start - 1] == " " { start -= 1 }
    guard start > 0 else { return 0 }
    let kind = Kind(characters[start - 1])
    let most = kind == .ideograph ? 2 : kind == .mark ? 1 : Int.max
    var taken = 0
    while start > 0, taken < most, characters[start - 1] != " ", Kind(characters[start - 1]) == kind {
      start -= 1
      taken += 1
    }
    return start
  }

  /// What words are told apart by.
  private enum Kind {
    case ideograph, letter, mark
    init(_ character: Character) {
      let isIdeograph = character.unicodeScalars.first?.properties.isIdeographic == true
      self = isIdeograph ? .ideograph : character.isLetter || character.isNumber ? .letter : .mark
    }
  }

  /// The part that `columns` columns can show with the caret in it, and the caret's column in that part. Where some of it is hidden, `<`
  /// or `>` stands at that edge.
  package func window(columns: Int, _ width: DisplayWidth) -> (text: String, caret: Int) {
    let room = max(1, columns - 1)
    var (start, used) = (caret, 0)
    while start > 0 {
      let next = width.columns(VisibleText.of(String(characters[start - 1])))
      guard used + next <= room else { break }
      used += next
      start -= 1
    }
    var (end, all) = (caret, used)
    while end < characters.count {
      let next = width.columns(VisibleText.of(String(characters[end])))
      guard all + next <= room else { break }
      all += next
      end += 1
    }
    var (before, behind) = ("", "")
    // A few columns have no room for marks.
    guard room >= 6 else { return (String(characters[start..<end]), used) }
    if start > 0, start < caret {
      let gone = width.columns(VisibleText.of(String(characters[start])))
      before = "<" + String(repeating: " ", count: max(0, gone - 1))
      start += 1
    }
    if end < characters.count, end == caret {
      behind = ">"
    } else if end < characters.count {
      let gone = width.columns(VisibleText.of(String(characters[end - 1])))
      behind = ">" + String(repeating: " ", count: max(0, gone - 1))
      end -= 1
    }
    return (before + String(characters[start..<end]) + behind, used)
  }
}
