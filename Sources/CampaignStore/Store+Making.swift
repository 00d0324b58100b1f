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

  /// Makes a store of files. It is one when all of them are there: what somebody left who died before that is taken away.
  func make(of contents: [(name: String, bytes: [UInt8])], _ context: WriteContext) throws(StoreError) {
    try requireNothing()
    try onFiles { () throws(FileFailure) in try makeFolders() }
    try locked(context) { lock throws(StoreError) in
      try requireNothing()
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
  func remnant() throws(StoreError) -> String? {
    try onFiles { () throws(FileFailure) in
      if try files.status("\(path)/store.json") != nil { return "store.json" }
      if try files.status(beginning) != nil { return nil }
      return try filesOfStore().first
    }
  }

  private func requireNothing() throws(StoreError) {
    guard let file = try remnant() else { return }
    throw file == "store.json" ? .storeExists(path) : .storeRemains(path, file: file)
  }

  /// The names of all files that only a store has.
  private func filesOfStore() throws(FileFailure) -> [String] {
    var found: [String] = []
    for name in ["store.json", "units.json"] where try files.status("\(path)/\(name)") != nil {
      found.append(name)
    }
    for folder in storeFolders {
      do throws(FileFailure) {
        for name in try files.names(in: self.folder(folder)).map({ "\(folder)/\($0)" })
        where StoredFile.Kind(name: name) != nil || (folder == "backups" && name.hasSuffix(".tar.gz")) {
          found.append(name)
        }
      } catch {
        guard error.kind == .missing || error.kind == .notRegular else { throw error }
      }
    }
    return found
  }

  private func makeFolders() throws(FileFailure) {
    try files.makeFolder(path, like: nil)
    // Somebody who died may have made it without making it durable.
    try? files.syncFolder(parent(of: path))
    for name in storeFolders { try files.makeFolder("\(path)/\(name)", like: path) }
  }
}
