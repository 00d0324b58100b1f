import CExpat

/// What is told of XML as it goes by.
protocol XMLVisitor: AnyObject {
  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentError)
  func close(_ name: XMLName) throws(DocumentError)
  func text(_ text: String) throws(DocumentError)
}

/// Shows a part of an archive to a visitor, in pieces as it is unpacked. expat does the parsing.
///
/// A document type is refused where it begins, before an entity can be declared.
final class XMLReader {
  private let parser: XML_Parser
  private let visitor: any XMLVisitor
  private let file: String
  private let part: String
  private let depthLimit: Int
  private var depth = 0
  private var failure: DocumentError?

  /// Reads the whole part. False where the archive has none of that name.
  @discardableResult
  static func read(
    _ part: String, of archive: inout ZipArchive, limits: DocumentLimits, _ visitor: any XMLVisitor
  ) throws(DocumentError) -> Bool {
    guard let reader = XMLReader(file: archive.name, part: part, depthLimit: limits.depth, visitor) else {
      throw .damagedXML(archive.name, part: part, line: 0)
    }
    let isThere = try archive.read(part) { (block) throws(DocumentError) in
      try reader.feed(block, isLast: false)
    }
    if isThere { try reader.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }
    return isThere
  }

  /// Nil where there is no memory for a parser.
  private init?(file: String, part: String, depthLimit: Int, _ visitor: any XMLVisitor) {
    guard let parser = XML_ParserCreateNS(nil, XMLName.separator) else { return nil }
    (self.parser, self.visitor, self.file) = (parser, visitor, file)
    (self.part, self.depthLimit) = (part, depthLimit)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { reader, name, attributes in
        guard let name else { return }
        XMLReader.at(reader)?.tell { (reader) throws(DocumentError) in try reader.open(name, attributes) }
      },
      { reader, name in
        guard let name else { return }
        XMLReader.at(reader)?.tell { (reader) throws(DocumentError) in
          reader.depth -= 1
          try reader.visitor.close(XMLName(name))
        }
      })
    XML_SetCharacterDataHandler(parser) { reader, start, count in
      guard let start else { return }
      let text = start.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        String(decoding: UnsafeBufferPointer(start: $0, count: Int(count)), as: UTF8.self)
      }
      XMLReader.at(reader)?.tell { (reader) throws(DocumentError) in try reader.visitor.text(text) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
      XMLReader.at(reader)?.tell { (reader) throws(DocumentError) in
        throw .entityInXML(reader.file, part: reader.part)
      }
    }
    XML_SetEntityDeclHandler(parser) { reader, _, _, _, _, _, _, _, _ in
      XMLReader.at(reader)?.tell { (reader) throws(DocumentError) in
        throw .entityInXML(reader.file, part: reader.part)
      }
    }
  }

  deinit { XML_ParserFree(parser) }

  private func feed(_ block: UnsafeRawBufferPointer, isLast: Bool) throws(DocumentError) {
    let bytes = block.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
    if let failure { throw failure }
    guard status != XML_STATUS_ERROR else {
      throw .damagedXML(file, part: part, line: Int(XML_GetCurrentLineNumber(parser)))
    }
  }

  private func open(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) throws(DocumentError) {
    depth += 1
    guard depth <= depthLimit else { throw .nestedTooDeep(file, limit: depthLimit) }
    try visitor.open(XMLName(name), XMLAttributes(attributes))
  }

  /// Does a step; the first that fails ends the parsing.
  private func tell(_ step: (XMLReader) throws(DocumentError) -> Void) {
    guard failure == nil else { return }
    do throws(DocumentError) { try step(self) } catch {
      failure = error
      XML_StopParser(parser, 0)
    }
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
    pointer.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }
}
