extension JSONValue {
  /// How a text of JSON is laid out.
  package enum Layout: Sendable {
    /// In one line.
    case line
    /// A line for each member and item, two spaces further in than what it is in.
    case indented
  }

  /// The value as text in UTF-8, without a newline at its end: keys in the order of their bytes, so that equal values are
  /// equal texts.
  ///
  ///     JSONValue.object(["id": .integer(1)]).bytes(.line)  // {"id":1}
  package func bytes(_ layout: Layout) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self)
    return writer.bytes
  }
}

private struct JSONWriter {
  let layout: JSONValue.Layout
  var bytes: [UInt8] = []
  private var depth = 0

  init(layout: JSONValue.Layout) { self.layout = layout }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .number(let number): bytes += number.description.utf8
    case .string(let text): write(text)
    case .array(let items):
      list("[", "]", items) { writer, item in writer.write(item) }
    case .object(let members):
      list("{", "}", members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        writer, member in
        writer.write(member.key)
        writer.bytes += (writer.layout == .indented ? " : " : ":").utf8
        writer.write(member.value)
      }
    }
  }

  private mutating func list<Item>(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ items: [Item],
    _ body: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    depth += 1
    for (place, item) in items.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine()
      body(&self, item)
    }
    // An empty one has an empty line in it.
    if items.isEmpty, layout == .indented { bytes.append(UInt8(ascii: "\n")) }
    depth -= 1
    newLine()
    bytes.append(UInt8(ascii: closing))
  }

  private mutating func newLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes += [UInt8(ascii: " "), UInt8(ascii: " ")] }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      for byte in utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x08: bytes += "\\b".utf8
        case 0x09: bytes += "\\t".utf8
        case 0x0A: bytes += "\\n".utf8
        case 0x0C: bytes += "\\f".utf8
        case 0x0D: bytes += "\\r".utf8
        case ..<0x20: bytes += ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
