extension JSONValue: Encodable {
  package func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? ValueEncoder {
      encoder.value = self
      return
    }
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// A value as data. Everything that is written goes through here: the library's encoder takes ten times as long, and what changes a
  /// thousand files would be waited for (docs/decisions/reading-json.md).
  ///
  ///     try JSONValue(encoding: task)["title"]?.text  // "召开动员会"
  ///
  /// - Throws: `EncodingError` where it has a number that JSON does not have.
  package init(encoding value: some Encodable) throws {
    let encoder = ValueEncoder(codingPath: [])
    try value.encode(to: encoder)
    self = encoder.result
  }
}

/// Takes what the compiler's `encode(to:)` hands over.
private final class ValueEncoder: Encoder {
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  /// What was encoded, where that is no object or list of containers.
  var value: JSONValue?
  /// Containers that are filled after they were asked for, and where they go: at a key, or in order.
  var later: [(key: String, place: Int, ValueEncoder)] = []

  init(codingPath: [any CodingKey]) { self.codingPath = codingPath }

  /// What was encoded: an empty object where nothing was.
  var result: JSONValue {
    guard !later.isEmpty else { return value ?? .object([:]) }
    var value = value ?? .object([:])
    for (key, place, encoder) in later {
      switch value {
      case .object(var members):
        members[key] = encoder.result
        value = .object(members)
      case .array(var items):
        items[place] = encoder.result
        value = .array(items)
      case .null, .bool, .integer, .number, .string: value = encoder.result
      }
    }
    return value
  }

  func set(_ member: JSONValue, at key: String) {
    guard case .object(var members)? = value else { return }
    // Nobody else has it meanwhile: it is not copied.
    value = nil
    members[key] = member
    value = .object(members)
  }

  func append(_ item: JSONValue) {
    guard case .array(var items)? = value else { return }
    value = nil
    items.append(item)
    value = .array(items)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    value = .object([:])
    return KeyedEncodingContainer(KeyedValues(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    value = .array([])
    return ListedValues(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleValue(encoder: self) }

  /// A value as data, by the shortest way.
  func data(_ value: some Encodable) throws -> JSONValue {
    let encoder = ValueEncoder(codingPath: codingPath)
    try value.encode(to: encoder)
    return encoder.result
  }

  func number(_ value: Double) throws -> JSONValue {
    guard value.isFinite else {
      throw EncodingError.invalidValue(value, .init(codingPath: codingPath, debugDescription: "not finite"))
    }
    return Int(exactly: value).map(JSONValue.integer) ?? .number(value)
  }

  func integer(_ value: some BinaryInteger) -> JSONValue {
    Int(exactly: value).map(JSONValue.integer) ?? .number(Double(value))
  }
}

private struct KeyedValues<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  func encodeNil(forKey key: Key) { encoder.set(.null, at: key.stringValue) }
  func encode(_ value: Bool, forKey key: Key) { encoder.set(.bool(value), at: key.stringValue) }
  func encode(_ value: String, forKey key: Key) { encoder.set(.string(value), at: key.stringValue) }
  func encode(_ value: Int, forKey key: Key) { encoder.set(.integer(value), at: key.stringValue) }
  func encode(_ value: Double, forKey key: Key) throws {
    encoder.set(try encoder.number(value), at: key.stringValue)
  }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    encoder.set(try encoder.data(value), at: key.stringValue)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    superEncoder(at: key.stringValue).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    superEncoder(at: key.stringValue).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { superEncoder(at: "super") }
  func superEncoder(forKey key: Key) -> any Encoder { superEncoder(at: key.stringValue) }

  private func superEncoder(at key: String) -> ValueEncoder {
    let nested = ValueEncoder(codingPath: codingPath)
    encoder.later.append((key, 0, nested))
    return nested
  }
}

private struct ListedValues: UnkeyedEncodingContainer {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { encoder.value?.items.count ?? 0 }

  func encodeNil() { encoder.append(.null) }
  func encode(_ value: String) { encoder.append(.string(value)) }
  func encode(_ value: some Encodable) throws { encoder.append(try encoder.data(value)) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    nested().container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }
  func superEncoder() -> any Encoder { nested() }

  private func nested() -> ValueEncoder {
    let nested = ValueEncoder(codingPath: codingPath)
    encoder.later.append(("", count, nested))
    encoder.append(.null)
    return nested
  }
}

private struct SingleValue: SingleValueEncodingContainer {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  func encodeNil() { encoder.value = .null }
  func encode(_ value: Bool) { encoder.value = .bool(value) }
  func encode(_ value: String) { encoder.value = .string(value) }
  func encode(_ value: Double) throws { encoder.value = try encoder.number(value) }
  func encode(_ value: Float) throws { encoder.value = try encoder.number(Double(value)) }
  func encode(_ value: Int) { encoder.value = .integer(value) }
  func encode(_ value: Int8) { encoder.value = encoder.integer(value) }
  func encode(_ value: Int16) { encoder.value = encoder.integer(value) }
  func encode(_ value: Int32) { encoder.value = encoder.integer(value) }
  func encode(_ value: Int64) { encoder.value = encoder.integer(value) }
  func encode(_ value: UInt) { encoder.value = encoder.integer(value) }
  func encode(_ value: UInt8) { encoder.value = encoder.integer(value) }
  func encode(_ value: UInt16) { encoder.value = encoder.integer(value) }
  func encode(_ value: UInt32) { encoder.value = encoder.integer(value) }
  func encode(_ value: UInt64) { encoder.value = encoder.integer(value) }
  func encode(_ value: some Encodable) throws { encoder.value = try encoder.data(value) }
}
