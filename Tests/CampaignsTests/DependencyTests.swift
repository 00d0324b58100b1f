import Campaigns
import TestSupport
import Testing

/// Tasks that must come first.
struct DependencyTests {
  private func campaign() -> Campaign {
    var campaign = Campaign(code: "h11", title: "工作要点", year: 2011)
    campaign.tasks = (1...5).map { Task(id: "h11-\($0)", title: "任务\($0)") }
    campaign.tasks[1].dependsOn = ["h11-1"]
    campaign.tasks[2].dependsOn = ["h11-2"]
    campaign.tasks[4].parent = "h11-3"
    campaign.nextTask = 6
    return campaign
  }

  private func edit(after: [String] = [], notAfter: [String] = []) -> TaskEdit {
    var edit = TaskEdit()
    (edit.addDependencies, edit.removeDependencies) = (after, notAfter)
    return edit
  }

  private func refusal(_ id: String, _ edit: TaskEdit, _ campaign: Campaign) throws -> Refusal? {
    let context = try Fixture.context("2011-05-01")
    do throws(Refusal) {
      _ = try campaign.change(for: .editTask(id: id, edit), context)
      return nil
    } catch { return error }
  }

  @Test func addedAndTakenAway() throws {
    let context = try Fixture.context("2011-05-01")
    let campaign = campaign()
    let added = try campaign.change(
      for: .editTask(id: "h11-3", edit(after: ["h11-4", "h11-4"], notAfter: ["h11-2"])), context
    ).applied(to: campaign)
    #expect(added.tasks[2].dependsOn == ["h11-4"])
    #expect(try refusal("h11-3", edit(after: ["h11-2"]), campaign) == .nothingToDo(id: "h11-3"))
    #expect(try refusal("h11-3", edit(notAfter: ["h11-1"]), campaign) == .nothingToDo(id: "h11-3"))
    // What is taken away in the same edit is in no circle any more.
    #expect(try refusal("h11-2", edit(after: ["h11-3"], notAfter: ["h11-1"]), campaign) != nil)
    var turned = campaign
    turned.tasks[2].dependsOn = []
    #expect(try refusal("h11-1", edit(after: ["h11-3"]), turned) == nil)
  }

  @Test(
    arguments: [
      ("h11-1", "h11-1", ["h11-1", "h11-1"]), ("h11-1", "h11-2", ["h11-1", "h11-2", "h11-1"]),
      ("h11-1", "h11-3", ["h11-1", "h11-3", "h11-2", "h11-1"]),
      // A task waits for none of its own parts, nor they for it by a detour.
      ("h11-3", "h11-5", ["h11-3", "h11-5", "h11-3"]),
      ("h11-1", "h11-5", ["h11-1", "h11-5", "h11-3", "h11-2", "h11-1"]),
    ])
  func circles(id: String, other: String, chain: [String]) throws {
    #expect(try refusal(id, edit(after: [other]), campaign()) == .circle(chain: chain))
  }

  @Test func whatIsNotThere() throws {
    #expect(try refusal("h11-1", edit(after: ["h11-9"]), campaign()) == .unknownTask(id: "h11-9"))
    #expect(
      try refusal("h11-1", edit(after: ["h12-1"]), campaign()) == .otherCampaign(id: "h11-1", other: "h12-1"))
  }

  @Test func waitingUntilAllIsDone() throws {
    var campaign = campaign()
    campaign.tasks[2].dependsOn = ["h11-2", "h11-4"]
    func waiting() throws -> [String] {
      let filter = try FilterReader.read("is:waiting", .plain)
      return campaign.rows(try Fixture.judge("2011-05-01")).filter { filter.matches($0, Fixture.units) }.map(
        \.task.id)
    }
    #expect(try waiting() == ["h11-2", "h11-3"])
    campaign.tasks[0].stage = .struckOff
    #expect(try waiting() == ["h11-3"])
    campaign.tasks[1].stage = .completed
    #expect(try waiting() == ["h11-3"])
    campaign.tasks[3].stage = .cancelled
    #expect(try waiting() == [])
    campaign.tasks[3].stage = .suspended
    #expect(try waiting() == ["h11-3"])
    campaign.tasks[2].stage = .completed
    #expect(try waiting() == [], "only an open task waits")
    #expect(try FilterReader.read("is:待前项", .plain) == .waiting)
  }

  /// Whatever is asked for at random: what is accepted never makes a circle, what is refused as one would have made one.
  @Test(arguments: 1...10)
  func neverACircle(_ seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    var campaign = Campaign(code: "h11", title: "工作要点", year: 2011)
    campaign.tasks = (1...8).map { Task(id: "h11-\($0)", title: "任务\($0)") }
    for number in 2...8 where Bool.random(using: &random) {
      campaign.tasks[number - 1].parent = "h11-\(Int.random(in: 1..<number, using: &random))"
    }
    campaign.nextTask = 9
    let context = try Fixture.context("2011-05-01")
    for _ in 1...40 {
      let place = Int.random(in: 0..<8, using: &random)
      let other = "h11-\(Int.random(in: 1...8, using: &random))"
      var forced = campaign
      forced.tasks[place].dependsOn.append(other)
      let isCircle = !forced.inconsistencies(UnitRegistry()).isEmpty
      do throws(Refusal) {
        let act = Act.editTask(id: campaign.tasks[place].id, edit(after: [other]))
        campaign = try campaign.change(for: act, context).applied(to: campaign)
        #expect(!isCircle)
      } catch {
        if case .circle(let chain) = error {
          #expect(isCircle && chain.first == chain.last && chain.first == forced.tasks[place].id)
        } else {
          #expect(error == .nothingToDo(id: forced.tasks[place].id))
        }
      }
      #expect(campaign.inconsistencies(UnitRegistry()).isEmpty)
    }
  }
}
