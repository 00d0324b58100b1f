/// A way of writing numbers in Chinese numerals, with tens, hundreds and thousands. `ChineseNumber` reads them.
///
///     ChineseNumeral.common.text(101)   // "一百零一"
package struct ChineseNumeral: Sendable {
  private let digits: [Character]
  private let units: [String]
  /// Whether ten is 一十 and not 十.
  private let saysOneTen: Bool
  /// Whether hundreds and thousands too leave out their 一, and zeros are passed over, as in Japanese.
  private let isJapanese: Bool

  /// The figures of a number that is written figure by figure: 一〇五.
  package static let figures = "〇一二三四五六七八九"
  /// 一 十 十一 一百零一.
  package static let common = ChineseNumeral("零一二三四五六七八九", ["", "十", "百", "千"])
  /// 一 十 百 百一.
  package static let japanese = ChineseNumeral(figures, ["", "十", "百", "千"], isJapanese: true)
  /// 壹 壹拾 壹佰零壹.
  package static let legalSimplified = ChineseNumeral("零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟"], saysOneTen: true)
  /// 壹 壹拾 壹佰零壹, in the older characters.
  package static let legalTraditional = ChineseNumeral("零壹貳參肆伍陸柒捌玖", ["", "拾", "佰", "仟"], saysOneTen: true)

  private init(_ digits: String, _ units: [String], saysOneTen: Bool = false, isJapanese: Bool = false) {
    self.digits = Array(digits)
    (self.units, self.saysOneTen, self.isJapanese) = (units, saysOneTen, isJapanese)
  }

  /// The number in words from 0 to 9,999, in figures beyond.
  package func text(_ number: Int) -> String {
    guard number > 0 else { return number == 0 ? String(digits[0]) : "\(number)" }
    guard number < 10_000 else { return "\(number)" }
    var text = ""
    var isGap = false
    for (place, divisor) in [(3, 1_000), (2, 100), (1, 10), (0, 1)] {
      let digit = number / divisor % 10
      guard digit > 0 else {
        isGap = !text.isEmpty
        continue
      }
      if isGap, !isJapanese { text.append(digits[0]) }
      isGap = false
      let isBareTen = place == 1 && text.isEmpty && !saysOneTen
      let isBare = digit == 1 && (isBareTen || isJapanese && place > 0)
      if !isBare { text.append(digits[digit]) }
      text += units[place]
    }
    return text
  }
}
