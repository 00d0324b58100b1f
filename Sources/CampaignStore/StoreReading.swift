import Campaigns

/// What was read of a store, file by file, all of one moment. Who reads on (`Store.read(after:)`) reads again only what
/// changed since.
///
///     let known = try store.read()
///     let now = try store.read(after: known)  // costs a look at each file, and what others changed
package struct StoreReading: Sendable {
  /// A file as it was read.
  struct File: Sendable {
    /// How it stood on the disk; nil where it was not there.
    var status: FileStatus?
    /// What it says once what is pending is done; nil is no file.
    var content: Result<StoredJSON.Reading<StoredFile>, DamagedFile>?
    /// Whether the disk does not say so yet: it is read again next time.
    var isAhead = false
  }

  var files: [String: File] = [:]
  /// What tells this state of the store from others.
  package internal(set) var version: StoreVersion
  /// Everything that daily views show.
  package internal(set) var ledger: Ledger
  /// Campaigns put away, and files among them that could not be read; nil where they were not asked for.
  package internal(set) var archived: (campaigns: [Campaign], flaws: [Ledger.Flaw])?
}

/// A state of a store: equal as long as nobody changed what daily views show.
package struct StoreVersion: Equatable, Sendable {
  let files: [String: FileStatus]
}

/// How often what others change is read again before one gives up: each time costs what they changed, so that a store
/// would have to be written to without a pause.
private let rounds = 100

extension Store {
  /// Everything that daily views show.
  package func ledger() throws(StoreError) -> Ledger { try read().ledger }

  /// Reads the store as it is at one moment: what others change meanwhile is read again, until nothing did. `known` is an
  /// earlier reading; what did not change since is taken from it.
  package func read(
    after known: StoreReading? = nil, includingArchive: Bool = false
  ) throws(StoreError) -> StoreReading {
    let folders = ["campaigns"] + (includingArchive ? ["archive"] : [])
    var files = known?.files ?? [:]
    var version = try version(of: folders)
    for _ in 0..<rounds {
      let pending = try pending()
      files = try read(files, version, folders, pending)
      let now = try self.version(of: folders)
      if now == version { return try reading(files, now, includingArchive) }
      version = now
    }
    throw .locked(holder: nil)
  }

  /// Runs `body`, which reads, again until nobody changed anything while it ran: what it reads is of one moment. `failing`
  /// says in its terms what goes wrong with the store.
  ///
  ///     try store.atOneMoment(failing: Failure.store) { () throws(Failure) in try session.read() }
  package func atOneMoment<T, E: Error>(
    failing: (StoreError) -> E, _ body: () throws(E) -> T
  ) throws(E) -> T {
    func version() throws(E) -> StoreVersion {
      do throws(StoreError) { return try self.version(of: ["campaigns", "archive"]) } catch {
        throw failing(error)
      }
    }
    var before = try version()
    for _ in 0..<rounds {
      let result = try body()
      let now = try version()
      if now == before { return result }
      before = now
    }
    throw failing(.locked(holder: nil))
  }

  /// What tells two states of it apart; cheap enough to be asked for all the time.
  package func version() throws(StoreError) -> StoreVersion { try version(of: ["campaigns"]) }

  private func version(of folders: [String]) throws(StoreError) -> StoreVersion {
    try onFiles { () throws(FileFailure) in
      var names = ["store.json", "units.json"]
      // The journal moves on before the files do, and it stays so where a writer died in between.
      if let newest = try journal.names().last { names.append("journal/\(newest)") }
      for folder in folders {
        do throws(FileFailure) {
          names += try files.names(in: self.folder(folder)).filter { !$0.hasPrefix(".") }.map {
            "\(folder)/\($0)"
          }
        } catch { guard error.kind == .missing else { throw error } }
      }
      var found: [String: FileStatus] = [:]
      for name in names {
        // What cannot even be looked at cannot be read, which is told then.
        do throws(FileFailure) { found[name] = try files.status("\(path)/\(name)") } catch {
          found[name] = .unknown
        }
      }
      return StoreVersion(files: found)
    }
  }

  /// Reads those files of a version that `known` does not have, and what is pending.
  private func read(
    _ known: [String: StoreReading.File], _ version: StoreVersion, _ folders: [String],
    _ pending: JournalRecord?
  ) throws(StoreError) -> [String: StoreReading.File] {
    let changes = Set(pending?.files.map(\.file) ?? [])
    let names = Set(version.files.keys).union(changes).filter { name in
      guard let slash = name.firstIndex(of: "/") else { return true }
      return folders.contains(String(name[..<slash])) && name.hasSuffix(".json")
    }
    var files: [String: StoreReading.File] = [:]
    for name in names.sorted() {
      let status = version.files[name]
      let isAhead = changes.contains(name)
      if !isAhead, let file = known[name], !file.isAhead, file.status == status {
        files[name] = file
        continue
      }
      var content: Result<StoredJSON.Reading<StoredFile>, DamagedFile>?
      do throws(DamagedFile) {
        content = try readable(name, pending).map { bytes throws(DamagedFile) in
          .success(try StoredFile.reading(named: name, bytes))
        }
      } catch { content = .failure(error) }
      files[name] = StoreReading.File(status: status, content: content, isAhead: isAhead)
    }
    return files
  }

  /// What the files say together.
  private func reading(
    _ files: [String: StoreReading.File], _ version: StoreVersion, _ includingArchive: Bool
  ) throws(StoreError) -> StoreReading {
    guard let settings = files["store.json"]?.content else { throw try missing() }
    let (daily, flaws) = campaigns(in: "campaigns", files)
    var ledger = Ledger(settings: StoreSettings(), units: UnitRegistry(), campaigns: daily)
    let found = try undamaged { () throws(DamagedFile) in try settings.get() }
    ledger.flaws = [found.unknownKey].compactMap(\.self)
    if case .settings(let value) = found.value { ledger.settings = value }
    switch files["units.json"]?.content {
    case .success(let reading)?:
      ledger.flaws += [reading.unknownKey].compactMap(\.self)
      if case .units(let value) = reading.value { ledger.units = value }
    case .failure(let error)?: ledger.flaws.append(error.flaw)
    case nil: break
    }
    ledger.flaws += flaws
    return StoreReading(
      files: files, version: version, ledger: ledger,
      archived: includingArchive ? campaigns(in: "archive", files) : nil)
  }

  private func campaigns(
    in folder: String, _ files: [String: StoreReading.File]
  ) -> (campaigns: [Campaign], flaws: [Ledger.Flaw]) {
    var (campaigns, flaws): ([Campaign], [Ledger.Flaw]) = ([], [])
    for (name, file) in files.sorted(by: { $0.key < $1.key }) where name.hasPrefix(folder + "/") {
      switch file.content {
      case .success(let reading)?:
        if let campaign = reading.value.campaign { campaigns.append(campaign) }
        if let flaw = reading.unknownKey { flaws.append(flaw) }
      case .failure(let error)?: flaws.append(error.flaw)
      case nil: break
      }
    }
    return (campaigns, flaws)
  }
}
