import Glibc

/// Text in a GB character set, by the C library's iconv.
enum Charset {
  /// Whether it is one of them.
  static func isGB(_ name: String) -> Bool { ["GB18030", "GBK", "GB2312"].contains(name.uppercased()) }

  /// The bytes of a text; a question mark for what the set does not have.
  static func encode(_ text: String, to charset: String) -> [UInt8] {
    convert(Array(text.utf8), from: "UTF-8", to: charset, substitute: [UInt8(ascii: "?")])
  }

  /// The text that bytes of a character set say.
  static func decode(_ bytes: [UInt8], from charset: String) -> String {
    String(
      decoding: convert(bytes, from: charset, to: "UTF-8", substitute: Array("\u{FFFD}".utf8)), as: UTF8.self)
  }

  private static func convert(_ bytes: [UInt8], from: String, to: String, substitute: [UInt8]) -> [UInt8] {
    guard let converter = iconv_open(to, from), Int(bitPattern: converter) != -1 else { return bytes }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 4_096)
    input.withUnsafeMutableBufferPointer { source in
      var from = source.baseAddress
      var left = source.count
      while left > 0 {
        let outcome = buffer.withUnsafeMutableBufferPointer { target in
          var to = target.baseAddress
          var room = target.count
          let status = iconv(converter, &from, &left, &to, &room)
          result += target.prefix(target.count - room).map { UInt8(bitPattern: $0) }
          return status == -1 ? errno : 0
        }
        // E2BIG only asks for another round; anything else is a character that the other set does not have.
        guard outcome == EILSEQ || outcome == EINVAL, left > 0 else { continue }
        result += substitute
        let width = from.map { Charset.width(UInt8(bitPattern: $0.pointee)) } ?? 1
        from = from?.advanced(by: min(width, left))
        left -= min(width, left)
      }
    }
    return result
  }

  /// Bytes of the UTF-8 character that begins with this byte; 1 for anything else.
  private static func width(_ byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
