import TerminalFrames
import Testing

struct WidthTests {
  private let narrow = DisplayWidth()
  private let wide = DisplayWidth(ambiguousIsWide: true)

  @Test(arguments: [
    ("abc", 3, 3), ("督办", 4, 4), ("逾期 9天", 8, 8), ("“七一”", 6, 8), ("…", 1, 2), ("—", 1, 2), ("·", 1, 2),
    ("●", 1, 2),
    ("e\u{301}", 1, 1), ("a\u{200B}b", 2, 2), ("ｊ", 2, 2), ("。", 2, 2), ("한", 2, 2), ("ｶ", 1, 1), ("😀", 2, 2),
    ("〔2011〕7号", 11, 11),
    ("", 0, 0), ("\u{1B}[31m", 4, 4),
  ])
  func columns(text: String, narrowColumns: Int, wideColumns: Int) {
    #expect(narrow.columns(text) == narrowColumns)
    #expect(wide.columns(text) == wideColumns)
  }

  @Test(arguments: [
    ("{\n \"党\" : 1}", "{\n \"党\" : 1}"), ("\"\u{9B}6n\u{7F}\"", "\"\\u009b6n\\u007f\""),
    ("\"\u{202E}\u{FEFF}\"", "\"\\u202e\\ufeff\""), ("\"\u{E0041}\"", "\"\\udb40\\udc41\""),
  ])
  func jsonIsEscaped(json: String, escaped: String) { #expect(VisibleText.ofJSON(json) == escaped) }

  @Test(arguments: [
    ("支部书记述职", 12, "支部书记述职"), ("支部书记述职", 11, "支部书记述…"), ("支部书记述职", 4, "支…"), ("支部", 1, "…"), ("支部", 0, ""),
    ("ab支部", 5, "ab支…"),
  ])
  func cutting(text: String, columns: Int, cut: String) {
    #expect(narrow.cut(text, to: columns) == cut)
  }

  @Test func nothingIsEverTooWideOrHalved() {
    let pieces = ["督", "a", "…", "“", "e\u{301}", "😀", "ｊ", "\u{200B}", " ", "，", "word"]
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<3_000 {
      let text = (0..<next(30)).map { _ in pieces[next(pieces.count)] }.joined()
      let columns = next(20)
      for width in [narrow, wide] {
        #expect(width.columns(width.cut(text, to: columns)) <= columns)
        #expect(width.columns(width.fitted(text, to: columns)) == columns)
        guard columns > 3 else { continue }
        let lines = width.wrapped(text, to: columns)
        #expect(lines.allSatisfy { width.columns($0) <= columns || $0.count == 1 }, "\(columns): \(lines)")
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      }
    }
  }

  @Test func marksStayWithTheirWords() {
    let width = DisplayWidth()
    #expect(width.wrapped("今天还有34天。", to: 14) == ["今天还有34天。"])
    #expect(width.wrapped("今天还有34天。", to: 13) == ["今天还有34", "天。"])
    #expect(width.wrapped("即2026-10-21（含当日），未办结", to: 22) == ["即2026-10-21（含当", "日），未办结"])
    #expect(width.wrapped("即2026-10-21（含当日）", to: 15) == ["即2026-10-21", "（含当日）"])
    #expect(width.wrapped("done, then “more” of it", to: 11) == ["done, then ", "“more” of ", "it"])
    for columns in 4...40 {
      let text = "时限“10月21日前”即2026-10-21（含当日），今天2026-11-20，未办结，逾期30天（20个工作日）。请《通知》【一】办。"
      let lines = width.wrapped(text, to: columns)
      #expect(lines.joined() == text)
      guard columns >= 14 else { continue }
      #expect(
        !lines.contains { "。，）”】》".contains($0.first ?? " ") || "（“【《".contains($0.last ?? " ") }, "\(lines)")
    }
  }

  @Test(arguments: [
    ("正常", "正常"), ("a\u{1B}[31mb", "a␛[31mb"), ("a\tb\nc\u{0}", "a␉b␊c␀"), ("\u{7F}", "␡"),
    ("\u{9B}31m", "␦31m"),
    ("abc\u{202E}dcb", "abc␦dcb"), ("a\u{200B}b", "a␦b"), ("\u{FEFF}x", "␦x"), ("\u{2028}", "␦"),
    ("a\u{AD}b", "a␦b"),
    ("\u{E0041}", "␦"), ("❤\u{FE0F}", "❤\u{FE0F}"),
  ])
  func hostileTextIsMarked(text: String, shown: String) {
    #expect(VisibleText.of(text) == shown)
  }

  @Test func noControlCharacterIsEverShown() {
    for value in UInt32(0)...0x30FF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in VisibleText.of(String(Character(scalar))).unicodeScalars {
        #expect(
          shown.value >= 0x20 && !(0x7F...0x9F).contains(shown.value)
            && !(0x202A...0x202E).contains(shown.value))
      }
    }
  }

  @Test func examplesOfDocComments() {
    #expect(DisplayWidth().columns("督办 a") == 6)
    #expect(VisibleText.of("\u{1B}[31m红") == "␛[31m红")
    var frame = Frame(Size(columns: 80, rows: 24), width: DisplayWidth())
    #expect(frame.put("督办", row: 0, column: 1, style: .title) == 5)
  }
}
