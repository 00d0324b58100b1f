import DocumentText

/// A docx made of pieces of XML.
struct Docx {
  var body: String
  var numbering: String?
  var styles: String?
  /// What stands before the root of the document.
  var prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:v="urn:schemas-microsoft-com:vml"
    """

  var bytes: [UInt8] {
    var zip = ZipFile()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "word/document.xml", prolog + "<w:document \(Docx.namespaces)><w:body>\(body)</w:body></w:document>")
    if let numbering {
      zip.add("word/numbering.xml", "<w:numbering \(Docx.namespaces)>\(numbering)</w:numbering>")
    }
    if let styles { zip.add("word/styles.xml", "<w:styles \(Docx.namespaces)>\(styles)</w:styles>") }
    return zip.bytes
  }

  /// Its lines as the reader gives them.
  func lines(_ limits: DocumentLimits = DocumentLimits()) throws(DocumentError) -> [String] {
    try DocumentReader(limits: limits).read(bytes: bytes, name: "notice.docx").lines
  }

  /// A run of text.
  static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// A paragraph of one run.
  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(run(text))</w:p>"
  }

  /// A paragraph in a list.
  static func item(_ text: String, list: Int = 1, level: Int = 0) -> String {
    paragraph(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  static func cell(_ content: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
  }

  static func row(_ cells: String..., properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
  }

  static func table(_ rows: String...) -> String { "<w:tbl><w:tblPr/>\(rows.joined())</w:tbl>" }

  /// A list's form and the list 1 that has it. Levels are (form of numbers, text, further words).
  static func list(_ levels: [(String, String, String)], after: String = "") -> String {
    let levels = levels.enumerated().map { index, level in
      """
      <w:lvl w:ilvl="\(index)"><w:start w:val="1"/><w:numFmt w:val="\(level.0)"/>\(level.2)\
      <w:lvlText w:val="\(level.1)"/></w:lvl>
      """
    }
    return """
      <w:abstractNum w:abstractNumId="0">\(levels.joined())</w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\(after)
      """
  }
}
