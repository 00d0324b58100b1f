/// What bytes are: told by how they begin, and for containers by what is in them.
enum ContentKind {
  case text, docx, pdf, binaryWord, openDocument, richText

  /// Tells the kind. Throws where the content is of a kind that holds no notice.
  init(_ bytes: [UInt8], name: String, limits: DocumentLimits) throws(DocumentError) {
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) || bytes.starts(with: "PK\u{5}\u{6}".utf8) {
      self = try ContentKind(zip: bytes, name: name, limits: limits)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = try ContentKind(compound: bytes, name: name)
    } else if bytes.prefix(64).drop(while: { $0 <= 0x20 }).starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if bytes.starts(with: "{\\rtf".utf8) {
      self = .richText
    } else if ContentKind.images.contains(where: bytes.starts) {
      throw .unsupported(name, .image)
    } else if ContentKind.archives.contains(where: bytes.starts) {
      throw .unsupported(name, .archive)
    } else {
      self = .text
    }
  }

  /// The part of the name behind its last dot, in small letters; "" where there is none.
  static func fileExtension(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static let images: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0],
    [0x4D, 0x4D, 0, 0x2A],
  ]
  private static let archives: [[UInt8]] = [
    Array("Rar!\u{1A}".utf8), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B, 0x08],
  ]

  private init(zip bytes: [UInt8], name: String, limits: DocumentLimits) throws(DocumentError) {
    let archive = ZipArchive(bytes, name: name, limits: limits)
    let entries = try archive.entries()
    if try archive.mainPart(entries, limits: limits) != nil {
      self = .docx
      return
    }
    if entries.contains("mimetype") {
      let type = String(decoding: try archive.contents(of: "mimetype", atMost: 256) ?? [], as: UTF8.self)
      if type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
        throw .unsupported(name, .spreadsheet)
      }
      if type.hasPrefix("application/vnd.oasis.opendocument.presentation") {
        throw .unsupported(name, .presentation)
      }
      if type.hasPrefix("application/vnd.oasis.opendocument.text") {
        self = .openDocument
        return
      }
    }
    if entries.contains(where: { $0.hasPrefix("xl/") }) { throw .unsupported(name, .spreadsheet) }
    if entries.contains(where: { $0.hasPrefix("ppt/") }) { throw .unsupported(name, .presentation) }
    throw .unsupported(name, .archive)
  }

  /// Microsoft's compound file: its folder has entries of 128 bytes, each beginning with a name in UTF-16.
  private init(compound bytes: [UInt8], name: String) throws(DocumentError) {
    func has(_ stream: String) -> Bool {
      let needle = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return stride(from: 512, to: bytes.count, by: 128).contains { bytes[$0...].starts(with: needle) }
    }
    if has("EncryptedPackage") { throw .encrypted(name) }
    if !has("WordDocument") {
      if has("Workbook") { throw .unsupported(name, .spreadsheet) }
      if has("PowerPoint Document") { throw .unsupported(name, .presentation) }
    }
    self = .binaryWord
  }
}
