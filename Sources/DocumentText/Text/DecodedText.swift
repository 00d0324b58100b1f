/// A file of text in UTF-8, whatever it was in, and how that was told.
///
/// A byte order mark decides. Without one, valid UTF-8 is UTF-8: no other text is so by chance. UTF-16 is taken where
/// the bytes read as Chinese or ASCII nearly throughout and as nothing else. The rest is GB18030 or damaged UTF-8,
/// whichever needs fewer repairs.
struct DecodedText {
  /// The text without a mark.
  let utf8: [UInt8]
  /// What it was in.
  let encoding: TextEncoding
  /// Bytes that became U+FFFD.
  let undecodedBytes: Int

  /// Nil where the bytes are no text.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: bytes.dropFirst(3))
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(UTF16Text(bytes.dropFirst(2), .utf16LittleEndian))
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(UTF16Text(bytes.dropFirst(2), .utf16BigEndian))
    } else if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) {
      self.init(GB18030Text(bytes.dropFirst(4)))
    } else {
      self.init(unmarked: bytes)
    }
    // Text has tabs and line ends; a file of anything else has control characters throughout.
    let controls = utf8.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1A && $0 != 0x1B }
    guard controls * 100 <= utf8.count, undecodedBytes * 10 <= max(bytes.count, 40) else { return nil }
  }

  private init(unmarked bytes: [UInt8]) {
    let asUTF8 = UTF8Check(bytes)
    let hasZeros = bytes.contains(0)
    if asUTF8.errorBytes == 0, !hasZeros {
      self.init(bytes, .utf8, 0)
      return
    }
    let chinese = GB18030Text(bytes[...])
    if hasZeros || chinese.undecodedBytes > 0, let wide = UTF16Text(unmarked: bytes) {
      self.init(wide)
      return
    }
    // Damaged UTF-8 is often valid GB18030 by chance; GB18030 is never nearly UTF-8.
    let isNearlyUTF8 = asUTF8.sequences > 20 * asUTF8.errorBytes
    if isNearlyUTF8 || asUTF8.errorBytes <= chinese.undecodedBytes {
      self.init(utf8: bytes[...])
    } else {
      self.init(chinese)
    }
  }

  private init(utf8 bytes: ArraySlice<UInt8>) {
    let check = UTF8Check(bytes)
    let repaired = check.errorBytes == 0 ? Array(bytes) : Array(String(decoding: bytes, as: UTF8.self).utf8)
    self.init(repaired, .utf8, check.errorBytes)
  }

  private init(_ text: UTF16Text) { self.init(text.utf8, text.encoding, text.undecodedBytes) }
  private init(_ text: GB18030Text) { self.init(text.utf8, .gb18030, text.undecodedBytes) }

  private init(_ utf8: [UInt8], _ encoding: TextEncoding, _ undecodedBytes: Int) {
    (self.utf8, self.encoding, self.undecodedBytes) = (utf8, encoding, undecodedBytes)
  }
}
