import Campaigns
import Testing

/// The lunar calendar against a table that two other calendars agree on; it says how it was made.
struct LunarCalendarTests {
  /// All 73,412 days, there and back.
  @Test func everyDay() throws {
    let table = try Fixture.table("lunar-years.txt")
    #expect(table.count == LunarCalendar.years.count)
    var day = try day("1900-01-31")
    for (year, row) in zip(LunarCalendar.years, table) {
      #expect(row[0] == "\(year)" && row[1] == day.iso)
      var (month, leapMonth) = (0, Int?.none)
      for word in row.dropFirst(2) {
        let (isLeap, length) = (word.hasPrefix("+"), try #require(Int(word)))
        if isLeap { leapMonth = month } else { month += 1 }
        #expect(LunarCalendar.length(ofMonth: month, isLeap: isLeap, in: year) == length)
        #expect(LunarCalendar.days(ofMonth: month, isLeap: isLeap, in: year) == day...day + (length - 1))
        for number in 1...length {
          let date = try #require(LunarCalendar.date(of: day))
          #expect((date.year, date.month, date.isLeap, date.day) == (year, month, isLeap, number), "\(day)")
          #expect(LunarCalendar.day(year: year, month: month, isLeap: isLeap, day: number) == day)
          day = day + 1
        }
      }
      #expect(month == 12 && LunarCalendar.leapMonth(in: year) == leapMonth)
    }
    #expect(day == (try CampaignsTests.day("2101-01-29")))
  }

  @Test func whatThereIsNot() throws {
    #expect(LunarCalendar.date(of: try day("1900-01-30")) == nil)
    #expect(LunarCalendar.date(of: try day("2101-01-29")) == nil)
    #expect(LunarCalendar.date(of: try day("9999-12-31")) == nil)
    #expect(
      LunarCalendar.days(ofMonth: 13, in: 2026) == nil && LunarCalendar.days(ofMonth: 0, in: 2026) == nil)
    #expect(LunarCalendar.length(ofMonth: 1, in: 1899) == nil && LunarCalendar.leapMonth(in: 2101) == nil)
    #expect(LunarCalendar.days(ofMonth: 4, isLeap: true, in: 2021) == nil)
    #expect(LunarCalendar.days(ofMonth: 4, isLeap: true, in: 2020) != nil)
    for (year, month, number) in [(2025, 12, 30), (2026, 1, 0), (2026, 1, 31), (2026, 13, 1), (2200, 1, 1)] {
      #expect(LunarCalendar.day(year: year, month: month, day: number) == nil, "\(year)-\(month)-\(number)")
    }
    for term in SolarTerm.allCases { #expect(term.day(in: 1899) == nil && term.day(in: 2101) == nil) }
  }

  /// 小年 in a plan of 2026 is the 23rd of the twelfth month that leads up to its Spring Festival.
  @Test func theTwelfthMonthLeadsUpToTheSpringFestival() {
    let year = LunarCalendar.year(ofMonth: 12, meantIn: 2026)
    #expect(LunarCalendar.day(year: year, month: 12, day: 23)?.iso == "2026-02-10")
    #expect(LunarCalendar.year(ofMonth: 11, meantIn: 2026) == 2026)
  }
}
