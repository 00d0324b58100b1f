import Campaigns

/// A store as somebody saw it who looks again and again: what changed since is read then, and nothing else.
///
///     var look = try store.look(on: today, holidays, now: clock)
///     look = try store.look(after: look, on: today, holidays, now: clock)  // costs three looks where nobody changed anything
package struct StoreLook: Sendable {
  enum Basis: Sendable {
    /// A small store, read whole.
    case read(StoreReading)
    /// One whose campaigns are kept in an index.
    case survey(SurveyBasis)
  }

  let basis: Basis
  /// What the store holds.
  package var snapshot: Snapshot

  init(basis: Basis, snapshot: Snapshot) { (self.basis, self.snapshot) = (basis, snapshot) }

  /// A look at a store that was read whole.
  package init(_ reading: StoreReading, on today: Day, _ holidays: [HolidayYear]) {
    let ledger = reading.ledger
    self.init(
      basis: .read(reading), snapshot: Snapshot(ledger, ledger.judge(today: today, years: holidays)))
  }

  /// How many looks go by from one at each file to the next: commands are seen by the journal, edits by hand by the files.
  package var looksBetweenFiles: Int {
    switch basis {
    case .read: 1
    case .survey(let basis): max(1, basis.files.count / 200)
    }
  }
}

/// What a survey saw.
struct SurveyBasis: Sendable {
  /// The files of campaigns as they stood; nil for one that is not as it was read yet.
  var files: [String: FileStamp?]
  /// What commands move on before anything else.
  var moment: [String: FileStamp]
  /// Where what is known of campaigns is kept.
  var index: IndexFile?
}

extension Store {
  /// Looks at the store, after an earlier look at what changed since. `everyFile`: not only at what commands leave in the
  /// journal.
  package func look(
    after known: StoreLook? = nil, everyFile: Bool = true, on today: Day, _ holidays: [HolidayYear],
    now: () -> Int, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> StoreLook {
    if case .survey(let basis)? = known?.basis, let snapshot = known?.snapshot, snapshot.today == today,
      !snapshot.soundness.isLost,
      let look = try look(after: basis, snapshot, everyFile, holidays, now)
    {
      return look
    }
    if case .read(let reading)? = known?.basis { return try look(reading, today, holidays) }
    if let indexing {
      var seen: SurveyBasis?
      let snapshot = try survey(
        on: today, holidays, .ignored, indexing, now, Soundness(), progress, seeing: { seen = $0 })
      if let snapshot, let seen { return StoreLook(basis: .survey(seen), snapshot: snapshot) }
    }
    return try look(nil, today, holidays)
  }

  private func look(
    _ known: StoreReading?, _ today: Day, _ holidays: [HolidayYear]
  ) throws(StoreError) -> StoreLook {
    StoreLook(try read(after: known), on: today, holidays)
  }

  /// Whether somebody changed the store since a look: every file is looked at where `everyFile` says so.
  package func hasChanged(since look: StoreLook, everyFile: Bool) throws(StoreError) -> Bool {
    switch look.basis {
    case .read(let reading): return try version() != reading.version
    case .survey(let basis):
      if look.snapshot.soundness.isLost { return true }
      if try moment() != basis.moment { return true }
      return everyFile ? try !differing(from: basis).isEmpty : false
    }
  }

  /// What was saved, put into what was seen before.
  package func look(_ look: StoreLook, with saved: Saved, _ holidays: [HolidayYear]) -> StoreLook? {
    guard case .read(let reading) = look.basis else { return nil }
    return StoreLook(saved.applied(to: reading), on: look.snapshot.today, holidays)
  }

  /// The files of campaigns that are not as they were seen.
  private func differing(from basis: SurveyBasis) throws(StoreError) -> Set<String> {
    let files = try campaignFiles(false, nil)
    var names: Set<String> = []
    for (name, status) in files where basis.files[name] != .some(status?.stamp) || status == nil {
      names.insert(name)
    }
    let there = Set(files.map(\.name))
    for name in basis.files.keys where !there.contains(name) { names.insert(name) }
    return names
  }

  /// Takes over what changed since; nil where it is not known what did.
  private func look(
    after basis: SurveyBasis, _ snapshot: Snapshot, _ everyFile: Bool, _ holidays: [HolidayYear],
    _ now: () -> Int
  ) throws(StoreError) -> StoreLook? {
    for _ in 0..<10 {
      let moment = try moment()
      let pending = try pending()
      guard moment["store.json"] == basis.moment["store.json"],
        moment["units.json"] == basis.moment["units.json"],
        var names = try recorded(since: basis.moment, moment)
      else { return nil }
      names.formUnion(pending?.files.map(\.file) ?? [])
      for (name, stamp) in basis.files where stamp == nil { names.insert(name) }
      if everyFile { names.formUnion(try differing(from: basis)) }
      names = names.filter { $0.hasPrefix("campaigns/") && $0.hasSuffix(".json") }
      var survey = Survey(
        store: self, judge: snapshot.judge, index: basis.index, now: now(), soundness: snapshot.soundness)
      var files = basis.files
      var changed: [String: CampaignEntry?] = [:]
      for name in names {
        let isPending = pending?.files.contains { $0.file == name } ?? false
        // Who changed it kept what is known of it.
        let found = (isPending ? nil : survey.kept(name)) ?? survey.read(name, isPending ? pending : nil)
        changed[StoredFile.stem(of: name)] = .some(found.entry)
        if found.entry == nil, found.stamp == nil {
          files[name] = nil
        } else {
          files[name] = .some(found.stamp)
        }
      }
      guard try self.moment() == moment else { continue }
      // Settings and units come first, as everywhere.
      let flaws = (snapshot.flaws.filter { !names.contains($0.file) } + survey.flaws).sorted { one, other in
        (one.file.contains("/") ? one.file : "") < (other.file.contains("/") ? other.file : "")
      }
      return StoreLook(
        basis: .survey(SurveyBasis(files: files, moment: moment, index: basis.index)),
        snapshot: snapshot.with(changed, flaws: flaws))
    }
    return nil
  }

  /// The files that records speak of which were added to the journal since; nil where that cannot be told.
  private func recorded(
    since known: [String: FileStamp], _ now: [String: FileStamp]
  ) throws(StoreError) -> Set<String>? {
    let journals = Set(known.keys).union(now.keys).filter { $0.hasPrefix("journal/") }
    guard journals.count <= 1 else { return nil }
    guard let name = journals.first else { return [] }
    guard let before = known[name], let after = now[name], before.number == after.number,
      before.size <= after.size
    else { return nil }
    let bytes = try onFiles { () throws(FileFailure) in
      try files.read("\(path)/\(name)", from: before.size, count: after.size - before.size)
    }
    var names: Set<String> = []
    for line in Journal.lines(of: bytes[...]) {
      guard let record = Journal.record(bytes[line]) else { return nil }
      names.formUnion(record.files.map(\.file))
    }
    return names
  }
}
