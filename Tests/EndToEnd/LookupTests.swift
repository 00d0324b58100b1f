import Campaigns
import ReferenceData
import TestSupport
import Testing

@testable import duban

/// What an id names is looked for in a few plans, and is what it would be in the whole store.
struct LookupTests {
  private enum Meant: Equatable {
    case task(String), plan(String), several([String]), none, other
    init(_ found: () throws(Failure) -> Meant) {
      do throws(Failure) { self = try found() } catch {
        switch error {
        case .ambiguousID(_, let ids): self = .several(ids)
        case .unknownID: self = .none
        default: self = .other
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...6) func fewPlansSayWhatAllSay(seed: UInt64) throws {
    let today = try #require(Day(2026, 11, 20))
    var office = RandomOffice(seed: seed, today: today)
    var dice = SeededNumbers(seed: seed)
    var codes = ["h1", "h2", "h12", "h120", "x", "h1-2", "Ab"] + (30...50).map { "q\($0)" }
    codes.sort { "\($0).json" < "\($1).json" }
    var ledger = Ledger(
      settings: office.settings(), units: office.units,
      campaigns: codes.map { office.campaign($0, tasks: $0 == "x" ? 0 : 12) })
    for (place, id) in [(0, "h9-1"), (2, "H1-3"), (9, "q31-2")] {
      ledger.campaigns[place].tasks.first.map { first in
        var task = first
        task.formerIDs = [id]
        ledger.campaigns[place].tasks[0] = task
      }
    }
    let snapshot = Snapshot(ledger, ledger.judge(today: today, years: ReferenceData.allHolidays))
    let known = codes + ledger.campaigns.flatMap { $0.tasks.map(\.id) } + ["h9-1", "H1-3", "q31-2"]
    for _ in 0..<400 {
      var id = try #require(known.randomElement(using: &dice))
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: id = id.uppercased()
      case 1: id = String(id.dropLast())
      case 2: id += String(Int.random(in: 0..<10, using: &dice))
      case 3: id = id.replacing("-", with: "")
      default: break
      }
      guard !id.isEmpty else { continue }
      let few = snapshot.ledger(naming: [id])
      func meant(_ ledger: Ledger) -> [Meant] {
        [
          Meant { () throws(Failure) in .task(try ledger.task(id: id).task.id) },
          Meant { () throws(Failure) in .plan(try ledger.campaign(matching: id).code) },
        ]
      }
      #expect(meant(few) == meant(ledger), "\(id), seed \(seed)")
    }
    // A slip names the nearest of its plan.
    #expect(nearest(of: "h12-99", snapshot)?.hasPrefix("h12-") == true)
    // Plans of which some ids do not begin with their code are looked into always.
    #expect(snapshot.ledger(naming: ["q31-5"]).campaigns.count < codes.count)
  }

  private func nearest(of id: String, _ snapshot: Snapshot) -> String? {
    do throws(Failure) { _ = try snapshot.ledger(naming: [id]).task(id: id) } catch {
      if case .unknownID(_, let near) = error { return near }
    }
    return nil
  }
}
