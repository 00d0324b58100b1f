/// A list that a store file leaves out when it is empty, so that a task of few words stays a few lines.
///
/// It asks nothing of its elements: what it asked, the Swift runtime would look up for each type at every start.
@propertyWrapper
package struct Listed<Element> {
  /// The list.
  package var wrappedValue: [Element]

  /// A list.
  package init(wrappedValue: [Element]) { self.wrappedValue = wrappedValue }
}

extension Listed: Sendable where Element: Sendable {}
extension Listed: Equatable where Element: Equatable {}
extension Listed: Hashable where Element: Hashable {}

extension Listed: Encodable where Element: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}

// The compiler's Encodable calls this instead of the general one for every `@Listed` property.
extension KeyedEncodingContainer {
  package mutating func encode<Element: Encodable>(_ value: Listed<Element>, forKey key: Key) throws {
    if !value.wrappedValue.isEmpty { try encodeIfPresent(Optional(value.wrappedValue), forKey: key) }
  }
}
