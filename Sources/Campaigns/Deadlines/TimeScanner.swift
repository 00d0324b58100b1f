import ChineseNumerals

/// A place in words, and the small steps from which readers of times are made. Every `take…` either moves on
/// and answers, or stays where it is and answers nil (or false).
struct TimeScanner {
  let words: TimeWords
  var place: Int
  /// Stretches that were passed over within what was taken: 每月|学习时间|不少于10小时.
  var gaps: [Range<Int>] = []

  init(_ words: TimeWords, at place: Int = 0) { (self.words, self.place) = (words, place) }

  var characters: [Character] { words.characters }
  var scalars: [UInt32] { words.scalars }

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
  var mayBeNumber: Bool {
    guard place < scalars.count, let scalar = Unicode.Scalar(scalars[place]) else { return false }
    return ("0"..."9").contains(scalar) || scalar == "O" || scalar == "拾"
      || ChineseNumber.worth(of: scalar) != nil
  }

  static func isNumeral(_ character: Character?) -> Bool {
    guard let scalars = character?.unicodeScalars, let first = scalars.first, scalars.count == 1 else {
      return false
    }
    return ("0"..."9").contains(first) || ChineseNumber.worth(of: first) != nil
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
    let start = place
    var number = ChineseNumber()
    while place < scalars.count, let sign = Unicode.Scalar(scalars[place]),
      number.take(sign == "拾" ? "十" : sign)
    {
      place += 1
    }
    return place > start ? number.value : nil
  }

  /// Four figures of a year, in digits or one Chinese numeral each: 2011, 二〇一一. 年 is not taken.
  mutating func takeYearFigures() -> Int? {
    guard mayBeNumber else { return nil }
    return attempt { scanner in
      guard let year = scanner.takeFigures(4), (1900...2199).contains(year),
        !TimeScanner.isDigit(scanner.peek())
      else { return nil }
      return year
    }
  }

  /// So many figures as years are written: 08, 〇八.
  mutating func takeFigures(_ count: Int) -> Int? {
    attempt { scanner in
      var value = 0
      for _ in 0..<count {
        guard let character = scanner.peek(), let scalar = character.unicodeScalars.first,
          let figure = TimeScanner.isDigit(character)
            ? character.wholeNumberValue : ChineseNumber.figure(scalar)
        else { return nil }
        value = value * 10 + figure
        scanner.place += 1
      }
      return value
    }
  }
}
