import Campaigns
import Screens
import TerminalFrames
import Testing

/// A task that others move to another campaign while its page is open.
struct MovedScreenTests {
  @Test func thePageSaysWhereItWent() throws {
    let before = try play("Enter")
    #expect(before.text.contains("h26-30"))
    var office = try Office()
    try office.prepare { _ = try $0.transfer("h26-30", from: "h26", to: "h26b", phase: nil, $1) }
    #expect(try play("/ 'h26-30' Enter", office).selected.contains("h26b-15"))
    var played = before
    _ = played.model.update(.loaded(office.snapshot, flaws: []))
    #expect(played.model.itemTexts.joined().contains("h26-30 已移至 h26b-15。"))
  }
}
