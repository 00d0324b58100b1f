struct UTF16Text {
  private(set) var utf8: [UInt8] = []
  let encoding: TextEncoding
  /// Bytes of lone surrogates and of half a unit at the end.
  private(set) var undecodedBytes = 0
  /// Characters that Chinese offices write: ideographs, their punctuation, ASCII.
  private var plausible = 0
  private var characters = 0

  init(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) {
    self.encoding = encoding
    utf8.reserveCapacity(bytes.count * 3 / 2 + 3)
    var units = Units(bytes: bytes, isLittleEndian: encoding == .utf16LittleEndian)
    var parser = Unicode.UTF16.ForwardParser()
    loop: while true {
      switch parser.parseScalar(from: &units) {
      case .valid(let encoded): append(Unicode.UTF16.decode(encoded))
      case .error(let length):
        undecodedBytes += 2 * length
        append("\u{FFFD}")
      case .emptyInput: break loop
      }
    }
    if !bytes.count.isMultiple(of: 2) {
      undecodedBytes += 1
      append("\u{FFFD}")
    }
  }

  /// Text without a mark, in the order of bytes in which it reads well; nil where it does so in neither.
  init?(unmarked bytes: [UInt8]) {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    // A piece from the beginning tells the order; then the whole is read.
    let piece = bytes.prefix(8_192)
    let orders = [TextEncoding.utf16LittleEndian, .utf16BigEndian].map { UTF16Text(piece, $0) }
    guard let likeliest = orders.max(by: { $0.plausible < $1.plausible }) else { return nil }
    let whole = UTF16Text(bytes[...], likeliest.encoding)
    guard whole.plausible * 20 >= whole.characters * 19 else { return nil }
    self = whole
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    characters += 1
    switch scalar.value {
    case 0x09...0x0D, 0x20...0x7E, 0x2010...0x2027, 0x2460...0x24FF, 0x3000...0x303F, 0x4E00...0x9FFF,
      0xFF00...0xFF5E:
      plausible += 1
    default: break
    }
  }

  private struct Units: IteratorProtocol {
    var bytes: ArraySlice<UInt8>
    let isLittleEndian: Bool

    mutating func next() -> UInt16? {
      guard bytes.count >= 2 else { return nil }
      let (first, second) = (UInt16(bytes[bytes.startIndex]), UInt16(bytes[bytes.startIndex + 1]))
      bytes = bytes.dropFirst(2)
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
  }
}
