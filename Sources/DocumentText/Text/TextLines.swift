/// Text cut into lines as editors cut it: at line feeds, carriage returns, both together, and the separators of lines
/// and paragraphs. A form feed or vertical tab is a space and cuts nothing.
struct TextLines {
  let lines: [String]

  /// Throws where there are more lines than the limit, before any is made.
  init(_ utf8: [UInt8], name: String, limit: Int) throws(DocumentError) {
    var count = 0
    TextLines.each(of: utf8) { _ in count += 1 }
    guard count <= limit else { throw .tooManyLines(name, limit: limit) }
    var lines: [String] = []
    lines.reserveCapacity(count)
    TextLines.each(of: utf8) { line in
      let isFed = line.contains { $0 == 0x0B || $0 == 0x0C }
      lines.append(isFed ? TextLines.withoutFeeds(line) : String(decoding: line, as: UTF8.self))
    }
    self.lines = lines
  }

  private static func each(of utf8: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    utf8.withUnsafeBufferPointer { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        let length = ending(of: bytes, at: index)
        if length > 0 { body(UnsafeBufferPointer(rebasing: bytes[start..<index])) }
        index += max(length, 1)
        if length > 0 { start = index }
      }
      if start < bytes.count { body(UnsafeBufferPointer(rebasing: bytes[start...])) }
    }
  }

  /// Bytes of the line end that stands there; 0 where none does.
  private static func ending(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xE2:  // U+2028, U+2029
      let isSeparator = index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
      return isSeparator ? 3 : 0
    default: return 0
    }
  }

  private static func withoutFeeds(_ line: UnsafeBufferPointer<UInt8>) -> String {
    func isFeed(_ byte: UInt8) -> Bool { byte == 0x0B || byte == 0x0C }
    return String(decoding: line.drop(while: isFeed).map { isFeed($0) ? 0x20 : $0 }, as: UTF8.self)
  }
}
