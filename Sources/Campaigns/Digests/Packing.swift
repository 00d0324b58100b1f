/// Writes values one behind the other as bytes, for what is kept beside a store and made anew where it cannot be read.
package struct PackedWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// A writer of nothing yet.
  package init() {}

  /// A whole number, in as many bytes as it takes: seven bits each.
  package mutating func write(_ number: Int) {
    // Small numbers of either sign are short.
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A text.
  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  /// Something that may be absent.
  package mutating func write<Value>(_ value: Value?, _ body: (inout PackedWriter, Value) -> Void) {
    write(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  /// A list.
  package mutating func write<Value>(_ list: [Value], _ body: (inout PackedWriter, Value) -> Void) {
    write(list.count)
    for value in list { body(&self, value) }
  }

  /// Values as they stand in memory: only this machine reads them.
  package mutating func write<Value: BitwiseCopyable>(raw values: [Value]) {
    write(values.count)
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

/// Reads what `PackedWriter` wrote. What is not there, or cannot have been written, makes it broken: from then on it reads
/// nothings.
package struct PackedReader {
  private let bytes: [UInt8]
  private(set) var place = 0
  /// Whether something was not what it should have been.
  package private(set) var isBroken = false

  /// A reader at the beginning.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was read, and as it was written.
  package var isWhole: Bool { !isBroken && place == bytes.count }

  /// A whole number.
  package mutating func number() -> Int {
    var at = place
    let number = PackedReader.number(in: bytes.span, at: &at)
    place = at
    if number == nil { isBroken = true }
    return number ?? 0
  }

  /// The whole number that stands at a place, which goes behind it; nil where there is none.
  @inline(__always) static func number(in bytes: Span<UInt8>, at place: inout Int) -> Int? {
    // Most are small.
    guard place < bytes.count, bytes[place] < 0x80 else { return longNumber(in: bytes, at: &place) }
    let byte = bytes[place]
    place &+= 1
    return Int(byte >> 1) ^ -Int(byte & 1)
  }

  private static func longNumber(in bytes: Span<UInt8>, at place: inout Int) -> Int? {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) }
      shift += 7
    }
    return nil
  }

  /// How many of something follow, each of at least so many bytes.
  mutating func count(of size: Int) -> Int {
    let count = number()
    guard !isBroken, count >= 0, count <= (bytes.count - place) / max(1, size) else {
      isBroken = true
      return 0
    }
    return count
  }

  /// A text.
  package mutating func text() -> String {
    let count = count(of: 1)
    defer { place += count }
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[place..<place + count]), as: UTF8.self)
    }
  }

  /// A text, as its bytes.
  mutating func slice() -> ArraySlice<UInt8> {
    let count = count(of: 1)
    defer { place += count }
    return bytes[place..<place + count]
  }

  /// Something that may be absent.
  package mutating func optional<Value>(_ body: (inout PackedReader) -> Value) -> Value? {
    number() == 0 ? nil : body(&self)
  }

  /// A list.
  package mutating func list<Value>(_ body: (inout PackedReader) -> Value) -> [Value] {
    (0..<count(of: 1)).map { _ in body(&self) }
  }

  /// Values as they stood in memory.
  package mutating func raw<Value: BitwiseCopyable>(_: Value.Type) -> [Value] {
    let count = count(of: MemoryLayout<Value>.stride)
    let size = count * MemoryLayout<Value>.stride
    defer { place += size }
    return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: .init(rebasing: $0[place..<place + size]))
      }
      filled = count
    }
  }
}
