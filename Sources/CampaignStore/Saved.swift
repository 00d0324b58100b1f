import Campaigns

/// What a command left in the store: the files that it wrote, as they read now. Who knew the ledger before knows it
/// afterwards, and reads nothing again; what others did meanwhile is seen by the store's version.
///
/// ```swift
/// let known = try store.read()
/// let saved = try store.update("h26", .note(id: "h26-1", text: "已电话询问"), writing).saved
/// let now = saved.applied(to: known)
/// let isAlone = try now.version == store.version()
/// ```
package struct Saved: Sendable {
  /// Each file; nil for one that was taken away.
  let files: [String: StoredFile?]
  /// The end of the journal, behind its record.
  let end: Journal.End
  /// How each of them stands on the disk.
  let statuses: [String: FileStatus]

  /// A ledger that was read before, as it is with what was saved.
  package func applied(to ledger: Ledger) -> Ledger {
    var ledger = ledger
    for (name, file) in files {
      switch file {
      case .settings(let settings): ledger.settings = settings
      case .units(let units): ledger.units = units
      case .campaign, nil:
        guard name.hasPrefix("campaigns/") else { continue }
        ledger.campaigns.removeAll { $0.code == StoredFile.stem(of: name) }
        guard let campaign = file?.campaign else { continue }
        let place = ledger.campaigns.firstIndex { "\($0.code).json" > "\(campaign.code).json" }
        ledger.campaigns.insert(campaign, at: place ?? ledger.campaigns.endIndex)
      }
    }
    return ledger
  }

  /// What daily views show, as it was read before, with what was saved. Its version is the store's where nobody else
  /// changed anything meanwhile.
  package func applied(to reading: StoreReading) -> StoreReading {
    var reading = reading
    reading.version = applied(to: reading.version)
    reading.ledger = applied(to: reading.ledger)
    for (name, file) in files where !name.hasPrefix("archive/") {
      let content = file.map {
        Result<_, DamagedFile>.success(StoredJSON.Reading(value: $0, unknownKey: nil))
      }
      reading.files[name] = StoreReading.File(status: statuses[name], content: content)
    }
    return reading
  }

  private func applied(to version: StoreVersion) -> StoreVersion {
    var files = version.files.filter { !$0.key.hasPrefix("journal/") }
    for name in [end.name] + self.files.keys where !name.hasPrefix("archive/") {
      files[name] = statuses[name]
    }
    return StoreVersion(files: files)
  }
}
