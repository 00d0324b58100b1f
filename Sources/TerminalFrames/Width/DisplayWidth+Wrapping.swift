extension DisplayWidth {
  /// The text in lines of at most so many columns. A line is broken anywhere, as Chinese is, but ASCII words are kept
  /// whole where they fit, closing marks stay with what stands before them and opening ones with what follows. Nothing
  /// is lost but spaces at which a line is broken; only a single character wider than a line sticks out.
  package func wrapped(_ text: String, to columns: Int) -> [String] {
    guard columns > 1 else { return [cut(text, to: columns)] }
    var (lines, line, used) = ([String](), "", 0)
    func end() {
      lines.append(line)
      (line, used) = ("", 0)
    }
    func add(_ piece: Substring, _ size: Int) {
      if used + size > columns, !line.isEmpty { end() }
      line += piece
      used += size
    }
    var rest = Substring(text)
    while let first = rest.first {
      let piece = DisplayWidth.piece(of: rest)
      rest = rest.dropFirst(piece.count)
      let size = self.columns(piece)
      if first == " ", used + size > columns || line.isEmpty && !lines.isEmpty {
        if !line.isEmpty { end() }
      } else if size <= columns {
        add(piece, size)
      } else {
        // Too long for any line: broken where it must be.
        for index in piece.indices {
          let character = piece[index...index]
          add(character, self.columns(character))
        }
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// What must not be broken at the beginning of a text: a space, or an ASCII word or one character, with the opening
  /// marks before it and the closing marks behind it.
  private static func piece(of text: Substring) -> Substring {
    var end = text.startIndex
    while end < text.endIndex, opening.contains(text[end]) { end = text.index(after: end) }
    guard end < text.endIndex else { return text }
    let isWord = isWord(text[end])
    let isSpace = text[end] == " "
    if isSpace, end > text.startIndex { return text[..<end] }
    end = text.index(after: end)
    if isSpace { return text[..<end] }
    while isWord, end < text.endIndex, self.isWord(text[end]) { end = text.index(after: end) }
    while end < text.endIndex, closing.contains(text[end]) { end = text.index(after: end) }
    return text[..<end]
  }

  private static let opening: Set<Character> = ["（", "【", "“", "‘", "《", "〈", "「", "『", "〔", "［", "｛"]
  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "！", "？", "）", "】", "”", "’", "》", "〉", "」", "』", "〕", "］", "｝", "％", "…", "·",
    ",", ".", ";", ":", "!", "?", ")", "]", "}", "%",
  ]

  private static func isWord(_ character: Character) -> Bool { character.isASCII && !character.isWhitespace }
}
