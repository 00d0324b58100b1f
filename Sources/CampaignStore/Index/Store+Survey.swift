import Campaigns

/// How many campaigns are kept in one go: what a death takes away is no more than that.
private let batch = 200
/// Nanoseconds that must lie between a file's last change and the moment at which it was known to be what is kept: clocks of
/// file systems go in steps of up to two seconds, and within a step a second change cannot be seen.
private let step = 2_000_000_000

extension Store {
  /// A store judged on a day, all of one moment, of which only what is asked for is read: what is known of campaigns whose
  /// files did not change comes from the index, the rest is read and kept there. Where there is no index, or it cannot be
  /// used, everything is read; the answers are the same.
  ///
  /// `now` is the machine's clock in nanoseconds; `soundness` is told where something cannot be had any more that is asked for
  /// later; `progress` how many campaigns of how many were read anew.
  ///
  ///     try store.survey(on: today, holidays, now: clock).count(matching: .urgent)
  package func survey(
    on today: Day, _ holidays: [HolidayYear], includingArchive: Bool = false, now: () -> Int,
    soundness: Soundness = Soundness(), progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> Snapshot {
    if let indexing,
      let survey = try survey(on: today, holidays, includingArchive, indexing, now, soundness, progress)
    {
      return survey
    }
    let reading = try read(includingArchive: includingArchive)
    var ledger = reading.ledger
    if let archived = reading.archived {
      ledger.campaigns += archived.campaigns
      ledger.flaws += archived.flaws
    }
    return Snapshot(ledger, ledger.judge(today: today, years: holidays))
  }

  /// The same with the index; nil where the store is small, or changes all the time.
  private func survey(
    on today: Day, _ holidays: [HolidayYear], _ includingArchive: Bool, _ indexing: IndexSetting,
    _ now: () -> Int,
    _ soundness: Soundness, _ progress: (Int, Int) -> Void
  ) throws(StoreError) -> Snapshot? {
    for _ in 0..<10 {
      let before = try moment()
      let pending = try pending()
      let files = try campaignFiles(includingArchive, pending)
      guard files.reduce(0, { $0 + ($1.status?.size ?? 0) }) >= indexing.smallest else { return nil }
      let settings = try settings(pending)
      let (units, flaws) = registry(pending)
      let ledger = Ledger(settings: settings.value, units: units, campaigns: [])
      var survey = Survey(
        store: self, judge: ledger.judge(today: today, years: holidays),
        index: index(indexing, indexing.context(settings.value, units, holidays)), now: now(),
        soundness: soundness)
      try survey.take(files, pending, progress)
      guard try moment() == before else { continue }
      return Snapshot(
        settings: settings.value, units: units,
        flaws: [settings.unknownKey].compactMap(\.self) + flaws + survey.flaws, survey.judge, survey.entries,
        survey.soundness)
    }
    return nil
  }

  /// What commands move on before anything else: as long as it stays, none changed a file. With it what all campaigns
  /// rest on.
  private func moment() throws(StoreError) -> [String: FileStamp] {
    try onFiles { () throws(FileFailure) in
      var stamps: [String: FileStamp] = [:]
      for name in ["store.json", "units.json"] + (try journal.names().last.map { ["journal/\($0)"] } ?? []) {
        stamps[name] = try files.status("\(path)/\(name)")?.stamp
      }
      return stamps
    }
  }

  /// The files of campaigns in order, those that a pending record brings or takes away included.
  private func campaignFiles(
    _ includingArchive: Bool, _ pending: JournalRecord?
  ) throws(StoreError) -> [(name: String, status: FileStatus?)] {
    var found: [(name: String, status: FileStatus?)] = []
    for folder in ["campaigns"] + (includingArchive ? ["archive"] : []) {
      var known: [(name: String, status: FileStatus?)] = []
      try onFiles { () throws(FileFailure) in
        do throws(FileFailure) {
          known = try files.statuses(in: self.folder(folder)).filter {
            !$0.name.hasPrefix(".") && $0.name.hasSuffix(".json")
          }
        } catch { guard error.kind == .missing else { throw error } }
      }
      found += known.map { ("\(folder)/\($0.name)", $0.status) }
      let names = Set(known.map(\.name))
      for change in pending?.files ?? [] where change.file.hasPrefix(folder + "/") {
        let name = String(change.file.dropFirst(folder.count + 1))
        if !names.contains(name) { found.append((change.file, nil)) }
      }
    }
    if pending != nil {
      found.sort {
        ($0.name.hasPrefix("archive/") ? 1 : 0, $0.name) < ($1.name.hasPrefix("archive/") ? 1 : 0, $1.name)
      }
    }
    return found
  }

  private func registry(_ pending: JournalRecord?) -> (UnitRegistry, [Ledger.Flaw]) {
    do throws(DamagedFile) {
      let reading = try readUnits(pending)
      return (reading.value, [reading.unknownKey].compactMap(\.self))
    } catch { return (UnitRegistry(), [error.flaw]) }
  }

  /// The index, made where there is none yet and it may be; nil where it cannot be used.
  func index(_ indexing: IndexSetting, _ context: [UInt8], making: Bool = true) -> IndexFile? {
    guard let folder = try? indexFolder(indexing, making: making && indexing.mayWrite) else { return nil }
    let path = "\(folder)/index.sqlite"
    return IndexFile(path, context: context, mayWrite: indexing.mayWrite)
      ?? IndexFile(path, context: context, mayWrite: false)
  }

  /// The folder of the index: in the store, or in the user's own where the store lies on a network.
  private func indexFolder(_ indexing: IndexSetting, making: Bool) throws(FileFailure) -> String? {
    let own = "\(path)/.index"
    var folder = own
    if files.isRemote(path) {
      guard let cache = indexing.cache, let status = try files.status(path) else { return nil }
      folder = "\(cache)/index-\(status.number)"
    }
    if making, try files.status("\(folder)/index.sqlite") == nil {
      try files.makeFolder(folder, like: folder == own ? path : nil)
      // No clone needs it.
      if folder == own, try files.status("\(folder)/.gitignore") == nil {
        try files.make("\(folder)/.gitignore", Array("*\n".utf8))
      }
      try files.make("\(folder)/index.sqlite", [])
    }
    return folder
  }
}

/// Takes campaigns one by one, from the index where it has them, else from their files.
private struct Survey {
  let store: Store
  let judge: Judge
  let index: IndexFile?
  let now: Int
  let soundness: Soundness
  private(set) var entries: [CampaignEntry] = []
  private(set) var flaws: [Ledger.Flaw] = []
  private var waiting: [(name: String, place: Int, IndexFile.Row, IndexedCampaign.Held)] = []
  private var checked: [(String, IndexFile.Row)] = []

  init(store: Store, judge: Judge, index: IndexFile?, now: Int, soundness: Soundness) {
    (self.store, self.judge, self.index) = (store, judge, index)
    (self.now, self.soundness) = (now, soundness)
  }

  mutating func take(
    _ files: [(name: String, status: FileStatus?)], _ pending: JournalRecord?, _ progress: (Int, Int) -> Void
  ) throws(StoreError) {
    let changed = Set(pending?.files.map(\.file) ?? [])
    var rows = index?.rows() ?? [:]
    entries.reserveCapacity(files.count)
    var anew: [(name: String, place: Int)] = []
    for (name, status) in files {
      let row = rows.removeValue(forKey: name)
      guard !changed.contains(name), let status, let row, let summary = usable(name, row, status.stamp) else {
        anew.append((name, entries.count))
        entries.append(CampaignEntry(Campaign(code: "", title: ""), judge))
        continue
      }
      entries.append(
        CampaignEntry(
          IndexedCampaign(name, summary, status.stamp, version: row.version, held: nil, index, store, judge),
          judge,
          soundness))
    }
    var gone: [Int] = []
    for (number, file) in anew.enumerated() {
      if number % 50 == 49 { progress(number, anew.count) }
      if try !read(file.name, at: file.place, changed.contains(file.name) ? pending : nil) {
        gone.append(file.place)
      }
      if waiting.count >= batch { keep(removing: []) }
    }
    for place in gone.reversed() { entries.remove(at: place) }
    keep(
      removing: rows.keys.filter { name in
        files.first.map { name.hasPrefix($0.name.prefix { $0 != "/" }) } ?? false
      })
  }

  /// The summary that is kept of a file as it stands; nil where it is not known to be what the file says, or not for this
  /// day.
  private mutating func usable(_ name: String, _ row: IndexFile.Row, _ stamp: FileStamp) -> CampaignSummary? {
    guard row.stamp == stamp, row.day <= judge.today.number,
      let summary = CampaignSummary(packed: row.summary),
      Int(summary.turn) > judge.today.number, summary.code == StoredFile.stem(of: name)
    else { return nil }
    // What was looked at right after it changed may have changed once more.
    guard row.checked - max(stamp.changed, stamp.touched) < step else { return summary }
    guard let bytes = try? store.content(of: name), checksum(bytes) == row.content,
      (try? store.files.status(store.place(of: name)))?.stamp == stamp
    else { return nil }
    var row = row
    row.checked = now
    checked.append((name, row))
    return summary
  }

  /// Reads a file, and keeps what is known of it. Answers whether it is there.
  private mutating func read(_ name: String, at place: Int, _ pending: JournalRecord?) throws(StoreError)
    -> Bool
  {
    let status = pending == nil ? try? store.files.status(store.place(of: name)) : nil
    if let stamp = status?.stamp, let found = store.indexable(name, stamp) {
      let entry = CampaignEntry(found.campaign, judge)
      let digest = entry.digest
      let row = IndexFile.Row(
        stamp: stamp, checked: now, content: checksum(found.bytes), day: judge.today.number,
        summary: digest.summary.packed)
      let held = IndexedCampaign.Held(digest, found.places)
      entries[place] = CampaignEntry(
        IndexedCampaign(
          name, digest.summary, stamp, version: row.version, held: held, index, store, judge), judge,
        soundness)
      waiting.append((name, place, row, held))
      return true
    }
    do throws(DamagedFile) {
      guard let reading = try store.campaign(name, pending) else { return false }
      entries[place] = CampaignEntry(reading.value, judge)
      if let flaw = reading.unknownKey { flaws.append(flaw) }
      return true
    } catch {
      flaws.append(error.flaw)
      return false
    }
  }

  /// Puts what waits into the index, and lets go what is read from there then.
  private mutating func keep(removing names: [String]) {
    guard let index, index.isWritable, !waiting.isEmpty || !checked.isEmpty || !names.isEmpty else { return }
    let (waiting, checked) = (waiting, checked)
    let isKept = index.change { writing in
      for (name, _, row, held) in waiting {
        writing.put(name, row, held.parts)
      }
      for (name, row) in checked { writing.put(name, row) }
      for name in names { writing.remove(name) }
    }
    if isKept {
      for (name, place, row, _) in waiting {
        entries[place] = CampaignEntry(
          IndexedCampaign(
            name, entries[place].summary, row.stamp, version: row.version, held: nil, index, store, judge),
          judge,
          soundness)
      }
    }
    self.waiting = []
    self.checked = []
  }
}
