import Campaigns
import PlacedJSON

extension StoredJSON.Reading: Sendable where Value: Sendable {}

/// Reads and writes the store's files: JSON, pretty-printed with sorted keys, so that it reads well in a diff.
package enum StoredJSON {
  /// What a file says, and the key that this program does not know, if there is one.
  package struct Reading<Value> {
    /// What it says.
    package var value: Value
    /// A key that would be lost in writing.
    package var unknownKey: Ledger.Flaw?
    /// The format that the file has; older ones are read as ours.
    package var format = storeFormat
  }

  /// A campaign's file. `file` is its name for whoever has to look.
  package static func campaign(_ bytes: [UInt8], file: String) throws(DamagedFile) -> Reading<Campaign> {
    try read(bytes, file, .campaign) { json throws(JSONError) in try Campaign(json) }
  }

  /// The same, with the places of its tasks in the bytes; nil where it has no list of them.
  static func campaignWithPlaces(
    _ bytes: [UInt8], file: String
  ) throws(DamagedFile) -> (Reading<Campaign>, TaskPlaces?) {
    var places: TaskPlaces?
    let reading = try read(bytes, file, .campaign) { json throws(JSONError) -> Campaign in
      places = json.places("tasks").map { TaskPlaces(list: $0.list, tasks: $0.values) }
      return try Campaign(json)
    }
    return (reading, places)
  }

  /// `units.json`.
  package static func units(_ bytes: [UInt8], file: String) throws(DamagedFile) -> Reading<UnitRegistry> {
    try read(bytes, file, .units) { json throws(JSONError) in try UnitRegistry(json) }
  }

  /// `store.json`.
  package static func settings(_ bytes: [UInt8], file: String) throws(DamagedFile) -> Reading<StoreSettings> {
    try read(bytes, file, .settings) { json throws(JSONError) in try StoreSettings(json) }
  }

  /// A line of the journal.
  package static func record(_ bytes: [UInt8], file: String) throws(DamagedFile) -> Reading<JournalRecord> {
    try read(bytes, file, nil) { json throws(JSONError) in try JournalRecord(json) }
  }

  private static func read<Value>(
    _ bytes: [UInt8], _ file: String, _ kind: Migration.Kind?, _ make: (JSONObject) throws(JSONError) -> Value
  ) throws(DamagedFile) -> Reading<Value> {
    func flaw(_ place: TextPosition, _ kind: Ledger.Flaw.Kind) -> Ledger.Flaw {
      Ledger.Flaw(file: file, line: place.line, column: place.column, kind: kind)
    }
    var newer: Int?
    var older: (value: JSONValue, format: Int)?
    do throws(JSONError) {
      let text = try JSONText(bytes)
      let root = try text.object()
      // A newer format may well have other values: its number says more than the first of them.
      let format = try root.optionalInt("format") ?? 0
      if format > storeFormat { newer = format }
      if let kind, format < storeFormat {
        older = (Migration.migrated(try root.value(), kind, from: format), format)
      } else {
        let value = try make(root)
        if newer == nil {
          return Reading(
            value: value, unknownKey: text.firstUnaskedKey.map { flaw($0.place, .unknownKey($0.key)) })
        }
      }
    } catch {
      if let newer { throw DamagedFile(flaw: Ledger.Flaw(file: file, kind: .newerFormat(newer))) }
      switch error {
      case .syntax(let place): throw DamagedFile(flaw: flaw(place, .notJSON))
      case .value(let path, let place): throw DamagedFile(flaw: flaw(place, .wrongValue(path: path)))
      }
    }
    guard let older else {
      throw DamagedFile(flaw: Ledger.Flaw(file: file, kind: .newerFormat(newer ?? storeFormat)))
    }
    // Places are those of the file, not of what became of it in memory: none are told.
    do throws(DamagedFile) {
      var reading = try read(try self.bytes(of: older.value), file, nil, make)
      reading.format = older.format
      reading.unknownKey?.line = nil
      reading.unknownKey?.column = nil
      return reading
    } catch {
      var flaw = error.flaw
      (flaw.line, flaw.column) = (nil, nil)
      throw DamagedFile(flaw: flaw)
    }
  }

  /// The bytes of a value as a file: sorted keys, two spaces, a newline at the end.
  package static func bytes(of value: some Encodable) throws(DamagedFile) -> [UInt8] {
    try self.value(of: value).bytes(.indented) + [UInt8(ascii: "\n")]
  }

  /// The bytes of a value as one line, for the journal.
  static func line(of value: some Encodable) throws(DamagedFile) -> [UInt8] {
    try self.value(of: value).bytes(.line) + [UInt8(ascii: "\n")]
  }

  /// A value as data.
  static func value(of value: some Encodable) throws(DamagedFile) -> JSONValue {
    do { return try JSONValue(encoding: value) } catch {
      // Only a number that JSON does not have (a target of infinity) gets here.
      throw DamagedFile(flaw: Ledger.Flaw(file: "", kind: .wrongValue(path: "number")))
    }
  }
}

/// A file that is not what it must be.
package struct DamagedFile: Error {
  /// What is wrong with it.
  package var flaw: Ledger.Flaw
}
