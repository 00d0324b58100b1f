import Campaigns
import PlacedJSON

extension Store {
  /// Everything as it was before a moment, archived campaigns included, and the commands since, newest first. What hands
  /// changed in the files cannot be told apart from what was there.
  package func ledger(before moment: Moment) throws(StoreError) -> (ledger: Ledger, entries: [HistoryEntry]) {
    try atOneMoment(failing: { $0 }) { () throws(StoreError) in try undone(to: moment) }
  }

  private func undone(to moment: Moment) throws(StoreError) -> (ledger: Ledger, entries: [HistoryEntry]) {
    let reading = try read(includingArchive: true)
    var ledger = reading.ledger
    // Only what a record speaks of is taken apart.
    var now: [String: StoredFile] = ["units.json": .units(ledger.units)]
    for campaign in ledger.campaigns { now["campaigns/\(campaign.code).json"] = .campaign(campaign) }
    for campaign in reading.archived?.campaigns ?? [] {
      now["archive/\(campaign.code).json"] = .campaign(campaign)
    }
    var files: [String: EditedValue] = [:]
    var entries: [HistoryEntry] = []
    try records(since: moment) { record in
      entries.append(record.entry)
      for change in record.files {
        if let whole = change.edits.first, whole.path.isEmpty {
          files[change.file] = EditedValue(whole.before?.withoutStamps)
        } else {
          // What was changed by hand meanwhile stays as it is.
          files[change.file, default: EditedValue(try? now[change.file]?.value)].applyWhereTheyFit(
            change.edits.inverse)
        }
      }
      return true
    }
    for (name, edited) in files { now[name] = edited.value.flatMap { StoredFile(named: name, $0) } }
    ledger.campaigns = []
    for (_, file) in now.sorted(by: { $0.key < $1.key }) {
      switch file {
      case .campaign(let campaign): ledger.campaigns.append(campaign)
      case .units(let units): ledger.units = units
      case .settings: break
      }
    }
    return (ledger, entries)
  }
}

extension StoredFile {
  /// A file of an earlier day; nil where it cannot have been one, since hands changed it.
  init?(named name: String, _ value: JSONValue) {
    var value = value
    value["revision"] = .integer(0)
    guard let bytes = try? StoredJSON.bytes(of: value), let file = try? StoredFile(named: name, bytes) else {
      return nil
    }
    self = file
  }
}
