import Campaigns

extension Store {
  /// Mends a problem by what the journal or a backup proves. A damaged file is kept in `backups`. Only for problems that
  /// are repairable; the lock is held, and what is no longer so is left alone.
  package func repair(_ problem: StoreProblem, _ context: WriteContext) throws(StoreError) {
    try writing(context, needsSettings: false) { writer throws(StoreError) in
      switch problem {
      case .damaged(let flaw, _): try bringBack(flaw.file, writer)
      case .missing(let file, _): try bringBack(file, writer)
      case .leftover(let file):
        guard file.split(separator: "/").last?.hasPrefix(temporaryPrefix) == true else { return }
        try? onFiles { () throws(FileFailure) in try files.remove(place(of: file)) }
      case .notShared(let file):
        try onFiles { () throws(FileFailure) in
          let place = try place(of: file)
          guard let around = try files.status(parent(of: place)) else { return }
          try files.share(place, mode: around.mode & 0o666, group: around.group)
        }
      // Taking the lock has seen to these.
      case .unfinished, .tornJournal: return
      default: return
      }
    }
  }

  private func bringBack(_ name: String, _ writer: Writer) throws(StoreError) {
    var problems: [StoreProblem] = []
    let reconstruction = try journal(&problems, try backups(&problems))
    guard var (file, _) = reconstruction.content(of: name) else { return }
    let found = try onFiles { () throws(FileFailure) in try content(of: name) }
    if let found {
      // Mended meanwhile, by hand or by another doctor.
      guard (try? StoredFile(named: name, found)) == nil else { return }
      let stem = name.split(separator: "/").last.map { String($0.dropLast(5)) } ?? "file"
      let aside = try freeName("backups/\(stem)-\(writer.context.stamp.at.day.iso).damaged", ".json")
      try onFiles { () throws(FileFailure) in
        let place = try place(of: name)
        try files.replace(self.place(of: aside), with: found)
        try files.remove(place)
        try files.syncFolder(parent(of: place))
      }
    }
    file.revision = max(file.revision, reconstruction.revision(of: name) ?? 0) + 1
    file.stamp(writer.context.stamp)
    try commit([FileStep(name: name, before: nil, after: file)], Deed(.repair), writer)
  }
}
