import Campaigns

extension Store {
  /// Looks at everything there is, and changes nothing. Nobody is kept from writing by it, unless something is found: then it
  /// is looked at again with the lock held where `context` may take it; where it may not, what a writer at work can leave
  /// for a moment is not told. An unreadable folder, or no store at all, is an error.
  package func examine(_ context: WriteContext? = nil) throws(StoreError) -> [StoreProblem] {
    let isDangling = try hasDanglingLock()
    let found = try look()
    if isDangling { return [.danglingLock] + found.filter { !$0.isMomentary } }
    if found.isEmpty { return [] }
    if let context, try exists(".lock") {
      do throws(StoreError) { return try locked(context) { _ throws(StoreError) in try look() } } catch {
        guard case .file(let failure) = error, failure.kind == .denied else { throw error }
      }
    }
    return found.filter { !$0.isMomentary }
  }

  /// Whether the lock's file is a link to nothing.
  private func hasDanglingLock() throws(StoreError) -> Bool {
    if try exists(".lock") { return false }
    return try names("").contains(".lock")
  }

  private func look() throws(StoreError) -> [StoreProblem] {
    // A folder that is no store has nothing to look at.
    if try remnant() == nil { throw try missing() }
    var problems: [StoreProblem] = []
    let bases = try backups(&problems)
    let reconstruction = try journal(&problems, bases)
    let pending = try pending()
    if let pending, try isUnfinished(pending) { problems.append(.unfinished(pending.entry)) }
    var found: [String: StoredFile] = [:]
    for name in try jsonNames() {
      do throws(DamagedFile) {
        guard let bytes = try readable(name, pending) else { continue }
        let reading = try StoredFile.reading(named: name, bytes)
        found[name] = reading.value
        if let flaw = reading.unknownKey { problems.append(.damaged(flaw, nil)) }
      } catch {
        var source = reconstruction.content(of: name)?.source
        // What is no file, or may not be read, is not ours to replace.
        if case .unreadable = error.flaw.kind { source = nil }
        if case .newerFormat = error.flaw.kind { source = nil }
        problems.append(.damaged(error.flaw, source))
      }
    }
    for name in try journalFolders() {
      problems.append(.damaged(Ledger.Flaw(file: name, kind: .unreadable(.notRegular)), nil))
    }
    if try !exists("store.json") {
      problems.append(
        .missing(file: "store.json", reconstruction.content(of: "store.json")?.source ?? .defaults))
    }
    compare(found, reconstruction, &problems)
    try inconsistencies(found, &problems)
    try leftovers(&problems)
    try modes(&problems)
    return problems
  }

  private func isUnfinished(_ record: JournalRecord) throws(StoreError) -> Bool {
    for change in record.files {
      let bytes = try onFiles { () throws(FileFailure) in try content(of: change.file) }
      if record.rest(of: change.file, bytes) != .nothing { return true }
    }
    return false
  }

  /// What readable backups hold, the newest first; those that are not are named.
  func backups(
    _ problems: inout [StoreProblem]
  ) throws(StoreError) -> [(backup: String, files: [String: StoredFile])] {
    var bases: [(backup: String, files: [String: StoredFile])] = []
    // One that is being written is none yet.
    for name in try names("backups").reversed() where name.hasSuffix(".tar.gz") && !name.hasPrefix(".") {
      let place = try onFiles { () throws(FileFailure) in try self.place(of: "backups/\(name)") }
      var files: [String: StoredFile] = [:]
      do throws(StoreError) {
        try readArchive(at: place) { header, reader throws(ArchiveFailure) in
          guard StoredFile.Kind(name: header.name) == .json else { return }
          files[header.name] = try? StoredFile(named: header.name, reader.content())
        }
        bases.append((name, files))
      } catch {
        guard case .archive(let failure, _) = error else { throw error }
        problems.append(.damagedBackup(file: "backups/\(name)", failure))
      }
    }
    return bases
  }

  /// Reads the whole journal, oldest first.
  func journal(
    _ problems: inout [StoreProblem], _ bases: [(backup: String, files: [String: StoredFile])]
  ) throws(StoreError) -> Reconstruction {
    var reconstruction = Reconstruction(bases: bases)
    var last = 0
    let names = try onFiles { () throws(FileFailure) in try journal.names() }
    for name in names {
      let file = "journal/\(name)"
      let bytes = try onFiles { () throws(FileFailure) in try files.read("\(path)/\(file)", atMost: .max) }
      for (index, line) in Journal.lines(of: bytes[...]).enumerated() {
        guard let record = Journal.record(bytes[line]) else {
          problems.append(.unreadableRecord(file: file, line: index + 1))
          // It was one all the same, with a number of its own.
          last += 1
          continue
        }
        if record.id != last + 1 {
          problems.append(
            .recordOutOfOrder(file: file, line: index + 1, found: record.id, expected: last + 1))
        }
        last = record.id
        reconstruction.add(record)
      }
      if let end = bytes.last, end != UInt8(ascii: "\n") {
        // Only the newest is added to, and cut.
        let lines = bytes.count { $0 == UInt8(ascii: "\n") }
        problems.append(
          name == names.last ? .tornJournal(file: file) : .unreadableRecord(file: file, line: lines + 1))
      }
    }
    // The lock's file says how many there were.
    if let end = notedEnd(), end.lastID > last {
      problems.append(.journalCutShort(found: last, expected: end.lastID))
    }
    return reconstruction
  }

  /// Folders that have the name of a year's journal.
  private func journalFolders() throws(StoreError) -> [String] {
    try names("journal").filter { Journal.isName($0) }.map { "journal/\($0)" }.filter { name in
      ((try? files.status("\(path)/\(name)")) ?? nil)?.isFolder == true
    }
  }

  /// Names of the files that plans, units and settings stand in.
  private func jsonNames() throws(StoreError) -> [String] {
    var found = ["store.json", "units.json"]
    for folder in ["campaigns", "archive"] {
      for name in try names(folder) where name.hasSuffix(".json") && !name.hasPrefix(".") {
        found.append("\(folder)/\(name)")
      }
    }
    return found
  }

  /// The files that are there beside those that the journal tells of.
  private func compare(
    _ found: [String: StoredFile], _ reconstruction: Reconstruction, _ problems: inout [StoreProblem]
  ) {
    let damaged = problems.compactMap { problem -> String? in
      if case .damaged(let flaw, _) = problem { flaw.file } else { nil }
    }
    for (name, recorded) in reconstruction.revisions {
      guard let file = found[name] else {
        if !damaged.contains(name) {
          problems.append(.missing(file: name, reconstruction.content(of: name)?.source))
        }
        continue
      }
      let told = reconstruction.content(of: name)?.file
      let differs = told.map { (try? $0.value.withoutCounter) != (try? file.value.withoutCounter) } ?? false
      if file.revision < recorded {
        problems.append(
          .behindJournal(
            file: name, revision: file.revision, recorded: recorded, reconstruction.content(of: name)?.source)
        )
      } else if file.revision != recorded || differs {
        problems.append(.changedByHand(file: name, revision: file.revision, recorded: recorded))
      }
    }
    let namesUnits = found.values.contains { file in
      file.campaign?.tasks.contains { task in task.units.contains { $0.unit != nil } } ?? false
    }
    if found["units.json"] == nil, !damaged.contains("units.json"), namesUnits,
      reconstruction.revision(of: "units.json") == nil
    {
      problems.append(.missing(file: "units.json", reconstruction.content(of: "units.json")?.source))
    }
  }

  private func inconsistencies(
    _ found: [String: StoredFile], _ problems: inout [StoreProblem]
  ) throws(StoreError) {
    var units = UnitRegistry()
    if case .units(let registry)? = found["units.json"] { units = registry }
    problems += units.inconsistencies.map { .inconsistent(file: "units.json", $0) }
    // Where the units cannot be read, everything would name what is not there.
    let knowsUnits = found["units.json"] != nil
    for (name, file) in found.sorted(by: { $0.key < $1.key }) {
      guard let campaign = file.campaign else { continue }
      for problem in campaign.inconsistencies(units) {
        if case .unknownUnit = problem, !knowsUnits { continue }
        problems.append(.inconsistent(file: name, problem))
      }
      if let text = campaign.source?.file, try !exists("sources/\(text)") {
        problems.append(.missingSource(campaign: campaign.code, file: "sources/\(text)"))
      }
    }
  }

  private func leftovers(_ problems: inout [StoreProblem]) throws(StoreError) {
    for folder in [""] + storeFolders {
      for name in try names(folder) where name.hasPrefix(temporaryPrefix) {
        let file = folder.isEmpty ? name : "\(folder)/\(name)"
        let isFolder = try onFiles { () throws(FileFailure) in try files.status("\(path)/\(file)")?.isFolder }
        problems.append(isFolder == true ? .foreignFolder(file) : .leftover(file: file))
      }
    }
  }

  /// Files that are written in place must be writable for whoever may write in their folder.
  private func modes(_ problems: inout [StoreProblem]) throws(StoreError) {
    let groupWrites: UInt32 = 0o020
    for name in try onFiles({ () throws(FileFailure) in try journal.names() }).map({ "journal/\($0)" }) + [
      ".lock"
    ] {
      let folder = name.hasPrefix("journal/") ? "/journal" : ""
      let (file, around) = try onFiles { () throws(FileFailure) in
        (try files.status("\(path)/\(name)"), try files.status(path + folder))
      }
      guard let file, let around, around.mode & groupWrites != 0 else { continue }
      if file.mode & groupWrites == 0 || file.group != around.group {
        problems.append(.notShared(file: name))
      }
    }
  }

  private func names(_ folder: String) throws(StoreError) -> [String] {
    try onFiles { () throws(FileFailure) in
      do throws(FileFailure) { return try files.names(in: self.folder(folder)) } catch {
        guard error.kind == .missing else { throw error }
        return []
      }
    }
  }
}
