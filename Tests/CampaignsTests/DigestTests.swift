import Foundation
import ReferenceData
import TestSupport
import Testing

@testable import Campaigns

/// What is kept of rows, so that lists and figures need not read them: it is true on its day and until it says itself.
struct DigestTests {
  private static let today = Day(2026, 11, 20) ?? .epoch

  private func ledger(_ seed: UInt64, campaigns: Int = 3) -> Ledger {
    var office = RandomOffice(seed: seed, today: DigestTests.today)
    return Ledger(
      settings: office.settings(), units: office.units,
      campaigns: (1...campaigns).map { office.campaign("h\($0)", tasks: 30) })
  }

  private func judge(_ ledger: Ledger, _ day: Day) -> Judge {
    ledger.judge(today: day, years: ReferenceData.allHolidays)
  }

  /// Everything that filters, lists and counts ask of a row, but for the day on which it may turn.
  private struct Said: Equatable {
    let facts: [Int32]
    let flags: RowFacts.Flags
    let names: [Set<String>]
    init(_ row: TaskRow, _ units: UnitRegistry) {
      let facts = RowFacts(row, phase: nil)
      self.facts =
        [facts.end, facts.pointDue]
        + [facts.stage, facts.condition, facts.part, facts.light].map { Int32($0) }
      flags = facts.flags
      let names = RowNames([row], units)
      self.names = RowNames.Kind.allCases.map { Set(names.names($0, of: 0)) }
    }
  }

  /// From its day to the one on which it may turn, nothing does: looked at on every day of a year and more, those around New
  /// Year and the feasts included.
  @Test(arguments: 1...(ProcessInfo.processInfo.environment["DIGEST_SEEDS"].flatMap(UInt64.init) ?? 3))
  func nothingTurnsBeforeItsDay(seed: UInt64) throws {
    let ledger = ledger(seed)
    for campaign in ledger.campaigns {
      var known: [(said: Said, turn: Int32)] = []
      for offset in 0...430 {
        let day = DigestTests.today + offset
        for (place, row) in campaign.rows(judge(ledger, day)).enumerated() {
          let turn = RowFacts(row, phase: nil).turn
          guard known.indices.contains(place), known[place].turn > Int32(day.number) else {
            let now = (Said(row, ledger.units), turn)
            if known.indices.contains(place) { known[place] = now } else { known.append(now) }
            continue
          }
          // What was reckoned on an earlier day still holds, and so does its last day.
          let now = Said(row, ledger.units)
          if known[place].said != now {
            Issue.record("\(row.task.id) on \(day), seed \(seed): \(known[place].said) is \(now)")
            known[place] = (now, turn)
          }
          if turn < known[place].turn { known[place].turn = turn }
        }
      }
    }
  }
}
