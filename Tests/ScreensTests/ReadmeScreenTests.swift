import TerminalFrames
import TestSupport
import Testing
import Wording

/// The screens that both READMEs show are those of the program, as high as there.
struct ReadmeScreenTests {
  @Test func screensAreTheProgramsOwn() throws {
    for (name, wanted) in try [
      ("README.md", [("", Office(), Language.zh), ("", Office(), .en), ("4 j j j Enter", Office(), .en)]),
      (
        "README.zh-CN.md",
        [("", Office(), .zh), ("4 j j j Enter", Office(), .zh), ("2 G Enter j j", ReviewTests.office(), .zh)]
      ),
    ] {
      let screens = try Readme(name).blocks.filter { $0[0].hasPrefix(" ") }
      #expect(screens.count == wanted.count, "\(name)")
      for (screen, (keys, office, language)) in zip(screens, wanted) {
        let size = Size(columns: 80, rows: screen.count)
        let lines = try play(keys, office, size: size, language: language).lines.map { line in
          String(line.reversed().drop { $0 == " " }.reversed())
        }
        #expect(screen == lines, "\(name):\n\(lines.joined(separator: "\n"))")
      }
    }
  }
}
