import ChineseNumerals

/// Words made ready for reading times: white space and quotation marks gone, full-width digits, the many dashes and zeros
/// and the traditional characters of time words made one; each character knows where it stood. A class since all
/// that reads them shares them.
final class TimeWords {
  /// The characters to read.
  let characters: [Character]
  /// For each character its scalar, 0 where it has several: words are looked for in these.
  let scalars: [UInt32]
  /// For each character its offset in the original, counted in characters.
  let offsets: [Int]
  /// The original.
  let original: [Character]

  /// The mark that every dash between two times becomes.
  static let dash: Character = "-"

  /// Makes `text` ready for reading.
  init(_ text: String) {
    original = Array(text)
    var characters: [Character] = []
    var offsets: [Int] = []
    var needsMending = false
    characters.reserveCapacity(original.count)
    offsets.reserveCapacity(original.count)
    for (offset, character) in original.enumerated() {
      guard let plain = TimeWords.plain(character) ?? TimeWords.apart(original, offset) else { continue }
      if plain == TimeWords.dash, characters.last == TimeWords.dash { continue }
      characters.append(plain)
      offsets.append(offset)
      if !needsMending, let scalar = plain.unicodeScalars.first {
        needsMending = TimeWords.odd.contains(scalar)
      }
    }
    if needsMending { TimeWords.mend(&characters) }
    self.characters = characters
    scalars = characters.map { character in
      let scalars = character.unicodeScalars
      return scalars.count == 1 ? scalars[scalars.startIndex].value : 0
    }
    self.offsets = offsets
  }

  /// A stretch of the original, and where in `characters` it begins.
  func stretch(_ range: Range<Int>) -> (words: TimeWords, place: Int) {
    let first = offsets.firstPlace { $0 >= range.lowerBound }
    let end = offsets.firstPlace { $0 >= range.upperBound }
    return (TimeWords(stretch: first..<end, original: range, of: self), first)
  }

  private init(stretch: Range<Int>, original range: Range<Int>, of words: TimeWords) {
    characters = Array(words.characters[stretch])
    scalars = Array(words.scalars[stretch])
    offsets = words.offsets[stretch].map { $0 - range.lowerBound }
    original = Array(words.original[range])
  }

  /// The original words of a stretch of `characters`.
  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let (first, last) = (offsets[range.lowerBound], offsets[range.upperBound - 1])
    // A quotation mark that is closed within is opened with it: “七一”前夕.
    let pairs: [(Character, Character)] = [("“", "”"), ("‘", "’"), ("《", "》"), ("「", "」"), ("『", "』")]
    let opens =
      first > 0
      && pairs.contains { open, close in
        original[first - 1] == open && original[first...last].contains(close)
          && !original[first...last].contains(open)
      }
    return String(original[(opens ? first - 1 : first)...last])
  }

  /// A year, month or day that there is none of: numbered 0, a thirteenth month, a year that no plan is of (`2200年`); nil
  /// where the words have none.
  var impossible: String? {
    var place = 0
    while place < characters.count {
      let start = place
      while place < characters.count, TimeScanner.isNumeral(characters[place]) { place += 1 }
      if place > start, place < characters.count, "年月日号".contains(characters[place]),
        characters[start..<place].allSatisfy({ "0〇".contains($0) })
          || isBeyond(characters[start..<place], before: characters[place])
      {
        return text(start..<place + 1)
      }
      place += 1
    }
    return nil
  }

  /// What white space and quotation marks leave behind: ' before the two figures of a year ('24), a gap before a clock time
  /// that would run into the day (2026-10-26 10:30).
  private static func apart(_ original: [Character], _ offset: Int) -> Character? {
    let digits = original[(offset + 1)...].prefix { TimeScanner.isDigit($0) }
    let next = offset + 1 + digits.count
    let behind = original.indices.contains(next) ? original[next] : nil
    switch original[offset] {
    case "'", "’", "‘", "＇":
      return digits.count == 2 && behind.map { !"'’”\"日号".contains($0) } ?? true ? yearMark : nil
    case " ", "\u{3000}", "\u{A0}":
      let isClock = behind == ":" || behind == "："
      return isClock && (1...2).contains(digits.count) && offset > 0
        && TimeScanner.isDigit(original[offset - 1]) ? gap : nil
    default: return nil
    }
  }

  /// The mark before the two figures of a year: '24.
  static let yearMark: Character = "'"
  /// What stands between a day and a clock time.
  static let gap: Character = " "

  /// What may be written for another character.
  private static let odd = Set("一OoIl|曰".unicodeScalars).union(formal.keys.flatMap(\.unicodeScalars))

  /// What hands and scanners write for other characters: 一 for a dash, 3O日 and 三十曰 for 30日, 叁 for 三.
  private static func mend(_ characters: inout [Character]) {
    for place in characters.indices.dropFirst() {
      if isDashWritten(characters, place) { characters[place] = dash }
      if "Il|".contains(characters[place - 1]), TimeScanner.isDigit(characters[place]),
        characters.indices.contains(place + 1), "月日".contains(characters[place + 1])
      {
        characters[place - 1] = "1"
      }
      if "Oo".contains(characters[place]), TimeScanner.isDigit(characters[place - 1]) {
        characters[place] = "0"
      }
      if characters[place] == "曰", TimeScanner.isNumeral(characters[place - 1]) { characters[place] = "日" }
    }
    for place in characters.indices { characters[place] = plainNumeral(characters, place) }
  }

  /// 叁 of 叁拾日 as 三; in words such as 大陆 it stays.
  private static func plainNumeral(_ characters: [Character], _ place: Int) -> Character {
    guard let plain = formal[characters[place]] else { return characters[place] }
    let neighbours = [place - 1, place + 1].filter(characters.indices.contains).map { characters[$0] }
    return neighbours.contains { formal[$0] != nil || "年月日号".contains($0) || TimeScanner.isNumeral($0) }
      ? plain : characters[place]
  }

  private static let formal: [Character: Character] = [
    "壹": "一", "贰": "二", "叁": "三", "肆": "四", "伍": "五", "陆": "六", "柒": "七", "捌": "八", "玖": "九", "拾": "十",
  ]

  /// Whether 一 is written for a dash: 3月1日一3月31日.
  private static func isDashWritten(_ characters: [Character], _ place: Int) -> Bool {
    guard characters[place] == "一", place > 1, "日号月旬底末".contains(characters[place - 1]) else { return false }
    let ahead = characters[(place + 1)...].prefix(4)
    guard let next = ahead.first else { return false }
    if TimeScanner.isDigit(next) { return true }
    let number = ahead.prefix { TimeScanner.isNumeral($0) }
    let unit =
      characters.indices.contains(place + 1 + number.count) ? characters[place + 1 + number.count] : " "
    return "日号旬底".contains(characters[place - 1]) && !number.isEmpty && unit == "月"
  }

  private func isBeyond(_ number: ArraySlice<Character>, before unit: Character) -> Bool {
    guard number.allSatisfy({ ("0"..."9").contains($0) }) else { return false }
    let value = number.count <= 9 ? Int(String(number)) ?? 0 : .max
    switch unit {
    case "年": return number.count >= 4 && !(1900...2199).contains(value)
    case "月": return number.count >= 2 && value > 12
    default: return false
    }
  }

  /// The one form of a character, or nil where it is to be left out.
  private static func plain(_ character: Character) -> Character? {
    guard let scalar = character.unicodeScalars.first else { return nil }
    switch scalar.value {
    case 0x30...0x39: return character
    case 0xFF10...0xFF19: return Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map(Character.init)
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0xFE58, 0xFE63, 0xFF0D, 0x2D, 0x7E, 0xFF5E, 0x301C, 0x223C,
      0xFE4F, 0x30FC, 0x2192:
      return dash
    case 0x22, 0x27, 0x201C...0x201F, 0x2018...0x201B, 0x300A...0x300F, 0x3008...0x3009, 0xFF02, 0xFF07, 0x60:
      return nil
    case 0xFF0C, 0x2C: return "，"
    case 0x3B, 0xFF1B: return "；"
    case 0x3A, 0xFF1A: return "："
    case 0x28, 0xFF08: return "（"
    case 0x29, 0xFF09: return "）"
    case 0xFF0E: return "."
    case 0xFF0F: return "/"
    case 0xB7, 0x2022, 0x30FB, 0x2027, 0xFF65: return "·"
    default:
      if ChineseNumber.worth(of: scalar) == 0 { return "〇" }
      if (0x4E00...0x9FFF).contains(scalar.value) { return simplified(scalar) ?? character }
      return character.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint ? nil : character
    }
  }
}
