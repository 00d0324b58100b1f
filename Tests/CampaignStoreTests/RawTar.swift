import CampaignStore

/// Archives in memory.
enum TarArchive {
  static func bytes(
    of entries: [TarEntry], at seconds: Int, within limits: TarLimits = TarLimits()
  ) throws(ArchiveFailure) -> [UInt8] {
    let writer = try TarWriter(at: seconds, within: limits)
    for entry in entries {
      try writer.begin(entry.name, mode: entry.mode, size: entry.bytes.count)
      try writer.add(entry.bytes)
      try writer.end()
    }
    try writer.finish()
    return writer.taken()
  }

  static func entries(of bytes: [UInt8], within limits: TarLimits = TarLimits()) throws(ArchiveFailure)
    -> [TarEntry]
  {
    var rest = bytes[...]
    let reader = try TarReader(trailer: bytes.suffix(8), within: limits) {
      defer { rest = rest.dropFirst(4_096) }
      return Array(rest.prefix(4_096))
    }
    var entries: [TarEntry] = []
    while let header = try reader.next() {
      entries.append(TarEntry(name: header.name, mode: header.mode, bytes: try reader.content()))
    }
    return entries
  }
}

/// Tar and gzip by hand, for archives that no tar program would write.
struct RawTar {
  private(set) var bytes: [UInt8] = []

  /// An entry: its header in the ustar form, its content, zeros up to a whole block.
  mutating func add(
    _ name: String, _ content: [UInt8] = [], type: Character = "0", link: String = "", size: Int? = nil
  ) {
    add(Array(name.utf8), content, type: type, link: link, size: size)
  }

  mutating func add(
    _ name: [UInt8], _ content: [UInt8] = [], type: Character = "0", link: String = "", size: Int? = nil
  ) {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: some Sequence<UInt8>, at offset: Int) {
      for (index, byte) in text.enumerated() { header[offset + index] = byte }
    }
    func octal(_ number: Int, digits: Int) -> [UInt8] {
      let text = String(number, radix: 8)
      return Array((String(repeating: "0", count: digits - text.count) + text).utf8)
    }
    put(name, at: 0)
    put("0000644".utf8, at: 100)
    put("0000000".utf8, at: 108)
    put("0000000".utf8, at: 116)
    put(octal(size ?? content.count, digits: 11), at: 124)
    put("00000000000".utf8, at: 136)
    put("        ".utf8, at: 148)
    put(String(type).utf8, at: 156)
    put(link.utf8, at: 157)
    put("ustar\u{0}00".utf8, at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + [0], at: 148)
    bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  /// A header of pax, which stands before the entry that it tells more about.
  mutating func addPax(_ records: KeyValuePairs<String, String>) {
    let lines = records.map { key, value in
      let record = " \(key)=\(value)\n"
      return "\(record.utf8.count + 2)\(record)"
    }
    add("PaxHeaders/x", Array(lines.joined().utf8), type: "x")
  }

  /// One entry and the end, packed.
  static func packed(_ name: String, type: Character = "0", link: String = "") -> [UInt8] {
    var tar = RawTar()
    tar.add(name, type: type, link: link)
    return tar.packed()
  }

  /// Packed, behind it so many zeros and these bytes.
  func packed(zeros: Int = 1_024, after: [UInt8] = []) -> [UInt8] {
    Self.gzip(bytes + [UInt8](repeating: 0, count: zeros) + after)
  }

  /// Packed in stored blocks.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    gzipHeader + stored(bytes) + [1, 0, 0, 0xff, 0xff] + littleEndian(checksum(bytes))
      + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Packed with zeros behind them, a thousand to one; the checksum is wrong.
  func bomb(zeros: Int) -> [UInt8] {
    var stream = Self.gzipHeader + Self.stored(bytes)
    var (held, count) = (0, 0)
    func put(_ bits: String) {
      for bit in bits.utf8 {
        if bit == UInt8(ascii: "1") { held |= 1 << count }
        count += 1
        if count == 8 {
          stream.append(UInt8(held))
          (held, count) = (0, 0)
        }
      }
    }
    put("110" + "00110000")  // the last block, with deflate's fixed codes; a zero
    for _ in 0..<zeros / 258 { put("1100010100000") }  // 258 bytes as the one before
    put("0000000" + "0000000")  // the end of the block, and the last bits
    return stream + [UInt8](repeating: 0, count: 8)
  }

  private static let gzipHeader: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]

  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: 65_535).flatMap { start in
      let block = bytes[start..<min(start + 65_535, bytes.count)]
      let size = littleEndian(UInt32(block.count))[..<2]
      return [0] + size + size.map { ~$0 } + block
    }
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static let table = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xedb8_8320 : 0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var checksum: UInt32 = ~0
    for byte in bytes { checksum = checksum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)] }
    return ~checksum
  }
}
