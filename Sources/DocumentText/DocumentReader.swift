/// Reads the text of whatever an office receives.
package struct DocumentReader: Sendable {
  private let limits: DocumentLimits
  private let converters: Converters

  /// A reader that keeps to the limits and asks these programs for what it cannot read itself.
  package init(limits: DocumentLimits = DocumentLimits(), converters: Converters = Converters()) {
    (self.limits, self.converters) = (limits, converters)
  }

  /// Reads a regular file, or standard input for "-".
  package func read(_ path: String) throws(DocumentError) -> SourceText {
    let file = ByteSource(path: path, limit: limits.fileBytes)
    return try read(bytes: path == "-" ? file.standardInput() : file.contents(), name: path)
  }

  /// Reads what is in memory. The name stands in errors; its extension is a hint where the content leaves a choice.
  package func read(bytes: [UInt8], name: String) throws(DocumentError) -> SourceText {
    guard bytes.count <= limits.fileBytes else {
      throw .tooLarge(name, bytes: bytes.count, limit: limits.fileBytes)
    }
    switch try ContentKind(bytes, name: name, limits: limits) {
    case .text:
      guard bytes.count <= limits.textBytes else {
        throw .tooLarge(name, bytes: bytes.count, limit: limits.textBytes)
      }
      guard let text = DecodedText(bytes) else { throw .unknownKind(name) }
      return SourceText(
        lines: try TextLines(text.utf8, name: name, limit: limits.lines).lines, kind: .text(text.encoding),
        undecodedBytes: text.undecodedBytes)
    case .docx:
      return SourceText(lines: try WordPackage(bytes, name: name, limits: limits).lines(), kind: .docx)
    case .pdf: return try converted(bytes, name: name, kind: .pdf, with: converters.pdf, extension: "pdf")
    case .openDocument: return try converted(bytes, name: name, kind: .openDocument, extension: "odt")
    case .richText: return try converted(bytes, name: name, kind: .richText, extension: "rtf")
    case .binaryWord:
      let isWorks = ContentKind.fileExtension(of: name) == "wps"
      return try converted(bytes, name: name, kind: .binaryWord, extension: isWorks ? "wps" : "doc")
    }
  }

  /// The text of an office file, through docx, so that tables and numbers survive.
  private func converted(
    _ bytes: [UInt8], name: String, kind: DocumentKind, extension: String
  ) throws(DocumentError) -> SourceText {
    try converted(bytes, name: name, kind: kind, with: converters.office, extension: `extension`)
  }

  private func converted(
    _ bytes: [UInt8], name: String, kind: DocumentKind, with converter: Converter, extension: String
  ) throws(DocumentError) -> SourceText {
    let run = ConverterRun(converter: converter, name: name, limits: limits)
    var result = try run.convert(bytes, extension: `extension`)
    let lines: [String]
    if converter.givesDocx {
      lines = try WordPackage(result, name: name, limits: limits).lines()
    } else {
      // A page ends with a form feed, which is no line.
      result.removeAll { $0 == 0x0C }
      let text = String(decoding: result, as: UTF8.self)
      guard text.utf8.count <= limits.textBytes else {
        throw .tooLarge(name, bytes: text.utf8.count, limit: limits.textBytes)
      }
      lines = try TextLines(Array(text.utf8), name: name, limit: limits.lines).lines
    }
    guard lines.contains(where: { $0.contains { !$0.isWhitespace } }) else { throw .noText(name) }
    return SourceText(lines: lines, kind: kind)
  }
}
