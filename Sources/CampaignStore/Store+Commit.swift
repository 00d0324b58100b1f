import Campaigns
import PlacedJSON

/// Who writes while the lock is held.
struct Writer {
  let context: WriteContext
  let lock: any FileLock
  /// The end of the journal, with nothing unfinished before it.
  var end: Journal.End
}

/// What a command makes of a file; nil is no file.
struct FileStep {
  let name: String
  let before: StoredFile?
  let after: StoredFile?
  /// The revision that the journal knows of a file that cannot be read.
  var recorded: Int?
}

/// What a record says of its command.
struct Deed {
  var command: JournalCommand
  var onBehalf: String?
  var undoes: Int?
  var redoes: Int?

  init(_ command: JournalCommand, onBehalf: String? = nil, undoes: Int? = nil, redoes: Int? = nil) {
    self.command = command
    self.onBehalf = onBehalf
    self.undoes = undoes
    self.redoes = redoes
  }
}

extension Store {
  /// The one way to the disk: all steps of a command, or none. `texts` are files that no record speaks of, sources of
  /// imports: they are there before whatever names them.
  @discardableResult func commit(
    _ steps: [FileStep], _ deed: Deed, texts: [(name: String, bytes: [UInt8])] = [], _ writer: Writer
  ) throws(StoreError) -> Saved {
    let record = try undamaged { () throws(DamagedFile) in try self.record(steps, deed, writer) }
    var saved: [String: StoredFile?] = [:]
    var contents: [(name: String, bytes: [UInt8])] = []
    for step in steps {
      saved.updateValue(nil, forKey: step.name)
      guard let after = step.after else { continue }
      let (bytes, file) = try undamaged { () throws(DamagedFile) in try readable(after, step.name) }
      contents.append((step.name, bytes))
      saved[step.name] = file
    }
    if let rehearses = writer.context.rehearses {
      rehearses()
      return Saved(files: saved, end: writer.end, statuses: [:])
    }
    try onFiles { () throws(FileFailure) in
      // What the record says was not there is not overwritten.
      for step in steps where step.before == nil && !record.replacesWhatIsDamaged {
        let place = try place(of: step.name)
        if try files.status(place) != nil { throw FileFailure(.exists, place) }
      }
      // What could not be taken away behind the record would keep everybody from writing.
      for step in steps where step.after == nil {
        let place = try place(of: step.name)
        guard try files.mayReplace(place) else { throw FileFailure(.denied, place) }
      }
      // Of a clone by git, say, empty folders are missing.
      for folder in Set(steps.compactMap { $0.name.contains("/") ? parent(of: $0.name) : nil }).sorted() {
        try files.makeFolder("\(path)/\(folder)", like: path)
      }
    }
    for text in texts {
      try onFiles { () throws(FileFailure) in try files.replace(place(of: text.name), with: text.bytes) }
    }
    var staged: [StagedFile] = []
    var statuses: [String: FileStatus] = [:]
    let end: Journal.End
    do throws(StoreError) {
      staged = try onFiles { () throws(FileFailure) in
        var places: [(path: String, bytes: [UInt8])] = []
        for (name, bytes) in contents { places.append((try place(of: name), bytes)) }
        return try files.stage(places)
      }
      // Before others can write to them. Where it is not known, they count as changed.
      for (file, content) in zip(staged, contents) {
        statuses[content.name] = try? files.status(file.temporary)?.unnamed
      }
      // Where hands took the lock's file away, somebody else may be writing.
      guard try onFiles({ () throws(FileFailure) in try writer.lock.stands() }) else {
        throw .file(FileFailure(.changed, "\(path)/.lock"))
      }
      end = try journal.append(record, at: writer.end)
    } catch {
      for file in staged { try? files.remove(file.temporary) }
      throw error
    }
    writer.context.counts((try? JSONValue(encoding: record))?.bytes(.line) ?? [])
    do throws(FileFailure) {
      if end.file != writer.end.file { try writer.lock.hold("\(path)/\(end.name)", waiting: 0) }
      try put(staged, steps, record)
    } catch {
      // Where only what was staged is gone, hands cleaned up, the record has it all.
      do throws(FileFailure) { try finish(record) } catch { throw .unfinished(error) }
    }
    statuses[end.name] = try? files.status("\(path)/\(end.name)")?.unnamed
    writer.lock.leave(note: end.note)
    keep(contents, gone: steps.filter { $0.after == nil }.map(\.name), writer.context)
    return Saved(files: saved, end: end, statuses: statuses)
  }

  /// Puts what is staged in its place, and takes away what goes.
  private func put(
    _ staged: [StagedFile], _ steps: [FileStep], _ record: JournalRecord
  ) throws(FileFailure) {
    var folders: Set<String> = []
    for (file, step) in zip(staged, steps.filter { $0.after != nil }) {
      let isReplaced = step.before != nil || record.replacesWhatIsDamaged
      try files.rename(file.temporary, to: file.target, replacing: isReplaced)
      folders.insert(parent(of: file.target))
    }
    for step in steps where step.after == nil {
      let place = try place(of: step.name)
      try files.remove(place)
      folders.insert(parent(of: place))
    }
    for folder in folders.sorted() { try files.syncFolder(folder) }
  }

  /// The bytes of a file, and what they read as. What could not be read again is not written.
  private func readable(_ file: StoredFile, _ name: String) throws(DamagedFile) -> ([UInt8], StoredFile) {
    let bytes = try file.bytes
    let reading = try StoredFile.reading(named: name, bytes)
    if let flaw = reading.unknownKey { throw DamagedFile(flaw: flaw) }
    return (bytes, reading.value)
  }

  private func record(_ steps: [FileStep], _ deed: Deed, _ writer: Writer) throws(DamagedFile)
    -> JournalRecord
  {
    var changes: [JournalRecord.FileChange] = []
    for step in steps {
      changes.append(
        JournalRecord.FileChange(
          file: step.name, before: step.before?.revision ?? step.recorded, after: step.after?.revision,
          edits: try StoredFile.edits(from: step.before, to: step.after)))
    }
    return JournalRecord(
      id: writer.end.lastID + 1, at: writer.context.stamp.at, by: writer.context.stamp.by,
      login: writer.context.login, onBehalf: deed.onBehalf, command: deed.command, files: changes,
      key: writer.context.key, undoes: deed.undoes, redoes: deed.redoes)
  }

  // MARK: What a dead writer left

  /// Where the journal ended when everything was in its place, as the lock's file says; nil where it does not, or may not
  /// be read.
  func notedEnd() -> Journal.End? {
    guard let bytes = try? files.read("\(path)/.lock", atMost: 4_096) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.count > 1 ? Journal.End(note: lines[1]) : nil
  }

  /// The record that a dead writer could not finish, or that a living one is finishing; nil where everything is done.
  /// A journal that may not be read says nothing.
  func pending() throws(StoreError) -> JournalRecord? {
    do throws(FileFailure) {
      if let end = notedEnd(), try journal.ends(at: end) { return nil }
      let isLockNew = try files.status("\(path)/.lock") == nil
      return try unfinished(try journal.tail(), isLockNew: isLockNew)
    } catch {
      guard error.kind == .denied else { throw .file(error) }
      return nil
    }
  }

  /// The last record, with those of its files that are not known to be finished. Where the lock's file is new, nobody
  /// ever wrote here (a copy, a clone by git), or hands took the old one away while somebody did: what was written to
  /// since the record is as hands put it.
  private func unfinished(_ tail: Journal.Tail, isLockNew: Bool) throws(FileFailure) -> JournalRecord? {
    guard isLockNew, var record = tail.record else { return tail.record }
    let recorded = try files.status("\(path)/\(tail.end.name)")?.changed ?? .max
    let changes = record.files
    record.files = []
    for change in changes {
      if let status = try files.status(place(of: change.file)), status.changed > recorded { continue }
      record.files.append(change)
    }
    return record
  }

  /// Finishes what a dead writer began, and takes away what it left behind. The lock is held.
  /// - Returns: the end of the journal.
  func recover(_ lock: any FileLock) throws(StoreError) -> Journal.End {
    if let noted = Journal.End(note: lock.note),
      try onFiles({ () throws(FileFailure) in try journal.ends(at: noted) })
    {
      // The note may be older than what lies about: nothing makes it durable.
      removeLeftovers()
      return noted
    }
    return try onFiles { () throws(FileFailure) in
      let tail = try journal.tail()
      let record = try unfinished(tail, isLockNew: lock.isNew)
      // What is seen of a dead writer's work need not be durable, the record itself included: cutting off what is torn
      // makes it so.
      if let file = tail.end.file { try files.truncate("\(journal.folder)/\(file)", to: tail.end.size) }
      for folder in [path, journal.folder] { try files.syncFolder(folder) }
      if let record { try finish(record) }
      removeLeftovers()
      return tail.end
    }
  }

  private func finish(_ record: JournalRecord) throws(FileFailure) {
    var folders: Set<String> = []
    for change in record.files {
      let place = try place(of: change.file)
      let folder = parent(of: place)
      try files.makeFolder(folder, like: path)
      folders.insert(folder)
      switch record.rest(of: change.file, try content(of: change.file)) {
      case .nothing: continue
      case .write(let bytes):
        if record.replacesWhatIsDamaged { try keepDamaged(change.file, record.at) }
        if change.before == nil, !record.replacesWhatIsDamaged {
          try files.make(place, bytes)
        } else {
          try files.replace(place, with: bytes)
        }
      case .remove: try files.remove(place)
      }
    }
    for folder in folders.sorted() { try files.syncFolder(folder) }
  }

  /// Keeps a copy of a file that cannot be read, before another one takes its place.
  /// - Returns: its name; nil where the file is not there, or can be read.
  @discardableResult func keepDamaged(_ name: String, _ moment: Moment) throws(FileFailure) -> String? {
    guard let found = try content(of: name), (try? StoredFile(named: name, found)) == nil else { return nil }
    return try keep(found, of: name, moment)
  }

  /// Keeps the bytes of a file in `backups`.
  /// - Returns: its name there.
  func keep(_ found: [UInt8], of name: String, _ moment: Moment) throws(FileFailure) -> String {
    var stem = "backups/\(StoredFile.stem(of: name))-\(moment.day.iso).damaged"
    while let kept = try content(of: stem + ".json") {
      if kept == found { return stem + ".json" }
      stem += "b"
    }
    try files.makeFolder("\(path)/backups", like: path)
    try files.replace(place(of: stem + ".json"), with: found)
    return stem + ".json"
  }

  private func removeLeftovers() {
    files.removeLeftovers(in: path)
    // A folder that leads out of the store has nothing of ours.
    for name in storeFolders + [".index"] where name != "backups" || !isBackingUp {
      if let folder = try? folder(name) { files.removeLeftovers(in: folder) }
    }
  }
}
