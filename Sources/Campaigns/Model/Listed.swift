/// A list that a store file leaves out when it is empty, so that a task of few words stays a few lines.
@propertyWrapper
package struct Listed<Element: Encodable & Hashable & Sendable>: Hashable, Sendable {
  /// The list.
  package var wrappedValue: [Element]

  /// A list, empty unless said.
  package init(wrappedValue: [Element]) { self.wrappedValue = wrappedValue }
}

extension Listed: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}

// The compiler's Encodable calls this instead of the general one for every `@Listed` property.
extension KeyedEncodingContainer {
  package mutating func encode<Element>(_ value: Listed<Element>, forKey key: Key) throws {
    if !value.wrappedValue.isEmpty { try encodeIfPresent(Optional(value.wrappedValue), forKey: key) }
  }
}
