import CampaignStore
import Campaigns
import Foundation
import PlacedJSON
import ReferenceData
import Testing

struct JSONTests {
  private func error(_ text: String) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONText(Array(text.utf8)).object()
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("{}", nil), ("{\"a\":[1,2.5e-3,true,false,null,\"x\\u4E00\"]}", nil), (" { \"a\" : { } } \n", nil),
      ("", (1, 1)),
      ("{", (1, 2)), ("{\"a\":1,}", (1, 8)), ("{\"a\" 1}", (1, 6)), ("{\n  \"党\" : tru\n}", (2, 12)),
      ("{}x", (1, 3)),
      ("{\"a\":01}", (1, 7)), ("{\"a\":\"\u{1}\"}", (1, 7)), ("{\"a\":\"\\x\"}", (1, 8)),
      ("{\"a\":-}", (1, 7)), ("{\"a\":1.}", (1, 8)),
      ("{a:1}", (1, 2)), ("{\"a\":[1 2]}", (1, 9)), ("\u{FEFF}{}", nil),
      (String(repeating: "[", count: 100_000), (1, 129)),
    ] as [(String, (Int, Int)?)])
  func syntaxErrorsHavePlaces(text: String, place: (Int, Int)?) {
    guard let place else { return #expect(error(text) == nil, "\(text)") }
    guard case .syntax(let found) = error(text) else { Issue.record("\(text) was read"); return }
    #expect(found.line == place.0 && found.column == place.1, "\(text.prefix(40)): \(found)")
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8],
    ] as [[UInt8]])
  func brokenUTF8IsRefused(bytes: [UInt8]) {
    let text = Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8)
    #expect(throws: JSONError.self) { try JSONText(text) }
  }

  @Test func escapes() throws {
    let object = try JSONText(
      Array(#"{"a":"\"\\\/\b\f\n\r\t\u515a\uD83D\uDE00","b":"\uD83D","c":"\uDE00"}"#.utf8)
    ).object()
    #expect(try object.text("a") == "\"\\/\u{8}\u{C}\n\r\t党😀")
    #expect(throws: JSONError.self) { try object.text("b") }
    #expect(throws: JSONError.self) { try object.text("c") }
  }

  /// Nothing can be reckoned with numbers like these (Judge took them from others): the file is named instead.
  @Test(arguments: [
    ("9007199254740991", true), ("-9007199254740991", true), ("9007199254740992", false),
    ("-9007199254740992", false), ("9223372036854775807", false), ("-9223372036854775808", false),
    ("9223372036854775808", false),
  ])
  func wholeNumbersAreThoseOfAnyJSONReader(number: String, isRead: Bool) throws {
    let text = """
      {"code":"h26","format":1,"nextTask":2,"revision":1,"state":"open","title":"要点","tasks":[{"id":"h26-1",
      "title":"评议","stage":"inProgress","percent":\(number),"deadline":{"kind":"date","text":"6月底前",
      "start":"2026-01-05","end":"2026-06-30"}}]}
      """
    do throws(DamagedFile) {
      let campaign = try StoredJSON.campaign(Array(text.utf8), file: "h26.json").value
      #expect(isRead)
      let rows = campaign.rows(Judge(today: Day(2026, 6, 22) ?? .epoch, calendar: .weekendsOnly))
      #expect(rows.count == 1)
    } catch {
      #expect(!isRead)
      #expect(error.flaw.kind == .wrongValue(path: "tasks[0].percent") && error.flaw.line == 2)
    }
  }

  /// The example in docs/format.md has every key there is, is read whole, and is written back as it stands.
  @Test(arguments: ["store.json", "units.json", "campaigns/h26.json", "journal"])
  func theDocumentedExampleIsTheCode(name: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/format.md")
      .standardized
    let parts = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "```")
    let body = try #require(parts.first { $0.hasPrefix("json \(name)\n") }?.dropFirst("json \(name)\n".count))
    let bytes = Array(body.utf8)
    let (unknown, again): (Ledger.Flaw?, [UInt8])
    switch name {
    case "store.json":
      let reading = try StoredJSON.settings(bytes, file: name)
      (unknown, again) = (reading.unknownKey, try StoredJSON.bytes(of: reading.value))
    case "units.json":
      let reading = try StoredJSON.units(bytes, file: name)
      (unknown, again) = (reading.unknownKey, try StoredJSON.bytes(of: reading.value))
    case "journal":
      let reading = try StoredJSON.record(bytes, file: name)
      (unknown, again) = (reading.unknownKey, try StoredJSON.bytes(of: reading.value))
    default:
      let reading = try StoredJSON.campaign(bytes, file: name)
      (unknown, again) = (reading.unknownKey, try StoredJSON.bytes(of: reading.value))
      for task in reading.value.tasks.prefix(1) {
        Self.expectEveryFieldFilled(task, "task")
        Self.expectEveryFieldFilled(task.log)
      }
      Self.expectEveryFieldFilled(reading.value, "campaign")
    }
    #expect(unknown == nil)
    #expect(String(decoding: again, as: UTF8.self) == String(body))
  }

  /// That no optional of a value is nil and no list empty, all the way down: the example shows every key.
  private static func expectEveryFieldFilled(_ value: Any, _ path: String) {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      guard let inner = mirror.children.first else { Issue.record("docs/format.md has no \(path)"); return }
      return expectEveryFieldFilled(inner.value, path)
    }
    // Of entries each kind has its own.
    if value is [LogEntry] { return }
    if mirror.displayStyle == .collection {
      guard let first = mirror.children.first else { Issue.record("docs/format.md has no \(path)"); return }
      return expectEveryFieldFilled(first.value, path + "[0]")
    }
    guard mirror.displayStyle == .struct, !(value is Day), !(value is Moment), !(value is String) else {
      return
    }
    for child in mirror.children {
      expectEveryFieldFilled(
        child.value, path + "." + (child.label ?? "?").replacingOccurrences(of: "_", with: ""))
    }
  }

  /// That every field of an entry is filled in one of them, those that only its kind has included.
  private static func expectEveryFieldFilled(_ log: [LogEntry]) {
    var (fields, filled): (Set<String>, Set<String>) = ([], [])
    func look(_ value: Any, _ path: String) {
      let mirror = Mirror(reflecting: value)
      if mirror.displayStyle == .optional || mirror.children.isEmpty {
        fields.insert(path)
        if mirror.displayStyle != .optional || !mirror.children.isEmpty { filled.insert(path) }
      } else {
        for child in mirror.children { look(child.value, path + "." + (child.label ?? "")) }
      }
    }
    for entry in log {
      for child in Mirror(reflecting: entry).children { look(child.value, child.label ?? "") }
    }
    #expect(fields.subtracting(filled).isEmpty, "docs/format.md has no such entry")
    #expect(fields.isSuperset(of: ["kind.progress.count", "kind.extensionDecided.request"]), "\(fields)")
    #expect(
      Set(log.map(\.kind.name)) == [.progress, .correction, .instruction, .chase, .extension, .completed])
  }

  /// Every kind of entry is read with what it has, and written as it stood; what another kind has is a key that is not known.
  @Test(arguments: LogEntry.Kind.Name.allCases)
  func entriesOfEveryKind(kind: LogEntry.Kind.Name) throws {
    let own: [LogEntry.Kind.Name: [String]] = [
      .progress: ["percent", "count", "refersTo"], .instruction: ["answeredBy"], .chase: ["level", "number"],
      .correction: ["refersTo"], .extension: ["until", "percent"],
    ]
    let values = [
      "percent": "60", "count": "2", "refersTo": "1", "answeredBy": "3", "level": "2", "number": "1",
      "until": "\"2026-12-25\"", "isApproved": "true",
    ]
    func reading(_ key: String) throws -> (StoredJSON.Reading<Campaign>, String) {
      let json = """
        {"code":"h26","format":1,"nextTask":1,"revision":1,"state":"open","title":"要点","log":[{
        "at":"2026-11-18T09:30:00+08:00","by":"党办干事","id":4,"kind":"\(kind.rawValue)","on":"2026-11-17","text":"x",
        "unit":"党委书记","via":"电话","struckBy":5,"\(key)":\(values[key] ?? "")}]}
        """
      return (try StoredJSON.campaign(Array(json.utf8), file: "h26.json"), json)
    }
    for key in values.keys.sorted() {
      let (campaign, json) = try reading(key)
      let isOwn = own[kind]?.contains(key) == true || kind == .extension && key == "isApproved"
      #expect((campaign.unknownKey == nil) == isOwn, "\(kind) \(key)")
      guard isOwn else { continue }
      let written = try JSONValue(StoredJSON.bytes(of: campaign.value))["log"]
      #expect(try written == JSONValue(Array(json.utf8))["log"], "\(kind) \(key)")
    }
  }

  /// What stands for the days of an event, and where it is damaged.
  @Test(arguments: [
    (#"{"name":"汛期"}"#, nil), (#"{"name":"汛期","day":"2026-06-01"}"#, nil),
    (#"{"name":"汛期","day":"2026-06-01","until":"2026-09-30"}"#, nil),
    (#"{"name":"汛期","day":"2026-06-01","until":"2026-05-31"}"#, "events[0].until"),
    (#"{"name":"汛期","until":"2026-09-30"}"#, "events[0].until"),
    (#"{"name":"汛期","day":"2026-06-01","until":"9月30日"}"#, "events[0].until"),
  ])
  func theDaysOfAnEvent(event: String, damage: String?) throws {
    let bytes = Array("{\"format\":1,\"revision\":1,\"events\":[\n\(event)]}".utf8)
    do throws(DamagedFile) {
      let reading = try StoredJSON.settings(bytes, file: "store.json")
      #expect(damage == nil && reading.unknownKey == nil)
      let again = try StoredJSON.settings(StoredJSON.bytes(of: reading.value), file: "store.json").value
      #expect(again == reading.value)
      let written = String(decoding: try StoredJSON.bytes(of: reading.value), as: UTF8.self)
      #expect(written.contains("until") == event.contains("until"))
    } catch {
      #expect(error.flaw.kind == damage.map { .wrongValue(path: $0) } && error.flaw.line == 2, "\(error)")
    }
  }

  /// The sample is as this program writes it, and every file of it is read whole.
  @Test func theSampleIsInTheProgramsOwnForm() throws {
    let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../data").standardized
    var count = 0
    for folder in ["sample/archive", "live"] {
      for url in try FileManager.default.contentsOfDirectory(
        at: data.appending(path: folder), includingPropertiesForKeys: nil)
      {
        let bytes = try [UInt8](Data(contentsOf: url))
        let reading = try StoredJSON.campaign(bytes, file: url.lastPathComponent)
        #expect(reading.unknownKey == nil, "\(url.lastPathComponent)")
        #expect(try StoredJSON.bytes(of: reading.value) == bytes, "\(url.lastPathComponent)")
        count += 1
      }
    }
    #expect(count == 8)
  }
}
