/// Writes small zips: stored entries, and one way of packing that makes bombs.
struct ZipFile {
  private var local: [UInt8] = []
  private var central: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ content: String) {
    let bytes = Array(content.utf8)
    add(name, stored: bytes, method: 0, size: bytes.count, check: ZipFile.check(bytes))
  }

  /// An entry that unpacks to the beginning and then to its last character 258 times as often as said.
  mutating func addBomb(_ name: String, beginning: String, repeats: Int) {
    let beginning = Array(beginning.utf8)
    var bits = Bits()
    // The last block, in the fixed codes.
    bits.add(1, count: 1)
    bits.add(1, count: 2)
    for byte in beginning { bits.addCode(0b0011_0000 + Int(byte), count: 8) }
    for _ in 0..<repeats {
      bits.addCode(0b1100_0101, count: 8)  // 258 bytes …
      bits.addCode(0, count: 5)  // … from one byte back
    }
    bits.addCode(0, count: 7)
    add(name, stored: bits.bytes, method: 8, size: beginning.count + 258 * repeats, check: 0)
  }

  /// The whole file.
  var bytes: [UInt8] {
    let end: [UInt8] =
      ZipFile.little(0x0605_4B50, 4) + ZipFile.little(0, 4) + ZipFile.little(count, 2)
      + ZipFile.little(count, 2)
      + ZipFile.little(central.count, 4) + ZipFile.little(local.count, 4) + ZipFile.little(0, 2)
    return local + central + end
  }

  private mutating func add(_ name: String, stored: [UInt8], method: Int, size: Int, check: Int) {
    let common: [UInt8] =
      ZipFile.little(0, 2) + ZipFile.little(method, 2) + ZipFile.little(0, 4) + ZipFile.little(check, 4)
      + ZipFile.little(stored.count, 4) + ZipFile.little(size, 4) + ZipFile.little(name.utf8.count, 2)
      + ZipFile.little(0, 2)
    central += ZipFile.little(0x0201_4B50, 4) + ZipFile.little(20, 2) + ZipFile.little(20, 2) + common
    central += ZipFile.little(0, 10) + ZipFile.little(local.count, 4) + Array(name.utf8)
    local += ZipFile.little(0x0403_4B50, 4) + ZipFile.little(20, 2) + common + Array(name.utf8) + stored
    count += 1
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(value >> (8 * $0) & 0xFF) : 0 }
  }

  /// CRC-32, bit by bit.
  private static func check(_ bytes: [UInt8]) -> Int {
    var check: UInt32 = ~0
    for byte in bytes {
      check ^= UInt32(byte)
      for _ in 0..<8 { check = check >> 1 ^ (check & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return Int(~check)
  }

  private struct Bits {
    var bytes: [UInt8] = []
    private var used = 8

    mutating func add(_ value: Int, count: Int) {
      for bit in 0..<count { add(value >> bit & 1) }
    }

    /// A Huffman code, whose first bit is its highest.
    mutating func addCode(_ value: Int, count: Int) {
      for bit in (0..<count).reversed() { add(value >> bit & 1) }
    }

    private mutating func add(_ bit: Int) {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8(bit << used)
      used += 1
    }
  }
}
