import Campaigns
import Screens
import TerminalFrames
import Testing

/// A task that others move to another campaign while its page is open.
struct MovedScreenTests {
  @Test func thePageSaysWhereItWent() throws {
    var office = try Office()
    var other = Campaign(code: "h27", title: "专项整治", year: 2026)
    var task = Task(id: "h27-1", title: "整改")
    task.formerIDs = ["h26-30"]
    other.tasks = [task]
    let before = try play("Enter", office)
    #expect(before.text.contains("h26-30"))
    office.ledger.campaigns = [other]
    #expect(try play("/ 'h26-30' Enter", office).selected.contains("h27-1"))
    var played = before
    _ = played.model.update(.loaded(office.snapshot, flaws: []))
    #expect(played.model.itemTexts.joined().contains("h26-30 已移至 h27-1。"))
  }
}
