import CCurses
import TerminalFrames
import Testing

@testable import CursesTerminal

/// What is read, as keys and pasted text.
struct KeyReaderTests {
  /// Plays what comes at once, piece by piece, each at its time; a nil is a while without input.
  private func events(_ pieces: [(Int64, [Input]?)]) -> [Event] {
    var reader = KeyReader()
    var events: [Event] = []
    for (time, piece) in pieces {
      guard let piece else {
        if let event = reader.quiet(at: time) { events.append(event) }
        continue
      }
      var rest = piece[...]
      while let event = reader.next(at: time, read: { rest.popFirst() ?? .nothing }) { events.append(event) }
      #expect(rest.isEmpty)
    }
    return events
  }

  private func typed(_ text: String) -> [Input] { text.unicodeScalars.map { .character($0.value) } }

  private func keys(_ text: String) -> [Event] { text.map { .key(.character($0)) } }

  private let begin = Input.code(CCURSES_PASTE_BEGIN.rawValue)
  private let end = Input.code(CCURSES_PASTE_END.rawValue)

  @Test(arguments: [
    ("\u{1B}d", ""), ("\u{1B}Q", ""), ("a\u{1B}db", "ab"), ("\u{1B}\r", ""), ("\u{1B}\u{7F}x", "x"),
    // Sequences that curses does not know: Shift and an arrow, a mouse, the focus, an application's keypad.
    ("\u{1B}[1;2Aj", "j"), ("\u{1B}[<0;10;5Mj", "j"), ("\u{1B}[Ij", "j"), ("\u{1B}Otj", "j"),
    ("\u{1B}[23;5~j", "j"),
    // Alt and a bracket, then text of an input method.
    ("\u{1B}[督办", "督办"),
  ])
  func altAndUnknownSequencesAreNothing(came: String, typed wanted: String) {
    #expect(events([(0, typed(came))]) == keys(wanted))
  }

  @Test func anEscAloneIsAKey() {
    #expect(events([(0, typed("\u{1B}"))]) == [.key(.escape)])
    #expect(events([(0, typed("\u{1B}")), (40, typed("d"))]) == [.key(.escape)] + keys("d"))
    #expect(events([(0, typed("\u{1B}\u{1B}"))]) == [.key(.escape), .key(.escape)])
    #expect(events([(0, typed("\u{1B}督"))]) == [.key(.escape)] + keys("督"))
    #expect(events([(0, [.character(27), .code(CCURSES_UP.rawValue)])]) == [.key(.escape), .key(.up)])
    #expect(events([(0, [.character(27), begin] + typed("q") + [end])]) == [.key(.escape), .paste("q")])
  }

  @Test func keysWithoutMeaningAreNothing() {
    let none: [Input] = [
      .code(CCURSES_OTHER.rawValue), .character(0), .character(0x1C), .character(0x1D), .piece,
    ]
    #expect(events([(0, none + typed("j") + none)]) == keys("j"))
  }

  @Test func aPasteIsOneEventHoweverItComes() {
    #expect(events([(0, [begin] + typed("dQ督办") + [end])]) == [.paste("dQ督办")])
    let stalled: [(Int64, [Input]?)] = [
      (0, [begin] + typed("dQ")), (500, nil), (1_000, nil), (9_000, typed("督")), (18_000, nil),
      (18_500, typed("\r\u{8}\u{1B}dQ") + [.code(CCURSES_UP.rawValue), .code(CCURSES_OTHER.rawValue), end]),
      (19_000, typed("j")),
    ]
    #expect(events(stalled) == [.paste("dQ督\n  dQ ")] + keys("j"))
  }

  @Test func aPasteWhoseEndComesInPiecesEndsThere() {
    let pieces: [(Int64, [Input]?)] = [(0, [begin] + typed("ab\u{1B}")), (100, nil), (200, typed("[201~j"))]
    #expect(events(pieces) == [.paste("ab")] + keys("j"))
  }

  @Test func aPasteWhoseEndIsLostIsGivenUp() {
    #expect(events([(0, [begin] + typed("ab")), (9_999, nil)]) == [])
    let late: [(Int64, [Input]?)] = [
      (0, [begin] + typed("ab")), (10_000, nil), (10_500, nil), (11_000, typed("j")),
    ]
    #expect(events(late) == [.paste("ab")] + keys("j"))
    let escaped: [(Int64, [Input]?)] = [(0, [begin] + typed("ab\u{1B}")), (500, nil), (600, typed("j"))]
    #expect(events(escaped) == [.paste("ab")] + keys("j"))
  }

  /// A terminal that does not say what is pasted: text that nobody types in one moment is pasted all the same.
  @Test func aBurstOfTextIsAPaste() {
    let few = String(repeating: "d", count: KeyReader.shortestPaste - 1)
    #expect(events([(0, typed(few))]) == keys(few))
    let up = Input.code(CCURSES_UP.rawValue)
    #expect(
      events([(0, typed(few + "\r督办") + [up] + typed("j"))]) == [.paste(few + "\n督办"), .key(.up)] + keys("j"))
    // In two moments it is two.
    #expect(events([(0, typed(few)), (10, typed("dd"))]) == keys(few + "dd"))
    let much = String(repeating: "督", count: 10_000)
    #expect(
      events([(0, typed(much))]).map { event in if case .paste(let text) = event { text } else { "" } }
        .joined()
        == much)
  }
}
