import Campaigns
import Testing

/// Movable feasts against a table that two other calendars agree on, and what documents call them.
struct FeastTests {
  @Test func everyFeastOfEveryYear() throws {
    let table = try Fixture.table("feasts.txt")
    #expect(table.map { Int($0[0]) } == Array(1900...2100))
    let words = ["除夕", "春节", "元宵节", "清明", "端午", "七夕", "中秋节", "重阳", "冬至", "腊八", "农民丰收节"]
    for row in table {
      let year = try #require(Int(row[0]))
      #expect(row.count == words.count + 1)
      for (word, column) in zip(words, row.dropFirst()) {
        let day = try Self.feast(word).day(in: year)
        switch column.count {
        case 1: #expect(day == nil)
        case 4: #expect(day?.iso == "\(year)-\(column.prefix(2))-\(column.suffix(2))", "\(word)")
        default: #expect(day?.iso ?? "" == column, "\(word)")
        }
      }
    }
  }

  private static func feast(_ word: String) throws -> Feast {
    try #require(Feast.written.first { $0.words == word }).feast
  }

  /// What the holiday data said of feasts before they were reckoned: 除夕 春节 元宵 清明 端午 中秋 重阳.
  @Test func asTheHolidayDataHadThem() throws {
    let words = ["除夕", "春节", "元宵", "清明", "端午", "中秋", "重阳"]
    let days = """
      2007 0217 0218 0304 0405 0619 0925 1019
      2008 0206 0207 0221 0404 0608 0914 1007
      2009 0125 0126 0209 0404 0528 1003 1026
      2010 0213 0214 0228 0405 0616 0922 1016
      2011 0202 0203 0217 0405 0606 0912 1005
      2012 0122 0123 0206 0404 0623 0930 1023
      2013 0209 0210 0224 0404 0612 0919 1013
      2014 0130 0131 0214 0405 0602 0908 1002
      2015 0218 0219 0305 0405 0620 0927 1021
      2016 0207 0208 0222 0404 0609 0915 1009
      2017 0127 0128 0211 0404 0530 1004 1028
      2018 0215 0216 0302 0405 0618 0924 1017
      2019 0204 0205 0219 0405 0607 0913 1007
      2020 0124 0125 0208 0404 0625 1001 1025
      2021 0211 0212 0226 0404 0614 0921 1014
      2022 0131 0201 0215 0405 0603 0910 1004
      2023 0121 0122 0205 0405 0622 0929 1023
      2024 0209 0210 0224 0404 0610 0917 1011
      2025 0128 0129 0212 0404 0531 1006 1029
      2026 0216 0217 0303 0405 0619 0925 1018
      """
    let rows = days.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.map { Int($0[0]) } == Array(2007...2026))
    for row in rows {
      let year = try #require(Int(row[0]))
      #expect(
        try words.map { try Self.feast($0).day(in: year)?.iso }
          == row.dropFirst().map { "\(year)-\($0.prefix(2))-\($0.suffix(2))" })
    }
  }

  /// The first of the words that fits is taken.
  @Test func noWordsOfFeastsHideLongerOnes() {
    for (place, (longer, _)) in Feast.written.enumerated() {
      for (shorter, _) in Feast.written[..<place] { #expect(!longer.hasPrefix(shorter), "\(longer)") }
    }
  }
}
