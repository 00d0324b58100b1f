import Campaigns
import Testing

struct DayTests {
  @Test func everyDayOfThreeCenturiesReadsBack() throws {
    var day = try #require(Day(1900, 1, 1))
    var weekday = 1
    while day.year < 2200 {
      #expect(Day(day.year, day.month, day.day) == day)
      #expect(Day(iso: day.iso) == day)
      #expect(day.weekday == weekday)
      weekday = weekday % 7 + 1
      day = day + 1
    }
  }

  @Test(arguments: [
    "2011-02-29", "2011-13-01", "2011-00-10", "2011-4-20", "2011-04-2", "0000-01-01", "20110420",
    "2011-04-20 ",
    "2011/04/20", "", "２０１１-04-20", "2011-04-31", "-011-04-20",
  ])
  func whatIsNoDayIsRefused(text: String) { #expect(Day(iso: text) == nil) }

  @Test(arguments: [
    ("2011-01-31", 1, "2011-02-28"), ("2012-01-31", 1, "2012-02-29"), ("2011-11-30", 3, "2012-02-29"),
    ("2011-03-15", -3, "2010-12-15"), ("2011-01-01", 0, "2011-01-01"),
  ])
  func months(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(iso: from)).adding(months: months).iso == to)
  }

  @Test func endsOfTimeAreClamped() throws {
    let last = try #require(Day(9999, 12, 31))
    #expect(last + 1 == last)
    #expect(Day(10_000, 1, 1) == nil)
    #expect(Day(999, 12, 31) == nil)
  }

  @Test(arguments: [
    (0, "1970-01-01T08:00:00+08:00"), (1_300_000_000, "2011-03-13T15:06:40+08:00"),
    (1_299_945_599, "2011-03-12T23:59:59+08:00"), (1_299_945_600, "2011-03-13T00:00:00+08:00"),
  ])
  func moments(seconds: Int, iso: String) {
    #expect(Moment(seconds: seconds).iso == iso)
    #expect(Moment(iso: iso)?.seconds == seconds)
  }

  @Test(arguments: ["2011-03-13T15:06:40Z", "2011-03-13T24:00:00+08:00", "2011-03-13 15:06:40+08:00", "x"])
  func whatIsNoMomentIsRefused(text: String) { #expect(Moment(iso: text) == nil) }
}
