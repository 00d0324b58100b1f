import Campaigns
import PlacedJSON

/// What a backup would make of a store.
package struct Restoration: Sendable {
  /// What becomes of a file.
  package enum Fate: String, Sendable, CaseIterable { case added, changed, removed }

  /// The files that would differ, with what becomes of them.
  package var files: [(name: String, fate: Fate)] = []
  /// Whether there is no store yet, and the whole backup becomes one.
  package var isNew = false
  /// The backup that was made before, once it is done.
  package var backup: Backup?
}

extension Store {
  /// What a backup would change. Nothing is written.
  package func restoration(from archive: String) throws(StoreError) -> Restoration {
    let entries = try entries(of: archive)
    guard try exists("store.json") else { return try restorationOfNothing(entries) }
    return restoration(try steps(to: entries, revisionsFrom: nil))
  }

  /// Puts the plans, units and settings of a backup in the place of those that are there, in one command that can be
  /// undone; a backup is made before. The journal goes on. Where there is no store, the whole backup becomes one.
  package func restore(from archive: String, _ context: WriteContext) throws(StoreError) -> Restoration {
    let entries = try entries(of: archive)
    guard try exists("store.json") else {
      let restoration = try restorationOfNothing(entries)
      try makeStore(of: entries, context)
      return restoration
    }
    return try writing(context) { writer throws(StoreError) in
      let backup = try backUp(writer)
      let steps = try steps(to: entries, revisionsFrom: context)
      // What is damaged is in the backup that was just made.
      for step in steps where step.before == nil && !isNew(step.name) {
        try onFiles { () throws(FileFailure) in try files.remove(place(of: step.name)) }
      }
      try commit(steps, Deed(.restore), texts: try texts(entries), writer)
      var restoration = restoration(steps)
      restoration.backup = backup
      return restoration
    }
  }

  private func isNew(_ name: String) -> Bool { (try? exists(name)) != true }

  private func restoration(_ steps: [FileStep]) -> Restoration {
    var restoration = Restoration()
    for step in steps {
      let fate: Restoration.Fate =
        step.after == nil ? .removed : step.before == nil && isNew(step.name) ? .added : .changed
      restoration.files.append((step.name, fate))
    }
    return restoration
  }

  /// The entries of an archive, each with a name that a store's file can have, its plans whole.
  private func entries(of archive: String) throws(StoreError) -> [TarArchive.Entry] {
    let bytes = try onFiles { () throws(FileFailure) in try files.read(files.resolved(archive)) }
    let entries = try onArchive(at: archive) { () throws(ArchiveFailure) in try TarArchive.entries(of: bytes)
    }
    guard entries.contains(where: { $0.name == "store.json" }) else { throw .noBackup(archive) }
    for entry in entries {
      switch StoredFile.Kind(name: entry.name) {
      case .json:
        let reading = try undamaged { () throws(DamagedFile) in
          try StoredFile.reading(named: entry.name, entry.bytes)
        }
        if let flaw = reading.unknownKey { throw .damaged(flaw) }
      case .journal, .source: continue
      case nil: throw .archive(.unsafeEntry(entry.name), path: archive)
      }
    }
    return entries
  }

  private func steps(
    to entries: [TarArchive.Entry], revisionsFrom context: WriteContext?
  ) throws(StoreError) -> [FileStep] {
    var after: [String: StoredFile] = [:]
    for entry in entries where StoredFile.Kind(name: entry.name) == .json {
      after[entry.name] = try undamaged { () throws(DamagedFile) in
        try StoredFile(named: entry.name, entry.bytes)
      }
    }
    var names = Set(after.keys)
    for entry in try content() where StoredFile.Kind(name: entry.name) == .json { names.insert(entry.name) }
    var steps: [FileStep] = []
    for name in names.sorted() {
      let found = try onFiles { () throws(FileFailure) in try content(of: name) }
      let before = found.flatMap { try? StoredFile(named: name, $0) }
      var target = after[name]
      var edits: [JSONEdit]?
      if let before, let wanted = target {
        edits = try undamaged { () throws(DamagedFile) in try StoredFile.edits(from: before, to: wanted) }
        if edits == [] { continue }
      }
      if found == nil, target == nil { continue }
      if let context {
        let revision = max(before?.revision ?? 0, target?.revision ?? 0) + 1
        // As the record says it, and so as the next writer would finish it: numbers of tasks are not given again.
        if let edits,
          let after = try? StoredFile.applying(
            edits, to: before, named: name, revision: revision, stamp: context.stamp)
        {
          target = after
        }
        target?.revision = revision
        target?.stamp(context.stamp)
      }
      steps.append(FileStep(name: name, before: before, after: target))
    }
    return steps
  }

  /// Sources that the store does not have. Those that are there stay as they are.
  private func texts(_ entries: [TarArchive.Entry]) throws(StoreError) -> [(name: String, bytes: [UInt8])] {
    var texts: [(name: String, bytes: [UInt8])] = []
    for entry in entries where StoredFile.Kind(name: entry.name) == .source {
      if try !exists(entry.name) { texts.append((entry.name, entry.bytes)) }
    }
    return texts
  }

  private func restorationOfNothing(_ entries: [TarArchive.Entry]) throws(StoreError) -> Restoration {
    let found = try onFiles { () throws(FileFailure) in
      try files.status(path) == nil ? [] : try files.names(in: path)
    }
    guard found.isEmpty else { throw .notAStore(path) }
    var restoration = Restoration(isNew: true)
    restoration.files = entries.map { ($0.name, .added) }
    return restoration
  }

  private func makeStore(of entries: [TarArchive.Entry], _ context: WriteContext) throws(StoreError) {
    try onFiles { () throws(FileFailure) in try makeFolders() }
    try locked(context) { _ throws(StoreError) in
      // store.json last: its presence is what makes a folder a store.
      for entry in entries.sorted(by: { $0.name != "store.json" && $1.name == "store.json" }) {
        try onFiles { () throws(FileFailure) in try files.replace(place(of: entry.name), with: entry.bytes) }
      }
    }
  }
}
