import Campaigns

/// A store of JSON files in a folder that several people share.
///
/// Invariants:
/// 1. Who reads needs no lock and sees each file whole: files are replaced by rename, never written in place; mode,
///    group and symbolic links are kept; file and folder are made durable before a change counts as saved.
/// 2. Who writes holds the lock from reading to replacing. A change is applied to the freshly read campaign, never to
///    the writer's older copy; if what it touches has changed meanwhile it is refused.
/// 3. All changes go through `commit`: new contents are staged beside their files, then the journal's record is made
///    durable, then the files are put in their places. From the record on, the change has happened: who reads sees it,
///    and the next writer finishes what a dead one left, by revision, and makes it durable. Only the last record can be
///    unfinished.
/// 4. The journal is only ever added to; a last line without its end was never made durable and is cut off. Undoing is
///    a record like any other.
/// 5. Temporary files are removed by the next holder of the lock; a name outside their pattern is never removed.
/// 6. What cannot be read is never overwritten and never counts as empty; it is named, the rest stays usable. A file
///    with a key that this program does not know can be read, but is not written.
/// 7. New files take mode and group from their folder.
/// 8. A campaign's file is `CODE.json`, and no code leads out of the folder (`isSafeName`). A symbolic link may lead to
///    another place in the store, and nowhere else.
///
///     let updated = try Store(path: path).update("h26", .complete(id: "h26-9", CompletionReport()), context)
///     updated.change.tasks.first?.after?.stage  // .completed
package struct Store: Sendable {
  /// The store's folder.
  package let path: String
  let files: any FileSystem

  /// How long a writer waits for another one, in milliseconds.
  let patience: Int

  /// How what is known of its campaigns is kept; nil: it is not.
  let indexing: IndexSetting?

  /// A store at a path, which need not exist yet. A writer waits that many milliseconds for another one.
  package init(
    path: String, files: any FileSystem = PosixFileSystem(), patience: Int = 2_000,
    indexing: IndexSetting? = nil
  ) {
    self.path = path
    self.files = files
    self.patience = patience
    self.indexing = indexing
  }

  /// Another one on the same file system, whose path has this behind it.
  package func beside(_ suffix: String) -> Store {
    Store(path: path + suffix, files: files, patience: patience, indexing: indexing)
  }

  /// The same one, everything of which is read from its files.
  package var withoutIndex: Store { Store(path: path, files: files, patience: patience) }

  /// Its journal.
  var journal: Journal { Journal(folder: "\(path)/journal", files: files) }

  // MARK: Reading

  /// Codes of archived campaigns, those that cannot be read included.
  package func archivedCodes() throws(StoreError) -> [String] {
    do throws(FileFailure) {
      return try files.names(in: folder("archive")).filter { $0.hasSuffix(".json") }.map {
        String($0.dropLast(5))
      }
    } catch {
      guard error.kind == .missing else { throw .file(error) }
      return []
    }
  }

  /// The settings; their absence means that there is no store.
  func settings(_ pending: JournalRecord? = nil) throws(StoreError) -> StoredJSON.Reading<StoreSettings> {
    let bytes = try onFiles { () throws(FileFailure) in try content(of: "store.json", pending) }
    guard let bytes else { throw try missing() }
    return try undamaged { () throws(DamagedFile) in try StoredJSON.settings(bytes, file: "store.json") }
  }

  /// Why there is no store.
  func missing() throws(StoreError) -> StoreError {
    if let file = try remnant() { return .storeRemains(path, file: file) }
    let status = try onFiles { () throws(FileFailure) in try files.status(path) }
    return status?.isFolder == true ? .notAStore(path) : .noStore(path)
  }

  /// Runs `body` and speaks of its failures in the store's terms.
  func onFiles<T>(_ body: () throws(FileFailure) -> T) throws(StoreError) -> T {
    do throws(FileFailure) { return try body() } catch { throw .file(error) }
  }

  /// Runs `body`; a damaged file ends the act.
  func undamaged<T>(_ body: () throws(DamagedFile) -> T) throws(StoreError) -> T {
    do throws(DamagedFile) {
      return try body()
    } catch {
      if error.flaw.file == "store.json", case .newerFormat(let format) = error.flaw.kind {
        throw .newerStore(path: path, format: format)
      }
      throw .damaged(error.flaw)
    }
  }

  func readUnits(_ pending: JournalRecord? = nil) throws(DamagedFile) -> StoredJSON.Reading<UnitRegistry> {
    guard let bytes = try readable("units.json", pending) else {
      return StoredJSON.Reading(value: UnitRegistry(), unknownKey: nil)
    }
    return try StoredJSON.units(bytes, file: "units.json")
  }

  /// The content of a file, as it is once what is pending is done; nil where there is none.
  func content(of name: String, _ pending: JournalRecord? = nil) throws(FileFailure) -> [UInt8]? {
    var found: [UInt8]?
    do throws(FileFailure) {
      do throws(FileFailure) { found = try files.read("\(path)/\(name)", atMost: largestFile) } catch {
        guard error.kind == .link else { throw error }
        found = try files.read(place(of: name), atMost: largestFile)
      }
    } catch { guard error.kind == .missing else { throw error } }
    switch pending?.rest(of: name, found) {
    case .write(let bytes): return bytes
    case .remove: return nil
    case .nothing, nil: return found
    }
  }

  /// The same, for a file of several: that it cannot be read is a flaw of the ledger.
  func readable(_ name: String, _ pending: JournalRecord?) throws(DamagedFile) -> [UInt8]? {
    // No command could write it, and no backup has it.
    guard StoredFile.Kind(name: name) == .json else {
      throw DamagedFile(flaw: Ledger.Flaw(file: name, kind: .unreadable(.name)))
    }
    do throws(FileFailure) { return try content(of: name, pending) } catch {
      let obstacle: Ledger.Flaw.Obstacle =
        switch error.kind {
        case .notRegular: .notRegular
        case .outside, .link: .outside
        case .tooLarge(let limit): .tooLarge(limit: limit)
        case .missing, .exists, .denied, .full, .busy, .changed, .other: .system(error.number)
        }
      throw DamagedFile(flaw: Ledger.Flaw(file: name, kind: .unreadable(obstacle)))
    }
  }

  func campaign(
    _ name: String, _ pending: JournalRecord? = nil
  ) throws(DamagedFile) -> StoredJSON.Reading<Campaign>? {
    guard let bytes = try readable(name, pending) else { return nil }
    let reading = try StoredJSON.campaign(bytes, file: name)
    guard name.hasSuffix("/\(reading.value.code).json") else {
      throw DamagedFile(flaw: .init(file: name, kind: .codeDiffers(reading.value.code)))
    }
    return reading
  }
}

/// Bytes of the largest file that is read whole: a plan of 50,000 tasks. A larger one is no plan, and would fill the memory.
let largestFile = 64 << 20
