/// Takes JSON text apart (RFC 8259), checking everything: structure, numbers, escapes, UTF-8.
struct JSONParser {
  private let text: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var nodes: [JSONTape.Node] = []
  private static let deepest = 128

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    nodes.reserveCapacity(text.count / 16)
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The nodes of a whole text.
  static func nodes(of bytes: [UInt8]) throws(JSONTape.SyntaxError) -> [JSONTape.Node] {
    let (nodes, failure): ([JSONTape.Node], Int?) = bytes.withUnsafeBufferPointer { text in
      var parser = JSONParser(text)
      guard parser.value(depth: 0) else { return ([], parser.place) }
      parser.skipSpace()
      return (parser.nodes, parser.place == text.count ? nil : parser.place)
    }
    if let failure { throw JSONTape.SyntaxError(offset: failure) }
    return nodes
  }

  @inline(__always)
  private mutating func skipSpace() {
    while place < text.count,
      text[place] == 0x20 || text[place] == 0x0A || text[place] == 0x0D || text[place] == 0x09
    {
      place += 1
    }
  }

  private mutating func value(depth: Int) -> Bool {
    skipSpace()
    guard place < text.count, depth < JSONParser.deepest else { return false }
    let start = place
    switch text[place] {
    case UInt8(ascii: "{"): return list(depth, isObject: true)
    case UInt8(ascii: "["): return list(depth, isObject: false)
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "t"): return word("true", .yes)
    case UInt8(ascii: "f"): return word("false", .no)
    case UInt8(ascii: "n"): return word("null", .null)
    default:
      guard number() else { return false }
      append(.number, start, place)
      return true
    }
  }

  private mutating func append(_ kind: JSONTape.Kind, _ start: Int, _ end: Int) {
    nodes.append(
      JSONTape.Node(kind: kind, start: Int32(start), end: Int32(end), next: Int32(nodes.count + 1)))
  }

  private mutating func list(_ depth: Int, isObject: Bool) -> Bool {
    let index = nodes.count
    append(isObject ? .object : .array, place, place)
    let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    place += 1
    skipSpace()
    var isFirst = true
    while place < text.count, text[place] != close || !isFirst {
      isFirst = false
      if isObject {
        guard place < text.count, text[place] == UInt8(ascii: "\""), string() else {
          return false
        }
        skipSpace()
        guard place < text.count, text[place] == UInt8(ascii: ":") else { return false }
        place += 1
      }
      guard value(depth: depth + 1) else { return false }
      skipSpace()
      guard place < text.count else { return false }
      if text[place] == close { break }
      guard text[place] == UInt8(ascii: ",") else { return false }
      place += 1
      skipSpace()
    }
    guard place < text.count else { return false }
    place += 1
    nodes[index].end = Int32(place)
    nodes[index].next = Int32(nodes.count)
    return true
  }

  private mutating func string() -> Bool {
    place += 1
    let start = place
    var kind = JSONTape.Kind.string
    while place < text.count {
      let byte = text[place]
      if byte == UInt8(ascii: "\"") {
        append(kind, start, place)
        place += 1
        return true
      }
      guard byte < 0x80 else {
        guard multibyte(byte) else { return false }
        continue
      }
      guard byte >= 0x20 else { return false }
      place += 1
      guard byte == UInt8(ascii: "\\") else { continue }
      kind = .escapedString
      guard place < text.count, "\"\\/bfnrtu".utf8.contains(text[place]) else { return false }
      place += 1
    }
    return false
  }

  /// A character of two to four bytes in well-formed UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
  private mutating func multibyte(_ lead: UInt8) -> Bool {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return false
    }
    guard place + length <= text.count, second.contains(text[place + 1]) else { return false }
    for offset in 2..<max(2, length) where text[place + offset] & 0xC0 != 0x80 { return false }
    place += length
    return true
  }

  private mutating func number() -> Bool {
    func take(_ byte: UInt8) -> Bool {
      guard place < text.count, text[place] == byte else { return false }
      place += 1
      return true
    }
    func digits() -> Bool {
      let start = place
      while place < text.count, text[place] >= UInt8(ascii: "0"), text[place] <= UInt8(ascii: "9") {
        place += 1
      }
      return place > start
    }
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      // No figure may follow a leading zero: 01 is no number.
      if place < text.count, text[place] >= UInt8(ascii: "0"), text[place] <= UInt8(ascii: "9") {
        return false
      }
    } else {
      guard digits() else { return false }
    }
    if take(UInt8(ascii: ".")), !digits() { return false }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      return digits()
    }
    return true
  }

  private mutating func word(_ word: StaticString, _ kind: JSONTape.Kind) -> Bool {
    let start = place
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    for byte in wanted {
      guard place < text.count, text[place] == byte else { return false }
      place += 1
    }
    append(kind, start, place)
    return true
  }
}
