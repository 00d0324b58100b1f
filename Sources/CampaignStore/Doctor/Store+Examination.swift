import Campaigns

extension Store {
  /// Looks at everything there is, and changes nothing. Nobody is kept from writing by it: what is found is looked at again
  /// with the lock held where `context` may take it; where it may not, what a writer at work can leave for a moment is not
  /// told. So much is looked at at a time as fits into some megabytes; `progress` is told how many files of how many are
  /// done. An unreadable folder, or no store at all, is an error.
  package func examine(
    _ context: WriteContext? = nil, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> [StoreProblem] {
    let found = try examine(context, bytes: 64 << 20, progress)
    // Whoever may not write leaves the index to others.
    guard let context, case let wrong = try wrongInIndex(context, progress), let first = wrong.first else {
      return found
    }
    return found + [.wrongIndex(file: first, count: wrong.count)]
  }

  /// The same without the index; about so many bytes of files are looked at at a time.
  func examine(
    _ context: WriteContext?, bytes: Int, _ progress: (_ done: Int, _ of: Int) -> Void
  ) throws(StoreError) -> [StoreProblem] {
    // A folder that is no store has nothing to look at.
    if try remnant() == nil { throw try missing() }
    let isDangling = try hasDanglingLock()
    let found = try look(at: nil, bytes, namesUnits: false, progress)
    if isDangling { return [.danglingLock] + found.problems.filter { !$0.isMomentary } }
    if found.problems.isEmpty { return [] }
    if let context, try exists(".lock") {
      let names = Set(found.problems.flatMap(\.files) + ["store.json", "units.json"])
      do throws(StoreError) {
        return try locked(context) { _ throws(StoreError) in
          try look(at: names, bytes, namesUnits: found.namesUnits) { _, _ in }.problems
        }
      } catch {
        guard case .file(let failure) = error, failure.kind == .denied else { throw error }
      }
    }
    return found.problems.filter { !$0.isMomentary }
  }

  /// Whether the lock's file is a link to nothing.
  private func hasDanglingLock() throws(StoreError) -> Bool {
    if try exists(".lock") { return false }
    return try names(of: "").contains(".lock")
  }

  /// Looks at these files, nil: at all, and at whatever is none. `namesUnits` says whether some plan is known to name units.
  private func look(
    at wanted: Set<String>?, _ bytes: Int, namesUnits: Bool, _ progress: (Int, Int) -> Void
  ) throws(StoreError) -> (problems: [StoreProblem], namesUnits: Bool) {
    var look = Look(namesUnits: namesUnits)
    if let bytes = try? content(of: "units.json"),
      case .units(let units)? = try? StoredFile(named: "units.json", bytes)
    {
      look.units = units
    }
    let names = try jsonNames().filter { wanted?.contains($0) ?? true }
    var done = 0
    for group in try groups(of: names, wanted, bytes) {
      try self.look(at: group, names.filter(group.contains), &look)
      done += group.count
      progress(done, names.count)
    }
    for name in try journalFolders() {
      look.problems.append(.damaged(Ledger.Flaw(file: name, kind: .unreadable(.notRegular)), nil))
    }
    let problems = look.journal + look.problems + look.contradictions
    var others: [StoreProblem] = []
    try folders(&others)
    try leftovers(&others)
    try modes(&others)
    try instructions(&others)
    return (problems + others, look.namesUnits)
  }

  /// Files that are looked at together: those whose names lie between two, wherever they are found.
  private struct Group {
    var lower: String?
    var upper: String?
    var wanted: Set<String>?
    var count = 0

    func contains(_ name: String) -> Bool {
      (lower.map { $0 <= name } ?? true) && (upper.map { name < $0 } ?? true)
        && wanted?.contains(name) ?? true
    }
  }

  /// What was found out so far.
  private struct Look {
    /// What is wrong with backups and with the journal itself, which is read anew for each group.
    var journal: [StoreProblem] = []
    var problems: [StoreProblem] = []
    var contradictions: [StoreProblem] = []
    var units: UnitRegistry?
    var namesUnits: Bool
    var isFirst = true
  }

  /// Names in their order by so many bytes of their files, fewer where backups are read beside them.
  private func groups(
    of names: [String], _ wanted: Set<String>?, _ bytes: Int
  ) throws(StoreError) -> [Group] {
    let most = bytes / (2 + (try self.names(of: "backups").count { $0.hasSuffix(".tar.gz") }))
    var groups = [Group(wanted: wanted)]
    var size = 0
    for name in names.sorted() {
      let bytes = (try? files.status("\(path)/\(name)"))?.size ?? 0
      if size + bytes > most, size > 0 {
        groups[groups.count - 1].upper = name
        groups.append(Group(lower: name, wanted: wanted))
        size = 0
      }
      size += bytes
      groups[groups.count - 1].count += 1
    }
    return groups
  }

  private func look(at group: Group, _ names: [String], _ look: inout Look) throws(StoreError) {
    var journalProblems: [StoreProblem] = []
    // Whether they can be read is asked once.
    if look.isFirst { _ = try backups(&journalProblems) { _ in false } }
    var reconstruction = try journal(&journalProblems, [], group.contains)
    let pending = try pending()
    if look.isFirst {
      look.journal = journalProblems
      if let pending, try isUnfinished(pending) { look.journal.append(.unfinished(pending.entry)) }
    }
    look.isFirst = false
    var (problems, found, damaged): ([StoreProblem], [String: StoredFile], [Ledger.Flaw]) = ([], [:], [])
    for name in names {
      do throws(DamagedFile) {
        guard let bytes = try readable(name, pending) else { continue }
        let reading = try StoredFile.reading(named: name, bytes)
        found[name] = reading.value
        if let flaw = reading.unknownKey { problems.append(.damaged(flaw, nil)) }
      } catch { damaged.append(error.flaw) }
    }
    // Backups are read for what the journal alone does not tell, and for what is not there.
    let unknown = reconstruction.unknown.union(damaged.map(\.file)).union(
      (reconstruction.revisions.map(\.name) + ["store.json", "units.json"]).filter { found[$0] == nil })
    if unknown.contains(where: group.contains) {
      var again: [StoreProblem] = []
      let bases = try backups(&again, unknown.contains)
      if bases.contains(where: { !$0.files.isEmpty }) {
        reconstruction = try journal(&again, bases, group.contains)
      }
    }
    for flaw in damaged {
      var source = reconstruction.content(of: flaw.file)?.source
      // What is no file, or may not be read, is not ours to replace.
      if case .unreadable = flaw.kind { source = nil }
      if case .newerFormat = flaw.kind { source = nil }
      problems.append(.damaged(flaw, source))
    }
    if group.contains("store.json"), try !exists("store.json") {
      problems.append(
        .missing(file: "store.json", reconstruction.content(of: "store.json")?.source ?? .defaults))
    }
    look.namesUnits = look.namesUnits || found.values.contains { $0.campaign?.namesUnits == true }
    compare(found, reconstruction, &problems)
    // It comes behind all plans.
    if group.contains("units.json"), found["units.json"] == nil, look.namesUnits,
      !problems.contains(where: { $0.files == ["units.json"] }),
      reconstruction.revision(of: "units.json") == nil
    {
      problems.append(.missing(file: "units.json", reconstruction.content(of: "units.json")?.source))
    }
    look.problems += problems
    try inconsistencies(found, look.units, &look.contradictions)
  }

  private func isUnfinished(_ record: JournalRecord) throws(StoreError) -> Bool {
    for change in record.files {
      let bytes = try onFiles { () throws(FileFailure) in try content(of: change.file) }
      if record.rest(of: change.file, bytes) != .nothing { return true }
    }
    return false
  }

  /// What readable backups hold of the files that are wanted, the newest first; those that are not are named.
  func backups(
    _ problems: inout [StoreProblem], _ isWanted: (String) -> Bool
  ) throws(StoreError) -> [(backup: String, files: [String: StoredFile])] {
    var bases: [(backup: String, files: [String: StoredFile])] = []
    // One that is being written is none yet.
    for name in try names(of: "backups").reversed() where name.hasSuffix(".tar.gz") && !name.hasPrefix(".") {
      let place = try onFiles { () throws(FileFailure) in try self.place(of: "backups/\(name)") }
      var files: [String: StoredFile] = [:]
      do throws(StoreError) {
        try readArchive(at: place) { header, reader throws(ArchiveFailure) in
          guard StoredFile.Kind(name: header.name) == .json, isWanted(header.name) else { return }
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

  /// Reads the whole journal, oldest first, for the files that are wanted.
  func journal(
    _ problems: inout [StoreProblem], _ bases: [(backup: String, files: [String: StoredFile])],
    _ isWanted: (String) -> Bool
  ) throws(StoreError) -> Reconstruction {
    var reconstruction = Reconstruction(bases: bases)
    var last = 0
    let names = try onFiles { () throws(FileFailure) in try journal.names() }
    for name in names {
      let file = "journal/\(name)"
      var number = 0
      let rest = try journal.eachLine(of: name) { line in
        number += 1
        guard var record = Journal.record(line) else {
          problems.append(.unreadableRecord(file: file, line: number))
          // It was one all the same, with a number of its own.
          last += 1
          return
        }
        if record.id != last + 1 {
          problems.append(
            .recordOutOfOrder(file: file, line: number, found: record.id, expected: last + 1))
        }
        last = record.id
        record.files.removeAll { !isWanted($0.file) }
        reconstruction.add(record)
      }
      if rest > 0 {
        // Only the newest is added to, and cut.
        problems.append(
          name == names.last ? .tornJournal(file: file) : .unreadableRecord(file: file, line: number + 1))
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
    try names(of: "journal").filter { Journal.isName($0) }.map { "journal/\($0)" }.filter { name in
      ((try? files.status("\(path)/\(name)")) ?? nil)?.isFolder == true
    }
  }

  /// Names of the files that plans, units and settings stand in.
  private func jsonNames() throws(StoreError) -> [String] {
    var found = ["store.json", "units.json"]
    for folder in ["campaigns", "archive"] {
      for name in try names(of: folder) where name.hasSuffix(".json") && !name.hasPrefix(".") {
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
  }

  private func inconsistencies(
    _ found: [String: StoredFile], _ known: UnitRegistry?, _ problems: inout [StoreProblem]
  ) throws(StoreError) {
    if case .units(let registry)? = found["units.json"] {
      problems += registry.inconsistencies.map { .inconsistent(file: "units.json", $0) }
    }
    // Where the units cannot be read, everything would name what is not there.
    let (units, knowsUnits) = (known ?? UnitRegistry(), known != nil)
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

  /// What the store keeps its files in must be folders.
  private func folders(_ problems: inout [StoreProblem]) throws(StoreError) {
    for folder in storeFolders {
      let status = try onFiles { () throws(FileFailure) in try files.status("\(path)/\(folder)") }
      if let status, !status.isFolder { problems.append(.notAFolder(folder)) }
    }
  }

  /// Instructions that the next writer will not be able to take in.
  private func instructions(_ problems: inout [StoreProblem]) throws(StoreError) {
    guard let settings = try? settings().value, try exists(instructionsName) else { return }
    let found = try waitingInstructions(settings)
    problems += found.flaws.map { .strayInstruction(file: "\(instructionsName)/\($0.file)", $0.flaw) }
    for left in found.waiting where (try? instructed(left.task)) == nil {
      problems.append(.strandedInstruction(left))
    }
  }

  private func leftovers(_ problems: inout [StoreProblem]) throws(StoreError) {
    for folder in [""] + storeFolders where folder != "backups" || !isBackingUp {
      for name in try names(of: folder) where name.hasPrefix(temporaryPrefix) {
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

  private func names(of folder: String) throws(StoreError) -> [String] {
    try onFiles { () throws(FileFailure) in
      do throws(FileFailure) { return try files.names(in: self.folder(folder)) } catch {
        guard error.kind == .missing else { throw error }
        return []
      }
    }
  }
}

extension Campaign {
  /// Whether a task of it names a unit.
  fileprivate var namesUnits: Bool {
    tasks.contains { task in task.units.contains { $0.unit != nil } }
  }
}
