import DocumentText
import Testing

/// Paragraphs, changes, fields, text boxes and tables of a docx.
struct DocxTests {
  static let bodies: [(what: String, body: String, lines: [String])] = [
    ("paragraphs", Docx.paragraph("甲") + "<w:p/>" + Docx.paragraph("乙 &amp; 丙"), ["甲", "", "乙 & 丙"]),
    (
      "tabs and breaks",
      """
      <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t>\
      <w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t><w:br w:type="page"/><w:t>戊</w:t><w:noBreakHyphen/><w:t>1</w:t>\
      <w:softHyphen/></w:r></w:p>
      """,
      ["甲\t乙", "丙", "丁戊-1"]
    ),
    ("line ends within a text", Docx.paragraph("甲\n乙"), ["甲 乙"]),
    (
      "changes",
      "<w:p>\(Docx.run("请"))<w:del>\(Docx.run("误"))<w:r><w:delText>误</w:delText></w:r></w:del>"
        + "<w:ins>\(Docx.run("按"))</w:ins><w:moveFrom>\(Docx.run("移"))</w:moveFrom>"
        + "<w:moveTo>\(Docx.run("时"))</w:moveTo></w:p>",
      ["请按时"]
    ),
    (
      "a deleted end of a paragraph",
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(Docx.run("上"))</w:p>" + Docx.paragraph("下"), ["上下"]
    ),
    (
      "hidden text",
      "<w:p>\(Docx.run("见"))\(Docx.run("不见", "<w:vanish/>"))\(Docx.run("也见", "<w:vanish w:val=\"0\"/>"))</w:p>",
      ["见也见"]
    ),
    (
      "fields",
      """
      <w:p>\(field("begin"))<w:r><w:instrText>IF </w:instrText></w:r>\(field("begin"))<w:r><w:instrText>X</w:instrText>\
      </w:r>\(field("separate"))\(Docx.run("内"))\(field("end"))\(field("separate"))\(Docx.run("外"))\(field("end"))\
      <w:fldSimple w:instr="DATE">\(Docx.run("今天"))</w:fldSimple></w:p>
      """,
      ["外今天"]
    ),
    (
      "links, controls, math, ruby, notes",
      """
      <w:p><w:hyperlink>\(Docx.run("链接"))</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>\
      \(Docx.run("内容"))</w:sdtContent></w:sdt><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:ruby><w:rt>\
      \(Docx.run("zi"))</w:rt><w:rubyBase>\(Docx.run("字"))</w:rubyBase></w:ruby></w:r><w:r><w:footnoteReference \
      w:id="1"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>
      """,
      ["链接内容x=1字□"]
    ),
    (
      "a text box comes once, behind its paragraph",
      """
      <w:p>\(Docx.run("前"))<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>\
      \(Docx.paragraph("框内一"))\(Docx.paragraph("框内二"))</w:txbxContent></wps:txbx></w:drawing></mc:Choice>\
      <mc:Fallback><w:pict><v:textbox><w:txbxContent>\(Docx.paragraph("框内一"))</w:txbxContent></v:textbox></w:pict>\
      </mc:Fallback></mc:AlternateContent></w:r>\(Docx.run("后"))</w:p>
      """,
      ["前后", "框内一", "框内二"]
    ),
    (
      "a text box that only the older form has",
      """
      <w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>\
      <w:txbxContent>\(Docx.paragraph("框"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>\
      </w:r></w:p>
      """,
      ["框"]
    ),
    (
      "a deleted text box",
      "<w:p>\(Docx.run("留"))<w:del><w:r><w:pict><w:txbxContent>\(Docx.paragraph("框"))</w:txbxContent></w:pict></w:r></w:del></w:p>",
      ["留"]
    ),
    (
      "a table",
      Docx.table(
        Docx.row(Docx.cell(Docx.paragraph("序号")), Docx.cell(Docx.paragraph("任务") + Docx.paragraph("名称"))),
        Docx.row(
          Docx.cell("<w:p/>"),
          Docx.cell("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>"))),
      ["序号\t任务 名称", "\t甲 乙 丙"]
    ),
    (
      "merged cells",
      Docx.table(
        Docx.row(
          Docx.cell(Docx.paragraph("宽"), "<w:gridSpan w:val=\"2\"/>"),
          Docx.cell(Docx.paragraph("高"), "<w:vMerge w:val=\"restart\"/>")),
        Docx.row(
          Docx.cell(Docx.paragraph("二"), ""), Docx.cell("<w:p/>", "<w:vMerge/>"),
          properties: "<w:gridBefore w:val=\"1\"/>")),
      ["宽\t\t高", "\t二\t"]
    ),
    (
      "a table in a cell",
      Docx.table(
        Docx.row(
          Docx.cell(
            Docx.paragraph("外")
              + Docx.table(Docx.row(Docx.cell(Docx.paragraph("内一")), Docx.cell(Docx.paragraph("内二"))))
              + "<w:p/>"), Docx.cell(Docx.paragraph("旁")))),
      ["外 内一 内二\t旁"]
    ),
    (
      "a deleted row",
      Docx.table(
        Docx.row(Docx.cell(Docx.paragraph("删")), properties: "<w:del/>"),
        Docx.row(Docx.cell(Docx.paragraph("留")))), ["留"]
    ),
    ("cells and rows out of place", Docx.row(Docx.cell(Docx.paragraph("甲"))) + "</w:body><w:body>", ["甲"]),
  ]

  @Test(arguments: bodies.map(\.what))
  func body(what: String) throws {
    let (_, body, lines) = try #require(DocxTests.bodies.first { $0.what == what })
    #expect(try Docx(body: body).lines() == lines)
  }

  @Test func partsMayHaveOtherNames() throws {
    var zip = ZipFile()
    zip.add(
      "_rels/.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
      Target="/word/document2.xml"/></Relationships>
      """)
    // The strict form has namespaces of its own; prefixes mean nothing.
    zip.add(
      "word/document2.xml",
      """
      <a:document xmlns:a="http://purl.oclc.org/ooxml/wordprocessingml/main"><a:body><a:p><a:r><a:t>甲</a:t></a:r></a:p>\
      </a:body></a:document>
      """)
    let text = try DocumentReader().read(bytes: zip.bytes, name: "x")
    #expect(text == SourceText(lines: ["甲"], kind: .docx))
  }

  private static func field(_ type: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>"
  }
}
