import Campaigns

// What LedgerStore asks for is documented in LedgerStore.swift.

/// A store of JSON files in a folder that several people share.
///
/// Invariants:
/// 1. Who reads needs no lock and sees each file whole: files are replaced by rename, never written in place; mode,
///    group and symbolic links are kept; file and folder are made durable before a change counts as saved.
/// 2. Who writes holds the lock from reading to replacing. A change is applied to the freshly read campaign, never to
///    the writer's older copy; if what it touches has changed meanwhile it is refused.
/// 3. All writing goes through `commit`. (The journal's record will be made durable there, before the files.)
/// 4. Temporary files are removed by the next holder of the lock; a name outside their pattern is never removed.
/// 5. What cannot be read is never overwritten and never counts as empty; it is named, the rest stays usable. A file
///    with a key that this program does not know can be read, but is not written.
/// 6. New files take mode and group from their folder.
/// 7. A campaign's file is `CODE.json`, and no code leads out of the folder (`isSafeName`).
package struct Store: LedgerStore {
  /// The store's folder.
  package let path: String
  let files: any FileSystem

  /// A store at a path, which need not exist yet.
  package init(path: String, files: any FileSystem = PosixFileSystem()) {
    self.path = path
    self.files = files
  }

  // MARK: Reading

  package func ledger() throws(StoreError) -> Ledger {
    let settings = try settings()
    var flaws = settings.unknownKey.map { [$0] } ?? []
    var units = UnitRegistry()
    do throws(DamagedFile) {
      let reading = try readUnits()
      units = reading.value
      if let flaw = reading.unknownKey { flaws.append(flaw) }
    } catch {
      flaws.append(error.flaw)
    }
    let (campaigns, more) = try campaigns(in: "campaigns")
    return Ledger(settings: settings.value, units: units, campaigns: campaigns, flaws: flaws + more)
  }

  package func version() throws(StoreError) -> StoreVersion {
    try onFiles { () throws(FileFailure) in
      var found: [String: FileStatus] = [:]
      var names = ["store.json", "units.json"]
      do throws(FileFailure) {
        names += try files.names(in: "\(path)/campaigns").filter { !$0.hasPrefix(".") }.map {
          "campaigns/\($0)"
        }
      } catch { guard error.kind == .missing else { throw error } }
      for name in names { found[name] = try files.status("\(path)/\(name)") }
      return StoreVersion(files: found)
    }
  }

  package func archived() throws(StoreError) -> (campaigns: [Campaign], flaws: [Ledger.Flaw]) {
    try campaigns(in: "archive")
  }

  /// The settings; their absence means that there is no store.
  func settings() throws(StoreError) -> StoredJSON.Reading<StoreSettings> {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try files.read("\(path)/store.json")
    } catch {
      guard error.kind == .missing else { throw .file(error) }
      let status = try onFiles { () throws(FileFailure) in try files.status(path) }
      throw status?.isFolder == true ? .notAStore(path) : .noStore(path)
    }
    return try undamaged { () throws(DamagedFile) in try StoredJSON.settings(bytes, file: "store.json") }
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

  func readUnits() throws(DamagedFile) -> StoredJSON.Reading<UnitRegistry> {
    guard let bytes = try bytes(of: "units.json") else {
      return StoredJSON.Reading(value: UnitRegistry(), unknownKey: nil)
    }
    return try StoredJSON.units(bytes, file: "units.json")
  }

  /// The content of a file; nil where it is missing.
  private func bytes(of name: String) throws(DamagedFile) -> [UInt8]? {
    do throws(FileFailure) {
      return try files.read("\(path)/\(name)")
    } catch {
      if error.kind == .missing { return nil }
      let kind: Ledger.Flaw.Kind = .unreadable(error.kind == .notRegular ? "notRegular" : "\(error.number)")
      throw DamagedFile(flaw: Ledger.Flaw(file: name, kind: kind))
    }
  }

  private func campaigns(in folder: String) throws(StoreError) -> ([Campaign], [Ledger.Flaw]) {
    let names: [String]
    do throws(FileFailure) {
      names = try files.names(in: "\(path)/\(folder)")
    } catch {
      if error.kind == .missing { return ([], []) }
      throw .file(error)
    }
    var (campaigns, flaws): ([Campaign], [Ledger.Flaw]) = ([], [])
    for name in names where name.hasSuffix(".json") && !name.hasPrefix(".") {
      do throws(DamagedFile) {
        guard let reading = try campaign("\(folder)/\(name)") else { continue }
        campaigns.append(reading.value)
        if let flaw = reading.unknownKey { flaws.append(flaw) }
      } catch {
        flaws.append(error.flaw)
      }
    }
    return (campaigns, flaws)
  }

  func campaign(_ name: String) throws(DamagedFile) -> StoredJSON.Reading<Campaign>? {
    guard let bytes = try bytes(of: name) else { return nil }
    let reading = try StoredJSON.campaign(bytes, file: name)
    guard name.hasSuffix("/\(reading.value.code).json") else {
      throw DamagedFile(flaw: .init(file: name, kind: .codeDiffers(reading.value.code)))
    }
    return reading
  }
}
