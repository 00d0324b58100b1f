import TestSupport
import Testing

@testable import Pinyin

struct PinyinSearchTests {
  @Test(arguments: [
    ("zhibu", "第一支部", true), ("zb", "第一支部", true), ("zhb", "第一支部", true), ("zhib", "第一支部", true),
    ("zbu", "第一支部", true), ("ZhiBu", "第一支部", true), ("yzb", "第一支部", true), ("dyzhib", "第一支部", true),
    ("zhibus", "第一支部", false), ("bz", "第一支部", false), ("dzb", "第一支部", false),
    // The last syllable may be begun only, any other is whole or its initial.
    ("dangji", "党纪学习", true), ("daji", "党纪学习", false), ("dj", "党纪学习", true), ("dangj", "党纪学习", true),
    // Characters with several readings, ü, and syllables that hold others.
    ("chongyang", "重阳节", true), ("zhongyang", "重阳节", true), ("lvse", "绿色", true), ("xian", "西安", true),
    ("xian", "先进", true), ("fangan", "实施方案", true), ("xa", "西安", true),
    // Nothing but characters in a row is read.
    ("zb", "支，部", false), ("zb", "支3部", false), ("zb", "ZB", false), ("zb", "", false), ("zb", "支", false),
  ]) func lettersFindCharacters(letters: String, text: String, isFound: Bool) throws {
    #expect(try #require(PinyinSearch(letters)).isFound(in: Array(text.utf8)) == isFound)
  }

  @Test(arguments: ["z", "", "zb1", "h26-7", "支部", "zhi bu", "zhī", "z-b"])
  func otherWordsAreNoPinyin(word: String) { #expect(PinyinSearch(word) == nil) }

  @Test func everyCharacterOfTheOldSetHasAReading() {
    // GB 2312: what a document of an office is written with.
    #expect(Readings.all.syllables.count > 400)
    for scalar in "党办督办工作要点活动方案责任单位完成时限逾期临期支部述职评议廉政".unicodeScalars {
      #expect(!Readings.all.numbers(of: scalar.value).isEmpty, "\(scalar)")
    }
    #expect(Readings.all.numbers(of: 0x41).isEmpty && Readings.all.letters(of: 0x1F600) == 0)
  }

  /// Whatever way of shortening is taken, the characters are found; and bytes cut anywhere are no trap.
  @Test func everyShorteningFinds() throws {
    var numbers = SeededNumbers(seed: 7)
    let characters = Array("党员大会召开部署专题组织生活检查整改落实第三方责任清单")
    for _ in 0..<500 {
      let start = Int.random(in: 0..<characters.count - 1, using: &numbers)
      let end = Int.random(in: start + 1..<characters.count, using: &numbers)
      let syllables = characters[start...end].flatMap(\.unicodeScalars).map { scalar in
        Readings.all.numbers(of: scalar.value).map { Readings.all.syllables[Int($0)] }
          .randomElement(using: &numbers) ?? []
      }
      let letters = syllables.enumerated().flatMap { place, syllable -> [UInt8] in
        switch Int.random(in: 0...2, using: &numbers) {
        case 0: return [syllable[0]]
        case 1 where place == syllables.count - 1:
          return Array(syllable.prefix(Int.random(in: 1...syllable.count, using: &numbers)))
        default: return syllable
        }
      }
      let search = try #require(PinyinSearch(String(decoding: letters, as: UTF8.self)))
      let bytes = Array(String(characters).utf8)
      #expect(search.isFound(in: bytes), "\(String(decoding: letters, as: UTF8.self))")
      _ = search.isFound(in: Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &numbers))))
    }
  }
}
