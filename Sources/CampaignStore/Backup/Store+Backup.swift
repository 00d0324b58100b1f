import CArchive
import Campaigns

/// A backup: one archive in the store's folder `backups`, or anywhere else.
package struct Backup: Sendable, Equatable {
  /// Its path.
  package var path: String
  /// How many files are in it.
  package var files: Int
  /// Its size in bytes.
  package var size: Int
  /// What is not in it, since it is no file of a store.
  package var skipped: [String]
}

extension Store {
  /// Makes a dated archive of everything but earlier backups, and reads it back. Nobody is kept from writing by it, unless
  /// somebody always does: then the lock is held while it is written. `progress` is told how many files of how many are in it.
  package func backUp(
    _ context: WriteContext, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> Backup {
    // One that lost its settings too: before it is mended.
    guard try remnant() != nil else { throw try missing() }
    try requireWriter(context, (try? settings())?.value)
    let marker = try markBackup(context)
    defer {
      try? files.remove(backupMarker)
      marker.unlock()
    }
    for _ in 0..<2 {
      // Whatever goes wrong may be a writer's doing.
      if let backup = try? backUpBeside(context, progress) { return backup }
    }
    let draft = try writing(context, needsSettings: exists("store.json")) { writer throws(StoreError) in
      try archive(context.stamp.at, beside: true, progress)
    }
    return try finished(draft)
  }

  /// A backup for whoever holds the lock.
  func backUp(_ writer: Writer) throws(StoreError) -> Backup {
    try finished(archive(writer.context.stamp.at, beside: false) { _, _ in })
  }

  /// A backup of a state that was, without the lock; nil, and nothing is left of it, where that cannot be had.
  private func backUpBeside(
    _ context: WriteContext, _ progress: (Int, Int) -> Void
  ) throws(StoreError) -> Backup? {
    guard try exists(".lock") else { return nil }
    let (before, states) = (try moment(), try states())
    guard try pending() == nil, try settings().format == storeFormat else { return nil }
    let draft = try archive(context.stamp.at, beside: true, progress)
    return try finished(draft) { () throws(StoreError) in
      guard try moment() == before else { return false }
      return try self.states() == states
    }
  }

  /// How all files stand.
  private func states() throws(StoreError) -> [String: FileStamp?] {
    var states: [String: FileStamp?] = [:]
    for name in try namesOfFiles().names {
      states[name] = try onFiles { () throws(FileFailure) in try files.status(place(of: name))?.stamp }
    }
    return states
  }

  /// An archive that is not a backup yet: it has no name of its own before it was read back.
  private struct Draft {
    var staged: StagedFile
    var moment: Moment
    var seals: [Seal]
    var skipped: [String]
  }

  private func archive(
    _ moment: Moment, beside: Bool, _ progress: (Int, Int) -> Void
  ) throws(StoreError) -> Draft {
    let (names, skipped) = try namesOfFiles()
    try onFiles { () throws(FileFailure) in try files.makeFolder("\(path)/backups", like: path) }
    // Of those who do not hold the lock there is one at a time.
    let name = beside ? "backup.tar.gz" : "locked-backup.tar.gz"
    let place = try onFiles { () throws(FileFailure) in try self.place(of: "backups/\(name)") }
    let (staged, seals) = try write(names, to: place, at: moment, progress)
    return Draft(staged: staged, moment: moment, seals: seals, skipped: skipped)
  }

  private func finished(_ draft: Draft) throws(StoreError) -> Backup {
    guard let backup = try finished(draft, if: { () throws(StoreError) in true }) else {
      throw .archive(.damaged, path: draft.staged.target)
    }
    return backup
  }

  /// The backup that an archive is, once it was read back; nil where it is not `isOfOneMoment`. Nothing is left of it where it is
  /// none.
  private func finished(
    _ draft: Draft, if isOfOneMoment: () throws(StoreError) -> Bool
  ) throws(StoreError) -> Backup? {
    var staged = draft.staged
    do throws(StoreError) {
      guard try seals(in: staged.temporary) == draft.seals else {
        throw .archive(.damaged, path: staged.temporary)
      }
      guard try isOfOneMoment() else {
        try? files.remove(staged.temporary)
        return nil
      }
      // As in 2026-11-25T093005: names in their order are backups in theirs.
      let name = try freeName("backups/\(draft.moment.iso.prefix(19).filter { $0 != ":" })", ".tar.gz")
      return try onFiles { () throws(FileFailure) in
        let size = try files.status(staged.temporary)?.size ?? 0
        staged.target = try self.place(of: name)
        try files.put(staged, replacing: false)
        return Backup(
          path: "\(path)/\(name)", files: draft.seals.count, size: size, skipped: draft.skipped)
      }
    } catch {
      try? files.remove(staged.temporary)
      throw error
    }
  }

  /// The file that stands there, and is held, while somebody makes a backup who does not hold the store's lock.
  private var backupMarker: String { "\(path)/backups/\(temporaryPrefix)backup" }

  /// Waits until nobody else makes one.
  private func markBackup(_ context: WriteContext) throws(StoreError) -> any FileLock {
    do throws(FileFailure) {
      try files.makeFolder("\(path)/backups", like: path)
      return try files.lock(backupMarker, waiting: patience, holder: context.holder)
    } catch {
      if case .busy(let holder) = error.kind { throw .locked(holder: holder) }
      throw .file(error)
    }
  }

  /// Whether somebody makes a backup now: what lies in `backups` is no dead writer's.
  var isBackingUp: Bool {
    guard (try? files.status(backupMarker)) != nil else { return false }
    do throws(FileFailure) {
      try files.lock(backupMarker, waiting: 0, holder: "").unlock()
      return false
    } catch { if case .busy = error.kind { return true } else { return false } }
  }

  /// What tells a file from others: whether it came back as it was written.
  private struct Seal: Equatable {
    var name: String
    var mode: UInt32
    var size = 0
    var checksum: UInt32 = 0

    mutating func add(_ bytes: [UInt8]) {
      size += bytes.count
      checksum = carchive_checksum(checksum, bytes, bytes.count)
    }
  }

  /// Writes an archive of these files beside a place, a piece at a time.
  private func write(
    _ names: [String], to place: String, at moment: Moment, _ progress: (Int, Int) -> Void
  ) throws(StoreError) -> (StagedFile, [Seal]) {
    var (seals, failure): ([Seal], StoreError?) = ([], nil)
    do throws(FileFailure) {
      let staged = try files.stage(place) { put throws(FileFailure) in
        do throws(StoreError) {
          let writer = try onArchive { () throws(ArchiveFailure) in try TarWriter(at: moment.seconds) }
          for name in names {
            seals.append(try add(name, to: writer, put))
            if seals.count % 50 == 0 || seals.count == names.count { progress(seals.count, names.count) }
          }
          try onArchive { () throws(ArchiveFailure) in try writer.finish() }
          try onFiles { () throws(FileFailure) in try put(writer.taken()) }
        } catch {
          failure = error
          throw FileFailure(.other, place)
        }
      }
      return (staged, seals)
    } catch { throw failure ?? .file(error) }
  }

  private func add(_ name: String, to writer: TarWriter, _ put: Sink) throws(StoreError) -> Seal {
    let (place, status) = try onFiles { () throws(FileFailure) in
      let place = try self.place(of: name)
      return (place, try files.status(place))
    }
    guard let status else { throw .file(FileFailure(.missing, place)) }
    var seal = Seal(name: name, mode: status.mode & 0o777)
    try onArchive { () throws(ArchiveFailure) in try writer.begin(name, mode: status.mode, size: status.size)
    }
    while seal.size < status.size {
      let bytes = try onFiles { () throws(FileFailure) in
        try files.read(place, from: seal.size, count: min(pieceSize, status.size - seal.size))
      }
      // The lock keeps programs out, and no hand.
      guard !bytes.isEmpty else { throw .file(FileFailure(.changed, place)) }
      try onArchive { () throws(ArchiveFailure) in try writer.add(bytes) }
      try onFiles { () throws(FileFailure) in try put(writer.taken()) }
      seal.add(bytes)
    }
    try onArchive { () throws(ArchiveFailure) in try writer.end() }
    return seal
  }

  /// The files that an archive holds.
  private func seals(in place: String) throws(StoreError) -> [Seal] {
    var seals: [Seal] = []
    try readArchive(at: place) { header, reader throws(ArchiveFailure) in
      var seal = Seal(name: header.name, mode: header.mode)
      while let bytes = try reader.read() { seal.add(bytes) }
      seals.append(seal)
    }
    return seals
  }

  /// Goes through an archive, file by file.
  func readArchive(
    at place: String, _ body: (TarReader.Header, TarReader) throws(ArchiveFailure) -> Void
  ) throws(StoreError) {
    var failure: FileFailure?
    let end = try onFiles { () throws(FileFailure) in try files.readEnd(place, 8) }
    var (offset, limits) = (0, TarLimits())
    // Plans and journals pack 10 to 1, a bomb 1,000 to 1.
    limits.bytes = min(limits.bytes, max(256 << 20, end.size * 100))
    do throws(StoreError) {
      try onArchive(at: place) { () throws(ArchiveFailure) in
        let reader = try TarReader(trailer: end.bytes, within: limits) {
          do throws(FileFailure) {
            let bytes = try files.read(place, from: offset, count: pieceSize)
            offset += bytes.count
            return bytes
          } catch {
            failure = error
            return nil
          }
        }
        while let header = try reader.next() { try body(header, reader) }
      }
    } catch {
      if let failure { throw .file(failure) }
      throw error
    }
  }

  /// Names of the files that a backup holds, broken ones too; and of what is no file of a store.
  func namesOfFiles() throws(StoreError) -> (names: [String], skipped: [String]) {
    try onFiles { () throws(FileFailure) in
      var (names, skipped) = ([String](), [String]())
      for name in ["store.json", "units.json"] + (try namesInFolders()) {
        do throws(FileFailure) {
          let place = try place(of: name)
          guard let status = try files.status(place) else { continue }
          // What is too large to be read is no plan.
          let kind = StoredFile.Kind(name: name)
          guard kind != nil, kind != .json || status.size <= largestFile, !status.isFolder else {
            skipped.append(name)
            continue
          }
          // What is no regular file says so when it is read.
          _ = try files.read(place, from: 0, count: 1)
          names.append(name)
        } catch {
          guard [.notRegular, .outside, .link].contains(error.kind) else { throw error }
          skipped.append(name)
        }
      }
      return (names, skipped)
    }
  }

  /// Names of the files that a store consists of, but for those at its top. Hidden ones and folders are none of them.
  private func namesInFolders() throws(FileFailure) -> [String] {
    var names: [String] = []
    for folder in storeFolders where folder != "backups" {
      do throws(FileFailure) {
        for name in try files.names(in: self.folder(folder)) where !name.hasPrefix(".") {
          let name = "\(folder)/\(name)"
          if try files.status("\(path)/\(name)")?.isFolder == false { names.append(name) }
        }
      } catch { guard error.kind == .missing else { throw error } }
    }
    return names
  }

  /// A name that no file has: with letters behind it where it is taken, so that later ones come later in their order.
  func freeName(_ stem: String, _ ending: String) throws(StoreError) -> String {
    var stem = stem
    while try exists(stem + ending) { stem += "b" }
    return stem + ending
  }

  /// Runs `body` and speaks of its failures in the store's terms. `path` is the archive, where there is one already.
  func onArchive<T>(at path: String? = nil, _ body: () throws(ArchiveFailure) -> T) throws(StoreError) -> T {
    do throws(ArchiveFailure) { return try body() } catch { throw .archive(error, path: path ?? self.path) }
  }
}

/// Bytes that are read and written in one go.
private let pieceSize = 1 << 20
