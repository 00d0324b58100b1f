import Campaigns
import Foundation
import PlacedJSON
import TestSupport
import Testing

@testable import CampaignStore

/// What is written is byte for byte what the library's encoder writes: files of earlier versions stay as they are.
struct JSONWritingTests {
  private func expectAlike(_ value: some Encodable, _ comment: Comment? = nil) throws {
    let data = try JSONValue(encoding: value)
    for layout in [JSONValue.Layout.line, .indented] {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      if layout == .indented { encoder.outputFormatting.insert(.prettyPrinted) }
      let theirs = try Array(encoder.encode(value))
      #expect(
        String(decoding: data.bytes(layout), as: UTF8.self) == String(decoding: theirs, as: UTF8.self),
        comment)
    }
  }

  @Test(arguments: 1...40) func randomValuesAreWrittenAsTheLibraryDoes(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    func text() -> String {
      let scalars: [ClosedRange<UInt32>] = [
        0...0x7F, 0x20...0x7E, 0x80...0x9F, 0x4E00...0x9FFF, 0x2028...0x2029, 0x1F600...0x1F64F,
        0xFF01...0xFF5E,
      ]
      return String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...8, using: &numbers)).compactMap { _ in
            scalars.randomElement(using: &numbers).flatMap {
              Unicode.Scalar(UInt32.random(in: $0, using: &numbers))
            }
          }))
    }
    func value(_ depth: Int) -> JSONValue {
      switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &numbers) {
      case 0: .bool(Bool.random(using: &numbers))
      case 1: .integer(Int.random(in: -2_000_000...2_000_000, using: &numbers))
      case 2: .number(Double.random(in: -1000...1000, using: &numbers))
      case 3: .number([0.1, 1e-7, 1.5e300, 1e22, -0.25].randomElement(using: &numbers) ?? 0.5)
      case 4: .string(text())
      case 5: .array((0..<Int.random(in: 0...3, using: &numbers)).map { _ in value(depth - 1) })
      default:
        .object(
          Dictionary(
            (0..<Int.random(in: 0...4, using: &numbers)).map { _ in (text(), value(depth - 1)) }
          ) { first, _ in first })
      }
    }
    for _ in 0..<25 { try expectAlike(JSONValue.array([value(4)])) }
  }

  @Test func storesAreWrittenAsTheLibraryDoes() throws {
    for seed in 1...3 {
      var office = RandomOffice(seed: UInt64(seed), today: Day.epoch + 20_000)
      try expectAlike(office.units)
      try expectAlike(office.settings())
      try expectAlike(office.campaign("h26", tasks: 30), "\(seed)")
    }
  }

  /// Every way in which something may hand itself over.
  @Test func containersInContainersAreTaken() throws {
    struct Odd: Encodable {
      enum Key: CodingKey { case list, nested, nothing, small, half, owner }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeNil(forKey: .nothing)
        try container.encode(UInt8(7), forKey: .small)
        try container.encode(Float(0.5), forKey: .half)
        try "x".encode(to: container.superEncoder(forKey: .owner))
        var nested = container.nestedContainer(keyedBy: Key.self, forKey: .nested)
        try nested.encode(["b": 1, "a": 2], forKey: .list)
        var list = container.nestedUnkeyedContainer(forKey: .list)
        try list.encode(1)
        var inner = list.nestedContainer(keyedBy: Key.self)
        try inner.encode(true, forKey: .small)
        try list.encodeNil()
        var last = list.nestedUnkeyedContainer()
        try last.encode("last")
      }
    }
    try expectAlike(Odd())
    #expect(throws: EncodingError.self) { try JSONValue(encoding: [Double.infinity]) }
  }
}
