import Campaigns
import PlacedJSON

/// Files as the journal tells them: from a record that made a file, or a backup that has it, record by record to the last.
struct Reconstruction {
  /// A file of the journal.
  private struct Told {
    /// What it says; nil where that is not known.
    var value: EditedValue?
    /// The last revision; nil where the file is gone.
    var revision: Int?
    var source: StoreProblem.Source?
    /// The highest number that a task ever had.
    var highest = 0
    /// Who changed tasks last, by their ids.
    var stamps: [String: Stamp] = [:]
    /// Who changed the file last.
    var stamp: Stamp?
  }

  private var files: [String: Told] = [:]
  /// States in backups that the journal goes on from, the newest backup first.
  private let bases: [(backup: String, files: [String: StoredFile])]

  /// - Parameter bases: what readable backups hold, the newest first.
  init(bases: [(backup: String, files: [String: StoredFile])]) { self.bases = bases }

  /// The files that the journal speaks of and that are there, with their last revisions.
  var revisions: [(name: String, revision: Int)] {
    files.compactMap { name, told in told.revision.map { (name, $0) } }.sorted { $0.name < $1.name }
  }

  /// Files that are there and of which it does not know what they say.
  var unknown: Set<String> {
    Set(files.filter { $0.value.revision != nil && $0.value.value == nil }.keys)
  }

  /// The last revision of a file; nil where the journal does not know it, or it is gone.
  func revision(of name: String) -> Int? { files[name]?.revision }

  /// Takes the next record, oldest first.
  mutating func add(_ record: JournalRecord) {
    for change in record.files {
      var told = files.removeValue(forKey: change.file) ?? Told()
      if told.value == nil || told.revision != change.before { told = base(change) }
      told.revision = change.after
      told.stamp = record.stamp
      if let whole = change.edits.first, whole.path.isEmpty {
        told.value = EditedValue(whole.after?.withoutStamps)
        told.stamps = whole.after?.stamps ?? [:]
        files[change.file] = told
        continue
      }
      do throws(EditConflict) {
        try told.value?.apply(change.edits)
        for edit in change.edits where edit.path.first == "tasks" && edit.path.count > 1 {
          told.stamps[edit.path[1]] = record.stamp
          let number = edit.path[1].split(separator: "-").last.flatMap { countedNumber($0) }
          told.highest = max(told.highest, number ?? 0)
        }
      } catch {
        told.value = nil
      }
      files[change.file] = told
    }
  }

  /// What a record found: nothing, or what a backup has at that revision.
  private func base(_ change: JournalRecord.FileChange) -> Told {
    guard let revision = change.before else { return Told(value: EditedValue(nil), source: .journal) }
    guard let (file, source) = backup(of: change.file, at: revision) else { return Told() }
    return Told(value: (try? file.value).map { EditedValue($0) }, revision: revision, source: source)
  }

  /// The content of a file as it must be; one that the journal never speaks of as the newest backup has it. Nil where that
  /// is not known, or where the file is gone.
  func content(of name: String) -> (file: StoredFile, source: StoreProblem.Source)? {
    guard let told = files[name] else { return backup(of: name, at: nil) }
    guard let revision = told.revision else { return nil }
    guard let value = told.value?.value, let source = told.source, var file = StoredFile(named: name, value)
    else {
      return backup(of: name, at: revision)
    }
    file.revision = revision
    if let stamp = told.stamp { file.stamp(stamp) }
    if case .campaign(var campaign) = file {
      for place in campaign.tasks.indices {
        campaign.tasks[place].changed = told.stamps[campaign.tasks[place].id] ?? campaign.tasks[place].changed
      }
      campaign.nextTask = max(campaign.nextTask, told.highest + 1)
      file = .campaign(campaign)
    }
    return (file, source)
  }

  private func backup(of name: String, at revision: Int?) -> (StoredFile, StoreProblem.Source)? {
    for base in bases {
      guard let file = base.files[name], revision == nil || file.revision == revision else { continue }
      return (file, .backup(base.backup))
    }
    return nil
  }
}

extension JSONValue {
  /// Who changed the tasks of a campaign last, by their ids.
  fileprivate var stamps: [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for task in self["tasks"]?.items ?? [] {
      guard let id = task.id, let at = (task["changed"]?["at"]?.text).flatMap({ Moment(iso: $0) }),
        let by = task["changed"]?["by"]?.text
      else { continue }
      stamps[id] = Stamp(at: at, by: by)
    }
    return stamps
  }
}
