import TerminalFrames
import Testing

struct TextLineTests {
  /// What is put in is kept whole, or not at all.
  @Test func thereIsRoomForAllOrNone() {
    var line = TextLine("督")
    let most = TextLine.most
    #expect(line.insert(String(repeating: "办", count: most - 1)) && line.text.count == most)
    #expect(!line.insert("x") && line.text.count == most)
    #expect(line.take(.backspace) && !line.insert("xy") && line.insert("x") && line.text.hasSuffix("办x"))
  }

  /// What stands there already is longer than anybody types: it is not cut.
  @Test func whatItBeginsWithIsKept() {
    let text = String(repeating: "长", count: TextLine.most + 1)
    #expect(TextLine(text).text == text)
  }
}
