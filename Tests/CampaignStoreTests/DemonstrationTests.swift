import Campaigns
import ReferenceData
import Testing

struct DemonstrationTests {
  /// On whatever day it is opened, the demonstration shows every light and every condition, and its words fit its days.
  @Test func everyDayShowsEveryLight() throws {
    let years = ReferenceData.allHolidays
    let calendar = WorkCalendar(years: years)
    var day = try #require(Day(2026, 1, 1))
    while day.year < 2028 {
      let demonstration = try #require(Demonstration(today: day))
      let ledger = Ledger(
        settings: demonstration.settings, units: demonstration.units, campaigns: demonstration.live)
      let rows = ledger.rows(ledger.judge(today: day, years: years)).filter { $0.task.stage != .draft }
      #expect(rows.count >= 30)
      #expect(Set(rows.map(\.verdict.light)) == Set(Light.allCases), "\(day)")
      #expect(Set(rows.map(\.verdict.condition)) == Set(Condition.allCases), "\(day)")
      for row in rows where row.task.deadline.kind == .date || row.task.deadline.kind == .range {
        let deadline = row.task.deadline
        let read = TimeReader(TimeContext(year: day.year, calendar: calendar)).read(deadline.text).deadline
        #expect(read.start == deadline.start && read.end == deadline.end, "\(day): \(deadline.text)")
      }
      for entry in rows.flatMap(\.task.log) { #expect(entry.at.day <= day) }
      day = day + 17
    }
  }

  @Test func thePastHoldsThePlansWhole() throws {
    let demonstration = try #require(Demonstration(today: Day(2026, 11, 20) ?? .epoch))
    let counts = Dictionary(uniqueKeysWithValues: demonstration.past.map { ($0.code, $0.tasks.count) })
    #expect(counts["h11"] == 26 && counts["h14"] == 22 && counts["h10"] == 20 && counts.count >= 6)
    let h10 = try #require(demonstration.past.first { $0.code == "h10" })
    #expect(h10.phases.count == 3 && h10.tasks.count { $0.title.hasSuffix("制度") } >= 7)
    #expect(demonstration.past.first { $0.code == "h14" }?.phases.count == 3)
    let known = Set(demonstration.units.units.map(\.id))
    for campaign in demonstration.past + demonstration.live {
      for part in campaign.tasks.flatMap(\.units) where part.role == .lead || part.role == .supporting {
        #expect(part.unit.map(known.contains) == true, "\(campaign.code): \(part.name)")
      }
    }
  }
}
