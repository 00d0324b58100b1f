/// Rule: several plans in one file are parted at 篇一, at a second document number, and where the numbering begins again
/// behind a paragraph that announces a plan (制定如下实施方案).
enum PlanSplitting {
  static func plans(_ paragraphs: [Paragraph]) -> [[Paragraph]] {
    let chapters = paragraphs.indices.filter { isChapter(paragraphs[$0]) }
    let edges = chapters.count >= 2 ? chapters : paragraphs.isEmpty ? [] : [0]
    guard var start = edges.first else { return [] }
    var result: [[Paragraph]] = []
    var hasItems = false
    var index = start
    while index < paragraphs.count {
      var edge: Int?
      if edges.contains(index), index > start {
        edge = index
      } else if hasItems, isNumbered(paragraphs[index]) == false {
        if DocumentNumber.alone(paragraphs[index].words) != nil {
          edge = index
        } else if announces(paragraphs[index]), beginsAgain(paragraphs, behind: index) {
          edge = titleStart(paragraphs, before: index, after: start)
        }
      }
      if let edge {
        result.append(Array(paragraphs[start..<edge]))
        start = edge
        hasItems = false
      }
      if Marker(paragraphs[index].words.scalars)?.kind == .chinese { hasItems = true }
      index += 1
    }
    result.append(Array(paragraphs[start...]))
    return result
  }

  /// 医院活动策划方案篇一
  private static func isChapter(_ paragraph: Paragraph) -> Bool {
    let words = paragraph.words.trimmed
    guard paragraph.row == nil, words.count <= 40, let place = words.scalars.lastIndex(of: "篇"),
      place + 1 < words.count, let (_, end, _) = Marker.number(words.scalars, place + 1)
    else { return false }
    return end == words.count
  }

  private static func isNumbered(_ paragraph: Paragraph) -> Bool {
    paragraph.row != nil || Marker(paragraph.words.scalars) != nil
  }

  /// 结合医院实际，制定如下实施方案：
  private static func announces(_ paragraph: Paragraph) -> Bool {
    let words = paragraph.words
    guard words.count >= 20, let last = words.sentences.last else { return false }
    guard let made = last.firstIndex(of: "制定") ?? last.firstIndex(of: "制订") else { return false }
    return last.from(made).containsAny(["方案", "意见", "计划", "办法", "要点"])
  }

  /// Whether the next 一、 is a first one.
  private static func beginsAgain(_ paragraphs: [Paragraph], behind index: Int) -> Bool {
    for paragraph in paragraphs[(index + 1)...].prefix(12) {
      if let marker = Marker(paragraph.words.scalars), marker.kind == .chinese { return marker.value == 1 }
    }
    return false
  }

  /// Back over title lines that stand right before a plan's first paragraph.
  private static func titleStart(_ paragraphs: [Paragraph], before index: Int, after start: Int) -> Int {
    var first = index
    while first - 1 > start, index - first < 3, paragraphs[first - 1].row == nil {
      let words = paragraphs[first - 1].words.trimmed
      let isTitle =
        words.count <= 40 && !words.scalars.contains(where: \.isClauseEnd) && Marker(words.scalars) == nil
        && !NoticeFrame.isDate(words) && !NoticeFrame.isMonth(words)
      guard isTitle else { break }
      first -= 1
    }
    return first
  }
}
