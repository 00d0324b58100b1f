/// Text that is being typed, with its caret: one line, or several where it keeps line ends.
package struct TextLine: Hashable, Sendable {
  private(set) var characters: [Character]
  /// Whether it may have several lines.
  package let keepsLines: Bool
  /// The caret stands before the character of this number.
  package private(set) var caret: Int
  /// The most characters that can be typed or pasted into it; what it begins with may be longer.
  package static let most = 20_000

  /// A text with the caret at its end.
  package init(_ text: String = "", keepsLines: Bool = false) {
    characters = Array(text)
    caret = characters.count
    self.keepsLines = keepsLines
  }

  /// Puts another text in the place of what there is, the caret at its end.
  package mutating func replace(with text: String) { self = TextLine(text, keepsLines: keepsLines) }

  /// The text.
  package var text: String { String(characters) }
  /// Whether nothing is typed.
  package var isEmpty: Bool { characters.isEmpty }

  /// Puts text in at the caret; tabs become spaces, and line ends where it keeps none. Answers whether there is room for all
  /// of it; else none of it is put in.
  @discardableResult package mutating func insert(_ text: String) -> Bool {
    let added = text.map { character -> Character in
      if character.isNewline { return keepsLines ? "\n" : " " }
      return character == "\t" ? " " : character
    }
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
    case .home, .control("a"): caret = startOfLine
    case .end, .control("e"): caret = endOfLine
    case .control("u"):
      let start = startOfLine
      characters.removeSubrange(start..<caret)
      caret = start
    case .control("k"):
      // At the end of a line, the next one comes up.
      let end = endOfLine
      characters.removeSubrange(caret..<(caret == end ? min(end + 1, characters.count) : end))
    case .control("o") where keepsLines: insert("\n")
    case .control("w"):
      let start = startOfWord
      characters.removeSubrange(start..<caret)
      caret = start
    default: return false
    }
    return true
  }

  private var startOfLine: Int { (characters[..<caret].lastIndex(of: "\n") ?? -1) + 1 }
  private var endOfLine: Int { characters[caret...].firstIndex(of: "\n") ?? characters.count }

  /// Puts the caret before the character of a number.
  mutating func move(to place: Int) { caret = max(0, min(characters.count, place)) }

  /// Where the word before the caret begins: a run of letters or figures, two Chinese characters, which is what most Chinese words are, or
  /// a mark; spaces behind it go along.
  private var startOfWord: Int {
    var start = caret
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    guard start > 0 else { return 0 }
    let kind = Kind(characters[start - 1])
    let most = kind == .ideograph ? 2 : kind == .mark ? 1 : Int.max
    var taken = 0
    while start > 0, taken < most, !characters[start - 1].isWhitespace, Kind(characters[start - 1]) == kind {
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
  /// or `>` stands at that edge; a line end is `↵`.
  package func window(columns: Int, _ width: DisplayWidth) -> (text: String, caret: Int) {
    let room = max(1, columns - 1)
    var (start, used) = (caret, 0)
    while start > 0 {
      let next = width.shownColumns(characters[start - 1])
      guard used + next <= room else { break }
      used += next
      start -= 1
    }
    var (end, all) = (caret, used)
    while end < characters.count {
      let next = width.shownColumns(characters[end])
      guard all + next <= room else { break }
      all += next
      end += 1
    }
    var (before, behind) = ("", "")
    // A few columns have no room for marks.
    guard room >= 6 else { return (TextLine.inOneLine(characters[start..<end]), used) }
    if start > 0, start < caret {
      let gone = width.shownColumns(characters[start])
      before = "<" + String(repeating: " ", count: max(0, gone - 1))
      start += 1
    }
    if end < characters.count, end == caret {
      behind = ">"
    } else if end < characters.count {
      let gone = width.shownColumns(characters[end - 1])
      behind = ">" + String(repeating: " ", count: max(0, gone - 1))
      end -= 1
    }
    return (before + TextLine.inOneLine(characters[start..<end]) + behind, used)
  }

  /// The text in one line, `↵` for each line end.
  package var inOneLine: String { TextLine.inOneLine(characters[...]) }

  private static func inOneLine(_ characters: ArraySlice<Character>) -> String {
    String(characters.map { $0 == "\n" ? "↵" : $0 })
  }
}
