import Screens
import Tables
import TerminalFrames
import Testing
import Wording

/// The sets of columns that `o` goes through.
struct ColumnTests {
  @Test(arguments: Language.allCases) func everySetIsSeen(language: Language) throws {
    for (place, set) in ColumnSet.all.enumerated() {
      let keys = ["3"] + Array(repeating: "o", count: place)
      let text = try play(
        keys.joined(separator: " "), size: Size(columns: 119, rows: 30), language: language
      ).text
      for column in set {
        let title = column.column(Wording(language)).title
        #expect(text.contains(title), "\(column.rawValue) in \(keys): \(text)")
      }
    }
    let keys = ["3"] + Array(repeating: "o", count: ColumnSet.all.count)
    #expect(
      try play(keys.joined(separator: " "), language: language).text.contains(
        language == .zh ? "常用" : "usual"))
  }
}
