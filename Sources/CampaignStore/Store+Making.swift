import Campaigns

extension Store {
  /// Makes a store, empty unless campaigns are given. Fails where there is one, or where one lost its `store.json`.
  package func create(
    _ settings: StoreSettings, units: UnitRegistry = UnitRegistry(), campaigns: [Campaign] = [],
    archived: [Campaign] = [], _ context: WriteContext
  ) throws(StoreError) {
    var contents: [(name: String, file: StoredFile)] = [
      ("store.json", .settings(settings)), ("units.json", .units(units)),
    ]
    for campaign in campaigns { contents.append(("campaigns/\(campaign.code).json", .campaign(campaign))) }
    for campaign in archived { contents.append(("archive/\(campaign.code).json", .campaign(campaign))) }
    var files: [(name: String, bytes: [UInt8])] = []
    for (name, file) in contents {
      files.append((name, try undamaged { () throws(DamagedFile) in try file.bytes }))
    }
    try make(of: files, context)
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
        !name.hasPrefix(".") && !storeFolders.contains(name) && !["store.json", "units.json"].contains(name)
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
