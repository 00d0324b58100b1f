import Campaigns

extension Store {
  /// Mends a problem by what the journal or a backup proves. A damaged file is kept in `backups`. Only for problems that
  /// are repairable; the lock is held, and what is no longer so is left alone.
  /// - Returns: where a damaged file is kept, within the store.
  @discardableResult
  package func repair(_ problem: StoreProblem, _ context: WriteContext) throws(StoreError) -> String? {
    try writing(context, needsSettings: false) { writer throws(StoreError) in
      switch problem {
      case .damaged(let flaw, _): return try bringBack(flaw.file, writer)
      case .missing(let file, _), .behindJournal(let file, _, _, _): return try bringBack(file, writer)
      case .leftover(let file):
        guard file.split(separator: "/").last?.hasPrefix(temporaryPrefix) == true else { return nil }
        // Taking the lock may have seen to it.
        guard try exists(file) else { return nil }
        try onFiles { () throws(FileFailure) in try files.remove(place(of: file)) }
      case .notShared(let file):
        try onFiles { () throws(FileFailure) in
          let place = try place(of: file)
          guard let around = try files.status(parent(of: place)) else { return }
          try files.share(place, mode: around.mode & 0o666, group: around.group)
        }
      case .wrongIndex: if let indexing { removeIndex(indexing) }
      // Taking the lock has seen to these.
      case .unfinished, .tornJournal, .danglingLock: break
      case .missingSource, .journalCutShort, .unreadableRecord, .recordOutOfOrder, .inconsistent,
        .foreignFolder, .notAFolder, .strayInstruction, .strandedInstruction, .damagedBackup,
        .changedByHand:
        break
      }
      return nil
    }
  }

  private func bringBack(_ name: String, _ writer: Writer) throws(StoreError) -> String? {
    var problems: [StoreProblem] = []
    let reconstruction = try journal(&problems, try backups(&problems) { $0 == name }) { $0 == name }
    let recorded = reconstruction.revision(of: name)
    let proven = reconstruction.content(of: name)?.file
    guard var file = proven ?? (name == "store.json" ? .settings(StoreSettings()) : nil) else { return nil }
    let found = try onFiles { () throws(FileFailure) in try content(of: name) }
    let before = found.flatMap { try? StoredFile(named: name, $0) }
    // Mended meanwhile, by hand or by another doctor.
    if let before, before.revision >= recorded ?? 0 { return nil }
    let moment = writer.context.stamp.at
    let aside = try onFiles { () throws(FileFailure) in
      try found.map { bytes throws(FileFailure) in try keep(bytes, of: name, moment) }
    }
    file.revision = max(file.revision, recorded ?? 0, before?.revision ?? 0) + 1
    file.stamp(writer.context.stamp)
    let step = FileStep(name: name, before: before, after: file, recorded: recorded)
    try commit([step], Deed(.repair), writer)
    return aside
  }
}
