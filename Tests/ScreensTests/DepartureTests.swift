import Campaigns
import Screens
import TerminalFrames
import Testing

/// What others' changes take out of a list stays selected until one moves.
struct DepartureTests {
  private func office(_ act: Act) throws -> Office {
    var office = try Office()
    office.others = [act]
    return office
  }

  @Test(arguments: ["4 j j j", "/ 'is:overdue' Enter j j", "Tab Enter j j"])
  func theSelectedRowStaysMarked(keys: String) throws {
    let before = try play(keys)
    let id = String(before.selected.dropFirst().prefix { $0 != " " })
    let complete = Act.complete(id: id, CompletionReport())
    let played = try play("\(keys) ~", office(complete))
    #expect(played.selected.hasPrefix(">\(id)  已由党办副主任办结  "), "\(played.text)")
    #expect(played.lines.firstIndex(of: played.selected) == before.lines.firstIndex(of: before.selected))
    #expect(try play("\(keys) ~", office(complete), language: .en).selected.contains("completed by"))
    // Whatever is pressed, nothing is done to the row that would have slid under the hand.
    for key in ["d Enter", "r Enter", "x Enter", "p 'x' Enter"] {
      let acted = try play("\(keys) ~ \(key)", office(complete))
      // What a completed task still takes is its own.
      #expect(acted.office.effects.allSatisfy { $0 == .look || "\($0)".contains(id) }, "\(key)")
    }
    // It stays through other changes of the screen, and opens.
    #expect(try play("\(keys) ~ 70x20 ? Esc ~ 80x24", office(complete)).selected.hasPrefix(">\(id)  已由"))
    #expect(try play("\(keys) ~ Enter", office(complete)).text.contains("/ \(id)"))
    // Who moves leaves it behind, and the list is as it is.
    let moved = try play("\(keys) ~ j", office(complete))
    #expect(!moved.text.contains("已由党办副主任办结") && !moved.selected.contains(id))
    #expect(try play("\(keys) ~ j k", office(complete)).text.contains(id) == false)
    let back = try play("\(keys) ~ k j", office(complete))
    #expect(back.selected == moved.selected, "it was in the place of the next")
  }

  @Test func whatIsChangedAndStaysInTheListIsNotMarked() throws {
    let played = try play("4 j j j ~", office(.note(id: "h26-9", text: "备注")))
    #expect(played.selected.contains("逾期"))
  }

  @Test func theLastOneStaysToo() throws {
    let one = try play("/ 'h26-9 is:overdue' Enter ~", office(.cancel(id: "h26-9", reason: "上级已取消")))
    #expect(one.selected.hasPrefix(">h26-9  已由党办副主任撤销"), "\(one.text)")
  }
}
