import Campaigns
import ReferenceData
import Synchronization
import TerminalFrames
import TestSupport
import Testing
import Wording

@testable import Screens

/// In a large store the list follows what is typed when nobody types; what it shows then is what it would have shown at once.
struct SettlingTests {
  private func model(mostAtOnce: Int) -> Model {
    let campaigns = (1...24).map { number in
      var campaign = Campaign(code: "p\(number)", title: "方案\(number)", year: 2026)
      campaign.tasks = (1...3).map { Task(id: "p\(number)-\($0)", title: $0 == 2 ? "召开动员会" : "报送总结") }
      return campaign
    }
    let ledger = Ledger(
      settings: StoreSettings(organisation: "党办"), units: UnitRegistry(), campaigns: campaigns)
    var setting = Model.Setting(wording: Wording(.zh))
    setting.mostAtOnce = mostAtOnce
    return Model(
      setting, Snapshot(ledger, ledger.judge(today: Office.day, years: ReferenceData.allHolidays)))
  }

  private func typed(_ script: String, into model: Model) throws -> Model {
    var model = model
    for event in try #require([Event](script: script)) { _ = model.update(.event(event)) }
    return model
  }

  @Test(arguments: [
    "/ '动员'", "/ '动员' Enter", "/ '动员' Down", "/ '动员会' ^H", "/ '动员' Esc", "/ 'zj' Enter",
  ])
  func theListIsTheSameInTheEnd(script: String) throws {
    let atOnce = try typed(script, into: model(mostAtOnce: 1_000))
    var later = try typed(script, into: model(mostAtOnce: 10))
    later.settle()
    #expect(later.frame == atOnce.frame && later.unsettled == nil)
  }

  @Test func whatIsTypedStandsThereBeforeTheListFollows() throws {
    var model = try typed("/ '动员'", into: model(mostAtOnce: 10))
    #expect(model.frame.lines.joined().contains("动员") && model.frame.lines.joined().contains("报送总结"))
    // Somebody types on: nothing is changed by halves.
    let before = model.frame
    #expect(!model.settle { true })
    #expect(model.unsettled == "动员" && model.frame == before)
    #expect(model.settle { false } && !model.frame.lines.joined().contains("报送总结"))
    // What was reckoned with patience reckons without it afterwards.
    #expect(model.snapshot.patience == nil && model.screen.content.items.selectable == 24)
  }

  @Test func theLoopSettlesWhenNobodyTypes() throws {
    let events = try #require([Event](script: "/ '动' '员' ~"))
    var terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24), events: events)
    var model = model(mostAtOnce: 10)
    _ = model.run(on: &terminal) { _ in [] }
    let lists = terminal.frames.map { $0.lines.joined().contains("报送总结") }
    // The page of all tasks, what is typed, and each time what it finds.
    #expect(lists.suffix(5) == [true, false, false, false, false])
  }

  @Test func aLostPatienceLeavesOff() {
    var snapshot = model(mostAtOnce: 1).snapshot
    let asked = Atomic(0)
    let patience = Patience { asked.add(1, ordering: .relaxed).newValue == 2 }
    snapshot.patience = patience
    #expect(snapshot.places(matching: .words("动员")).count == 16 && !patience.end())
    #expect(snapshot.places(matching: .words("动员")).count == 24)
  }
}
