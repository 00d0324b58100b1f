import ChineseNumerals

/// A number before an item, as documents write it.
struct Marker: Equatable {
  /// Kinds of numbers from the outermost to the innermost (公文 form: 一、（一）1.（1）①).
  enum Kind: Int, Comparable {
    /// 第一章, 第一部分.
    case chapter
    /// 一、
    case chinese
    /// （一） ㈠
    case chineseInBrackets
    /// 1. 1、
    case figure
    /// 1.1, 1.2.3
    case compound
    /// （1） ⑴ 1）
    case figureInBrackets
    /// ①
    case circled
    /// 一是, 第一项是, 一方面是, 第一，
    case counted

    static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
  }

  var kind: Kind
  /// Its value; 0 where it counts nothing (另一方面).
  var value: Int
  /// As it is shown: 一、 （二） 1. 一是.
  var text: String
  /// Scalars that it takes.
  var length: Int

  /// The number at a place in the words, if there is one.
  init?(_ words: [Unicode.Scalar], at place: Int = 0) {
    guard place < words.count else { return nil }
    let first = words[place]
    if let (value, kind) = Marker.enclosed(first) {
      var length = 1
      if place + 1 < words.count, "、.．".unicodeScalars.contains(words[place + 1]) { length = 2 }
      self.init(kind, value, words, place, length)
      return
    }
    if let (value, used) = Marker.inBrackets(words, place) {
      self.init(value.isChinese ? .chineseInBrackets : .figureInBrackets, value.number, words, place, used)
      return
    }
    if let made = Marker.ordinal(words, place) ?? Marker.figure(words, place) ?? Marker.chinese(words, place)
    {
      self = made
      return
    }
    return nil
  }

  fileprivate init(_ kind: Kind, _ value: Int, _ words: [Unicode.Scalar], _ place: Int, _ length: Int) {
    (self.kind, self.value, self.length) = (kind, value, length)
    text = String(String.UnicodeScalarView(words[place..<place + length]))
  }

  /// ① ⑴ ⒈ ㈠
  private static func enclosed(_ scalar: Unicode.Scalar) -> (Int, Kind)? {
    switch scalar.value {
    case 0x2460...0x2473: (Int(scalar.value) - 0x245F, .circled)
    case 0x2474...0x2487: (Int(scalar.value) - 0x2473, .figureInBrackets)
    case 0x2488...0x249B: (Int(scalar.value) - 0x2487, .figure)
    case 0x2776...0x277F: (Int(scalar.value) - 0x2775, .circled)
    case 0x3220...0x3229: (Int(scalar.value) - 0x321F, .chineseInBrackets)
    default: nil
    }
  }

  /// （一） (1) （二〕 （三）、
  private static func inBrackets(_ words: [Unicode.Scalar], _ place: Int) -> (
    (number: Int, isChinese: Bool), Int
  )? {
    guard "（(〔".unicodeScalars.contains(words[place]) else { return nil }
    guard let (value, end, isChinese) = number(words, place + 1), end < words.count,
      "）)〕".unicodeScalars.contains(words[end])
    else { return nil }
    var used = end + 1 - place
    if end + 1 < words.count, "、.．".unicodeScalars.contains(words[end + 1]) { used += 1 }
    return ((value, isChinese), used)
  }

  /// 第一章, 第一部分; 第一，; 第一项是; 一方面是, 另一方面是.
  private static func ordinal(_ words: [Unicode.Scalar], _ place: Int) -> Marker? {
    guard words[place] == "第" || words[place] == "一" || words[place] == "另" else { return nil }
    for aspect: StaticWords in ["另一方面是", "一方面是", "另一方面", "一方面"] where words.has(aspect, at: place) {
      return Marker(.counted, aspect.scalars.first == "另" ? 2 : 1, words, place, aspect.count)
    }
    guard words[place] == "第", let (value, end, isChinese) = number(words, place + 1), isChinese else {
      return nil
    }
    for unit: StaticWords in ["部分", "章", "篇"] where words.has(unit, at: end) {
      return Marker(.chapter, value, words, place, end + unit.count - place)
    }
    for unit: StaticWords in ["项是是", "项是", "，", ",", "、", "：", ":", "是"] where words.has(unit, at: end) {
      return Marker(.counted, value, words, place, end + unit.count - place)
    }
    return nil
  }

  /// 1. 1、 1．1.1 1）, but not 3.5 or 2010年.
  private static func figure(_ words: [Unicode.Scalar], _ place: Int) -> Marker? {
    guard let (value, end, isChinese) = number(words, place), !isChinese, value < 1_000, end < words.count
    else { return nil }
    let next = words[end]
    if "、）)".unicodeScalars.contains(next) {
      return Marker(next == "、" ? .figure : .figureInBrackets, value, words, place, end + 1 - place)
    }
    guard ".．·，,".unicodeScalars.contains(next) else { return nil }
    guard end + 1 < words.count else { return nil }
    if !words[end + 1].isFigure {
      // 1，的: a comma is a number's mark only where no figures go on.
      if "，,".unicodeScalars.contains(next), end - place > 2 { return nil }
      return Marker(.figure, value, words, place, end + 1 - place)
    }
    var last = end
    while last < words.count, last - end < 16, ".．".unicodeScalars.contains(words[last]),
      let (_, after, isChinese) = number(words, last + 1), !isChinese
    {
      last = after
    }
    // 2.6月底前完成…: the item's own number, and its words begin with a month; a year so too.
    if !"，,".unicodeScalars.contains(next), let (second, after, _) = number(words, end + 1),
      after < words.count,
      words[after] == "月" && (1...12).contains(second) || words[after] == "年" && second >= 1_900
    {
      return Marker(.figure, value, words, place, end + 1 - place)
    }
    // 1.1 加强… is a number, 1.5倍 is none; 11.121人才工程 begins with a name.
    guard last < words.count, words[last].isHan, !"倍万亿元年月日个米学小课公".unicodeScalars.contains(words[last]),
      last > end
    else { return nil }
    if last - end > 3, let (second, after, _) = number(words, end + 1), after == last, second >= 100 {
      return Marker(.figure, value, words, place, end + 1 - place)
    }
    return Marker(.compound, value, words, place, last - place)
  }

  /// 一、 and 一是, 一要.
  private static func chinese(_ words: [Unicode.Scalar], _ place: Int) -> Marker? {
    guard let (value, end, isChinese) = number(words, place), isChinese, end < words.count else { return nil }
    if words[end] == "是" || words[end] == "要" {
      guard value <= 20 else { return nil }
      return Marker(.counted, value, words, place, end + (words.has("是是", at: end) ? 2 : 1) - place)
    }
    guard "、.．，,".unicodeScalars.contains(words[end]) else { return nil }
    return Marker(.chinese, value, words, place, end + 1 - place)
  }

  /// A number in figures or Chinese numerals up to 99, where it ends, and whether it is Chinese.
  static func number(_ words: [Unicode.Scalar], _ place: Int) -> (Int, Int, Bool)? {
    var (end, value) = (place, 0)
    while end < words.count, let figure = words[end].figure, end - place < 5 {
      value = value * 10 + figure
      end += 1
    }
    if end > place { return (value, end, false) }
    var number = ChineseNumber()
    while end < words.count, let worth = ChineseNumber.worth(of: words[end]), (1...10).contains(worth),
      words[end] != "两"
    {
      guard number.take(words[end]) else { return nil }
      end += 1
    }
    return end > place ? (number.value, end, true) : nil
  }
}
