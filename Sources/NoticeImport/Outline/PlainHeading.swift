/// Rule: a short line without a number and without a mark at its end heads the numbered list that begins behind it: a unit
/// (办公室：), a month, a quarter, 全年性工作; 问题一：… heads the labels below it.
enum PlainHeading {
  /// Whether words are a month, a quarter or the like and nothing else.
  private static func isPeriod(_ words: Passage) -> Bool {
    words.scalars.last.map { "月度旬".unicodeScalars.contains($0) } ?? false && CellTime(words).isWhole
  }

  /// Whether a paragraph without a number is a heading, by what follows it.
  static func isHeading(_ words: Passage, before next: Passage?) -> Bool {
    let label = LabelReading.opening(words)
    if label == .title { return true }
    let core = words.trimmed
    guard (2...20).contains(core.count), label == nil, let next else { return false }
    guard let marker = Marker(next.scalars) else {
      // 七—八月, 常年工作: above lines without numbers.
      return core.count <= 12 && next.count >= 6 && !core.scalars.contains(where: \.isClauseEnd)
        && !NoticeFrame.isDate(next)
        && (isPeriod(core) || InheritedSigns.isStanding(core))
    }
    let name = core.scalars.firstIndex(where: \.isOpening).map { core.slice(0..<$0) } ?? core
    if CellTime(name).isWhole {
      return marker.value == 1 || name.scalars.last.map { "月度旬年".unicodeScalars.contains($0) } ?? false
    }
    guard marker.value == 1, marker.kind == .figure || marker.kind == .chineseInBrackets else { return false }
    return !core.scalars.contains { $0.isSentenceEnd || $0.isComma || $0.isSemicolon || $0.isColon }
      && !core.containsAny(["如下", "包括", "以下"]) && !NoticeFrame.isDate(core)
  }
}
