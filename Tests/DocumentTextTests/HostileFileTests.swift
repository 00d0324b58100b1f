import DocumentText
import Glibc
import TestSupport
import Testing

/// Files that are made to hurt, or came to harm: each ends in its error, at once.
struct HostileFileTests {
  /// 7.7 MB, packed 157 to 1: too much for a limit on bytes, and for one on the ratio.
  @Test func aBombEndsAtTheLimit() {
    var zip = ZipFile()
    zip.addBomb(
      "word/document.xml", beginning: "<w:document \(Docx.namespaces)><w:body><w:p><w:r><w:t>a",
      repeats: 30_000)
    let bytes = zip.bytes
    var limits = DocumentLimits()
    limits.expandedBytes = 5_000_000
    #expect(throws: DocumentError.expandsTooMuch("x", limit: 5_000_000)) { try read(bytes, limits) }
    limits = DocumentLimits()
    limits.expansion = 100
    #expect(throws: DocumentError.expandsTooMuch("x", limit: 100 * bytes.count)) { try read(bytes, limits) }
  }

  @Test func manyEntries() {
    var zip = ZipFile()
    for number in 0..<5_000 { zip.add("word/\(number)", "") }
    #expect(throws: DocumentError.tooManyEntries("x", limit: 4_096)) { try read(zip.bytes) }
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE a>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM \"/dev/zero\">]>", "<!DOCTYPE a [<!ENTITY % b \"<!ENTITY c 'd'>\"> %b;]>",
  ])
  func entities(declaration: String) {
    #expect(throws: DocumentError.entityInXML("x", part: "word/document.xml")) {
      try read(Docx(body: Docx.paragraph("&b;"), prolog: declaration).bytes)
    }
  }

  @Test func damagedXMLIsNamedWithItsLine() {
    #expect(throws: DocumentError.damagedXML("x", part: "word/document.xml", line: 3)) {
      try read(Docx(body: "\n<w:p></w:r>").bytes)
    }
    #expect(throws: DocumentError.damagedXML("x", part: "word/numbering.xml", line: 1)) {
      try read(Docx(body: "", numbering: "<").bytes)
    }
  }

  @Test func deepNesting() {
    let body = String(repeating: "<w:sdt>", count: 300) + String(repeating: "</w:sdt>", count: 300)
    #expect(throws: DocumentError.nestedTooDeep("x", limit: 256)) { try read(Docx(body: body).bytes) }
  }

  @Test func limitsOfTextAndLines() {
    var limits = DocumentLimits()
    limits.textBytes = 100
    limits.lines = 10
    let docx = Docx(body: String(repeating: Docx.paragraph("0123456789"), count: 11)).bytes
    #expect(throws: DocumentError.tooLarge("x", bytes: 110, limit: 100)) { try read(docx, limits) }
    let empty = Docx(body: String(repeating: "<w:p/>", count: 11)).bytes
    #expect(throws: DocumentError.tooManyLines("x", limit: 10)) { try read(empty, limits) }
    #expect(throws: DocumentError.tooManyLines("x", limit: 10)) {
      try read(Array(repeating: 0x0A, count: 11), limits)
    }
    #expect(throws: DocumentError.tooLarge("x", bytes: 101, limit: 100)) {
      try read(Array(repeating: 0x61, count: 101), limits)
    }
  }

  @Test func cutOffArchives() {
    let whole = Docx(body: Docx.paragraph("甲")).bytes
    for count in stride(from: 4, to: whole.count - 1, by: 7) {
      #expect(throws: DocumentError.self) { try read(Array(whole.prefix(count))) }
    }
    #expect(throws: DocumentError.damagedArchive("x")) { try read(Array(whole.prefix(whole.count / 2))) }
  }

  @Test func mutationsNeverTrap() throws {
    var numbers = SeededNumbers(seed: 2_011)
    let table = Docx.table(
      Docx.row(Docx.cell(Docx.item("甲"), "<w:gridSpan w:val=\"2\"/>"), Docx.cell("<w:p/>")))
    let whole = Docx(
      body: Docx.item("甲") + table + Docx.paragraph("乙", "<w:pStyle w:val=\"H\"/>"),
      numbering: Docx.list(NumberingTests.deep), styles: "<w:style w:styleId=\"H\"/>"
    ).bytes
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &numbers) {
        let index = Int.random(in: 0..<bytes.count, using: &numbers)
        switch UInt8.random(in: 0...3, using: &numbers) {
        case 0: bytes[index] = .random(in: 0...255, using: &numbers)
        case 1: bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &numbers)
        case 2: bytes.remove(at: index)
        default: bytes.insert(.random(in: 0...255, using: &numbers), at: index)
        }
      }
      _ = try? read(bytes)
    }
    for _ in 0..<500 {
      let noise = (0..<Int.random(in: 0...300, using: &numbers)).map { _ in
        UInt8.random(in: 0...255, using: &numbers)
      }
      _ = try? read(noise)
      _ = try? read("PK\u{3}\u{4}".utf8 + noise)
      _ = try? read([0xFF, 0xFE] + noise)
    }
  }

  @Test func otherKinds() {
    func zip(_ entries: [String: String]) -> [UInt8] {
      var zip = ZipFile()
      for (name, content) in entries { zip.add(name, content) }
      return zip.bytes
    }
    func compound(_ stream: String) -> [UInt8] {
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1_016)
        + stream.utf16.flatMap { [UInt8($0), 0] } + Array(repeating: 0, count: 200)
    }
    let expected: [([UInt8], DocumentError)] = [
      (zip(["xl/workbook.xml": ""]), .unsupported("x", .spreadsheet)),
      (zip(["ppt/presentation.xml": ""]), .unsupported("x", .presentation)),
      (zip(["mimetype": "application/vnd.oasis.opendocument.spreadsheet"]), .unsupported("x", .spreadsheet)),
      (zip(["a.txt": "甲"]), .unsupported("x", .archive)), (zip([:]), .damagedArchive("x")),
      (Array("Rar!\u{1A}\u{7}".utf8), .unsupported("x", .archive)),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .unsupported("x", .image)),
      (compound("EncryptedPackage"), .encrypted("x")),
      (compound("Workbook"), .unsupported("x", .spreadsheet)),
      (compound("PowerPoint Document"), .unsupported("x", .presentation)),
    ]
    for (bytes, error) in expected { #expect(throws: error) { try read(bytes) } }
  }

  @Test func pathsThatAreNoFiles() throws {
    let folder = try Folder()
    func path(_ name: String) -> String { folder.path + "/" + name }
    #expect(throws: DocumentError.notFound(path("none"))) { try DocumentReader().read(path("none")) }
    #expect(throws: DocumentError.isFolder(folder.path)) { try DocumentReader().read(folder.path) }
    #expect(throws: DocumentError.notRegular("/dev/zero")) { try DocumentReader().read("/dev/zero") }
    mkfifo(path("pipe"), 0o600)
    #expect(throws: DocumentError.notRegular(path("pipe"))) { try DocumentReader().read(path("pipe")) }
    symlink(path("loop"), path("loop"))
    #expect(throws: DocumentError.cannotRead(path("loop"), errno: ELOOP)) {
      try DocumentReader().read(path("loop"))
    }
    let huge = try folder.file("huge.txt")
    truncate(huge, 1 << 30)
    #expect(throws: DocumentError.tooLarge(huge, bytes: 1 << 30, limit: 50_000_000)) {
      try DocumentReader().read(huge)
    }
    #expect(try DocumentReader().read(folder.file("notice.txt", Array("甲\n".utf8))).lines == ["甲"])
  }

  private func read(_ bytes: [UInt8], _ limits: DocumentLimits = DocumentLimits()) throws(DocumentError)
    -> SourceText
  {
    try DocumentReader(limits: limits).read(bytes: bytes, name: "x")
  }
}
