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

extension Store {
  /// What records since a moment speak of, as it was before it: campaigns by the names of their files, nil for one that was not there;
  /// where only tasks were changed, with those tasks and no other. With the commands since, newest first. Nil where units were
  /// changed since, on which every campaign rests.
  ///
  /// `current` is asked for a campaign as it is, with these of its tasks, or nil: all of them.
  package func changed(
    since moment: Moment, current: (_ code: String, _ tasks: Set<String>?) -> Campaign?
  ) throws(StoreError) -> (
    before: [String: Campaign?], tasks: [String: Set<String>?], entries: [HistoryEntry]
  )? {
    var changes: [String: [JournalRecord.FileChange]] = [:]
    var entries: [HistoryEntry] = []
    try records(since: moment) { record in
      entries.append(record.entry)
      for change in record.files { changes[change.file, default: []].append(change) }
      return changes["units.json"] == nil
    }
    if changes["units.json"] != nil { return nil }
    var before: [String: Campaign?] = [:]
    var tasks: [String: Set<String>?] = [:]
    for (name, changes) in changes where name.contains("/") {
      let own = Store.tasks(in: changes.flatMap(\.edits))
      tasks[name] = .some(own)
      let now = changes.first?.after != nil ? current(StoredFile.stem(of: name), own) : nil
      var edited = EditedValue(now.flatMap { try? StoredFile.campaign($0).value })
      for change in changes {
        if let whole = change.edits.first, whole.path.isEmpty {
          edited = EditedValue(whole.before?.withoutStamps)
        } else {
          // What was changed by hand meanwhile stays as it is.
          edited.applyWhereTheyFit(change.edits.inverse)
        }
      }
      before[name] = .some(edited.value.flatMap { StoredFile(named: name, $0) }?.campaign)
    }
    return (before, tasks, entries)
  }

  /// The tasks that edits concern; nil where they concern more than those.
  private static func tasks(in edits: [JSONEdit]) -> Set<String>? {
    var ids: Set<String> = []
    for edit in edits {
      guard let first = edit.path.first else { return nil }
      if first == "tasks", edit.path.count > 1 {
        ids.insert(edit.path[1])
      } else if !["log", "nextTask", "changed", "revision"].contains(first) {
        return nil
      }
    }
    return ids
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
