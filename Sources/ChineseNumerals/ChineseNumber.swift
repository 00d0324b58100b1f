/// A number in Chinese numerals, read sign by sign: 十二, 廿一, 三百六十五.
///
///     var number = ChineseNumber()
///     _ = "二十一、".unicodeScalars.prefix { number.take($0) }
///     number.value   // 21
package struct ChineseNumber {
  private var (total, digit) = (0, 0)

  /// The number so far.
  package var value: Int { total + digit }

  /// A number of no signs.
  package init() {}

  /// Takes the next sign; false where the number ends before it.
  package mutating func take(_ sign: Unicode.Scalar) -> Bool {
    switch ChineseNumber.worth(of: sign) {
    case let worth? where worth < 10 && digit == 0: digit = worth
    case 10 where total % 100 == 0: (total, digit) = (total + max(digit, 1) * 10, 0)
    case 100 where digit > 0: (total, digit) = (total + digit * 100, 0)
    case let worth? where (20...30).contains(worth) && value % 100 == 0: total += worth
    default: return false
    }
    return true
  }

  /// What a sign is worth alone; nil for what is none. Scanners and typists know many rings for 〇.
  package static func worth(of sign: Unicode.Scalar) -> Int? {
    switch sign {
    case "〇", "零", "○", "◯", "\u{39F}", "\u{41E}", "Ｏ", "⓪": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    case "廿": 20
    case "卅": 30
    case "百": 100
    default: nil
    }
  }

  /// What a sign is worth in a number that is written figure by figure, as years are: 二〇一二, 二O一二.
  package static func figure(_ sign: Unicode.Scalar) -> Int? {
    sign == "O" ? 0 : worth(of: sign).flatMap { $0 < 10 && sign != "两" ? $0 : nil }
  }
}
