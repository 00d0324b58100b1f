/// A list that a store file leaves out when it is empty, so that a task of few words stays a few lines.
@propertyWrapper
package struct Listed<Element: Codable & Hashable & Sendable>: Hashable, Sendable {
  /// The list.
  package var wrappedValue: [Element]

  /// A list, empty unless said.
  package init(wrappedValue: [Element]) { self.wrappedValue = wrappedValue }
}

extension Listed: Codable {
  /// Reads a JSON array.
  package init(from decoder: any Decoder) throws {
    wrappedValue = try decoder.singleValueContainer().decode([Element].self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}

// The compiler's Codable calls these instead of the general ones for every `@Listed` property.
extension KeyedDecodingContainer {
  package func decode<Element>(_ type: Listed<Element>.Type, forKey key: Key) throws -> Listed<Element> {
    try decodeIfPresent(type, forKey: key) ?? Listed(wrappedValue: [])
  }
}

extension KeyedEncodingContainer {
  package mutating func encode<Element>(_ value: Listed<Element>, forKey key: Key) throws {
    if !value.wrappedValue.isEmpty { try encodeIfPresent(Optional(value.wrappedValue), forKey: key) }
  }
}
