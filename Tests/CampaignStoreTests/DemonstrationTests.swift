import CampaignStore
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

  /// Its journal tells what its logs tell of the last days, and leads back to what was there before: what its acts would
  /// have found.
  @Test(arguments: ["2026-11-20", "2027-01-03", "2028-02-29"]) func theJournalFitsTheLogs(iso: String) throws
  {
    let day = try #require(Day(iso: iso))
    let demonstration = try #require(Demonstration(today: day))
    let folder = try TemporaryFolder()
    let store = Store(path: folder.path + "/demo")
    let noon = try #require(Moment(iso: "\(iso)T12:00:00+08:00"))
    let context = WriteContext(
      today: day, stamp: Stamp(at: noon, by: "党办干事"), login: "clerk", holder: "",
      holidays: ReferenceData.allHolidays)
    try store.createDemonstration(context)
    #expect(try store.examine(context).isEmpty)

    let since = try #require(Moment(iso: "\((day - 8).iso)T00:00:00+08:00"))
    let (old, entries) = try store.ledger(before: since)
    let logs = demonstration.live.flatMap(\.tasks).flatMap(\.log) + demonstration.live.flatMap(\.log)
    let logged = logs.filter { $0.at >= since }
    #expect(entries.count == logged.count && entries.count > 40)
    #expect(Set(entries.map(\.command)).count >= 9)
    let now = try store.ledger()
    for (campaign, live) in zip(now.campaigns, demonstration.live) { #expect(campaign.tasks == live.tasks) }
    let live = Set(demonstration.live.flatMap(\.tasks).map(\.id))
    for task in old.campaigns.flatMap(\.tasks) where live.contains(task.id) {
      #expect(task.log.allSatisfy { $0.at < since }, "\(task.id)")
      #expect(task.stage.isCompleted == (task.completion != nil), "\(task.id)")
      for member in task.members where member.completed.map({ $0 >= since.day }) == true {
        let told = task.log.contains { $0.unit == member.unit && $0.kind == .completed }
        #expect(told, "\(task.id): \(member.name)")
      }
    }
    // What the last of them did can be taken back, as anything that a person did.
    let last = try #require(try store.next(.undo, by: "党办干事"))
    #expect(last.command == .submit)
  }
}
