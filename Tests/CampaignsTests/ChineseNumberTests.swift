import ChineseNumerals
import Testing

/// Numbers in Chinese numerals are read as they are written.
struct ChineseNumberTests {
  private static func read(_ text: String) -> (value: Int, length: Int) {
    var number = ChineseNumber()
    let length = text.unicodeScalars.prefix { number.take($0) }.count
    return (number.value, length)
  }

  @Test func whatIsWrittenIsRead() {
    for number in 1...999 {
      let text = ChineseNumeral.common.text(number)
      #expect(Self.read(text) == (number, text.count), "\(text)")
    }
  }

  @Test(arguments: [
    ("廿一", 21, 2), ("卅", 30, 1), ("两个", 2, 1), ("一百〇五日", 105, 4), ("三百六十五天", 365, 5), ("〇", 0, 1),
    ("百日", 0, 0),
    ("一二", 1, 1), ("十十", 10, 1), ("天", 0, 0), ("", 0, 0),
  ])
  func numbers(text: String, value: Int, length: Int) { #expect(Self.read(text) == (value, length)) }

  @Test func yearsAreWrittenFigureByFigure() {
    for text in ["二〇一二", "二零一二", "二○一二", "二O一二", "二Ο一二", "二О一二"] {
      #expect(text.unicodeScalars.map(ChineseNumber.figure) == [2, 0, 1, 2], "\(text)")
    }
    #expect("十百两年".unicodeScalars.allSatisfy { ChineseNumber.figure($0) == nil })
  }
}
