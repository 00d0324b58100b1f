import Campaigns
import ReferenceData
import TestSupport
import Testing

/// The number on a total equals the rows behind it, whatever rates are told apart by.
struct RateTests {
  @Test(arguments: RateGroup.allCases)
  func everyFigureIsAListOfRows(_ group: RateGroup) throws {
    let today = try #require(Day(iso: "2026-11-20"))
    let demonstration = try #require(Demonstration(today: today))
    var random = SeededNumbers(seed: 7)
    for round in 1...10 {
      var campaigns = demonstration.live + demonstration.past
      for index in campaigns.indices {
        for place in campaigns[index].tasks.indices where Int.random(in: 0..<4, using: &random) == 0 {
          campaigns[index].tasks[place].stage = Stage.allCases.randomElement(using: &random) ?? .registered
        }
      }
      let ledger = Ledger(
        settings: demonstration.settings, units: demonstration.units, campaigns: campaigns)
      let snapshot = Snapshot(ledger, ledger.judge(today: today, years: []))
      let rows = snapshot.rows(matching: .all)
      var seen: Set<String> = []
      let (groups, all) = snapshot.rates(by: group)
      #expect(all == Tally(rows))
      for (key, tally) in groups {
        let filter = key.filterText
        let listed = snapshot.rows(matching: try FilterReader.read(filter, .plain))
        #expect(snapshot.rows(matching: key.filter).map(\.task.id) == listed.map(\.task.id), "\(filter)")
        seen.formUnion(listed.map(\.task.id))
        #expect(Tally(listed) == tally, "\(filter) in round \(round)")
        for condition in Condition.allCases {
          let both = snapshot.rows(matching: try FilterReader.read(filter, .plain).and(.condition(condition)))
          #expect(both.count == tally.count(condition), "\(filter) \(condition)")
        }
      }
      #expect(seen.count == rows.count)
      // Of fewer rows they are counted one by one, and of all of them just so.
      let one = snapshot.rates(by: group, matching: .not(.id("")))
      #expect(one.groups.map(\.key) == groups.map(\.key) && one.groups.map(\.tally) == groups.map(\.tally))
    }
  }

  /// A name that is part of another one, a code that begins another one.
  @Test func exactNamesAreMeant() throws {
    var first = Campaign(code: "h26", title: "甲")
    var second = Campaign(code: "h26b", title: "乙")
    func led(_ id: String, by leader: String) -> Task {
      var task = Task(id: id, title: id)
      task.units = [Responsibility(unit: nil, name: leader, role: .leader)]
      return task
    }
    first.tasks = [led("h26-1", by: "院长")]
    second.tasks = [led("h26b-1", by: "副院长")]
    let ledger = Ledger(settings: StoreSettings(), units: UnitRegistry(), campaigns: [first, second])
    let snapshot = Snapshot(ledger, ledger.judge(today: .epoch, years: []))
    func ids(_ filter: String) throws -> [String] {
      snapshot.rows(matching: try FilterReader.read(filter, .plain)).map(\.task.id)
    }
    #expect(try ids("leader:院长") == ["h26-1"] && ids("leader:长") == ["h26-1", "h26b-1"])
    #expect(try ids("campaign:h26") == ["h26-1"] && ids("campaign:h2") == ["h26-1", "h26b-1"])
    #expect(try ids("not campaign:h26") == ["h26b-1"])
  }
}
