import Testing

@testable import TerminalFrames

/// A line that is typed into: words, and what of it is seen.
struct TextLineWordTests {
  /// ^W takes two Chinese characters, a run of letters or figures, or a mark; spaces behind it go along.
  @Test(arguments: [
    ("三个支部已经召开", "三个支部已经"), ("三个支部", "三个"), ("三", ""), ("", ""), ("党办 DBAN12  ", "党办 "), ("支部，", "支部"),
    ("三 ", ""),
    ("2026年12月", "2026年12"), ("2026年12", "2026年"),
  ])
  func wordsGoBack(text: String, left: String) {
    var line = TextLine(text)
    #expect(line.take(.control("w")) && line.text == left)
  }

  /// Where some is hidden a mark stands at that edge, the caret stays where it is, and no column is gone over.
  @Test func edgesAreMarked() {
    let width = DisplayWidth()
    for text in ["abcdefghijklmnopqrstuvwxyz", "三个支部已经召开，还有两个未开，下周补齐", "第3支部a已b开c，还d有"] {
      for columns in 7...40 {
        var line = TextLine(text)
        for _ in 0...text.count {
          let window = line.window(columns: columns, width)
          #expect(width.columns(window.text) <= columns && window.caret < columns, "\(text) \(columns)")
          let isWhole = width.columns(text) < columns
          #expect(window.text.contains("<") || window.text.contains(">") || isWhole, "\(window.text)")
          #expect(
            window.text.hasPrefix("<") || text.hasPrefix(String(window.text.prefix(1))), "\(window.text)")
          _ = line.take(.left)
        }
      }
    }
  }
}
