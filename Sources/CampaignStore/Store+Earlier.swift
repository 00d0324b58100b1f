import Campaigns
import PlacedJSON

// What LedgerStore asks for is documented in LedgerStore.swift.

extension Store {
  package func ledger(before moment: Moment) throws(StoreError) -> (ledger: Ledger, entries: [HistoryEntry]) {
    var ledger = try ledger()
    var files: [String: JSONValue] = [:]
    for campaign in ledger.campaigns {
      files["campaigns/\(campaign.code).json"] = try? StoredFile.campaign(campaign).value
    }
    for campaign in try archived().campaigns {
      files["archive/\(campaign.code).json"] = try? StoredFile.campaign(campaign).value
    }
    files["units.json"] = try? StoredFile.units(ledger.units).value
    var entries: [HistoryEntry] = []
    try records { record in
      guard record.at >= moment else { return false }
      entries.append(record.entry)
      for change in record.files {
        files[change.file] = change.edits.inverse.appliedWhereTheyFit(to: files[change.file])
      }
      return true
    }
    ledger.campaigns = []
    for (name, value) in files.sorted(by: { $0.key < $1.key }) {
      switch StoredFile(named: name, value) {
      case .campaign(let campaign)?: ledger.campaigns.append(campaign)
      case .units(let units)?: ledger.units = units
      default: break
      }
    }
    return (ledger, entries)
  }
}

extension StoredFile {
  /// A file of an earlier day; nil where it cannot have been one, since hands changed it.
  fileprivate init?(named name: String, _ value: JSONValue) {
    var value = value
    value["revision"] = .integer(0)
    guard let bytes = try? StoredJSON.bytes(of: value), let file = try? StoredFile(named: name, bytes) else {
      return nil
    }
    self = file
  }
}

extension [JSONEdit] {
  /// The value after those edits that find what they expect; what was changed by hand meanwhile stays as it is.
  fileprivate func appliedWhereTheyFit(to value: JSONValue?) -> JSONValue? {
    var result = value
    for edit in self {
      do throws(EditConflict) { result = try [edit].applied(to: result) } catch {}
    }
    return result
  }
}
