import Campaigns

/// What of the archive is looked at.
package enum ArchiveScope: Sendable {
  case ignored
  /// How much of it is still open, and nothing else.
  case counted
  /// It stands among the rest.
  case included
}

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
    on today: Day, _ holidays: [HolidayYear], archive: ArchiveScope = .ignored, now: () -> Int,
    soundness: Soundness = Soundness(), progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> Snapshot {
    if let indexing,
      let survey = try survey(on: today, holidays, archive, indexing, now, soundness, progress)
    {
      return survey
    }
    let reading = try read(includingArchive: archive != .ignored)
    var ledger = reading.ledger
    let archived = reading.archived
    if archive == .included, let archived {
      ledger.campaigns += archived.campaigns
      ledger.flaws += archived.flaws
    }
    var snapshot = Snapshot(ledger, ledger.judge(today: today, years: holidays))
    if archive == .counted {
      snapshot.openArchived = (archived?.campaigns ?? []).flatMap(\.tasks).count { $0.stage.isOpen }
    }
    return snapshot
  }

  /// The same with the index; nil where the store is small, or changes all the time. `seeing` is told what was seen by whoever
  /// looks again, who does not keep others from the index meanwhile.
  func survey(
    on today: Day, _ holidays: [HolidayYear], _ archive: ArchiveScope, _ indexing: IndexSetting,
    _ now: () -> Int, _ soundness: Soundness, _ progress: (Int, Int) -> Void,
    seeing: ((SurveyBasis) -> Void)? = nil
  ) throws(StoreError) -> Snapshot? {
    for _ in 0..<10 {
      let before = try moment()
      let pending = try pending()
      let files = try campaignFiles(archive != .ignored, pending)
      guard files.reduce(0, { $0 + ($1.status?.size ?? 0) }) >= indexing.smallest else { return nil }
      let settings = try settings(pending)
      let (units, flaws) = registry(pending)
      let ledger = Ledger(settings: settings.value, units: units, campaigns: [])
      let context = indexing.context(settings.value, units, holidays)
      var index = index(indexing, context)
      var rows = rows(&index, indexing, context)
      var survey = Survey(
        store: self, judge: ledger.judge(today: today, years: holidays), index: index, now: now(),
        soundness: soundness, remembersFiles: seeing != nil)
      survey.take(files, &rows, pending, archive != .ignored, progress)
      guard try moment() == before else { continue }
      if let seeing {
        seeing(SurveyBasis(files: survey.stamps, moment: before, index: survey.index))
        survey.index?.rest()
      }
      let daily = archive == .counted ? survey.daily : survey.entries.count
      var snapshot = Snapshot(
        settings: settings.value, units: units,
        flaws: [settings.unknownKey].compactMap(\.self) + flaws
          + survey.flaws.filter { archive != .counted || !$0.file.hasPrefix("archive/") },
        survey.judge, Array(survey.entries[..<daily]), survey.soundness)
      snapshot.openArchived = survey.entries[daily...].reduce(0) { $0 + $1.summary.open }
      return snapshot
    }
    return nil
  }

  /// What commands move on before anything else: as long as it stays, none changed a file. With it what all campaigns
  /// rest on.
  func moment() throws(StoreError) -> [String: FileStamp] {
    try onFiles { () throws(FileFailure) in
      var stamps: [String: FileStamp] = [:]
      for name in ["store.json", "units.json"] + (try journal.names().last.map { ["journal/\($0)"] } ?? []) {
        stamps[name] = try files.status("\(path)/\(name)")?.stamp
      }
      return stamps
    }
  }

  /// The files of campaigns in order, those that a pending record brings or takes away included.
  func campaignFiles(
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

  /// The index, made where there is none yet, or a broken one; nil where it cannot be used.
  func index(_ indexing: IndexSetting, _ context: [UInt8], making: Bool = true) -> IndexFile? {
    guard let folder = try? indexFolder(indexing, making: making && indexing.mayWrite) else { return nil }
    let path = "\(folder)/index.sqlite"
    do throws(IndexFile.Failure) {
      return try IndexFile(path, context: context, mayWrite: indexing.mayWrite)
    } catch {
      guard error == .broken, indexing.mayWrite, making else {
        return try? IndexFile(path, context: context, mayWrite: false)
      }
      removeIndex(indexing)
      guard (try? indexFolder(indexing, making: true)) != nil else { return nil }
      return try? IndexFile(path, context: context, mayWrite: true)
    }
  }

  /// What an index holds; where it is broken, it is made anew.
  func rows(_ index: inout IndexFile?, _ indexing: IndexSetting, _ context: [UInt8]) -> [String: IndexFile
    .Row]
  {
    guard let known = index else { return [:] }
    do throws(IndexFile.Failure) { return try known.rows() } catch {
      index = nil
      guard error == .broken, indexing.mayWrite else { return [:] }
      removeIndex(indexing)
      index = self.index(indexing, context)
      return [:]
    }
  }

  /// Takes the index away, which nobody misses: the next who reads makes another one.
  func removeIndex(_ indexing: IndexSetting) {
    guard let folder = try? indexFolder(indexing, making: false) else { return }
    for name in ["index.sqlite", "index.sqlite-journal"] { try? files.remove("\(folder)/\(name)") }
  }

  /// Whether there is an index.
  func hasIndex(_ indexing: IndexSetting) -> Bool { (try? indexFolder(indexing, making: false)) != nil }

  /// The folder of the index: in the store, or in the user's own where the store lies on a network. Nil: there is none.
  private func indexFolder(_ indexing: IndexSetting, making: Bool) throws(FileFailure) -> String? {
    let own = "\(path)/.index"
    var folder = own
    if files.isRemote(path) {
      guard let cache = indexing.cache, let status = try files.status(path) else { return nil }
      // Two machines may number their folders alike.
      let place = String(checksum(Array(try files.resolved(path).utf8)), radix: 16)
      folder = "\(cache)/index-\(status.number)-\(place)"
    }
    guard try files.status("\(folder)/index.sqlite") == nil else { return folder }
    guard making else { return nil }
    // The user's own is for nobody else, whatever the store lets others see.
    try files.makeFolder(folder, like: folder == own ? path : nil)
    if folder != own { try files.makePrivate(folder) }
    // No clone needs it.
    if folder == own, try files.status("\(folder)/.gitignore") == nil {
      try files.make("\(folder)/.gitignore", Array("*\n".utf8))
    }
    try files.make("\(folder)/index.sqlite", [])
    return folder
  }
}
