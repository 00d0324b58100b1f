import Foundation
import TestSupport
import Testing

@testable import duban

/// Comma-separated values as RFC 4180 has them, and the form of files of changes.
struct CommaTextTests {
  private func cells(_ text: String) -> [[String]] { CommaText(Array(text.utf8)).rows.map(\.cells) }

  /// The numbers are those of section 2 of the RFC.
  @Test func readsWhatTheStandardSays() {
    #expect(cells("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n") == [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]])  // 1
    #expect(cells("aaa,bbb,ccc\r\nzzz,yyy,xxx") == [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]])  // 2
    #expect(cells("a b, c ,") == [["a b", " c ", ""]])  // 4
    #expect(
      cells("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx") == [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]])
    #expect(
      cells("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx") == [
        ["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"],
      ])
    #expect(cells("\"aaa\",\"b\"\"bb\",\"c,cc\"") == [["aaa", "b\"bb", "c,cc"]])  // 6, 7
    #expect(cells("a\rb\nc") == [["a"], ["b"], ["c"]] && cells("") == [] && cells("\n\n") == [])
    #expect(cells("\"\"\"\"") == [["\""]] && cells("说\"好\",\"\"") == [["说\"好\"", ""]])
  }

  @Test func linesAreCountedAsAnEditorDoes() {
    let text = CommaText(Array("a\n\n\"b\nc\"\r\nd\re".utf8))
    #expect(text.rows.map(\.line) == [1, 3, 5, 6] && text.flaws.isEmpty)
    let open = CommaText(Array("a\nb,\"c\nd".utf8))
    #expect(open.flaws.map(\.line) == [2] && open.flaws.map(\.flaw) == [.openQuote])
    let behind = CommaText(Array("a\n\"b\"c,d\ne".utf8))
    #expect(behind.flaws.map(\.line) == [2] && behind.rows.count == 3)
  }

  /// What is written by the rules is read as it was.
  @Test func whatIsWrittenIsRead() {
    var numbers = SeededNumbers(seed: 7)
    let pieces = ["甲", ",", "\"", "\n", "\r\n", "a", " ", "", "，", "\r"]
    for _ in 0..<500 {
      let rows = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
            pieces.randomElement(using: &numbers) ?? ""
          }.joined()
        } + ["z"]
      }
      let text = rows.map { row in
        row.map { "\"" + $0.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\"" }
          .joined(separator: ",")
      }.joined(separator: "\r\n")
      let read = CommaText(Array(text.utf8))
      #expect(read.rows.map { $0.cells.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
      #expect(read.flaws.isEmpty)
    }
  }

  /// No bytes stop the program.
  @Test func anyBytesAreRead() {
    var numbers = SeededNumbers(seed: 11)
    let likely = Array("{}[]\":,\\\"\r\n编号,动作\u{FEFF}|".utf8)
    for round in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &numbers)).map { _ in
        Bool.random(using: &numbers)
          ? likely.randomElement(using: &numbers) ?? 0 : UInt8.random(in: 0...255, using: &numbers)
      }
      _ = CommaText(bytes)
      _ = try? ApplyFile(bytes, path: round.isMultiple(of: 2) ? "x.jsonl" : "x")
      _ = try? ApplyFile(batch: bytes, campaign: "h26", path: "-")
    }
  }

  @Test func everyNameIsOneKeys() {
    for names in [ApplyKey.names, ApplyDeed.names] { #expect(Set(names).count == names.count) }
    for key in ApplyKey.allCases {
      for name in [key.rawValue, key.rawValue.uppercased()] + key.chinese {
        #expect(ApplyKey(named: name) == key)
      }
    }
    for deed in ApplyDeed.allCases {
      for name in [deed.rawValue] + deed.chinese { #expect(ApplyDeed(named: name) == deed) }
    }
  }

  /// docs/interface.md has every key and every deed, in both languages.
  @Test func thePageHasThemAll() throws {
    let rows = try Page("docs/interface.md").table("Files of changes")
    let deeds = rows.map { $0[0].codes }
    #expect(deeds.map { $0[0] } == ApplyDeed.allCases.map(\.rawValue))
    #expect(deeds.map { Array($0.dropFirst()) } == ApplyDeed.allCases.map(\.chinese))
    let keys = try Page("docs/interface.md").table("Files of changes", 1)
    #expect(keys.map { $0[0].codes } == ApplyKey.allCases.map { [$0.rawValue] + $0.chinese })
  }

  @Test func tooManyLinesAndNoTextAreRefused() throws {
    let line = Array("{\"title\":\"甲\"}\n".utf8)
    let full = Array([[UInt8]](repeating: line, count: ApplyFile.mostLines).joined())
    #expect(try ApplyFile(full, path: "x").lines.count == ApplyFile.mostLines)
    #expect(throws: Failure.self) { try ApplyFile(full + line, path: "x") }
    #expect(throws: Failure.self) { try ApplyFile([0xFF, 0xFF, 0x0A], path: "x") }
  }
}
