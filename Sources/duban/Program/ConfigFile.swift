import CampaignStore
import Campaigns
import PlacedJSON

/// The user's own settings, in the XDG configuration folder: `duban/config.json`.
struct ConfigFile {
  /// What it can hold, by the keys of the file.
  enum Key: String, CaseIterable {
    case user, lang, store, ambiguousIsWide, pager, onChange
  }

  let path: String

  /// The file of whoever runs the program; nil where nobody has a home.
  init?() {
    guard let base = Environment.folder("XDG_CONFIG_HOME", ".config") else { return nil }
    path = base + "/duban/config.json"
  }

  private static let limit = 1 << 20

  /// What it holds; empty where there is none, or it is another user's, as under sudo.
  /// - Throws: `Failure.badConfig` where it cannot be read.
  func read() throws(Failure) -> [UInt8]? {
    do throws(FileFailure) { return try bytes() } catch {
      guard error.kind == .denied else { throw .badConfig(path: path, line: nil) }
      return nil
    }
  }

  private func bytes() throws(FileFailure) -> [UInt8]? {
    let files = PosixFileSystem()
    do throws(FileFailure) { return try files.read(files.resolved(path), atMost: ConfigFile.limit) } catch {
      guard error.kind == .missing else { throw error }
      return nil
    }
  }

  /// What it holds, to be edited: an empty object where there is none.
  func text() throws(Failure) -> String {
    // What may not be read is not written over.
    do throws(FileFailure) {
      return String(decoding: try bytes() ?? Array("{\n}\n".utf8), as: UTF8.self)
    } catch {
      throw .store(.file(error))
    }
  }

  /// Makes this what it holds, if it is a configuration. What is none is kept beside it.
  /// - Throws: `Failure.badConfig` with the place where it is none, in the file where it is kept.
  func set(whole text: String) throws(Failure) -> Session.Config {
    let bytes = Array(text.utf8)
    let kept = path + ".rejected"
    let config: Session.Config
    do throws(Failure) {
      config = try ConfigFile.read(bytes, path: kept)
      try Session.check(config.lists)
    } catch {
      try write(bytes, to: kept)
      throw error
    }
    try write(bytes, to: path)
    try? PosixFileSystem().remove(kept)
    return config
  }

  private func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let files = PosixFileSystem()
    do throws(FileFailure) {
      if let slash = path.lastIndex(of: "/") { try files.makeFolder(String(path[..<slash]), like: nil) }
      try files.replace(files.resolved(path), with: bytes)
    } catch { throw .store(.file(error)) }
  }

  /// What a file says.
  /// - Throws: `Failure.badConfig`.
  static func read(_ bytes: [UInt8], path: String) throws(Failure) -> Session.Config {
    do throws(JSONError) {
      let text = try JSONText(bytes)
      var config = try Session.Config(text.object())
      config.unknownKey = text.firstUnaskedKey?.key
      return config
    } catch {
      let place =
        switch error {
        case .syntax(let place), .value(_, let place): place
        }
      throw .badConfig(path: path, line: place.line)
    }
  }

  /// Sets a key, or takes it away; whatever else is in the file stays.
  func set(_ key: Key, _ value: JSONValue?) throws(Failure) { try set(key.rawValue, value) }

  /// Makes these the saved filters.
  func set(_ views: [SavedView]) throws(Failure) {
    let list = views.map { JSONValue.object(["name": .string($0.name), "filter": .string($0.filter)]) }
    try set("views", list.isEmpty ? nil : .array(list))
  }

  /// Makes these what is said of lists.
  func set(_ lists: [ListPreference]) throws(Failure) {
    let list = lists.compactMap(\.json)
    try set("lists", list.isEmpty ? nil : .array(list))
  }

  private func set(_ key: String, _ value: JSONValue?) throws(Failure) {
    // What may not be read is not written over.
    let bytes: [UInt8]?
    do throws(FileFailure) { bytes = try self.bytes() } catch { throw .store(.file(error)) }
    var content: JSONValue
    do throws(JSONError) { content = try bytes.map(JSONValue.init) ?? .object([:]) } catch {
      throw .badConfig(path: path, line: nil)
    }
    content[key] = value
    try write(content.bytes(.indented) + [UInt8(ascii: "\n")], to: path)
  }
}
