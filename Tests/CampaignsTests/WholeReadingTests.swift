import Campaigns
import ReferenceData
import TestSupport
import Testing

/// A time in words is read whole, or what was not read is told: no day that is narrower or wider than what was written.
struct WholeReadingTests {
  /// Words that are no part of any time, from short to long; none of them may be read.
  private static let foreign = ["龙", "熊猫", "ABC", "甲乙", "苹果树", "Z", "整车"]

  private static func read(_ words: String) -> TimeReading {
    let context = TimeContext(year: 2026, from: Day(2026, 3, 2), calendar: chinese)
    return TimeReader(context).read(words)
  }

  private static func isSame(_ one: Deadline, _ other: Deadline) -> Bool {
    one.kind == other.kind && one.start == other.start && one.end == other.end && one.quota == other.quota
  }

  /// Put before, behind or inside any expression, a foreign word leaves the answer as it is, or is told, or there is none.
  @Test(arguments: TimeTable.expressions)
  func aForeignWordIsTold(expression: String) {
    let plain = Self.read(expression)
    let characters = Array(expression)
    for word in Self.foreign {
      for place in 0...characters.count {
        let words = String(characters[..<place]) + word + String(characters[place...])
        let reading = Self.read(words)
        let isTold = reading.notes.contains {
          switch $0 {
          case .unread(let rest): rest.contains { $0.contains(word) }
          case .severalTimes(let others): others.contains { $0.contains(word) }
          case .eventOpen(let name): name.contains(word)
          case .noSuchTime, .noSuchDay, .noSuchPart: true
          default: false
          }
        }
        #expect(
          isTold || reading.deadline.kind == .none || Self.isSame(reading.deadline, plain.deadline),
          "\(words): \(reading.deadline) \(reading.notes)")
      }
    }
  }

  /// Every expression of the tables is accounted for to its last character: nothing of it is left over.
  @Test(arguments: TimeTable.expressions)
  func nothingIsLeftOver(expression: String) {
    let reading = Self.read(expression)
    #expect(reading.isWhole, "\(expression): \(reading.notes)")
  }

  /// A piece of a time right before or behind a whole one changes the answer, or is told. These three say the same with it.
  @Test(arguments: ["或", "半", "第", "末", "个", "之后", "7", "年", "以", "不"])
  func aPieceOfATimeIsNotDropped(piece: String) {
    let same: Set = ["第三季度末前", "3月—4月上旬末", "4月下旬末"]
    for expression in TimeTable.expressions {
      let plain = Self.read(expression)
      guard plain.deadline.start != nil || plain.deadline.end != nil else { continue }
      for words in [expression + piece, piece + expression] where !same.contains(words) {
        let reading = Self.read(words)
        #expect(
          !reading.isWhole || reading.notes != plain.notes || !Self.isSame(reading.deadline, plain.deadline),
          "\(words): \(reading.deadline)")
      }
    }
  }
}
