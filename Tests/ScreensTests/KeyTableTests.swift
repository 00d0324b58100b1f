import Campaigns
import Screens
import TerminalFrames
import Testing
import Wording

/// The table of keys is the list of actions, and nothing beside it tells of them.
struct KeyTableTests {
  @Test func everyKeyDoesOneThing() throws {
    let keys = KeyTable.all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    for binding in KeyTable.all {
      #expect(binding.keys.count == binding.action.keys.split(separator: " ").count, "\(binding.action)")
      for key in binding.keys { #expect(KeyTable.binding(of: key)?.keys == binding.keys) }
      for wording in [Wording(.zh), Wording(.en)] { #expect(!binding.action.title(wording).isEmpty) }
    }
  }

  /// What the bar calls the views is as many as there are.
  @Test func theHintOfViewsCountsThem() throws {
    let digits = KeyTable.all.filter { $0.action.group == .views }.flatMap(\.keys)
    #expect(digits == (1...digits.count).map { .character(Character("\($0)")) })
    #expect(try play("").text.contains("1-\(digits.count) 视图"))
  }

  /// A form of every kind is kept as what it was, for the task or campaign that it was about.
  @Test func everyKindOfFormOutlivesTheProgram() throws {
    for kind in Form.Kind.allCases {
      let subject = [.addCampaign, .addUnit, .settings].contains(kind) ? "" : " h26-1"
      let draft = FormDraft(form: kind.rawValue + subject, texts: [:])
      #expect(Form(draft)?.draft.form == draft.form)
    }
    for none in ["", "report", "addCampaign h26", "other h26-1"] {
      #expect(Form(FormDraft(form: none, texts: [:])) == nil, "\(none)")
    }
  }

  /// Help can be read to its end: what each number on top counts, every filter key.
  @Test func helpIsReadToItsEnd() throws {
    let keys = "? " + Array(repeating: "j", count: 150).joined(separator: " ")
    let text = try play(keys).text
    #expect(text.contains("状态: 后可写") && text.contains("( )"), "\(text)")
    // As many keys back as there is to read, and no more.
    let back = try play(keys + " " + Array(repeating: "k", count: 20).joined(separator: " "))
    #expect(!back.text.contains("状态: 后可写"))
    for part in Tally.Part.allCases {
      let wording = Wording(.zh)
      let found = try play("? / '\(wording.meaning(of: part))'").text
      #expect(found.contains(wording.part(part)), "\(found)")
    }
  }

  /// What is out of sight is not run: the last key is that which leaves the program.
  @Test func whatIsOutOfSightIsNotRun() throws {
    let played = try play("? G G Enter")
    #expect(played.ending == .hungUp && played.text.contains("状态: 后可写"), "\(played.text)")
    #expect(try play("? G", size: Size(columns: 60, rows: 12)).text.contains("( )"))
  }
}
