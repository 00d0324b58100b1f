/// A place in a text: line and column from 1, columns in characters.
package struct TextPosition: Sendable, Equatable {
  /// Line, from 1.
  package let line: Int
  /// Column, from 1.
  package let column: Int
}

/// Why a text could not be read.
package enum JSONError: Error, Equatable {
  /// It is no JSON from this place on.
  case syntax(TextPosition)
  /// A value is not what it must be; the way to it, as in `tasks[3].stage`.
  case value(path: String, TextPosition)
}

/// JSON in which everything has a place: what is wrong with it, and keys that nobody asked for.
///
///     try JSONText(bytes).object().int("format")  // or an error with its line and column
package struct JSONText {
  private let tape: JSONTape

  /// Takes a text apart.
  /// - Throws: `JSONError.syntax`.
  package init(_ bytes: [UInt8]) throws(JSONError) {
    do throws(JSONTape.SyntaxError) {
      tape = try JSONTape(bytes)
    } catch {
      throw .syntax(JSONTape.place(of: error.offset, in: bytes))
    }
  }

  /// The object that the text is.
  /// - Throws: `JSONError.value` where it is something else.
  package func object() throws(JSONError) -> JSONObject {
    let root = JSONObject(tape: tape, index: 0)
    guard tape.nodes[0].kind == .object else { throw root.error }
    return root
  }

  /// The first key that nobody asked for; to be asked once everything was read.
  package var firstUnaskedKey: (key: String, place: TextPosition)? {
    tape.firstUnaskedKey().map { ($0.key, JSONTape.place(of: $0.offset, in: tape.bytes)) }
  }
}

/// An object of a text. Asking for a key marks it as known. A key whose value is null counts as absent.
package struct JSONObject {
  let tape: JSONTape
  let index: Int

  /// That this object is not what it must be.
  package var error: JSONError { tape.error(at: index) }

  /// That the value of a key is not what it must be; where there is none, the object itself.
  package func error(at key: StaticString) -> JSONError { tape.error(at: find(key) ?? index) }

  /// The node of a key's value. Keys are compared byte by byte: none of ours has an escape.
  func find(_ key: StaticString) -> Int? {
    let wanted = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    return tape.bytes.withUnsafeBufferPointer { bytes in
      tape.nodes.withUnsafeBufferPointer { nodes in
        var child = index + 1
        let end = Int(nodes[index].next)
        while child < end {
          let node = nodes[child]
          if Int(node.end - node.start) == wanted.count {
            var same = 0
            while same < wanted.count, bytes[Int(node.start) + same] == wanted[same] { same += 1 }
            if same == wanted.count {
              tape.isAsked[child] = true
              return nodes[child + 1].kind == .null ? nil : child + 1
            }
          }
          child = Int(nodes[child + 1].next)
        }
        return nil
      }
    }
  }

  /// A text that may be absent.
  package func optionalText(_ key: StaticString) throws(JSONError) -> String? {
    guard let place = find(key) else { return nil }
    return try tape.string(place)
  }

  /// A text.
  package func text(_ key: StaticString) throws(JSONError) -> String {
    guard let text = try optionalText(key) else { throw error }
    return text
  }

  /// A whole number that may be absent.
  package func optionalInt(_ key: StaticString) throws(JSONError) -> Int? {
    guard let place = find(key) else { return nil }
    return try tape.integer(place)
  }

  /// A whole number.
  package func int(_ key: StaticString) throws(JSONError) -> Int {
    guard let number = try optionalInt(key) else { throw error }
    return number
  }

  /// A number.
  package func number(_ key: StaticString) throws(JSONError) -> Double {
    guard let place = find(key) else { throw error }
    return try tape.double(place)
  }

  /// True or false; nil where it is absent.
  package func optionalBool(_ key: StaticString) throws(JSONError) -> Bool? {
    guard let place = find(key) else { return nil }
    switch tape.nodes[place].kind {
    case .yes: return true
    case .no: return false
    default: throw tape.error(at: place)
    }
  }

  /// An object that may be absent.
  package func optionalObject(_ key: StaticString) throws(JSONError) -> JSONObject? {
    guard let place = find(key) else { return nil }
    guard tape.nodes[place].kind == .object else { throw tape.error(at: place) }
    return JSONObject(tape: tape, index: place)
  }

  /// An object.
  package func object(_ key: StaticString) throws(JSONError) -> JSONObject {
    guard let object = try optionalObject(key) else { throw error }
    return object
  }

  /// The objects of a list; none where it is absent.
  package func objects(_ key: StaticString) throws(JSONError) -> [JSONObject] {
    let items = try items(key)
    for item in items where tape.nodes[item].kind != .object { throw tape.error(at: item) }
    return items.map { JSONObject(tape: tape, index: $0) }
  }

  /// Where a list and the values in it stand in the text, in bytes; nil where it is absent or no list.
  package func places(_ key: StaticString) -> (list: Range<Int>, values: [Range<Int>])? {
    guard let place = find(key), tape.nodes[place].kind == .array, let items = try? items(key) else {
      return nil
    }
    func range(_ node: Int) -> Range<Int> { Int(tape.nodes[node].start)..<Int(tape.nodes[node].end) }
    return (range(place), items.map(range))
  }

  /// The texts of a list; none where it is absent.
  package func texts(_ key: StaticString) throws(JSONError) -> [String] {
    var texts: [String] = []
    for item in try items(key) { texts.append(try tape.string(item)) }
    return texts
  }

  private func items(_ key: StaticString) throws(JSONError) -> [Int] {
    guard let place = find(key) else { return [] }
    guard tape.nodes[place].kind == .array else { throw tape.error(at: place) }
    var (items, child) = ([Int](), place + 1)
    let end = Int(tape.nodes[place].next)
    while child < end {
      items.append(child)
      child = Int(tape.nodes[child].next)
    }
    return items
  }
}
