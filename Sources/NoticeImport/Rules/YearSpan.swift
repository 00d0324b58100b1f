import ChineseNumerals

/// Years in words, and whether a document says that it spans two.
enum YearSpan {
  /// The first year with 年 behind it: 2012年, 二〇一二年.
  static func year(in words: Passage) -> Int? {
    if let term = words.firstIndex(of: "学年") ?? words.firstIndex(of: "学期"),
      let first = words.scalars.indices.first(where: { figures(words.scalars, $0) != nil }),
      first < term
    {
      return figures(words.scalars, first)?.0
    }
    for place in words.scalars.indices {
      guard let (year, end) = figures(words.scalars, place), end < words.count, words.scalars[end] == "年"
      else { continue }
      return year
    }
    return shortYear(in: words)
  }

  /// 08年1月份: two figures of a year of this century.
  private static func shortYear(in words: Passage) -> Int? {
    for place in words.scalars.indices.dropLast(2) where place == 0 || !words.scalars[place - 1].isFigure {
      guard let tens = words.scalars[place].figure, let ones = words.scalars[place + 1].figure,
        words.scalars[place + 2] == "年", tens < 5
      else { continue }
      return 2_000 + tens * 10 + ones
    }
    return nil
  }

  /// The year of the first date with a year that is neither cited nor redacted: 2015年1月, 2012年底.
  static func fullDate(in paragraphs: [Paragraph]) -> Int? {
    for paragraph in paragraphs {
      let words = RunningTime.masked(paragraph.words)
      for place in words.scalars.indices where words.scalars[place].isFigure {
        guard let (year, end) = figures(words.scalars, place), end + 1 < words.count,
          words.scalars[end] == "年"
        else { continue }
        let next = words.scalars[end + 1]
        if next.isFigure || "底初末起前上下".unicodeScalars.contains(next) { return year }
      }
    }
    return nil
  }

  /// The month that the first of two years begins with, where title, heading or first paragraphs say that there are two.
  static func firstMonth(_ title: String?, _ paragraphs: [Paragraph], year: Int?) -> Int? {
    guard let year else { return nil }
    let heads =
      [title.map { Passage($0.unicodeScalars, line: 0) }].compactMap(\.self)
      + paragraphs.prefix(12).map(\.words)
    for words in heads {
      if words.containsAny(["第二学期", "下学期", "春季学期"]) { return nil }
      if words.containsAny(["学年", "秋季学期", "第一学期"]) {
        // 2018—2019学年, signed in 2019: its second year has begun.
        return words.firstIndex(of: "学年").map { !isSecond(year, of: words.slice(0..<$0)) } ?? true ? 8 : nil
      }
      guard let first = words.firstIndex(of: StaticWords("\(year)年")) else { continue }
      let behind = words.from(first + 5)
      guard let second = behind.firstIndex(of: StaticWords("\(year + 1)年")), second <= 12,
        behind.slice(0..<second).scalars.contains(where: { "至到—–－-~～".unicodeScalars.contains($0) })
      else { continue }
      let month = Marker.number(behind.scalars, 0)
      return month.flatMap { (1...12).contains($0.0) ? $0.0 : nil } ?? 7
    }
    return nil
  }

  /// Whether a school year says that a year is its second.
  private static func isSecond(_ year: Int, of words: Passage) -> Bool {
    let years = words.scalars.indices.compactMap { figures(words.scalars, $0)?.0 }
    return years.count > 1 && years.last == year
  }

  private static func figures(_ scalars: [Unicode.Scalar], _ place: Int) -> (Int, Int)? {
    guard place == 0 || !scalars[place - 1].isFigure else { return nil }
    var (value, end) = (0, place)
    while end < scalars.count, end - place < 4,
      let figure = scalars[end].figure ?? ChineseNumber.figure(scalars[end])
    {
      value = value * 10 + figure
      end += 1
    }
    return end - place == 4 && (1900...2199).contains(value) ? (value, end) : nil
  }
}
