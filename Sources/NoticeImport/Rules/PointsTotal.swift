import Campaigns

/// Rule: the full marks of an appraisal's sections must add up to its base (基本分为100分); where they do not, a figure is
/// likely garbled.
enum PointsTotal {
  static func findings(_ paragraphs: [Paragraph]) -> [Finding] {
    guard let base = paragraphs.lazy.compactMap({ base(in: $0.words) }).first else { return [] }
    let sections = paragraphs.compactMap { paragraph in
      section(paragraph.words).map { (points: $0, line: paragraph.line) }
    }
    let sum = sections.reduce(0) { $0 + $1.points }
    guard sections.count >= 2, sum != base, let largest = sections.max(by: { $0.points < $1.points }) else {
      return []
    }
    let words = sections.map { "\($0.points)" }.joined(separator: "+") + "≠\(base)"
    return [Finding(.wrongTotal, line: largest.line, words: words)]
  }

  /// 考核基本分为100分, 总分100分, 满分100分.
  private static func base(in words: Passage) -> Int? {
    for word: StaticWords in ["基本分为", "基础分为", "基本分", "基础分", "总分为", "总分", "满分为", "满分"] {
      guard let place = words.firstIndex(of: word), let points = points(words, at: place + word.count) else {
        continue
      }
      return points
    }
    return nil
  }

  /// A heading that is nothing but a section and its full marks: 学习教育30分.
  private static func section(_ words: Passage) -> Int? {
    let words = words.trimmed
    guard words.count <= 14, base(in: words) == nil, !RunningTime.isPenalty(words),
      let last = words.scalars.last, last == "分" || last.isClosing,
      let first = words.scalars.firstIndex(where: \.isFigure)
    else { return nil }
    return points(words, at: first, isWhole: true)
  }

  private static func points(_ words: Passage, at place: Int, isWhole: Bool = false) -> Int? {
    guard let (value, end, isChinese) = Marker.number(words.scalars, place), !isChinese, end < words.count,
      words.scalars[end] == "分", !isWhole || end >= words.count - 2
    else { return nil }
    return value
  }
}
