import CampaignStore
import Campaigns
import PlacedJSON

/// A line of a file of changes: what it says, key by key.
struct ApplyLine {
  /// One text, or a list.
  enum Value: Equatable {
    case text(String)
    case list([String])
  }

  var number: Int
  var values: [ApplyKey: Value] = [:]
}

/// A file of changes taken apart, with what is wrong in its form. Pure: nothing of it is looked up.
struct ApplyFile {
  /// Lines at most.
  static let mostLines = 10_000
  /// Bytes at most.
  static let mostBytes = 16 << 20

  private(set) var lines: [ApplyLine] = []
  private(set) var faults: [ApplyFault] = []

  /// Reads JSON lines where the name or the first character says so, else comma-separated values; in UTF-8 or GB18030.
  /// - Throws: where it is no text, or has too many lines.
  init(_ bytes: [UInt8], path: String) throws(Failure) {
    let text = try ApplyFile.text(bytes, path)
    let first = text.first { $0 > 0x20 }
    if path.lowercased().hasSuffix(".jsonl") || first == UInt8(ascii: "{") {
      try readJSON(text, path)
    } else {
      try readTable(text, path)
    }
  }

  /// Reads one task a line, `title | due | units`, parted by tabs or bars.
  /// - Throws: as above.
  init(batch bytes: [UInt8], campaign: String, path: String) throws(Failure) {
    for (number, bytes) in ApplyFile.physicalLines(try ApplyFile.text(bytes, path)) {
      let words = String(decoding: bytes, as: UTF8.self).trimmed
      if words.isEmpty || words.hasPrefix("#") { continue }
      try requireRoom(path)
      let cells = words.split(omittingEmptySubsequences: false) { "|｜\t".contains($0) }.map {
        String($0).trimmed
      }
      let keys: [ApplyKey] = [.title, .due, .unit]
      var line = ApplyLine(number: number, values: [.do: .text("task"), .campaign: .text(campaign)])
      for (key, cell) in zip(keys, cells) where !cell.isEmpty { line.values[key] = .text(cell) }
      if cells.count > keys.count {
        faults.append(ApplyFault(line: number, kind: .cells(cells.count, columns: keys.count)))
      }
      lines.append(line)
    }
  }

  /// The text without a mark of its encoding, as UTF-8.
  private static func text(_ bytes: [UInt8], _ path: String) throws(Failure) -> [UInt8] {
    if String(validating: bytes, as: UTF8.self) != nil {
      return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
    let text = Charset.decode(bytes, from: "GB18030")
    guard !text.unicodeScalars.contains("\u{FFFD}") else { throw .notText(path) }
    return Array(text.utf8)
  }

  private static func physicalLines(_ text: [UInt8]) -> [(number: Int, bytes: ArraySlice<UInt8>)] {
    text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().map {
      ($0 + 1, $1)
    }
  }

  private mutating func requireRoom(_ path: String) throws(Failure) {
    if lines.count == ApplyFile.mostLines { throw .tooManyLines(path, limit: ApplyFile.mostLines) }
  }

  // MARK: Tables

  private mutating func readTable(_ text: [UInt8], _ path: String) throws(Failure) {
    let table = CommaText(text)
    for (line, flaw) in table.flaws { faults.append(ApplyFault(line: line, kind: .quotes(flaw))) }
    guard let heading = table.rows.first else { return }
    let names = heading.cells.map(\.trimmed)
    var keys: [ApplyKey?] = []
    for name in names {
      let key = ApplyKey(named: name)
      if !name.isEmpty {
        if key == nil { faults.append(ApplyFault(line: heading.line, kind: .unknownKey(name))) }
        if let key, keys.contains(key) { faults.append(ApplyFault(line: heading.line, kind: .twice(name))) }
      }
      keys.append(key)
    }
    for row in table.rows.dropFirst() {
      let cells = row.cells.map(\.trimmed)
      // What a sheet leaves below and beside its cells.
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      try requireRoom(path)
      if cells.count != keys.count {
        faults.append(ApplyFault(line: row.line, kind: .cells(cells.count, columns: keys.count)))
      }
      var line = ApplyLine(number: row.line)
      for (place, cell) in cells.enumerated() where !cell.isEmpty && place < keys.count {
        if let key = keys[place] {
          line.values[key] = .text(cell)
        } else if names[place].isEmpty {
          faults.append(ApplyFault(line: row.line, kind: .namelessColumn(place + 1)))
        }
      }
      lines.append(line)
    }
  }

  // MARK: JSON lines

  private mutating func readJSON(_ text: [UInt8], _ path: String) throws(Failure) {
    for (number, bytes) in ApplyFile.physicalLines(text) {
      guard bytes.contains(where: { ![0x09, 0x0D, 0x20].contains($0) }) else { continue }
      try requireRoom(path)
      do throws(JSONError) {
        let text = try JSONText(Array(bytes))
        if let object = try? text.object() {
          try read(object, number)
        } else {
          faults.append(ApplyFault(line: number, kind: .notAnObject))
        }
      } catch {
        switch error {
        case .syntax(let place), .value(_, let place):
          faults.append(ApplyFault(line: number, kind: .notJSON(column: place.column)))
        }
      }
    }
  }

  private mutating func read(_ object: JSONObject, _ number: Int) throws(JSONError) {
    var line = ApplyLine(number: number)
    let value = try object.value()
    var seen: Set<ApplyKey> = []
    for name in try object.keys() {
      guard let key = ApplyKey(named: name) else {
        faults.append(ApplyFault(line: number, kind: .unknownKey(name)))
        continue
      }
      guard seen.insert(key).inserted else {
        faults.append(ApplyFault(line: number, kind: .twice(name)))
        continue
      }
      // A key whose value is null counts as absent.
      guard let own = value[name] else { continue }
      guard let read = ApplyFile.value(own) else {
        faults.append(ApplyFault(line: number, kind: .wrongValue(name)))
        continue
      }
      if read != .text(""), read != .list([]) { line.values[key] = read }
    }
    lines.append(line)
  }

  private static func value(_ json: JSONValue) -> ApplyLine.Value? {
    switch json {
    case .string(let text): return .text(text.trimmed)
    case .integer(let number): return .text("\(number)")
    case .array(let items):
      var texts: [String] = []
      for item in items {
        guard case .text(let text) = value(item) else { return nil }
        if !text.isEmpty { texts.append(text) }
      }
      return .list(texts)
    case .null, .bool, .number, .object: return nil
    }
  }
}
