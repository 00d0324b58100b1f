import CampaignStore
import Campaigns
import PlacedJSON

/// When somebody last asked what changed in a store, in the XDG state folder. It is the user's own: losing it loses nothing, so
/// that failures are passed over in silence.
struct AskedFile {
  private let path: String?
  private let key: String

  /// What is kept of a person and a store.
  init(store: String, user: String) {
    path = Environment.folder("XDG_STATE_HOME", ".local/state").map { $0 + "/duban/asked.json" }
    key = "\(user) \(store)"
  }

  /// When; nil where it is not known.
  var last: Moment? {
    guard case .string(let text)? = content?[key] else { return nil }
    return Moment(iso: text)
  }

  /// Keeps a moment.
  func keep(_ moment: Moment) {
    guard let path else { return }
    var all = content ?? .object([:])
    all[key] = .string(moment.iso)
    let files = PosixFileSystem()
    if let slash = path.lastIndex(of: "/") { try? files.makeFolder(String(path[..<slash]), like: nil) }
    try? files.replace(path, with: all.bytes(.indented))
  }

  private var content: JSONValue? {
    let files = PosixFileSystem()
    guard let path, let bytes = try? files.read(files.resolved(path), atMost: 1 << 20) else { return nil }
    return try? JSONValue(bytes)
  }
}
