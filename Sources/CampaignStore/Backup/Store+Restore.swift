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
  /// The backup that was made before, once it is done.
  package var backup: Backup?
}

extension Store {
  /// What a backup would change. Nothing is written.
  package func restoration(from archive: String) throws(StoreError) -> Restoration {
    let content = try unpacked(archive)
    guard try exists("store.json") else { return try restorationOfNothing(content) }
    return restoration(try steps(to: content, nil), content)
  }

  /// Puts the plans, units and settings of a backup in the place of those that are there, in one command that can be
  /// undone; a backup is made before. The journal goes on. Where there is no store, the whole backup becomes one.
  package func restore(from archive: String, _ context: WriteContext) throws(StoreError) -> Restoration {
    let content = try unpacked(archive)
    guard try exists("store.json") else {
      let restoration = try restorationOfNothing(content)
      try makeStore(of: content.entries, context)
      return restoration
    }
    return try writing(context) { writer throws(StoreError) in
      let backup = try backUp(writer)
      let steps = try steps(to: content, context)
      var restoration = restoration(steps, content)
      restoration.backup = backup
      guard !steps.isEmpty else { return restoration }
      try commit(steps, Deed(.restore), texts: try texts(content.entries), writer)
      return restoration
    }
  }

  /// What an archive holds: all entries that a store's file can be, and those plans that can be read.
  private struct ArchiveContent {
    var entries: [TarArchive.Entry] = []
    var files: [String: StoredFile] = [:]
    var skipped: [String] = []
  }

  private func unpacked(_ archive: String) throws(StoreError) -> ArchiveContent {
    let bytes = try onFiles { () throws(FileFailure) in try files.read(files.resolved(archive)) }
    var content = ArchiveContent()
    for entry in try onArchive(
      at: archive, { () throws(ArchiveFailure) in try TarArchive.entries(of: bytes) })
    {
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

  private func restoration(_ steps: [FileStep], _ content: ArchiveContent) -> Restoration {
    var restoration = Restoration()
    restoration.skipped = content.skipped
    for step in steps {
      let isThere = (try? exists(step.name)) == true
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
    for entry in try content().entries where StoredFile.Kind(name: entry.name) == .json {
      names.insert(entry.name)
    }
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

  /// Sources that the store does not have. Those that are there stay as they are.
  private func texts(_ entries: [TarArchive.Entry]) throws(StoreError) -> [(name: String, bytes: [UInt8])] {
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
    guard found.isEmpty else { throw .notAStore(path) }
    var restoration = Restoration(isNew: true)
    restoration.files = content.entries.map { ($0.name, .added) }
    restoration.skipped = content.skipped.filter { StoredFile.Kind(name: $0) == nil }
    return restoration
  }

  private func makeStore(of entries: [TarArchive.Entry], _ context: WriteContext) throws(StoreError) {
    try onFiles { () throws(FileFailure) in try makeFolders() }
    try locked(context) { lock throws(StoreError) in
      // store.json last: its presence is what makes a folder a store.
      for entry in entries.sorted(by: { $0.name != "store.json" && $1.name == "store.json" }) {
        try onFiles { () throws(FileFailure) in try files.replace(place(of: entry.name), with: entry.bytes) }
      }
      // As it was backed up it is whole: nothing of its last command is to be finished.
      lock.leave(note: try onFiles { () throws(FileFailure) in try journal.tail() }.end.note)
    }
  }
}
