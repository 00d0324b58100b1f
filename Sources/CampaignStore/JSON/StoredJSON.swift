import Campaigns
import FoundationEssentials

/// Reads and writes the store's files: JSON, pretty-printed with sorted keys, so that it reads well in a diff.
enum StoredJSON {
  /// What a file says, and the key that this program does not know, if there is one.
  struct Reading<Value> {
    var value: Value
    var unknownKey: Ledger.Flaw?
  }

  /// Reads a file's content. `file` is its name for whoever has to look.
  static func read<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8], file: String) throws(DamagedFile)
    -> Reading<Value>
  {
    do {
      let value = try JSONDecoder().decode(type, from: Data(bytes))
      return Reading(value: value, unknownKey: unknownKey(in: bytes, file: file))
    } catch let error as DecodingError {
      throw DamagedFile(flaw: flaw(for: error, bytes, file: file))
    } catch {
      throw DamagedFile(flaw: Ledger.Flaw(file: file, kind: .notJSON))
    }
  }

  /// The bytes of a value as a file: sorted keys, two spaces, a newline at the end.
  static func bytes(of value: some Encodable) throws(DamagedFile) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return try Array(encoder.encode(value)) + [UInt8(ascii: "\n")]
    } catch {
      // Only a number that JSON does not have (a target of infinity) gets here.
      throw DamagedFile(flaw: Ledger.Flaw(file: "", kind: .wrongValue(path: "number")))
    }
  }

  /// The format that a file claims, even where nothing else in it can be read.
  static func format(of bytes: [UInt8]) -> Int? {
    struct Claim: Decodable { var format: Int }
    return (try? JSONDecoder().decode(Claim.self, from: Data(bytes)))?.format
  }

  private static func unknownKey(in bytes: [UInt8], file: String) -> Ledger.Flaw? {
    var found: (key: String, offset: Int)?
    JSONPlaces.forEachKey(in: bytes) { key, offset in
      if found == nil, !StoredKeys.all.contains(key) { found = (key, offset) }
    }
    guard let (key, offset) = found else { return nil }
    let (line, column) = JSONPlaces.lineAndColumn(of: offset, in: bytes)
    return Ledger.Flaw(file: file, line: line, column: column, kind: .unknownKey(key))
  }

  private static func flaw(for error: DecodingError, _ bytes: [UInt8], file: String) -> Ledger.Flaw {
    func made(_ offset: Int, _ kind: Ledger.Flaw.Kind) -> Ledger.Flaw {
      let (line, column) = JSONPlaces.lineAndColumn(of: offset, in: bytes)
      return Ledger.Flaw(file: file, line: line, column: column, kind: kind)
    }
    if let offset = JSONPlaces.firstError(in: bytes) { return made(offset, .notJSON) }
    if let format = format(of: bytes), format > storeFormat {
      return Ledger.Flaw(file: file, kind: .newerFormat(format))
    }
    let path: [any CodingKey] =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
        context.codingPath
      case .keyNotFound(let key, let context): context.codingPath + [key]
      @unknown default: []
      }
    let steps = path.map { $0.intValue.map(JSONPlaces.Step.index) ?? .key($0.stringValue) }
    let words = steps.reduce(into: "") { words, step in
      switch step {
      case .key(let key): words += words.isEmpty ? key : ".\(key)"
      case .index(let index): words += "[\(index)]"
      }
    }
    return made(JSONPlaces.offset(of: steps, in: bytes), .wrongValue(path: words))
  }
}

/// A file that is not what it must be.
struct DamagedFile: Error {
  var flaw: Ledger.Flaw
}
