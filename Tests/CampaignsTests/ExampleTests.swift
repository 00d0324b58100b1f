import Campaigns
import ReferenceData
import TestSupport
import Testing

/// What doc comments give as examples is so.
struct ExampleTests {
  @Test func examplesOfDocComments() throws {
    #expect(Day(iso: "2026-12-31").map { $0 + 1 }?.iso == "2027-01-01")
    let calendar = WorkCalendar(years: ReferenceData.allHolidays)
    #expect(calendar.workingDays(after: try day("2026-11-20"), through: try day("2026-11-23")) == 1)
    let today = try day("2026-03-02")
    let context = TimeContext(year: 2026, from: today, calendar: calendar)
    #expect(TimeReader(context).read("4月20日前").deadline.end?.iso == "2026-04-20")
    #expect(TimeReading(of: "12月底前", in: nil, today: today, calendar: calendar).isWhole)
    let days = try EventDays(words: "6月1日至9月30日", today: today, calendar: calendar)
    #expect(days.last == Day(2026, 9, 30))
    #expect(try FilterReader.read("unit:党办 is:逾期", .plain) == .and(.unit("党办"), .part(.overdue)))
    #expect(Demonstration(today: today)?.live.map(\.code) == ["h26", "h26b"])
    #expect(ReferenceData.allHolidays.last?.year == 2026)
  }
}
