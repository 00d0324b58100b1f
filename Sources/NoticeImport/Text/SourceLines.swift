/// The lines of a file, and what they are on their own: blank, a page number, a row of a table, words.
struct SourceLines {
  struct Line {
    /// From 1, as `cat -n` counts.
    let number: Int
    let scalars: [Unicode.Scalar]
    /// Without white space at its ends.
    let trimmed: ArraySlice<Unicode.Scalar>

    init(number: Int, text: String) {
      self.number = number
      scalars = Array(text.unicodeScalars)
      var (low, high) = (0, scalars.count)
      while low < high, Passage.isSpace(scalars[low]) { low += 1 }
      while high > low, Passage.isSpace(scalars[high - 1]) { high -= 1 }
      trimmed = Line.withoutBullet(scalars[low..<high])
    }

    /// What is left of a bullet in a font of symbols, or a box: `n 检修水泵`, `l 报送材料`, □ 登记.
    private static func withoutBullet(_ words: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
      guard let first = words.first, words.count > 2, Passage.isSpace(words[words.startIndex + 1]),
        "nluvwqpyØüþ§口□■●○•◆◇▪▶►➢✓√*·".unicodeScalars.contains(first)
      else { return words }
      let rest = words.dropFirst().drop(while: Passage.isSpace)
      guard let next = rest.first, !next.isLatinLetter else { return words }
      return rest
    }

    var isBlank: Bool { trimmed.isEmpty }
    /// Characters that are no white space.
    var length: Int { trimmed.count { !Passage.isSpace($0) } }

    /// 3, — 3 —, - 3 -, 第3页, 3/12 and nothing else.
    var isPageNumber: Bool {
      var words = trimmed.filter { !Passage.isSpace($0) && !"-—–―－·/（）()".unicodeScalars.contains($0) }
      if words.first == "第", words.last == "页" { words = words.dropFirst().dropLast() }
      return (1...4).contains(words.count) && words.allSatisfy(\.isFigure)
    }
  }

  let lines: [Line]

  init(_ texts: [String]) { lines = texts.enumerated().map { Line(number: $0 + 1, text: $1) } }
}
