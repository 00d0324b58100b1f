import Campaigns

extension Store {
  /// Makes a store, empty unless campaigns are given, with a journal of what was done to them, oldest first. Fails where there is one, or where one lost its `store.json`.
  package func create(
    _ settings: StoreSettings, units: UnitRegistry = UnitRegistry(), campaigns: [Campaign] = [],
    archived: [Campaign] = [], deeds: [PastDeed] = [], _ context: WriteContext
  ) throws(StoreError) {
    var campaigns = campaigns
    let journal = try undamaged { () throws(DamagedFile) in try lines(of: deeds, &campaigns, context) }
    var contents: [(name: String, file: StoredFile)] = [
      ("store.json", .settings(settings)), ("units.json", .units(units)),
    ]
    for campaign in campaigns { contents.append(("campaigns/\(campaign.code).json", .campaign(campaign))) }
    for campaign in archived { contents.append(("archive/\(campaign.code).json", .campaign(campaign))) }
    var files: [(name: String, bytes: [UInt8])] = []
    for (name, file) in contents {
      files.append((name, try undamaged { () throws(DamagedFile) in try file.bytes }))
    }
    try make(of: files + journal, context)
  }

  /// The journal's files that tell of what was done; the campaigns get the revision and the stamp of what was done last.
  private func lines(
    of deeds: [PastDeed], _ campaigns: inout [Campaign], _ context: WriteContext
  ) throws(DamagedFile) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for (place, deed) in deeds.enumerated() {
      guard let campaign = campaigns.firstIndex(where: { $0.code == deed.after.code }) else { continue }
      let revision = campaigns[campaign].revision
      campaigns[campaign].revision = revision + 1
      campaigns[campaign].changed = deed.stamp
      let record = JournalRecord(
        id: place + 1, at: deed.stamp.at, by: deed.stamp.by, login: context.login, onBehalf: deed.onBehalf,
        command: deed.command,
        files: [
          JournalRecord.FileChange(
            file: "campaigns/\(deed.after.code).json", before: revision, after: revision + 1,
            edits: try StoredFile.edits(from: .campaign(deed.before), to: .campaign(deed.after)))
        ])
      let name = "journal/\(deed.stamp.at.day.year).jsonl"
      let line = try StoredJSON.line(of: record)
      if files.last?.name == name { files[files.count - 1].bytes += line } else { files.append((name, line)) }
    }
    return files
  }

  /// Makes a store of files. It is one when all of them are there: what somebody left who died before that is taken away,
  /// but for backups, which making a store never leaves. `besideBackups` says whether some may stand there already.
  func make(
    of contents: [(name: String, bytes: [UInt8])], besideBackups: Bool = false, _ context: WriteContext
  ) throws(StoreError) {
    try requireNothing(but: besideBackups)
    try onFiles { () throws(FileFailure) in try makeFolders() }
    try locked(context) { lock throws(StoreError) in
      try requireNothing(but: besideBackups)
      try onFiles { () throws(FileFailure) in
        for name in try filesOfStore() { try files.remove(place(of: name)) }
        try files.replace(beginning, with: [])
        // store.json last: its presence is what makes a folder a store.
        let ordered =
          contents.filter { $0.name != "store.json" } + contents.filter { $0.name == "store.json" }
        for (name, bytes) in ordered { try files.make(place(of: name), bytes) }
        try files.remove(beginning)
        // As it was backed up it is whole: nothing of its last command is to be finished.
        lock.leave(note: try journal.tail().end.note)
      }
    }
  }

  /// What says that a store is being made here: all of its files are ours.
  private var beginning: String { "\(path)/\(temporaryPrefix)store" }

  /// A file of a store that stands here; nil where none does, or where it is left of one that was never finished.
  func remnant(besideBackups: Bool = false) throws(StoreError) -> String? {
    try onFiles { () throws(FileFailure) in
      if try files.status("\(path)/store.json") != nil { return "store.json" }
      if try files.status(beginning) != nil { return nil }
      if let file = try filesOfStore().first { return file }
      return besideBackups ? nil : try named("backups") { $0.hasSuffix(".tar.gz") }.first
    }
  }

  private func requireNothing(but besideBackups: Bool) throws(StoreError) {
    if let file = try remnant(besideBackups: besideBackups) {
      throw file == "store.json" ? .storeExists(path) : .storeRemains(path, file: file)
    }
    // A store is made in a folder of its own: nobody wants one in /, or among his papers.
    if !besideBackups, let file = try onFiles({ () throws(FileFailure) in try stranger() }) {
      throw .folderTaken(path, file: file)
    }
  }

  /// Something in the folder that no store has, hidden things left out; nil where nothing is, or the folder is not there.
  private func stranger() throws(FileFailure) -> String? {
    do throws(FileFailure) {
      return try files.names(in: path).first { name in
        !name.hasPrefix(".") && !storeFolders.contains(name) && name != instructionsName
          && !["store.json", "units.json"].contains(name)
          && !name.hasPrefix(temporaryPrefix)
      }
    } catch {
      guard error.kind == .missing || error.kind == .notRegular else { throw error }
      return nil
    }
  }

  /// The names of all files that only a store has, but for backups.
  private func filesOfStore() throws(FileFailure) -> [String] {
    var found: [String] = []
    for name in ["store.json", "units.json"] where try files.status("\(path)/\(name)") != nil {
      found.append(name)
    }
    for folder in storeFolders { found += try named(folder) { StoredFile.Kind(name: $0) != nil } }
    return found
  }

  private func named(_ folder: String, _ isWanted: (String) -> Bool) throws(FileFailure) -> [String] {
    do throws(FileFailure) {
      return try files.names(in: self.folder(folder)).map { "\(folder)/\($0)" }.filter(isWanted)
    } catch {
      guard error.kind == .missing || error.kind == .notRegular else { throw error }
      return []
    }
  }

  private func makeFolders() throws(FileFailure) {
    try files.makeFolder(path, like: nil)
    // Somebody who died may have made it without making it durable.
    try? files.syncFolder(parent(of: path))
    for name in storeFolders { try files.makeFolder("\(path)/\(name)", like: path) }
  }
}

/// Something that was done to a campaign before its store was made: what its journal is to tell of.
package struct PastDeed: Sendable {
  /// What it was called.
  package let command: JournalCommand
  /// Who did it, and when.
  package let stamp: Stamp
  /// On whose word, where another recorded it.
  package let onBehalf: String?
  /// The campaign before it.
  package let before: Campaign
  /// The campaign after it.
  package let after: Campaign

  /// Something done.
  package init(
    command: JournalCommand, stamp: Stamp, onBehalf: String?, before: Campaign, after: Campaign
  ) {
    (self.command, self.stamp, self.onBehalf) = (command, stamp, onBehalf)
    (self.before, self.after) = (before, after)
  }
}
