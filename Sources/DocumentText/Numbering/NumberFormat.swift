import ChineseNumerals

/// How a list writes its numbers: ECMA-376 part 1, 17.18.59. Those not listed there as Chinese, Latin or plain are
/// shown as 1, 2, 3.
enum NumberFormat: String {
  case none, bullet, decimal, decimalZero, decimalFullWidth, decimalHalfWidth
  case numberInDash
  case decimalEnclosedCircle, decimalEnclosedCircleChinese, decimalEnclosedParen, decimalEnclosedFullstop
  case upperLetter, lowerLetter, upperRoman, lowerRoman
  case chineseCounting, chineseCountingThousand, ideographDigital, japaneseCounting,
    japaneseDigitalTenThousand
  case taiwaneseCounting, taiwaneseCountingThousand, taiwaneseDigital
  case chineseLegalSimplified, ideographLegalTraditional, japaneseLegal
  case ideographTraditional, ideographZodiac, ideographEnclosedCircle

  /// The number as it is shown; "" where the form has none.
  func text(_ number: Int) -> String {
    switch self {
    case .none, .bullet: ""
    case .decimal, .decimalHalfWidth: "\(number)"
    case .decimalZero: number < 10 ? "0\(number)" : "\(number)"
    case .decimalFullWidth: NumberFormat.digits(number, "０１２３４５６７８９")
    case .numberInDash: "- \(number) -"
    case .decimalEnclosedCircle, .decimalEnclosedCircleChinese: NumberFormat.circled(number)
    case .decimalEnclosedParen: NumberFormat.one(number, of: 20, from: 0x2474)
    case .decimalEnclosedFullstop: NumberFormat.one(number, of: 20, from: 0x2488)
    case .upperLetter: NumberFormat.letters(number, from: 0x41)
    case .lowerLetter: NumberFormat.letters(number, from: 0x61)
    case .upperRoman: NumberFormat.roman(number)
    case .lowerRoman: NumberFormat.roman(number).lowercased()
    case .chineseCounting, .taiwaneseCounting:
      // Numbers with tens up to 99, digits beyond.
      number < 100 ? ChineseNumeral.common.text(number) : NumberFormat.digits(number, ChineseNumeral.figures)
    case .chineseCountingThousand, .taiwaneseCountingThousand: ChineseNumeral.common.text(number)
    case .japaneseCounting: ChineseNumeral.japanese.text(number)
    case .ideographDigital, .japaneseDigitalTenThousand, .taiwaneseDigital:
      NumberFormat.digits(number, ChineseNumeral.figures)
    case .chineseLegalSimplified: ChineseNumeral.legalSimplified.text(number)
    case .ideographLegalTraditional, .japaneseLegal: ChineseNumeral.legalTraditional.text(number)
    case .ideographTraditional: NumberFormat.cycle(number, "甲乙丙丁戊己庚辛壬癸")
    case .ideographZodiac: NumberFormat.cycle(number, "子丑寅卯辰巳午未申酉戌亥")
    case .ideographEnclosedCircle: NumberFormat.one(number, of: 10, from: 0x3280)
    }
  }

  private static func digits(_ number: Int, _ signs: String) -> String {
    let signs = Array(signs)
    return String("\(number)".compactMap { $0.wholeNumberValue.map { signs[$0] } })
  }

  private static func circled(_ number: Int) -> String {
    switch number {
    case 0: "⓪"
    case 21...35: one(number - 20, of: 15, from: 0x3251)
    case 36...50: one(number - 35, of: 15, from: 0x32B1)
    default: one(number, of: 20, from: 0x2460)
    }
  }

  /// One character for each number from 1 on; plain where there are no more.
  private static func one(_ number: Int, of count: Int, from first: UInt32) -> String {
    guard (1...count).contains(number), let scalar = Unicode.Scalar(first + UInt32(number - 1)) else {
      return "\(number)"
    }
    return String(Character(scalar))
  }

  private static func cycle(_ number: Int, _ signs: String) -> String {
    guard number > 0 else { return "\(number)" }
    let signs = Array(signs)
    return String(signs[(number - 1) % signs.count])
  }

  /// A … Z, AA, BB … as Word counts, up to 780.
  private static func letters(_ number: Int, from first: UInt8) -> String {
    guard (1...780).contains(number) else { return "\(number)" }
    let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3_999).contains(number) else { return "\(number)" }
    let signs: [(Int, String)] = [
      (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (left, text) = (number, "")
    for (value, sign) in signs {
      while left >= value {
        text += sign
        left -= value
      }
    }
    return text
  }
}
