import CampaignStore
import FoundationEssentials
import Screens

/// Half-typed forms that outlive the program, by store, in the XDG state folder. They are the user's own: losing the
/// file loses nothing that was saved, so that failures are passed over in silence.
struct DraftFile {
  /// A form in the file: what is kept of it, with its store beside.
  private struct Draft: Codable, Equatable {
    private enum CodingKeys: CodingKey { case store }
    var store: String
    var draft: FormDraft
    init(store: String, _ form: Form) { (self.store, draft) = (store, form.draft) }

    init(from decoder: any Decoder) throws {
      store = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .store)
      draft = try FormDraft(from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
      try draft.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(store, forKey: .store)
    }
  }

  private let path: String?
  private let found: [Draft]

  init(store: String) {
    path = DraftFile.path
    found = (path.flatMap(DraftFile.read) ?? []).filter { $0.store == store }
  }

  /// The forms that are kept for this store.
  var forms: [Form] { found.compactMap { Form($0.draft) } }

  /// Keeps these forms in place of those that were found. Drafts that others kept meanwhile stay.
  func keep(_ forms: [Form], store: String) {
    let mine = forms.map { Draft(store: store, $0) }
    // What cannot be read is not overwritten.
    guard let path, let before = DraftFile.read(path) else { return }
    let kept = before.filter { old in
      !found.contains(old) && !mine.contains { $0.store == old.store && $0.draft.form == old.draft.form }
    }
    guard kept + mine != before else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(kept + mine) else { return }
    let files = PosixFileSystem()
    if let slash = path.lastIndex(of: "/") { try? files.makeFolder(String(path[..<slash]), like: nil) }
    try? files.replace(path, with: Array(data))
  }

  private static var path: String? {
    Environment.folder("XDG_STATE_HOME", ".local/state").map { $0 + "/duban/drafts.json" }
  }

  /// The drafts in a file; none where there is no file, nil where it cannot be read.
  private static func read(_ path: String) -> [Draft]? {
    let files = PosixFileSystem()
    do throws(FileFailure) {
      let bytes = try files.read(files.resolved(path), atMost: 16 << 20)
      return bytes.isEmpty ? [] : (try? JSONDecoder().decode([Draft].self, from: Data(bytes))) ?? []
    } catch { return error.kind == .missing ? [] : nil }
  }
}
