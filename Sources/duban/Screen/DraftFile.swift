import CampaignStore
import FoundationEssentials
import PlacedJSON
import Screens

/// Half-typed forms that outlive the program, by store, in the XDG state folder. They are the user's own: losing the
/// file loses nothing that was saved, so that failures are passed over in silence.
struct DraftFile {
  private struct Draft: Codable, Equatable {
    var store: String
    var form: String
    var texts: [String: String]
  }

  private let path: String?
  private let found: [Draft]

  init(store: String) {
    path = DraftFile.path
    found = DraftFile.read(path).filter { $0.store == store }
  }

  /// The forms that are kept for this store.
  var forms: [Form] { found.compactMap { Form(record: $0.form, texts: $0.texts) } }

  /// Keeps these forms in place of those that were found. Drafts that others kept meanwhile stay.
  func keep(_ forms: [Form], store: String) {
    let mine = forms.map { Draft(store: store, form: $0.record, texts: $0.texts) }
    let before = DraftFile.read(path)
    let kept = before.filter { old in
      !found.contains(old) && !mine.contains { $0.store == old.store && $0.form == old.form }
    }
    guard let path, kept + mine != before else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(kept + mine) else { return }
    let files = PosixFileSystem()
    if let slash = path.lastIndex(of: "/") { try? files.makeFolder(String(path[..<slash]), like: nil) }
    try? files.replace(path, with: Array(data))
  }

  private static var path: String? {
    let base =
      Environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? Environment["HOME"].map { $0 + "/.local/state" }
    return base.map { $0 + "/duban/drafts.json" }
  }

  private static func read(_ path: String?) -> [Draft] {
    let files = PosixFileSystem()
    guard let path, let bytes = try? files.read(files.resolved(path)), !bytes.isEmpty else { return [] }
    return (try? JSONDecoder().decode([Draft].self, from: Data(bytes))) ?? []
  }
}
