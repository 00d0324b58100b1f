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

/// Which campaigns are read, beside settings and units.
private enum Scope {
  /// Daily ones, and those put away where they are asked for.
  case all(includingArchive: Bool)
  /// Daily ones of these codes.
  case only([String])

  /// Whether a file is one of them.
  func includes(_ name: String) -> Bool {
    guard let slash = name.firstIndex(of: "/") else { return true }
    guard name.hasSuffix(".json") else { return false }
    switch (name[..<slash], self) {
    case ("campaigns", .all), ("archive", .all(includingArchive: true)): return true
    case ("campaigns", .only(let codes)): return codes.contains(StoredFile.stem(of: name))
    case (_, _): return false
    }
  }
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
    let scope = Scope.all(includingArchive: includingArchive)
    let (files, version) = try files(of: scope, known?.files ?? [:])
    return try reading(files, version, includingArchive)
  }

  /// Settings, units and the campaigns of these codes, of one moment: what a command needs whose id names its campaign,
  /// whatever else the store holds. A campaign that is not there is left out; what is wrong with other files is not seen.
  ///
  ///     try store.ledger(of: ["h26"]).campaigns.first?.task(id: "h26-9")
  package func ledger(of codes: [String]) throws(StoreError) -> Ledger {
    let (files, version) = try files(of: .only(codes.filter(isSafeName)), [:])
    return try reading(files, version, false).ledger
  }

  /// The files of a scope as they are at one moment; what did not change since it was `known` is taken from there.
  private func files(
    of scope: Scope, _ known: [String: StoreReading.File]
  ) throws(StoreError) -> ([String: StoreReading.File], StoreVersion) {
    var (files, version) = (known, try version(of: scope))
    for _ in 0..<rounds {
      let pending = try pending()
      files = try read(files, version, scope, pending)
      let now = try self.version(of: scope)
      if now == version { return (files, now) }
      version = now
    }
    throw .locked(holder: nil)
  }

  /// Runs `body`, which reads, again until no command changed anything while it ran: what it reads is of one moment. `failing`
  /// says in its terms what goes wrong with the store.
  ///
  ///     try store.atOneMoment(failing: Failure.store) { () throws(Failure) in try session.read() }
  package func atOneMoment<T, E: Error>(
    failing: (StoreError) -> E, _ body: () throws(E) -> T
  ) throws(E) -> T {
    func now() throws(E) -> [String: FileStamp] {
      do throws(StoreError) { return try moment() } catch { throw failing(error) }
    }
    var before = try now()
    for _ in 0..<rounds {
      let result = try body()
      let after = try now()
      if after == before { return result }
      before = after
    }
    throw failing(.locked(holder: nil))
  }

  /// What tells two states of it apart; cheap enough to be asked for all the time.
  package func version() throws(StoreError) -> StoreVersion { try version(of: .all(includingArchive: false)) }

  private func version(of scope: Scope) throws(StoreError) -> StoreVersion {
    try onFiles { () throws(FileFailure) in
      var names = ["store.json", "units.json"]
      // The journal moves on before the files do, and it stays so where a writer died in between.
      if let newest = try journal.names().last { names.append("journal/\(newest)") }
      switch scope {
      case .only(let codes): names += codes.map { "campaigns/\($0).json" }
      case .all(let includingArchive):
        for folder in ["campaigns"] + (includingArchive ? ["archive"] : []) {
          do throws(FileFailure) {
            names += try files.names(in: self.folder(folder)).filter { !$0.hasPrefix(".") }.map {
              "\(folder)/\($0)"
            }
          } catch { guard error.kind == .missing else { throw error } }
        }
      }
      var found: [String: FileStatus] = [:]
      for name in names {
        // What cannot even be looked at cannot be read, which is told then.
        do throws(FileFailure) { found[name] = try files.status("\(path)/\(name)")?.unnamed } catch {
          found[name] = .unknown
        }
      }
      return StoreVersion(files: found)
    }
  }

  /// Reads those files of a version that `known` does not have, and what is pending.
  private func read(
    _ known: [String: StoreReading.File], _ version: StoreVersion, _ scope: Scope, _ pending: JournalRecord?
  ) throws(StoreError) -> [String: StoreReading.File] {
    let changes = Set(pending?.files.map(\.file) ?? [])
    let names = Set(version.files.keys).union(changes).filter(scope.includes)
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
