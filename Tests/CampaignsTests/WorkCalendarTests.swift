import Campaigns
import ReferenceData
import TestSupport
import Testing

let chinese = WorkCalendar(years: ReferenceData.allHolidays)

func day(_ iso: String, _ location: SourceLocation = #_sourceLocation) throws -> Day {
  try #require(Day(iso: iso), sourceLocation: location)
}

struct WorkCalendarTests {
  /// Check values of the field, counted by hand from the notices.
  @Test(arguments: [
    ("2011-01-28", 5, "2011-02-10"), ("2011-04-29", 3, "2011-05-05"), ("2014-09-26", 5, "2014-10-09"),
    ("2014-04-30", 2, "2014-05-05"),
  ])
  func workingDaysAfter(start: String, count: Int, end: String) throws {
    let (start, end) = (try day(start), try day(end))
    #expect(chinese.day(count, workingDaysAfter: start) == end)
    #expect(chinese.workingDays(after: start, through: end) == count)
    #expect(chinese.exceeds(count - 1, workingDaysAfter: start, through: end))
    #expect(!chinese.exceeds(count, workingDaysAfter: start, through: end))
  }

  @Test(arguments: [
    ("2014-09-28", true), ("2011-12-31", true), ("2012-01-01", false), ("2020-01-31", false),
    ("2020-02-01", false),
    ("2020-02-03", true), ("2015-09-03", false), ("2015-09-06", true), ("2019-05-02", false),
    ("2019-05-05", true),
    ("2026-02-16", false), ("2026-03-08", false), ("2024-03-08", true), ("2021-05-04", false),
    ("2010-06-01", true),
    ("2011-08-01", true),
  ])
  func singleDays(iso: String, isWorking: Bool) throws {
    #expect(chinese.isWorkingDay(try day(iso)) == isWorking)
  }

  @Test func longSpansAreReckonedAsTheyAreCounted() throws {
    let own = WorkCalendar(
      years: [], ownOff: [try day("2030-05-06")], ownWorking: [try day("2031-01-04")])
    for calendar in [chinese, WorkCalendar.weekendsOnly, own] {
      for (start, end) in [
        ("2005-03-05", "2008-02-29"), ("2026-12-30", "2032-01-04"), ("1999-12-31", "2000-01-01"),
        ("2029-07-01", "2029-06-01"),
        ("1000-01-01", "1004-05-06"), ("9995-02-03", "9999-12-31"),
      ] {
        let (start, end) = (try day(start), try day(end))
        let counted =
          start < end
          ? (start.number + 1...end.number).count { calendar.isWorkingDay(Day(number: $0) ?? start) } : 0
        #expect(calendar.workingDays(after: start, through: end) == counted)
      }
    }
    #expect(
      WorkCalendar.weekendsOnly.workingDays(after: try day("1000-01-01"), through: try day("9999-12-31"))
        > 2_300_000)
  }

  @Test func everyYearIsKnown() throws {
    #expect(ReferenceData.allHolidays.map(\.year) == Array(ReferenceData.holidayYears))
    for year in ReferenceData.allHolidays {
      #expect(year.source.contains("国务院办公厅"))
      for stretch in year.off { #expect(stretch.start <= stretch.end && stretch.start.year == year.year) }
      for day in year.working { #expect(day.isWeekend && chinese.isWorkingDay(day)) }
    }
  }

  @Test func anUnpublishedYearFallsBackToWeekendsAndSaysSo() throws {
    let newYear = try day("2031-10-01")
    #expect(chinese.isWorkingDay(newYear) == !newYear.isWeekend)
    #expect(!chinese.isPublished(2031))
    #expect(
      chinese.unpublishedYears(from: try day("2026-12-30"), through: try day("2028-01-02"))
        == [UnknownYear(year: 2027, isPast: false), UnknownYear(year: 2028, isPast: false)])
    #expect(
      chinese.unpublishedYears(from: try day("2005-12-30"), through: try day("2007-01-02"))
        == [UnknownYear(year: 2005, isPast: true), UnknownYear(year: 2006, isPast: true)])
    #expect(
      WorkCalendar.weekendsOnly.unpublishedYears(from: newYear, through: newYear)
        == [UnknownYear(year: 2031, isPast: false)])
  }

  @Test func ownDaysWinOverTheNotices() throws {
    let (saturday, monday) = (try day("2011-05-07"), try day("2011-05-09"))
    let own = WorkCalendar(years: ReferenceData.allHolidays, ownOff: [monday], ownWorking: [saturday])
    #expect(own.isWorkingDay(saturday) && !own.isWorkingDay(monday))
    #expect(own.day(1, workingDaysAfter: try day("2011-05-06")) == saturday)
  }

  @Test func countingAndAddingAgreeOnEveryDay() throws {
    var start = try day("2007-01-01")
    let last = try day("2026-11-30")
    while start < last {
      let end = chinese.day(7, workingDaysAfter: start)
      #expect(chinese.isWorkingDay(end) && chinese.workingDays(after: start, through: end) == 7)
      start = start + 11
    }
  }

  /// Counting goes by sums; the days one after the other say the same, an organisation's own days at the edges included.
  @Test func sumsAreThoseOfTheDaysOneByOne() throws {
    var numbers = SeededNumbers(seed: 16)
    let (first, last) = (try day("2004-01-01"), try day("2031-12-31"))
    func any() -> Day { first + Int.random(in: 0...last - first, using: &numbers) }
    for _ in 0..<60 {
      let own = (0..<8).map { _ in any() }
      let calendar = WorkCalendar(
        years: ReferenceData.allHolidays, ownOff: Array(own.prefix(5)), ownWorking: Array(own.suffix(4)))
      let start = Bool.random(using: &numbers) ? any() : own[0]
      let end = start + Int.random(in: -5...900, using: &numbers)
      let days = start < end ? (1...end - start).map { start + $0 }.filter(calendar.isWorkingDay) : []
      #expect(calendar.workingDays(after: start, through: end) == days.count)
      #expect(calendar.exceeds(days.count, workingDaysAfter: start, through: end) == false)
      for count in [0, 1, 3, days.count] where count <= days.count {
        #expect(calendar.day(count, workingDaysAfter: start) == (count > 0 ? days[count - 1] : start))
      }
      let before = start < end ? (1...end - start).map { end - $0 }.filter(calendar.isWorkingDay) : []
      for count in [1, 4, before.count] where count <= before.count && count > 0 {
        #expect(calendar.day(count, workingDaysBefore: end) == before[count - 1])
      }
    }
  }
}
