import DocumentText
import Foundation
import Testing

/// Files that other programs turn into text. The shell stands in for them, but for pdftotext.
struct ConverterTests {
  static let richText = Array("{\\rtf1 notice}".utf8)
  static let pdf = Array("%PDF-1.4\n".utf8)

  @Test func anOfficeFileGoesThroughDocx() throws {
    let folder = try Folder()
    let docx = try folder.file("made.docx", Docx(body: Docx.paragraph("甲")).bytes)
    let reader = ConverterTests.reader("test -f \"$0\" && cp '\(docx)' \"$1/source.docx\"", givesDocx: true)
    #expect(
      try reader.read(bytes: ConverterTests.richText, name: "-x.doc")
        == SourceText(lines: ["甲"], kind: .richText))
  }

  @Test func theCopyHasTheBytesAndIsGoneAfterwards() throws {
    let reader = ConverterTests.reader("cat \"$0\"; echo; echo \"$1\"; echo \"$0\"")
    let lines = try reader.read(bytes: ConverterTests.pdf, name: "x").lines
    #expect(lines[0] == "%PDF-1.4")
    #expect(lines[2].hasPrefix("/") && lines[3] == lines[2] + "/source.pdf")
    #expect(!FileManager.default.fileExists(atPath: lines[2]))
  }

  @Test func pagesAddNoLines() throws {
    let reader = ConverterTests.reader("printf '甲\\n\\f乙\\n\\f'")
    #expect(try reader.read(bytes: ConverterTests.pdf, name: "x").lines == ["甲", "乙"])
  }

  @Test(arguments: [
    ("exec sleep 60", false, DocumentError.converterTimedOut("x", command: "/bin/sh", seconds: 0.2)),
    ("sleep 60 & wait", true, .converterTimedOut("x", command: "/bin/sh", seconds: 0.2)),
    (
      "trap '' TERM INT HUP; while :; do :; done", false,
      .converterTimedOut("x", command: "/bin/sh", seconds: 0.2)
    ),
    ("exit 3", false, .converterFailed("x", command: "/bin/sh", status: 3)),
    ("kill -SEGV $$", false, .converterFailed("x", command: "/bin/sh", status: 139)),
    ("exit 0", true, .converterFailed("x", command: "/bin/sh", status: 0)),
    ("echo nonsense >\"$1/source.docx\"", true, .damagedArchive("x")), ("printf ' \\f'", false, .noText("x")),
  ])
  func failures(script: String, givesDocx: Bool, error: DocumentError) {
    var limits = DocumentLimits()
    limits.converterSeconds = script.contains("sleep") || script.contains("while") ? 0.2 : 30
    let reader = ConverterTests.reader(script, givesDocx: givesDocx, limits)
    #expect(throws: error) {
      try reader.read(bytes: givesDocx ? ConverterTests.richText : ConverterTests.pdf, name: "x")
    }
  }

  @Test func endlessOutputIsStopped() {
    var limits = DocumentLimits()
    limits.fileBytes = 100_000
    let reader = ConverterTests.reader("while :; do echo 0123456789; done", limits)
    let error = #expect(throws: DocumentError.self) {
      try reader.read(bytes: ConverterTests.pdf, name: "x")
    }
    guard case .tooLarge("x", let bytes, limit: 100_000) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bytes > 100_000)
  }

  @Test func aMissingConverterIsNamedWithItsPackage() {
    var converters = Converters()
    converters.pdf.commands = ["no-such-program", "/no/such/program"]
    #expect(throws: DocumentError.missingConverter("x", command: "no-such-program", package: "poppler-utils"))
    {
      try DocumentReader(converters: converters).read(bytes: ConverterTests.pdf, name: "x")
    }
  }

  /// Each kind goes to its converter, and comes back as what it is.
  @Test func kinds() throws {
    var odt = ZipFile()
    odt.add("mimetype", "application/vnd.oasis.opendocument.text")
    let compound =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: UInt8(0), count: 1_000)
    let folder = try Folder()
    let docx = try folder.file("made.docx", Docx(body: Docx.paragraph("甲")).bytes)
    let kinds: [([UInt8], String, String, DocumentKind)] = [
      (odt.bytes, "x", "odt", .openDocument), (compound, "x", "doc", .binaryWord),
      (compound, "X.WPS", "wps", .binaryWord),
      (ConverterTests.richText, "x.doc", "rtf", .richText),
    ]
    for (bytes, name, ending, kind) in kinds {
      let reader = ConverterTests.reader(
        "test \"$0\" = \"$1/source.\(ending)\" && cp '\(docx)' \"$1/source.docx\"", givesDocx: true)
      #expect(try reader.read(bytes: bytes, name: name) == SourceText(lines: ["甲"], kind: kind))
    }
  }

  @Test func aRealPDF() throws {
    let content = "BT /F1 12 Tf 72 700 Td (Report by 20 December) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
    ]
    var pdf = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(pdf.utf8.count)
      pdf += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = pdf.utf8.count
    pdf += "xref\n0 5\n0000000000 65535 f \n"
    for place in places {
      pdf += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
    }
    pdf += "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    let folder = try Folder()
    let text = try DocumentReader().read(folder.file("-notice.pdf", Array(pdf.utf8)))
    #expect(text.kind == .pdf)
    #expect(text.lines.map { $0.filter { $0 != " " } }.filter { !$0.isEmpty } == ["Reportby20December"])
    #expect(throws: DocumentError.converterFailed("x", command: "pdftotext", status: 1)) {
      try DocumentReader().read(bytes: ConverterTests.pdf, name: "x")
    }
  }

  /// A reader whose converters are that script; $0 is the file, $1 the folder.
  private static func reader(
    _ script: String, givesDocx: Bool = false, _ limits: DocumentLimits = DocumentLimits()
  ) -> DocumentReader {
    let converter = Converter(commands: ["/bin/sh"], package: "dash", givesDocx: givesDocx) { file, folder in
      ["-c", script, file, folder]
    }
    var converters = Converters()
    converters.pdf = converter
    converters.office = converter
    return DocumentReader(limits: limits, converters: converters)
  }

  /// What uses up too much is stopped by the system: memory, files beside the result, processor time.
  @Test(arguments: [
    "a=0123456789; while :; do a=$a$a; done", "while :; do echo 0123456789; done >\"$1/beside\"",
  ])
  func whatUsesUpTooMuchIsStopped(script: String) {
    var limits = DocumentLimits()
    (limits.converterMemory, limits.fileBytes) = (64 << 20, 1_000_000)
    let reader = ConverterTests.reader(script, limits)
    let error = #expect(throws: DocumentError.self) {
      try reader.read(bytes: ConverterTests.pdf, name: "x")
    }
    guard case .converterFailed("x", "/bin/sh", let status) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(status != 0)
  }
}
