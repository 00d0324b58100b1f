import Testing

@testable import DocumentText

/// The numbers that Word generates in front of paragraphs.
struct NumberingTests {
  @Test(arguments: [
    (NumberFormat.decimal, [1: "1", 12: "12"]), (.decimalZero, [1: "01", 10: "10"]),
    (.decimalFullWidth, [1: "１", 20: "２０"]),
    (.chineseCounting, [1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 105: "一〇五"]),
    (
      .chineseCountingThousand, [10: "十", 100: "一百", 101: "一百零一", 110: "一百一十", 1_001: "一千零一", 2_020: "二千零二十"]
    ),
    (.japaneseCounting, [3: "三", 10: "十", 21: "二十一", 100: "百", 101: "百一"]),
    (.ideographDigital, [1: "一", 10: "一〇", 23: "二三"]),
    (.decimalEnclosedCircle, [1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"]),
    (.decimalEnclosedCircleChinese, [3: "③"]), (.decimalEnclosedParen, [2: "⑵"]),
    (.decimalEnclosedFullstop, [2: "⒉"]),
    (.upperLetter, [1: "A", 26: "Z", 27: "AA", 53: "AAA"]), (.lowerLetter, [2: "b"]),
    (.upperRoman, [4: "IV", 1_999: "MCMXCIX", 5_000: "5000"]), (.lowerRoman, [9: "ix"]),
    (.chineseLegalSimplified, [10: "壹拾", 25: "贰拾伍"]), (.ideographTraditional, [1: "甲", 11: "甲"]),
    (.ideographZodiac, [12: "亥"]), (.ideographEnclosedCircle, [2: "㊁"]), (.bullet, [1: ""]), (.none, [1: ""]),
  ])
  func formats(format: NumberFormat, texts: [Int: String]) {
    for (number, text) in texts { #expect(format.text(number) == text) }
  }

  @Test(arguments: [
    ("chineseCounting", "%1、", "", "一、甲"), ("japaneseCounting", "（%1）", "", "（一）甲"),
    ("decimal", "%1.", "", "1.甲"),
    ("decimal", "%1", "", "1 甲"), ("chineseCounting", "第%1条", "", "第一条 甲"),
    ("decimal", "%1.", "<w:suff w:val=\"space\"/>", "1. 甲"),
    ("decimal", "%1", "<w:suff w:val=\"nothing\"/>", "1甲"),
    ("bullet", "\u{F06C}", "", "甲"), ("none", "", "", "甲"), ("decimal", "附件%1：", "", "附件1：甲"),
    ("decimalEnclosedCircle", "%1", "", "①甲"), ("decimal", "100%", "", "100%甲"),
    ("nonsense", "%1)", "", "1)甲"),
  ])
  func levelTexts(format: String, text: String, more: String, line: String) throws {
    let docx = Docx(body: Docx.item("甲"), numbering: Docx.list([(format, text, more)]))
    #expect(try docx.lines() == [line])
  }

  static let deep = [
    ("chineseCounting", "%1、", ""), ("chineseCounting", "（%2）", ""), ("decimal", "%3.", ""),
    ("decimal", "%1.%3.%4", "<w:isLgl/>"),
  ]

  @Test func deeperLevelsBeginAnew() throws {
    let body = [(0, "甲"), (1, "乙"), (1, "丙"), (2, "丁"), (3, "戊"), (0, "己"), (1, "庚"), (2, "辛")]
      .map { Docx.item($0.1, level: $0.0) }.joined()
    #expect(
      try Docx(body: body, numbering: Docx.list(NumberingTests.deep)).lines()
        == ["一、甲", "（一）乙", "（二）丙", "1.丁", "1.1.1 戊", "二、己", "（一）庚", "1.辛"])
  }

  @Test func levelsCanGoOnCounting() throws {
    let levels = [("decimal", "%1.", ""), ("decimal", "(%2)", "<w:lvlRestart w:val=\"0\"/>")]
    let body = [0, 1, 1, 0, 1].map { Docx.item("甲", level: $0) }.joined()
    #expect(
      try Docx(body: body, numbering: Docx.list(levels)).lines() == ["1.甲", "(1)甲", "(2)甲", "2.甲", "(3)甲"])
  }

  /// Lists of one form count on together, unless one says where it starts; what a list changes is its own.
  @Test func listsOfOneForm() throws {
    let more = """
      <w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>\
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>\
      </w:lvlOverride></w:num>\
      <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
      <w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/></w:lvl></w:lvlOverride></w:num>
      """
    let body = [1, 2, 3, 3, 4, 9].map { Docx.item("甲", list: $0) }.joined()
    #expect(
      try Docx(body: body, numbering: Docx.list([("decimal", "%1、", "")], after: more)).lines()
        == ["1、甲", "2、甲", "1、甲", "2、甲", "[3]甲", "甲"])
  }

  @Test func stylesNumberTheirParagraphs() throws {
    let numbering = Docx.list([
      ("chineseCounting", "%1、", "<w:pStyle w:val=\"H1\"/>"),
      ("decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/>"),
    ])
    let styles = """
      <w:style w:type="paragraph" w:default="1" w:styleId="N"/>\
      <w:style w:type="paragraph" w:styleId="H1"><w:basedOn w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>\
      </w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>\
      <w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H1"/></w:style>\
      <w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr>\
      </w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>
      """
    func styled(_ style: String, _ more: String = "") -> String {
      Docx.paragraph("甲", "<w:pStyle w:val=\"\(style)\"/>\(more)")
    }
    let body =
      styled("H1") + styled("H2") + styled("Own") + styled("H2") + styled("Off") + styled("Circle")
      + styled("N")
      + styled("H1", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>")
    #expect(
      try Docx(body: body, numbering: numbering, styles: styles).lines()
        == ["一、甲", "1.1 甲", "二、甲", "2.1 甲", "甲", "甲", "甲", "甲"].map {
          $0.replacing("1.1", with: "一.1").replacing("2.1", with: "二.1")
        })
  }

  @Test func numbersInCells() throws {
    let cell = Docx.cell(Docx.item(""))
    let table = Docx.table(Docx.row(cell, Docx.cell(Docx.paragraph("甲"))), Docx.row(cell))
    #expect(try Docx(body: table, numbering: Docx.list([("decimal", "%1", "")])).lines() == ["1\t甲", "2"])
  }

  @Test func absurdValuesAreHarmless() throws {
    let numbering =
      Docx.list([("upperLetter", "%1%9%", "<w:start w:val=\"99999999999999999999\"/>")])
      + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"-7\"/></w:lvlOverride></w:num>"
    let body = Docx.item("甲") + Docx.item("乙", level: 99) + Docx.item("丙", list: -5) + Docx.item("丁", list: 2)
    #expect(try Docx(body: body, numbering: numbering).lines().count == 4)
  }
}
