import Campaigns
import PlacedJSON

/// Files as the journal tells them: from a record that made a file, or a backup that has it, record by record to the last.
struct Reconstruction {
  /// A file of the journal: what it says where that is known, its last revision, and where that comes from.
  struct Told {
    /// Nil where it is not known, or the file is gone.
    var file: StoredFile?
    /// The last revision; nil where the file is gone.
    var revision: Int?
    var source: StoreProblem.Source?
  }

  private(set) var files: [String: Told] = [:]
  /// States in backups that the journal goes on from, the newest backup first.
  private var bases: [(backup: String, files: [String: StoredFile])] = []

  /// - Parameter bases: what readable backups hold, the newest first.
  init(bases: [(backup: String, files: [String: StoredFile])]) { self.bases = bases }

  /// Takes the next record, oldest first.
  mutating func add(_ record: JournalRecord) {
    for change in record.files {
      guard let revision = change.after else {
        files[change.file] = Told(file: nil, revision: nil, source: .journal)
        continue
      }
      var told = files[change.file] ?? Told()
      if told.file?.revision != change.before || told.source == nil { told = base(change) }
      told.revision = revision
      do throws(EditConflict) {
        guard told.source != nil else {
          throw EditConflict(edit: JSONEdit(path: [], before: nil, after: nil))
        }
        told.file = try StoredFile.applying(
          change.edits, to: told.file, named: change.file, revision: revision, stamp: record.stamp)
      } catch {
        (told.file, told.source) = (nil, nil)
      }
      files[change.file] = told
    }
  }

  /// What the record found: nothing, or what a backup has at that revision.
  private func base(_ change: JournalRecord.FileChange) -> Told {
    guard let revision = change.before else { return Told(file: nil, revision: nil, source: .journal) }
    for base in bases {
      guard let file = base.files[change.file], file.revision == revision else { continue }
      return Told(file: file, revision: revision, source: .backup(base.backup))
    }
    return Told()
  }

  /// The content of a file as it must be; also one that the journal has never changed since a backup.
  func content(of name: String) -> (file: StoredFile, source: StoreProblem.Source)? {
    if let told = files[name] {
      guard let file = told.file, let source = told.source else { return backup(of: name, at: told.revision) }
      return (file, source)
    }
    return backup(of: name, at: nil)
  }

  /// The newest backup's state of a file, at the revision wanted or, where the journal does not know it, at any.
  private func backup(of name: String, at revision: Int?) -> (StoredFile, StoreProblem.Source)? {
    for base in bases {
      guard let file = base.files[name], revision == nil || file.revision == revision else { continue }
      return (file, .backup(base.backup))
    }
    return nil
  }
}
