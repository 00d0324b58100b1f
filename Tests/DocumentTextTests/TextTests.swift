import DocumentText
import Foundation
import TestSupport
import Testing

/// Files of text: how they are encoded, where their lines end.
struct TextTests {
  static let notice = "关于做好年终总结的通知\n各部门：\n请于12月20日前报送。\n"
  static let lines = ["关于做好年终总结的通知", "各部门：", "请于12月20日前报送。"]

  static func bytes(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .gb18030: Array(try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632))))
    }
  }

  static let marks: [TextEncoding: [UInt8]] = [
    .utf8: [0xEF, 0xBB, 0xBF], .utf16LittleEndian: [0xFF, 0xFE], .utf16BigEndian: [0xFE, 0xFF],
    .gb18030: [0x84, 0x31, 0x95, 0x33],
  ]

  @Test(
    arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .gb18030], [false, true])
  func encodings(encoding: TextEncoding, isMarked: Bool) throws {
    let mark = try #require(TextTests.marks[encoding])
    let text = try read((isMarked ? mark : []) + TextTests.bytes(TextTests.notice, encoding))
    #expect(text == SourceText(lines: TextTests.lines, kind: .text(encoding)))
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\n", ["a", ""]), ("a\nb", ["a", "b"]),
    ("a\r\nb\r\n", ["a", "b"]), ("a\rb\r", ["a", "b"]), ("a\n\rb", ["a", "", "b"]),
    ("a\u{2028}b\u{2029}c", ["a", "b", "c"]), ("a\u{C}b\n\u{C}c\n", ["a b", "c"]), ("a\u{B}b", ["a b"]),
    ("‐‑…", ["‐‑…"]), ("甲\u{FEFF}乙", ["甲\u{FEFF}乙"]),
  ])
  func lineEnds(text: String, lines: [String]) throws {
    #expect(try read(Array(text.utf8)).lines == lines)
  }

  @Test func rareCharactersOfGB18030() throws {
    // Four bytes each, and one of GBK's.
    let text = "㐀𠀀镕"
    #expect(try read(TextTests.bytes(text, .gb18030)) == SourceText(lines: [text], kind: .text(.gb18030)))
  }

  @Test func damagedGB18030IsReadWithItsFlaws() throws {
    var bytes = try TextTests.bytes(String(repeating: TextTests.notice, count: 20), .gb18030)
    bytes.insert(0xFF, at: 0)
    bytes.append(0xB9)
    let text = try read(bytes)
    #expect(text.kind == .text(.gb18030))
    #expect(text.undecodedBytes == 2)
    #expect(text.lines.first == "\u{FFFD}关于做好年终总结的通知")
    #expect(text.lines.last == "\u{FFFD}")
  }

  /// Cut off in the middle of a character, by a copier that counts bytes.
  @Test func damagedUTF8IsNotTakenForGB18030() throws {
    let text = try read(Array(String(repeating: TextTests.notice, count: 20).utf8.dropLast(3)))
    #expect(text.kind == .text(.utf8))
    #expect(text.undecodedBytes == 1)
    #expect(text.lines[0] == TextTests.lines[0])
  }

  @Test func loneSurrogatesAndHalvesAreReplaced() throws {
    var bytes: [UInt8] = [0xFF, 0xFE] + (try TextTests.bytes(TextTests.notice, .utf16LittleEndian))
    bytes += [0x00, 0xD8, 0x2E, 0x4E, 0x41]
    let text = try read(bytes)
    #expect(text.lines.last == "\u{FFFD}丮\u{FFFD}")
    #expect(text.undecodedBytes == 3)
  }

  @Test func aSingleZeroDoesNoHarm() throws {
    let text = try read(Array((String(repeating: TextTests.notice, count: 5) + "\0完").utf8))
    #expect(text.kind == .text(.utf8))
    #expect(text.lines.last == "\0完")
  }

  @Test func whatIsNoTextIsSaidToBeUnknown() {
    var numbers = SeededNumbers(seed: 1)
    let noise = (0..<4_096).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    #expect(throws: DocumentError.unknownKind("notice")) { try read(noise) }
    #expect(throws: DocumentError.unknownKind("notice")) { try read(Array(repeating: 0, count: 100)) }
    #expect(throws: DocumentError.unknownKind("notice")) {
      try read([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0])
    }
  }

  private func read(_ bytes: [UInt8]) throws(DocumentError) -> SourceText {
    try DocumentReader().read(bytes: bytes, name: "notice")
  }
}
