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
      case .missing(let file, _): return try bringBack(file, writer)
      case .leftover(let file):
        guard file.split(separator: "/").last?.hasPrefix(temporaryPrefix) == true else { return nil }
        try? onFiles { () throws(FileFailure) in try files.remove(place(of: file)) }
      case .notShared(let file):
        try onFiles { () throws(FileFailure) in
          let place = try place(of: file)
          guard let around = try files.status(parent(of: place)) else { return }
          try files.share(place, mode: around.mode & 0o666, group: around.group)
        }
      // Taking the lock has seen to these.
      case .unfinished, .tornJournal: break
      default: break
      }
      return nil
    }
  }

  private func bringBack(_ name: String, _ writer: Writer) throws(StoreError) -> String? {
    var problems: [StoreProblem] = []
    let reconstruction = try journal(&problems, try backups(&problems))
    guard var (file, _) = reconstruction.content(of: name) else { return nil }
    let found = try onFiles { () throws(FileFailure) in try content(of: name) }
    // Mended meanwhile, by hand or by another doctor.
    if let found, (try? StoredFile(named: name, found)) != nil { return nil }
    let aside = try onFiles { () throws(FileFailure) in try keepDamaged(name, writer.context.stamp.at) }
    file.revision = max(file.revision, reconstruction.revision(of: name) ?? 0) + 1
    file.stamp(writer.context.stamp)
    try commit([FileStep(name: name, before: nil, after: file)], Deed(.repair), writer)
    return aside
  }
}
