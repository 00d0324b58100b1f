/// A JSON value as data, for what has no type of its own: what a journal record says of a file.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number that is no whole one, or too large to be one.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The value of a whole text. Of two equal keys the first one counts, and a key whose value is null as absent, as
  /// everywhere in our files.
  /// - Throws: `JSONError`.
  package init(_ bytes: [UInt8]) throws(JSONError) {
    self = try JSONText(bytes).object().value()
  }

  /// The value of a key of an object; nil where there is none, or no object.
  package subscript(key: String) -> JSONValue? {
    get { if case .object(let members) = self { members[key] } else { nil } }
    set {
      guard case .object(var members) = self else { return }
      members[key] = newValue
      self = .object(members)
    }
  }

  /// The text that it is.
  package var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The whole number that it is.
  package var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  /// The list that it is; empty for anything else.
  package var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  /// What an element of a list is known by: its `id`, a text or a number, else the `unit` that it speaks of, else its
  /// `name`.
  package var id: String? {
    self["id"]?.text ?? self["id"]?.integer.map(String.init) ?? self["unit"]?.text ?? self["name"]?.text
  }
}

extension JSONObject {
  /// Everything in it as data; all of its keys count as known.
  package func value() throws(JSONError) -> JSONValue { try tape.value(index) }

  /// Its keys in their order, one that stands in it twice twice.
  package func keys() throws(JSONError) -> [String] {
    var keys: [String] = []
    var child = index + 1
    while child < Int(tape.nodes[index].next) {
      keys.append(try tape.string(child))
      child = Int(tape.nodes[child + 1].next)
    }
    return keys
  }

  /// The value of a key as data; nil where it is absent.
  package func optionalValue(_ key: StaticString) throws(JSONError) -> JSONValue? {
    guard let place = find(key) else { return nil }
    return try tape.value(place)
  }
}

extension JSONTape {
  fileprivate func value(_ index: Int) throws(JSONError) -> JSONValue {
    let node = nodes[index]
    switch node.kind {
    case .null: return .null
    case .yes: return .bool(true)
    case .no: return .bool(false)
    case .string, .escapedString: return .string(try string(index))
    case .number:
      if let number = try? integer(index) { return .integer(number) }
      let number = try double(index)
      return Int(exactly: number).map(JSONValue.integer) ?? .number(number)
    case .array:
      var items: [JSONValue] = []
      var child = index + 1
      while child < Int(node.next) {
        items.append(try value(child))
        child = Int(nodes[child].next)
      }
      return .array(items)
    case .object:
      var members: [String: JSONValue] = [:]
      var child = index + 1
      while child < Int(node.next) {
        isAsked[child] = true
        let key = try string(child)
        let value = try value(child + 1)
        if members[key] == nil, value != .null { members[key] = value }
        child = Int(nodes[child + 1].next)
      }
      return .object(members)
    }
  }
}
