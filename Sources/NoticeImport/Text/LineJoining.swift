/// Rule: lines that were broken by a column's edge, a page or a bracket are one paragraph again; page numbers go.
enum LineJoining {
  /// The paragraphs and table rows of a file, in its order.
  static func paragraphs(_ source: SourceLines) -> [Paragraph] {
    let tables = TableReading(source)
    let rows = Dictionary(grouping: tables.rows, by: \.line)
    let words = source.lines.filter { !$0.isBlank && !tables.used.contains($0.number) && !$0.isPageNumber }
    let width = wrapWidth(words)
    let isSpacedOut = isSpacedOut(source.lines)
    var hasBlank = false
    var result: [Paragraph] = []
    var open: SourceLines.Line?
    let groups = Dictionary(grouping: tables.groups, by: \.line)
    for line in source.lines {
      if let here = groups[line.number] {
        result += here.map { Paragraph($0) }
        open = nil
      }
      if let here = rows[line.number] {
        result += here.map { Paragraph($0) }
        open = nil
      }
      if line.isBlank { hasBlank = true }
      guard !line.isBlank, !line.isPageNumber, !tables.used.contains(line.number) else { continue }
      // A blank line ends a paragraph where it is not between all lines and the one before does not go on by itself.
      if hasBlank, width == nil, !isSpacedOut, let last = open?.trimmed.last,
        !"，、,（(".unicodeScalars.contains(last)
      {
        open = nil
      }
      hasBlank = false
      // The paragraph's end alone: whoever held it all would have it copied with every line.
      let goesOn = open.map { before in
        let words = result.last?.words ?? Passage()
        return self.goesOn(before, words.scalars.suffix(17), words.count, line, width, source.edge)
      }
      if goesOn == true, let last = result.indices.last {
        result[last].words.append(line.trimmed, line: line.number)
      } else {
        result.append(Paragraph(Passage(line.trimmed, line: line.number), bullet: line.bullet))
      }
      open = line
    }
    return result
  }

  /// Whether nearly every line has a blank one behind it.
  private static func isSpacedOut(_ lines: [SourceLines.Line]) -> Bool {
    let words = lines.count { !$0.isBlank }
    let apart = zip(lines, lines.dropFirst()).count { !$0.isBlank && $1.isBlank }
    return apart * 10 >= words * 7
  }

  /// The width at which a file's lines were broken; nil where its lines are paragraphs.
  private static func wrapWidth(_ lines: [SourceLines.Line]) -> Int? {
    guard lines.count >= 12 else { return nil }
    let lengths = lines.map(\.length).sorted()
    let width = lengths[lengths.count * 9 / 10]
    guard (12...60).contains(width) else { return nil }
    let full = lines.filter { $0.length >= width - 4 && $0.length <= width + 4 }
    let open = full.count { $0.trimmed.last?.isSentenceEnd != true }
    return full.count * 10 >= lines.count * 4 && open * 2 >= full.count ? width : nil
  }

  /// Whether a line goes on with a paragraph of so many characters, that ends so with the line before.
  private static func goesOn(
    _ before: SourceLines.Line, _ end: ArraySlice<Unicode.Scalar>, _ count: Int, _ line: SourceLines.Line,
    _ width: Int?, _ edge: Int?
  ) -> Bool {
    guard let last = before.trimmed.last, let first = line.trimmed.first, line.bullet == nil else {
      return false
    }
    let next = Passage(line.trimmed, line: line.number)
    if let opening = end.lastIndex(where: \.isOpening), !end[opening...].contains(where: \.isClosing),
      end.endIndex - opening <= 16, let closing = next.scalars.firstIndex(where: \.isClosing), closing <= 16
    {
      return true
    }
    // A line that is full to the edge breaks off wherever it happens to.
    if let edge, before.extent == edge, !last.isSentenceEnd, !last.isClosing, !before.scalars.contains("\t") {
      return true
    }
    if last.isColon, let clock = before.trimmed.dropLast().last, clock.isFigure, first.isFigure {
      return true
    }
    if last == "：" || last == ":" {
      // 时间：⏎年 月 日: a form that was not filled in.
      return "年月日".unicodeScalars.contains(first) && next.count <= 12
    }
    // （党办） behind a sentence ends it.
    let isWhole = last.isSentenceEnd || last.isSemicolon || last.isClosing && width == nil
    if let width {
      // A line that is full to the edge and happens to end with a sentence mostly goes on.
      if isWhole, last != "。" || before.length < width - 2 { return false }
    } else if isWhole {
      return false
    }
    if before.scalars.contains("\t") || line.scalars.contains("\t") { return false }
    if NoticeFrame.isDate(next) || NoticeFrame.signature(onOneLine: next) != nil { return false }
    if Marker(next.scalars) != nil || StageHeading(next) != nil || LabelReading.opening(next) != nil {
      return false
    }
    // 4月, 第三季度（视汛情调整）: a heading.
    let name = next.scalars.firstIndex(where: \.isOpening).map { next.slice(0..<$0) } ?? next
    let isShort = edge.map { before.extent < $0 || last.isClosing } ?? (width == nil)
    if isShort, name.count <= 14, next.scalars.last?.isSentenceEnd != true, CellTime(name).isWhole {
      return false
    }
    // A title that is whole does not go on with the addressee.
    if width == nil, count <= 90, last.isHan, line.trimmed.last?.isColon == true,
      NoticeFrame.isTitle(Passage(before.trimmed, line: before.number))
    {
      return false
    }
    if let width { return before.length >= width - 4 && !next.scalars.isEmpty }
    if "，、,".unicodeScalars.contains(last) { return count >= 10 }
    // A paragraph of several sentences that stops in the middle of one was broken by a page.
    return before.length >= 40 || before.trimmed.contains(where: \.isSentenceEnd) && before.length >= 16
  }
}
