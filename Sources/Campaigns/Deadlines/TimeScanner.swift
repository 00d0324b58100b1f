/// A place in words, and the small steps from which readers of times are made. Every `take…` either moves on
/// and answers, or stays where it is and answers nil (or false).
struct TimeScanner {
  let characters: [Character]
  let scalars: [UInt32]
  var place: Int
  /// Stretches that were passed over within what was taken: 每月|学习时间|不少于10小时.
  var gaps: [Range<Int>] = []

  init(_ words: TimeWords, at place: Int = 0) {
    characters = words.characters
    scalars = words.scalars
    self.place = place
  }

  var isAtEnd: Bool { place >= characters.count }

  /// The character `ahead` of the place.
  func peek(_ ahead: Int = 0) -> Character? {
    let index = place + ahead
    return characters.indices.contains(index) ? characters[index] : nil
  }

  /// Whether `word` stands at the place.
  func sees(_ word: String) -> Bool {
    var index = place
    for scalar in word.unicodeScalars {
      guard index < scalars.count, scalars[index] == scalar.value else { return false }
      index += 1
    }
    return true
  }

  /// Whether one of these characters stands here: asked before anything dearer.
  func begins(_ starts: Set<UInt32>) -> Bool { place < scalars.count && starts.contains(scalars[place]) }

  /// The characters of some words, to begin with.
  static func starts(_ characters: String) -> Set<UInt32> { Set(characters.unicodeScalars.map(\.value)) }

  func seesAny(_ words: [String]) -> Bool { words.contains { sees($0) } }

  mutating func take(_ word: String) -> Bool {
    guard sees(word) else { return false }
    place += word.unicodeScalars.count
    return true
  }

  /// The first of `words` that stands here; put longer ones first.
  mutating func takeAny(_ words: [String]) -> String? {
    for word in words where take(word) { return word }
    return nil
  }

  mutating func takeDash() -> Bool {
    // 到来前 and 到位 are no range.
    if seesAny(["到来", "到位", "到期", "到岗", "到账", "到达", "至于"]) { return false }
    if takeAny(["至", "到", "-", "直至", "直到"]) != nil {
      while take("-") {}
      return true
    }
    return false
  }

  /// Runs `body`; where it answers nil, the place is as before.
  mutating func attempt<T>(_ body: (inout TimeScanner) -> T?) -> T? {
    let (start, before) = (place, gaps)
    if let result = body(&self) { return result }
    (place, gaps) = (start, before)
    return nil
  }

  static let digits: [Character: Int] = [
    "〇": 0, "O": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "两": 2, "元": 1, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
  ]

  static func isDigit(_ character: Character?) -> Bool {
    guard let utf8 = character?.utf8, utf8.count == 1, let byte = utf8.first else { return false }
    return (0x30...0x39).contains(byte)
  }

  /// Whether a mark stands there that begins another clause.
  func isMark(at place: Int) -> Bool {
    guard scalars.indices.contains(place) else { return false }
    switch Unicode.Scalar(scalars[place]) {
    case "，", "。", "；", "：", "、", "（", "）": return true
    default: return false
    }
  }

  /// Whether a number may begin at the place: asked at every character before anything dearer.
  private var mayBeNumber: Bool {
    guard place < scalars.count else { return false }
    switch scalars[place] {
    case 0x30...0x39: return true
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x4E24, 0x3007,
      0x5EFF, 0x5345,
      0x767E, 0x62FE, 0x4F, 0x5143, 0x58F9, 0x8D30, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C, 0x7396:
      return true
    default: return false
    }
  }

  static func isNumeral(_ character: Character?) -> Bool {
    guard let scalars = character?.unicodeScalars, let first = scalars.first else { return false }
    switch first {
    case "0"..."9": return scalars.count == 1
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "廿", "卅", "两", "〇", "百":
      return scalars.count == 1
    default: return false
    }
  }

  /// A whole number in digits (up to five) or Chinese numerals up to 999: 12, 十二, 二十, 廿一, 三百六十五.
  mutating func takeNumber() -> Int? {
    guard mayBeNumber else { return nil }
    if TimeScanner.isDigit(peek()) {
      var (value, count) = (0, 0)
      while let character = peek(), TimeScanner.isDigit(character), let digit = character.wholeNumberValue {
        value = value * 10 + digit
        count += 1
        guard count <= 5 else { return nil }
        place += 1
      }
      return value
    }
    return attempt { scanner in
      var (total, current, isSeen) = (0, 0, false)
      loop: while let character = scanner.peek() {
        switch character {
        case "十", "拾": (total, current) = (total + max(current, 1) * 10, 0)
        case "廿": (total, current) = (total + 20, 0)
        case "卅": (total, current) = (total + 30, 0)
        case "百" where current > 0: (total, current) = (total + current * 100, 0)
        case "〇": current = 0
        default:
          guard let digit = TimeScanner.digits[character], "一二三四五六七八九两".contains(character), current == 0
          else { break loop }
          current = digit
        }
        isSeen = true
        scanner.place += 1
      }
      return isSeen ? total + current : nil
    }
  }

  /// Four figures of a year, in digits or one Chinese numeral each: 2011, 二〇一一. 年 is not taken.
  mutating func takeYearFigures() -> Int? {
    guard mayBeNumber else { return nil }
    return attempt { scanner in
      var value = 0
      for _ in 0..<4 {
        guard let character = scanner.peek() else { return nil }
        if TimeScanner.isDigit(character), let digit = character.wholeNumberValue {
          value = value * 10 + digit
        } else if let digit = TimeScanner.digits[character], !"元两".contains(character) {
          value = value * 10 + digit
        } else {
          return nil
        }
        scanner.place += 1
      }
      guard (1900...2199).contains(value), !TimeScanner.isDigit(scanner.peek()) else { return nil }
      return value
    }
  }
}
