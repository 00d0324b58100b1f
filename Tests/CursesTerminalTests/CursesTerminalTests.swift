import CCurses
import Foundation
import TerminalFrames
import Testing

@testable import CursesTerminal

struct CursesKeyTests {
  @Test(
    arguments: [
      (1, Key.control("a")), (26, .control("z")), (9, .tab), (10, .enter), (13, .enter), (27, .escape),
      (127, .backspace),
      (0x20, .character(" ")), (0x64, .character("d")), (0x7763, .character("督")), (0x1F600, .character("😀")),
    ] as [(UInt32, Key)])
  func characters(code: UInt32, key: Key) { #expect(CursesKey.key(character: code) == key) }

  @Test(arguments: [0, 28, 29, 30, 31, 0xD800, 0x11_0000] as [UInt32])
  func noCharacters(code: UInt32) { #expect(CursesKey.key(character: code) == nil) }

  @Test func codes() {
    let known: [(ccurses_key, Key)] = [
      (CCURSES_UP, .up), (CCURSES_DOWN, .down), (CCURSES_LEFT, .left), (CCURSES_RIGHT, .right),
      (CCURSES_HOME, .home),
      (CCURSES_END, .end), (CCURSES_PAGE_UP, .pageUp), (CCURSES_PAGE_DOWN, .pageDown),
      (CCURSES_BACKSPACE, .backspace), (CCURSES_DELETE, .delete), (CCURSES_BACK_TAB, .backTab),
      (CCURSES_ENTER, .enter),
    ]
    for (code, key) in known { #expect(CursesKey.key(code: code.rawValue) == key) }
    for number in 1...12 {
      #expect(CursesKey.key(code: CCURSES_F0.rawValue + UInt32(number)) == .function(number))
    }
    for code in [
      CCURSES_OTHER.rawValue, CCURSES_RESIZED.rawValue, CCURSES_PASTE_BEGIN.rawValue,
      CCURSES_PASTE_END.rawValue,
      CCURSES_F0.rawValue, CCURSES_F0.rawValue + 13, 0, .max,
    ] {
      #expect(CursesKey.key(code: code) == nil)
    }
  }
}

/// The tests have no terminal: nothing can be drawn, that is said, and giving back what is not ours does no harm.
struct NoScreenTests {
  @Test func nothingIsDrawn() {
    let text = [0x7763] + [UInt32](repeating: 0, count: Int(CCURSES_CELL) - 1)
    for _ in 0..<2 {
      #expect(!ccurses_row(0, text, [0], 1))
      #expect(!ccurses_show(0, 0, true))
      ccurses_erase()
      ccurses_spoil(0)
      ccurses_repaint()
      ccurses_resize()
      ccurses_close()
    }
  }
}

struct ShiftsTests {
  private func frame(_ lines: [String], columns: Int = 10) -> Frame {
    var frame = Frame(Size(columns: columns, rows: lines.count), width: DisplayWidth())
    for (row, line) in lines.enumerated() { frame.put(line, row: row, column: 0) }
    return frame
  }

  @Test(arguments: [
    // Nothing moved; one line; by one line either way.
    (["a", "b", "c"], ["a", "b", "c"], []), (["a", "b", "c"], ["a", "x", "c"], []),
    (["a", "b", "c", "d"], ["b", "c", "d", "e"], []), (["b", "c", "d", "e"], ["a", "b", "c", "d"], []),
    // By two lines: what curses would find again is sent anew.
    (["a", "b", "c", "d"], ["c", "d", "e", "f"], [2, 3]),
    (["c", "d", "e", "f"], ["a", "b", "c", "d"], [0, 1]),
    // A row that stays where it is, too, is no move; blank rows never are.
    (["a", "b", "c", "a"], ["a", "x", "y", "a"], []), (["", "a", "b", "c"], ["x", "y", "z", ""], []),
  ])
  func rowsThatMoved(old: [String], new: [String], spoilt: [Int]) {
    #expect(Shifts.rowsToSpoil(from: frame(old), to: frame(new)) == spoilt)
  }

  @Test func anotherSizeIsNoMove() {
    #expect(Shifts.rowsToSpoil(from: frame(["a", "b", "c"]), to: frame(["c", "b", "a"], columns: 11)) == [])
  }
}

/// The C library's widths depend on the locale, which is the process's.
@Suite(.serialized) struct DrawnRowTests {
  private let texts = [
    "abc", "督办台账", "“七一”活动", "…—–─·●○■□★→←×±│", "a督b督c", "e\u{301}x", "逾期 9天", "한ｶ", "😀", "〔2011〕7号",
    "督\u{301}办",
  ]

  private func row(_ text: String, _ width: DisplayWidth) -> Frame {
    var frame = Frame(Size(columns: 40, rows: 1), width: width)
    frame.put(text, row: 0, column: 0, style: .overdue)
    return frame
  }

  /// What each character of a row is, without the zeros that fill it.
  private func characters(_ drawn: DrawnRow) -> [[UInt32]] {
    let cell = Int(CCURSES_CELL)
    return stride(from: 0, to: drawn.text.count, by: cell).map { start in
      Array(drawn.text[start..<start + cell].prefix { $0 != 0 })
    }
  }

  @Test(arguments: ["C", "C.UTF-8"], [false, true])
  func everyRowHasTheWidthOfItsFrame(locale: String, ambiguousIsWide: Bool) throws {
    setlocale(LC_CTYPE, locale)
    defer { setlocale(LC_CTYPE, "C") }
    let width = DisplayWidth(ambiguousIsWide: ambiguousIsWide)
    for text in texts {
      let drawn = DrawnRow(row(text, width).cells(inRow: 0), width)
      #expect(drawn.text.count == drawn.styles.count * Int(CCURSES_CELL))
      var columns = 0
      for scalars in characters(drawn) {
        let first = try #require(scalars.first, "no character is empty")
        columns += Int(ccurses_width(first))
        #expect(ccurses_width(first) > 0, "the C library can show it")
        #expect(scalars.count < Int(CCURSES_CELL))
        #expect(scalars.dropFirst().allSatisfy { ccurses_width($0) == 0 })
      }
      #expect(columns == 40, "\(text) in \(locale), \(ambiguousIsWide)")
    }
  }

  @Test func standInsAreReadable() {
    setlocale(LC_CTYPE, "C.UTF-8")
    defer { setlocale(LC_CTYPE, "C") }
    func shown(_ text: String, wide: Bool) -> String {
      let width = DisplayWidth(ambiguousIsWide: wide)
      let drawn = DrawnRow(row(text, width).cells(inRow: 0), width)
      return String(String.UnicodeScalarView(characters(drawn).joined().compactMap(Unicode.Scalar.init)))
        .trimmingCharacters(in: .whitespaces)
    }
    #expect(shown("“七一”…—", wide: true) == "\"七一\" ..--")
    #expect(shown("“七一”…—", wide: false) == "“七一”…—")
    #expect(shown("é e\u{301}", wide: false).unicodeScalars.contains("\u{301}"))
    setlocale(LC_CTYPE, "C")
    #expect(shown("a督b", wide: false) == "a??b")
    #expect(shown("a…b", wide: false) == "a?b")
  }

  @Test func marksAreKeptAndNeverTooMany() {
    setlocale(LC_CTYPE, "C.UTF-8")
    defer { setlocale(LC_CTYPE, "C") }
    let marks = String(repeating: "\u{301}", count: 50)
    let drawn = DrawnRow(row("e\(marks)x", DisplayWidth()).cells(inRow: 0), DisplayWidth())
    let first = characters(drawn)[0]
    #expect(first[0] == 0x65 && first.count > 1 && first.count < Int(CCURSES_CELL))
    #expect(characters(drawn)[1] == [0x78])
    #expect(drawn.styles[0] == Style.overdue.rawValue && drawn.styles[5] == Style.plain.rawValue)
  }
}
