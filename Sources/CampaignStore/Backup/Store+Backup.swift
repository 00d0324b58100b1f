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
  /// Makes a dated archive of everything but earlier backups, and reads it back. The lock is held meanwhile.
  package func backUp(_ context: WriteContext) throws(StoreError) -> Backup {
    // One that lost its settings too: before it is mended.
    guard try remnant() != nil else { throw try missing() }
    return try writing(context, needsSettings: exists("store.json")) { writer throws(StoreError) in
      try backUp(writer)
    }
  }

  func backUp(_ writer: Writer) throws(StoreError) -> Backup {
    let (entries, skipped) = try content()
    let moment = writer.context.stamp.at
    let bytes = try onArchive { () throws(ArchiveFailure) in
      try TarArchive.bytes(of: entries, at: moment.seconds)
    }
    // As in 2026-11-25T093005: names in their order are backups in theirs.
    let name = try freeName("backups/\(moment.iso.prefix(19).filter { $0 != ":" })", ".tar.gz")
    let place = try onFiles { () throws(FileFailure) in
      try files.makeFolder("\(path)/backups", like: path)
      let place = try self.place(of: name)
      try files.replace(place, with: bytes)
      return place
    }
    do throws(StoreError) {
      let read = try onFiles { () throws(FileFailure) in try files.read(place, atMost: .max) }
      let back = try onArchive(at: place) { () throws(ArchiveFailure) in try TarArchive.entries(of: read) }
      guard back == entries else {
        throw .archive(.damaged, path: place)
      }
    } catch {
      try? files.remove(place)
      throw error
    }
    return Backup(path: "\(path)/\(name)", files: entries.count, size: bytes.count, skipped: skipped)
  }

  /// Every file of the store, by name, byte for byte, broken ones too; and the names of what is none.
  func content() throws(StoreError) -> (entries: [TarArchive.Entry], skipped: [String]) {
    try onFiles { () throws(FileFailure) in
      var (entries, skipped) = ([TarArchive.Entry](), [String]())
      for name in ["store.json", "units.json"] + (try namesInFolders()) {
        guard StoredFile.Kind(name: name) != nil else {
          skipped.append(name)
          continue
        }
        do throws(FileFailure) {
          guard let bytes = try content(of: name) else { continue }
          let mode = try files.status(place(of: name))?.mode ?? 0o644
          entries.append(TarArchive.Entry(name: name, mode: mode, bytes: bytes))
        } catch {
          guard [.notRegular, .outside, .link].contains(error.kind) else { throw error }
          skipped.append(name)
        }
      }
      return (entries, skipped)
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
