import Campaigns

/// How many campaigns are kept in one go: what a death takes away is no more than that.
private let batch = 200
/// Nanoseconds that must lie between a file's last change and the moment at which it was known to be what is kept: clocks of
/// file systems go in steps of up to two seconds, and within a step a second change cannot be seen.
private let step = 2_000_000_000

/// Takes campaigns one by one, from the index where it has them, else from their files.
struct Survey {
  /// What became of a file.
  struct Found {
    /// Its campaign; nil where it has none that can be read.
    var entry: CampaignEntry?
    /// The file as it stood; nil where it is not there, or is not as it was read yet.
    var stamp: FileStamp?
    /// What is to be kept of it.
    fileprivate var row: IndexFile.Row?
    fileprivate var held: IndexedCampaign.Held?
  }

  let store: Store
  let judge: Judge
  let index: IndexFile?
  let now: Int
  let soundness: Soundness
  private(set) var entries: [CampaignEntry] = []
  private(set) var flaws: [Ledger.Flaw] = []
  /// The files as they stood.
  private(set) var stamps: [String: FileStamp?] = [:]
  private let remembersFiles: Bool
  /// How many of the entries, which come first, are not in the archive.
  private(set) var daily = 0
  private var waiting: [(name: String, place: Int, IndexFile.Row, IndexedCampaign.Held)] = []
  private var checked: [(String, IndexFile.Row)] = []

  init(
    store: Store, judge: Judge, index: IndexFile?, now: Int, soundness: Soundness,
    remembersFiles: Bool = false
  ) {
    (self.store, self.judge, self.index) = (store, judge, index)
    (self.now, self.soundness, self.remembersFiles) = (now, soundness, remembersFiles)
  }

  /// Takes files in order; `rows` are what is known of them, and are used up.
  mutating func take(
    _ files: [(name: String, status: FileStatus?)], _ rows: inout [String: IndexFile.Row],
    _ pending: JournalRecord?, _ includingArchive: Bool, _ progress: (Int, Int) -> Void
  ) {
    let changed = Set(pending?.files.map(\.file) ?? [])
    entries.reserveCapacity(files.count)
    var anew: [(name: String, place: Int)] = []
    for (name, status) in files {
      let row = rows.removeValue(forKey: name)
      guard !changed.contains(name), let status, let row, let summary = usable(name, row, status.stamp) else {
        anew.append((name, entries.count))
        // Its place is taken by what is read below.
        entries.append(CampaignEntry(Campaign(code: "", title: ""), judge))
        continue
      }
      if remembersFiles { stamps[name] = .some(status.stamp) }
      entries.append(entry(name, summary, status.stamp, row.version, nil))
    }
    var gone: [Int] = []
    for (number, file) in anew.enumerated() {
      if number % 50 == 49 { progress(number, anew.count) }
      let found = read(file.name, changed.contains(file.name) ? pending : nil)
      if let entry = found.entry { entries[file.place] = entry } else { gone.append(file.place) }
      if remembersFiles, found.entry != nil || found.stamp != nil { stamps[file.name] = .some(found.stamp) }
      if let row = found.row, let held = found.held { waiting.append((file.name, file.place, row, held)) }
      if waiting.count >= batch { keep(removing: []) }
    }
    keep(removing: rows.keys.filter { includingArchive || $0.hasPrefix("campaigns/") })
    let first = files.firstIndex { $0.name.hasPrefix("archive/") } ?? files.count
    daily = first - gone.count { $0 < first }
    for place in gone.reversed() { entries.remove(at: place) }
  }

  private func entry(
    _ name: String, _ summary: CampaignSummary, _ stamp: FileStamp, _ version: Int,
    _ held: IndexedCampaign.Held?
  ) -> CampaignEntry {
    CampaignEntry(
      IndexedCampaign(name, summary, stamp, version: version, held: held, index, store, judge), judge,
      soundness)
  }

  /// The summary that is kept of a file as it stands; nil where it is not known to be what the file says, or not for this
  /// day.
  private mutating func usable(_ name: String, _ row: IndexFile.Row, _ stamp: FileStamp) -> CampaignSummary? {
    guard let summary = row.summary(of: name, stamp, on: judge.today) else { return nil }
    // What was looked at right after it changed may have changed once more.
    guard row.isYoung else { return summary }
    guard let bytes = try? store.content(of: name), checksum(bytes) == row.content,
      (try? store.files.status(store.place(of: name)))?.stamp == stamp
    else { return nil }
    var row = row
    row.checked = now
    checked.append((name, row))
    return summary
  }

  /// What is kept of a file that changed since it was looked at, by whoever changed it; nil where nothing is.
  mutating func kept(_ name: String) -> Found? {
    guard let index, let stamp = (try? store.files.status("\(store.path)/\(name)"))?.stamp,
      let row = index.row(of: name), let summary = usable(name, row, stamp)
    else { return nil }
    return Found(entry: entry(name, summary, stamp, row.version, nil), stamp: stamp)
  }

  /// Reads a file, with what is pending; what is wrong with it is a flaw.
  mutating func read(_ name: String, _ pending: JournalRecord?) -> Found {
    let status = pending == nil ? try? store.files.status(store.place(of: name)) : nil
    if let stamp = status?.stamp, let file = store.indexable(name, stamp) {
      let digest = CampaignEntry(file.campaign, judge).digest
      let row = IndexFile.Row(
        stamp: stamp, checked: now, content: checksum(file.bytes), day: judge.today.number,
        summary: digest.summary.packed)
      let held = IndexedCampaign.Held(digest, file.places)
      return Found(
        entry: entry(name, digest.summary, stamp, row.version, held), stamp: stamp, row: row, held: held)
    }
    var found = Found()
    do throws(DamagedFile) {
      if let reading = try store.campaign(name, pending) {
        found.entry = CampaignEntry(reading.value, judge)
        if let flaw = reading.unknownKey { flaws.append(flaw) }
      }
    } catch { flaws.append(error.flaw) }
    if let status, (try? store.files.status(store.place(of: name)))?.stamp == status.stamp {
      found.stamp = status.stamp
    }
    return found
  }

  /// Puts what waits into the index, and lets go what is read from there then.
  private mutating func keep(removing names: [String]) {
    defer { (waiting, checked) = ([], []) }
    guard let index, index.isWritable, !waiting.isEmpty || !checked.isEmpty || !names.isEmpty else { return }
    let (waiting, checked) = (waiting, checked)
    let isKept = index.change { writing in
      for (name, _, row, held) in waiting { writing.put(name, row, held.parts) }
      for (name, row) in checked { writing.put(name, row) }
      for name in names { writing.remove(name) }
    }
    guard isKept else { return }
    for (name, place, row, _) in waiting {
      entries[place] = entry(name, entries[place].summary, row.stamp, row.version, nil)
    }
  }
}

extension IndexFile.Row {
  /// The summary of a file that stands so; nil where this row is of another state of it, or not for this day.
  func summary(of name: String, _ stamp: FileStamp, on today: Day) -> CampaignSummary? {
    guard self.stamp == stamp, day <= today.number, let summary = CampaignSummary(packed: summary),
      Int(summary.turn) > today.number, StoredFile.isFile(name, of: summary.code)
    else { return nil }
    return summary
  }

  /// Whether it was made so soon behind the file's last change that it does not count without looking into the file.
  var isYoung: Bool { checked - max(stamp.changed, stamp.touched) < step }
}
