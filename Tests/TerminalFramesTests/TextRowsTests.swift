import TerminalFrames
import TestSupport
import Testing

/// Text of several lines: rows hold all of it in order, the caret stands where it is shown.
struct TextRowsTests {
  private let width = DisplayWidth()

  @Test func lineEndsAreKeptWhereTextIsLong() {
    var (long, short) = (TextLine(keepsLines: true), TextLine())
    for text in ["第一行\r\n第二行\n", "\t末"] {
      long.insert(text)
      short.insert(text)
    }
    #expect(long.text == "第一行\n第二行\n 末" && short.text == "第一行 第二行  末")
    #expect(long.inOneLine == "第一行↵第二行↵ 末")
    #expect(long.rows(columns: 40, width).rows == ["第一行", "第二行", " 末"])
    // A key of lines stays within its line; at its end ^K takes the next one up.
    #expect(long.take(.home) && long.rows(columns: 40, width).caret == (2, 0))
    #expect(long.go(rows: -1, columns: 40, width) && long.take(.control("k")))
    #expect(long.text == "第一行\n\n 末" && long.take(.control("k")) && long.text == "第一行\n 末")
    #expect(!short.take(.control("o")) && long.take(.control("o")) && long.text == "第一行\n\n 末")
  }

  @Test(arguments: 0..<200) func rowsHoldAllOfIt(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let columns = Int.random(in: 2...30, using: &random)
    var line = TextLine(keepsLines: true)
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      line.insert(["督", "a", "\n", " ", "，", "\u{1B}"].randomElement(using: &random) ?? "")
    }
    for _ in 0..<30 {
      let before = line.rows(columns: columns, width)
      #expect(before.rows.joined() == line.text.filter { $0 != "\n" })
      #expect(before.rows.allSatisfy { row in width.columns(VisibleText.of(row)) < max(4, columns) })
      #expect(line.rowCount(columns: columns, width, atMost: .max) == before.rows.count)
      #expect(before.caret.column < max(4, columns))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: _ = line.take(.left)
      case 1: _ = line.take(.end)
      default:
        let step = Bool.random(using: &random) ? 1 : -1
        let isThere = before.rows.indices.contains(before.caret.row + step)
        #expect(line.go(rows: step, columns: columns, width) == isThere)
        let after = line.rows(columns: columns, width).caret
        #expect(!isThere || after.row == before.caret.row + step)
        #expect(!isThere || after.column <= before.caret.column)
      }
    }
  }
}
