import Glibc

/// GB18030 turned into UTF-8 by the C library.
struct GB18030Text {
  private(set) var utf8: [UInt8] = []
  /// Bytes that mean nothing in GB18030.
  private(set) var undecodedBytes = 0

  init(_ bytes: ArraySlice<UInt8>) {
    let converter = iconv_open("UTF-8", "GB18030")
    // A system without the table cannot tell: as if nothing could be read.
    guard let converter, Int(bitPattern: converter) != -1 else {
      undecodedBytes = bytes.count
      return
    }
    defer { iconv_close(converter) }
    // Two bytes become three, and each byte that means nothing three. The room is taken in pieces.
    var room = [CChar](repeating: 0, count: 65_536)
    utf8.reserveCapacity(bytes.count * 3 / 2 + 3)
    var source = bytes.map { CChar(bitPattern: $0) }
    source.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = source.count
      while left > 0 {
        let (result, number) = room.withUnsafeMutableBufferPointer { room in
          var end = room.baseAddress
          var free = room.count
          let result = iconv(converter, &next, &left, &end, &free)
          let number = errno
          utf8.append(
            contentsOf: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<(room.count - free)])
          )
          return (result, number)
        }
        if result != -1 { continue }
        if number == E2BIG { continue }
        // A byte of no character, or half a character at the end.
        guard let byte = next else { break }
        utf8.append(contentsOf: UTF8.encodedReplacementCharacter)
        undecodedBytes += 1
        next = byte + 1
        left -= 1
      }
    }
  }
}
