/// Finds places in JSON text: where it stops being JSON, where a value stands, which keys there are. Decoding is the
/// library's work; this is for saying where something went wrong, which the library does not.
struct JSONPlaces {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  private static let deepest = 512

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// One step of the way to a value.
  enum Step: Equatable {
    case key(String)
    case index(Int)
  }

  /// Where the text stops being JSON, or nil where it is JSON.
  static func firstError(in bytes: [UInt8]) -> Int? {
    var places = JSONPlaces(bytes)
    guard places.value(visit: { _, _ in true }) else { return places.place }
    places.skipSpace()
    return places.place == bytes.count ? nil : places.place
  }

  /// Where the value at the end of `path` begins; the last place on the way that exists where it does not.
  static func offset(of path: [Step], in bytes: [UInt8]) -> Int {
    var places = JSONPlaces(bytes)
    places.skipSpace()
    var found = places.place
    for step in path {
      guard let next = places.enter(step) else { return found }
      found = next
    }
    return found
  }

  /// Line and column, from 1; columns count characters.
  static func lineAndColumn(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == newline } + 1
    let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return (line, column)
  }

  private static let newline = UInt8(ascii: "\n")

  /// Every key of every object, with its offset. Assumes that the text is JSON.
  static func forEachKey(in bytes: [UInt8], _ body: (String, Int) -> Void) {
    var index = 0
    bytes.withUnsafeBufferPointer { bytes in
      while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "\"") else {
          index += 1
          continue
        }
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(index, bytes.count)
        index += 1
        var next = index
        while next < bytes.count, bytes[next] == UInt8(ascii: " ") || bytes[next] == UInt8(ascii: "\n") {
          next += 1
        }
        if next < bytes.count, bytes[next] == UInt8(ascii: ":") {
          body(String(decoding: bytes[start..<end], as: UTF8.self), start - 1)
        }
      }
    }
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    place += 1
    return true
  }

  /// Moves into an array or object and stops at the value that `step` names.
  private mutating func enter(_ step: Step) -> Int? {
    skipSpace()
    var found: Int?
    let isValue = value { reached, offset in
      guard reached == step else { return true }
      found = offset
      return false
    }
    guard let found, !isValue else { return nil }
    place = found
    return found
  }

  /// Reads one value. `visit` is told every child with its offset and may stop the reading by answering false.
  private mutating func value(visit: (Step, Int) -> Bool) -> Bool {
    skipSpace()
    depth += 1
    defer { depth -= 1 }
    guard depth <= JSONPlaces.deepest, let byte = current else { return false }
    switch byte {
    case UInt8(ascii: "{"): return object(visit: visit)
    case UInt8(ascii: "["): return array(visit: visit)
    case UInt8(ascii: "\""): return string() != nil
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    default: return word("true") || word("false") || word("null")
    }
  }

  private mutating func object(visit: (Step, Int) -> Bool) -> Bool {
    place += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      skipSpace()
      guard let key = string() else { return false }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { return false }
      skipSpace()
      guard visit(.key(key), place), value(visit: { _, _ in true }) else { return false }
      skipSpace()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  private mutating func array(visit: (Step, Int) -> Bool) -> Bool {
    place += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return true }
    var index = 0
    repeat {
      skipSpace()
      guard visit(.index(index), place), value(visit: { _, _ in true }) else { return false }
      index += 1
      skipSpace()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]"))
  }

  /// A string; its raw content, escapes left as they stand.
  private mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = place
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: bytes[start..<place - 1], as: UTF8.self)
      case 0..<0x20: return nil
      case UInt8(ascii: "\\"):
        place += 1
        guard let escape = current, "\"\\/bfnrtu".utf8.contains(escape) else { return nil }
        place += 1
        if escape == UInt8(ascii: "u") {
          for _ in 0..<4 {
            guard let digit = current, Character(Unicode.Scalar(digit)).isHexDigit else { return nil }
            place += 1
          }
        }
      default: place += 1
      }
    }
    return nil
  }

  private mutating func digits() -> Bool {
    let start = place
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place > start
  }

  private mutating func number() -> Bool {
    _ = take(UInt8(ascii: "-"))
    guard digits() else { return false }
    if take(UInt8(ascii: ".")), !digits() { return false }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      return digits()
    }
    return true
  }

  private mutating func word(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    guard bytes[place...].starts(with: wanted) else { return false }
    place += wanted.count
    return true
  }
}
