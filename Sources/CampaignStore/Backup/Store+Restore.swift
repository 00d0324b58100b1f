import Campaigns

/// What a backup would make of a store.
package struct Restoration: Sendable {
  /// What becomes of a file.
  package enum Fate: String, Sendable, CaseIterable { case added, changed, removed }

  /// The files that would differ, with what becomes of them.
  package var files: [(name: String, fate: Fate)] = []
  /// Names of what is in the backup and stays out: broken there, or no file of a store.
  package var skipped: [String] = []
  /// Whether there is no store yet, and the whole backup becomes one.
  package var isNew = false
  /// The number of the journal's last record: what it would change holds as long as nothing is added.
  package var position = 0
  /// What was done since the backup and would count no more, newest first; nil where the backup is of another store.
  package var lost: [HistoryEntry]?
  /// The backup that was made before, once it is done.
  package var backup: Backup?
}

extension Store {
  /// What a backup would change. Nothing is written.
  package func restoration(from archive: String) throws(StoreError) -> Restoration {
    let content = try unpacked(archive)
    guard try remnant(besideBackups: true) != nil else { return try restorationOfNothing(content) }
    return try restoration(steps(to: content, nil), content)
  }

  /// Puts the plans, units and settings of a backup in the place of those that are there, in one command that can be
  /// undone; a backup is made before. The journal goes on. Where there is no store, the whole backup becomes one.
  /// Refused where the journal has moved on from `position`, that of a preview.
  package func restore(
    from archive: String, expecting position: Int? = nil, _ context: WriteContext
  ) throws(StoreError) -> Restoration {
    let content = try unpacked(archive)
    guard try remnant(besideBackups: true) != nil else {
      let restoration = try restorationOfNothing(content)
      try make(of: content.entries.map { ($0.name, $0.bytes) }, besideBackups: true, context)
      return restoration
    }
    return try writing(context, needsSettings: exists("store.json")) { writer throws(StoreError) in
      if let position, position != writer.end.lastID {
        var since: [HistoryEntry] = []
        try records { record in
          if record.id > position { since.append(record.entry) }
          return record.id > position
        }
        if let newest = since.first { throw .changedSincePreview(newest, count: since.count) }
        throw .file(FileFailure(.changed, journal.folder))
      }
      let backup = try backUp(writer)
      let steps = try steps(to: content, context)
      var restoration = try restoration(steps, content)
      restoration.backup = backup
      guard !steps.isEmpty else { return restoration }
      try commit(steps, Deed(.restore), texts: try texts(content.entries), writer)
      return restoration
    }
  }

  /// What an archive holds: all entries that a store's file can be, and those plans that can be read.
  private struct ArchiveContent {
    var entries: [TarEntry] = []
    var files: [String: StoredFile] = [:]
    var skipped: [String] = []
  }

  private func unpacked(_ archive: String) throws(StoreError) -> ArchiveContent {
    let place = try onFiles { () throws(FileFailure) in try files.resolved(archive) }
    var entries: [TarEntry] = []
    do throws(StoreError) {
      try readArchive(at: place) { header, reader throws(ArchiveFailure) in
        entries.append(TarEntry(name: header.name, mode: header.mode, bytes: try reader.content()))
      }
    } catch {
      if case .archive(let failure, _) = error { throw .archive(failure, path: archive) }
      throw error
    }
    var content = ArchiveContent()
    for entry in entries {
      guard let kind = StoredFile.Kind(name: entry.name) else {
        content.skipped.append(entry.name)
        continue
      }
      content.entries.append(entry)
      guard kind == .json else { continue }
      do throws(DamagedFile) {
        let reading = try StoredFile.reading(named: entry.name, entry.bytes)
        if let flaw = reading.unknownKey { throw DamagedFile(flaw: flaw) }
        content.files[entry.name] = reading.value
      } catch {
        if entry.name == "store.json", case .newerFormat(let format) = error.flaw.kind {
          throw .newerStore(path: archive, format: format)
        }
        content.skipped.append(entry.name)
      }
    }
    guard content.entries.contains(where: { $0.name == "store.json" }) else { throw .noBackup(archive) }
    return content
  }

  private func restoration(
    _ steps: [FileStep], _ content: ArchiveContent
  ) throws(StoreError) -> Restoration {
    var restoration = Restoration()
    restoration.skipped = content.skipped
    (restoration.position, restoration.lost) = try since(content)
    for step in steps {
      let isThere = try exists(step.name)
      restoration.files.append((step.name, step.after == nil ? .removed : isThere ? .changed : .added))
    }
    return restoration
  }

  /// What has to be done. What is broken on either side and has nothing in its place stays as it is. `context` says who
  /// does it; nil is a preview.
  private func steps(
    to wanted: ArchiveContent, _ context: WriteContext?
  ) throws(StoreError) -> [FileStep] {
    var names = Set(wanted.files.keys)
    for name in try namesOfFiles().names where StoredFile.Kind(name: name) == .json { names.insert(name) }
    var steps: [FileStep] = []
    for name in names.subtracting(wanted.skipped).sorted() {
      let found = try onFiles { () throws(FileFailure) in try content(of: name) }
      let before = found.flatMap { try? StoredFile(named: name, $0) }
      guard before != nil || wanted.files[name] != nil else { continue }
      if let step = try step(name, before, wanted.files[name], context) { steps.append(step) }
    }
    return steps
  }

  private func step(
    _ name: String, _ before: StoredFile?, _ target: StoredFile?, _ context: WriteContext?
  ) throws(StoreError) -> FileStep? {
    guard var after = target else { return FileStep(name: name, before: before, after: nil) }
    let revision = max(before?.revision ?? 0, after.revision) + 1
    if let before {
      let edits = try undamaged { () throws(DamagedFile) in try StoredFile.edits(from: before, to: after) }
      if edits.isEmpty { return nil }
      // As the record says it, and so as the next writer would finish it: numbers of tasks are not given again.
      if let context,
        let result = try? StoredFile.applying(
          edits, to: before, named: name, revision: revision, stamp: context.stamp)
      {
        after = result
      }
    }
    if let context {
      after.revision = revision
      after.stamp(context.stamp)
    }
    return FileStep(name: name, before: before, after: after)
  }

  /// Where the journal ends, and what it has behind the last record of a backup's journal.
  private func since(_ content: ArchiveContent) throws(StoreError) -> (position: Int, lost: [HistoryEntry]?) {
    let newest = content.entries.filter { StoredFile.Kind(name: $0.name) == .journal }.max {
      $0.name < $1.name
    }
    let last = newest.flatMap { file in
      Journal.lines(of: file.bytes[...]).last.flatMap { Journal.record(file.bytes[$0]) }
    }
    var position: Int?
    var (entries, isSame) = ([HistoryEntry](), last == nil)
    try records { record in
      position = position ?? record.id
      guard let last, record.id <= last.id else {
        entries.append(record.entry)
        return true
      }
      isSame = record == last
      return false
    }
    return (position ?? 0, isSame ? entries : nil)
  }

  /// Sources that the store does not have. Those that are there stay as they are.
  private func texts(_ entries: [TarEntry]) throws(StoreError) -> [(name: String, bytes: [UInt8])] {
    var texts: [(name: String, bytes: [UInt8])] = []
    for entry in entries where StoredFile.Kind(name: entry.name) == .source {
      if try !exists(entry.name) { texts.append((entry.name, entry.bytes)) }
    }
    return texts
  }

  private func restorationOfNothing(_ content: ArchiveContent) throws(StoreError) -> Restoration {
    let found = try onFiles { () throws(FileFailure) in
      try files.status(path) == nil ? [] : try files.names(in: path)
    }
    // What making a store left that died is taken over.
    let others = found.filter { name in
      !storeFolders.contains(name) && name != ".lock" && !name.hasPrefix(temporaryPrefix)
        && StoredFile.Kind(name: name) == nil
    }
    guard others.isEmpty else { throw .notAStore(path) }
    var restoration = Restoration(isNew: true)
    restoration.files = content.entries.map { ($0.name, .added) }
    restoration.skipped = content.skipped.filter { StoredFile.Kind(name: $0) == nil }
    return restoration
  }
}
