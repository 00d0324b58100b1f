/// JSON text taken apart into a flat list of values, each with its place in the text. What is wrong with a file can
/// then be said with line and column, and what nobody asked for is seen (docs/decisions/reading-json.md).
final class JSONTape {
  enum Kind: UInt8 { case object, array, string, escapedString, number, yes, no, null }

  /// A value. Objects and arrays are followed by what is in them; in an object keys and values alternate.
  struct Node {
    var kind: Kind
    /// Where it begins in the text; for a string, behind the quotation mark.
    var start: Int32
    /// Where it ends in the text.
    var end: Int32
    /// The index of the node behind it and all that is in it.
    var next: Int32
  }

  /// Why the text is no JSON, and where.
  struct SyntaxError: Error { var offset: Int }

  let bytes: [UInt8]
  let nodes: [Node]
  /// Keys that somebody asked for.
  var isAsked: [Bool]

  init(_ bytes: [UInt8]) throws(SyntaxError) {
    guard bytes.count < Int(Int32.max) else { throw SyntaxError(offset: 0) }
    self.bytes = bytes
    nodes = try JSONParser.nodes(of: bytes)
    isAsked = [Bool](repeating: false, count: nodes.count)
  }
}

extension JSONTape {
  /// The text of a string node; nil where an escape is half a surrogate pair or none. The parser has checked the rest.
  func text(_ index: Int) -> String? {
    let node = nodes[index]
    guard node.kind == .escapedString else {
      return bytes.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[Int(node.start)..<Int(node.end)]), as: UTF8.self)
      }
    }
    let slice = bytes[Int(node.start)..<Int(node.end)]
    var plain: [UInt8] = []
    plain.reserveCapacity(slice.count)
    var place = slice.startIndex
    while place < slice.endIndex {
      guard slice[place] == UInt8(ascii: "\\"), place + 1 < slice.endIndex else {
        plain.append(slice[place])
        place += 1
        continue
      }
      place += 2
      switch slice[place - 1] {
      case UInt8(ascii: "b"): plain.append(0x08)
      case UInt8(ascii: "f"): plain.append(0x0C)
      case UInt8(ascii: "n"): plain.append(0x0A)
      case UInt8(ascii: "r"): plain.append(0x0D)
      case UInt8(ascii: "t"): plain.append(0x09)
      case UInt8(ascii: "u"):
        guard let scalar = escapedScalar(slice, &place) else { return nil }
        plain += Array(String(Character(scalar)).utf8)
      default: plain.append(slice[place - 1])
      }
    }
    return String(validating: plain, as: UTF8.self)
  }

  /// The code point of `\u4E00`, or of two of them for one beyond the first plane.
  private func escapedScalar(_ slice: ArraySlice<UInt8>, _ place: inout Int) -> Unicode.Scalar? {
    func unit() -> UInt32? {
      guard place + 4 <= slice.endIndex else { return nil }
      defer { place += 4 }
      var value: UInt32 = 0
      for byte in slice[place..<place + 4] {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
        value = value * 16 + UInt32(digit)
      }
      return value
    }
    guard let first = unit() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard place + 1 < slice.endIndex, slice[place] == UInt8(ascii: "\\"),
      slice[place + 1] == UInt8(ascii: "u")
    else {
      return nil
    }
    place += 2
    guard let second = unit(), (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
  }

  /// The way to a node, as in `tasks[3].stage`.
  func path(to index: Int) -> String {
    var (path, current) = ("", 0)
    while current < index {
      var (child, position) = (current + 1, 0)
      let isObject = nodes[current].kind == .object
      guard isObject || nodes[current].kind == .array else { break }
      while child < Int(nodes[current].next) {
        let value = isObject ? child + 1 : child
        if index == child || index < Int(nodes[value].next) {
          let key = isObject ? text(child) ?? "" : ""
          path += isObject ? (path.isEmpty ? key : ".\(key)") : "[\(position)]"
          if index == child { return path }
          current = value
          break
        }
        child = Int(nodes[value].next)
        position += 1
      }
    }
    return path
  }

  /// The first key that nobody asked for, with its offset. Only to be asked after decoding.
  func firstUnaskedKey() -> (key: String, offset: Int)? {
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      if node.kind == .object {
        var child = index + 1
        while child < Int(node.next) {
          if !isAsked[child] { return (text(child) ?? "", Int(nodes[child].start) - 1) }
          child = Int(nodes[child + 1].next)
        }
      }
      index += 1
    }
    return nil
  }

  static func place(of offset: Int, in bytes: [UInt8]) -> TextPosition {
    let newline = UInt8(ascii: "\n")
    let before = bytes[..<min(offset, bytes.count)]
    let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    return TextPosition(
      line: before.count { $0 == newline } + 1, column: before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// That a value is not what it must be.
  func error(at index: Int) -> JSONError {
    .value(path: path(to: index), JSONTape.place(of: Int(nodes[index].start), in: bytes))
  }

  func string(_ index: Int) throws(JSONError) -> String {
    guard nodes[index].kind == .string || nodes[index].kind == .escapedString, let text = text(index) else {
      throw error(at: index)
    }
    return text
  }

  /// A whole number that every JSON reader has exactly (RFC 8259, 6): ±(2⁵³ − 1). Sums of larger ones could overflow.
  func integer(_ index: Int) throws(JSONError) -> Int {
    guard let number = Int(number(index)), number.magnitude < 1 << 53 else { throw error(at: index) }
    return number
  }

  func double(_ index: Int) throws(JSONError) -> Double {
    guard let number = Double(number(index)), number.isFinite else { throw error(at: index) }
    return number
  }

  private func number(_ index: Int) -> String {
    let node = nodes[index]
    return node.kind == .number ? String(decoding: bytes[Int(node.start)..<Int(node.end)], as: UTF8.self) : ""
  }
}
