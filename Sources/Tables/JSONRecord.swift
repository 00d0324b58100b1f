/// What JSON says of something, key by key. Scripts rely on it: keys may be added, never changed. A key is always there; its
/// value is null where there is none.
///
///     let record: JSONRecord = ["name": unit.name, "mergedInto": unit.mergedInto]
package struct JSONRecord: Encodable, ExpressibleByDictionaryLiteral {
  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  private var fields: [(name: String, value: any Encodable)]

  /// A record of these keys.
  package init(dictionaryLiteral elements: (String, any Encodable)...) {
    fields = elements.map { (name: $0.0, value: $0.1) }
  }

  /// A record with the keys of another one among its own.
  package static func + (left: JSONRecord, right: JSONRecord) -> JSONRecord {
    var all = left
    all.fields += right.fields
    return all
  }

  package func encode(to encoder: any Encoder) throws {
    var json = encoder.container(keyedBy: Name.self)
    for (name, value) in fields { try json.encode(value, forKey: Name(name)) }
  }
}
