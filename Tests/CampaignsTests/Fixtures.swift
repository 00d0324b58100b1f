import CampaignStore
import Campaigns
import Foundation
import ReferenceData
import Testing

/// Plans of 2011 and 2014 with every task registered, made from the facts of two real documents.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  static func campaign(_ code: String) throws -> Campaign {
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: "\(code).json")))
    let reading = try StoredJSON.campaign(bytes, file: "\(code).json")
    #expect(reading.unknownKey == nil)
    return reading.value
  }

  /// The lines of a table but for remarks, taken apart at spaces.
  static func table(_ name: String) throws -> [[Substring]] {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ") }
  }

  static let units = UnitRegistry(units: [
    Unit(id: "dangban", name: "党办", kind: .department, aliases: ["院党办"]),
    Unit(id: "jianchashi", name: "监察室", kind: .department),
    Unit(id: "tuanwei", name: "团委", kind: .department),
    Unit(id: "zhibu1", name: "第一支部", kind: .branch), Unit(id: "zhibu2", name: "第二支部", kind: .branch),
    Unit(id: "zhibu3", name: "第三支部", kind: .branch),
    Unit(
      id: "gezhibu", name: "各支部", kind: .collective,
      members: ["zhibu1", "zhibu2", "zhibu3"].map { Unit.Membership(unit: $0) }),
  ])

  static func context(_ today: String) throws -> ActContext {
    let today = try day(today)
    let noon = Moment(seconds: today.number * 86_400 + 4 * 3_600)
    return ActContext(
      judge: Judge(today: today, calendar: chinese, units: units), stamp: Stamp(at: noon, by: "党办干事"))
  }

  static func judge(_ today: String, lights: LightProfile = .usual, events: [NamedEvent] = []) throws
    -> Judge
  {
    Judge(today: try day(today), calendar: chinese, lights: lights, events: events, units: units)
  }
}
