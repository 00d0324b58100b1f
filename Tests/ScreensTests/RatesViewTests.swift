import Campaigns
import Screens
import TerminalFrames
import Testing
import Wording

@testable import Screens

/// Rates on the screen: every figure is the count of the rows that it opens.
struct RatesViewTests {
  @Test(arguments: ["6", "6 S", "6 S S", "6 S S S"])
  func aGroupOpensItsRows(keys: String) throws {
    let view = try play(keys)
    #expect(view.model.selectableTexts.count > 1)
    for (index, text) in view.model.selectableTexts.enumerated() where !text.contains("（未定）") {
      let cells = text.split(whereSeparator: \.isWhitespace)
      // From the end: by original, on time, rate, due soon, overdue, done, all.
      let figures = cells.suffix(7).map(String.init)
      let opened = try play(keys + String(repeating: " j", count: index) + " Enter")
      #expect(opened.model.taskCount == Int(figures[0]), "\(text)\n\(opened.text)")
      #expect(opened.text.contains("办结率 \(figures[4])") || figures[4] == "—", "\(text)\n\(opened.text)")
    }
  }

  /// Beside the list on a wide screen: how the group stands, and what is urgent in it.
  @Test func theDetailSaysHowAGroupStands() throws {
    let snapshot = try Office().snapshot
    for (index, group) in snapshot.rates(by: .unit).groups.enumerated() {
      let keys = "6" + String(repeating: " j", count: index)
      let text = try play(keys, size: Size(columns: 160, rows: 50)).text
      for row in snapshot.rows(matching: group.key.filter.and(.urgent)) {
        #expect(text.contains("  \(row.task.id)  "), "\(row.task.id)\n\(text)")
      }
      let tally = group.tally
      for part in Tally.Part.allCases where tally[part] > 0 {
        #expect(text.contains("\(Wording(.zh).part(part)) \(tally[part])"), "\(part)\n\(text)")
      }
    }
  }

  @Test func groupsOfTheSameRows() throws {
    #expect(try play("6 S").text.contains("按方案") && play("6 S S").text.contains("按阶段"))
    #expect(try play("6 S S S S").text == play("6").text)
    #expect(try play("6 / 'is:overdue' Enter").text.contains("合计"))
    #expect(try play("6", .empty()).text.contains("没有"))
  }
}
