import CampaignStore
import Campaigns
import Screens
import TerminalFrames
import Testing

/// Who may leave instructions and nothing else has one key that changes anything.
struct InstructorScreenTests {
  private func office(_ instructors: [String] = [Account.own.name]) throws -> Office {
    var office = try Office()
    try office.prepare { store, writing in
      _ = try store.updateSettings(.instructors(instructors), writing)
    }
    return office
  }

  @Test func onlyInstructionsAreLeft() throws {
    let began = try play("3", office())
    #expect(began.text.contains("只批示") && began.text.contains("b 批示") && !began.text.contains("d 办结"))
    for key in ["d", "r", "c", "a", "e", "u", "I", "m"] {
      let refused = try play("3 \(key) Enter", office())
      #expect(refused.text.contains("只能批示（b）") || refused.office.effects.isEmpty, "\(key)")
      #expect(try refused.office.lastCommand == .editSettings, "\(key)")
    }
  }

  @Test func whatIsLeftIsShownAtOnceAndTakenInByOthers() throws {
    var left = try play("3 b '书面说明原因' Enter", office())
    #expect(left.text.contains("批示已留下，待收入台账"))
    #expect(try left.office.lastCommand == .editSettings)
    let page = try play("3 b '书面说明原因' Enter Enter", office())
    #expect(page.text.contains("待收") && page.text.contains("书面说明原因"))
    let home = try play("3 b '书面说明原因' Enter 1", office())
    #expect(home.text.contains("批示待复 5"))
    try left.office.prepare { store, writing in
      _ = try store.update("h26", .note(id: "h26-9", text: "备注"), writing)
    }
    #expect(try left.office.lastCommand == .note)
    let taken = left.office.ledger.campaigns.flatMap(\.tasks).flatMap(\.log).filter { $0.text == "书面说明原因" }
    #expect(taken.count == 1 && taken.first?.kind.name == .instruction)
  }

  /// Settings say who is named, and no key changes it.
  @Test func settingsShowWhoIsNamed() throws {
    let settings = try play(",", office(["nobody-of-ours"]))
    #expect(settings.text.contains("只批示") && settings.text.contains("nobody-of-ours"))
    #expect(try !play(",", Office()).text.contains("instructors"))
  }

  /// With marks one form leaves an instruction for each.
  @Test func marksTakeIt() throws {
    let left = try play("3 Space Space b '抓紧' Enter", office())
    #expect(left.text.contains("批示已留下（2项）"))
  }
}
