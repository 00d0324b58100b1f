/// The lines of a file, and what they are on their own: blank, a page number, a row of a table, words.
struct SourceLines {
  struct Line {
    /// From 1, as `cat -n` counts.
    let number: Int
    let scalars: [Unicode.Scalar]
    /// Without white space at its ends; nothing where it only draws a table's frame.
    let trimmed: ArraySlice<Unicode.Scalar>
    /// The mark that it begins with: ☆, ■, what is left of a bullet in a font of symbols.
    let bullet: Unicode.Scalar?
    /// Whether it only draws a table's frame: ├──┼──┤, +---+---+.
    let isRule: Bool

    init(number: Int, text: String) { self.init(number: number, scalars: Array(text.unicodeScalars)) }

    fileprivate init(number: Int, scalars: [Unicode.Scalar]) {
      (self.number, self.scalars) = (number, scalars)
      var (low, high) = (0, scalars.count)
      while low < high, Passage.isSpace(scalars[low]) { low += 1 }
      while high > low, Passage.isSpace(scalars[high - 1]) { high -= 1 }
      isRule = Line.isFrame(scalars[low..<high])
      (bullet, trimmed) = isRule ? (nil, []) : Line.bulleted(scalars[low..<high])
    }

    private static func isFrame(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
      guard words.count >= 3, let first = words.first else { return false }
      if (0x2500...0x257F).contains(first.value) {
        return words.allSatisfy {
          (0x2500...0x257F).contains($0.value) && !"│┃║".unicodeScalars.contains($0) || $0 == " "
        }
      }
      return first == "+" && words.allSatisfy { "+-=".unicodeScalars.contains($0) }
    }

    /// What is left of a bullet in a font of symbols, or a box: `n 检修水泵`, `l 报送材料`, □ 登记.
    private static func bulleted(_ words: ArraySlice<Unicode.Scalar>) -> (
      Unicode.Scalar?, ArraySlice<Unicode.Scalar>
    ) {
      guard let first = words.first, words.count > 2 else { return (nil, words) }
      let isSpaced = Passage.isSpace(words[words.startIndex + 1])
      guard
        "☆★■●◆◇▪▶►➢✦❖".unicodeScalars.contains(first)
          || isSpaced && "nluvwqpyØüþ§口□○•✓√*·".unicodeScalars.contains(first)
      else { return (nil, words) }
      let rest = words.dropFirst().drop(while: Passage.isSpace)
      guard let next = rest.first, !next.isLatinLetter else { return (nil, words) }
      return (first, rest)
    }

    var isBlank: Bool { trimmed.isEmpty }
    /// Characters of it, white space too.
    var extent: Int { scalars.count }

    /// Characters that are no white space.
    var length: Int { trimmed.count { !Passage.isSpace($0) } }

    /// Whether white space parts words in it, as between the cells of a row.
    fileprivate var hasRiver: Bool {
      zip(trimmed, trimmed.dropFirst()).contains { Passage.isSpace($0) && Passage.isSpace($1) }
    }

    /// 3, — 3 —, - 3 -, 第3页, 3/12 and nothing else.
    var isPageNumber: Bool {
      var words = trimmed.filter { !Passage.isSpace($0) && !"-—–―－·/（）()".unicodeScalars.contains($0) }
      if words.first == "第", words.last == "页" { words = words.dropFirst().dropLast() }
      return (1...4).contains(words.count) && words.allSatisfy(\.isFigure)
    }
  }

  let lines: [Line]

  /// Where nothing stands beyond a column and several lines reach it, that column: lines were broken there, wherever it happened
  /// to be; nil where they were not.
  let edge: Int?

  init(_ texts: [String]) {
    let lines = texts.enumerated().map { Line(number: $0 + 1, text: $1) }
    edge = SourceLines.edge(of: lines)
    self.lines = edge.map { SourceLines.rejoined(lines, at: $0) } ?? lines
  }

  private static func edge(of lines: [Line]) -> Int? {
    let plain = lines.filter { !$0.isBlank && !$0.scalars.contains("\t") && !$0.scalars.contains("|") }
    let extents = plain.map(\.extent)
    guard let most = extents.max(), (12...60).contains(most) else { return nil }
    let full = plain.filter { $0.extent == most }
    let open = full.count { line in line.trimmed.last.map { !$0.isSentenceEnd && !$0.isClosing } ?? true }
    return plain.count >= 12 && full.count >= 4 && full.count * 8 >= plain.count && open * 2 >= full.count
      ? most : nil
  }

  /// Rows of tables that are set with spaces are one line again.
  private static func rejoined(_ lines: [Line], at edge: Int) -> [Line] {
    var (result, isOpen) = ([Line](), false)
    for line in lines {
      let goesOn = isOpen && (!line.isBlank || line.extent == edge)
      if goesOn, let last = result.last {
        result[result.count - 1] = Line(number: last.number, scalars: last.scalars + line.scalars)
      } else {
        result.append(line)
      }
      isOpen =
        line.extent == edge && !line.scalars.contains("\t") && (goesOn || line.hasRiver || line.isBlank)
    }
    return result
  }
}
