import CFiles
import Campaigns
import PlacedJSON

extension Store {
  /// All commands that changed it from a moment on, newest first, until `body` has seen enough; with each whether it was
  /// taken back. Where only those are asked for whose record has some bytes, others are passed over unread.
  /// - Returns: lines of the journal that could not be read.
  @discardableResult
  package func history(
    since moment: Moment? = nil, having wanted: [String]? = nil,
    _ body: (HistoryEntry, _ isUndone: Bool) -> Bool
  ) throws(StoreError) -> [Ledger.Flaw] {
    var undone = Reversals()
    var flaws: [Ledger.Flaw] = []
    try records(since: moment, having: wanted?.map { Array($0.utf8) }) { record in
      let isUndone = undone.isUndone(record)
      return body(record.entry, isUndone)
    } damage: { file, line in
      flaws.append(Ledger.Flaw(file: "journal/\(file)", line: line, kind: .notJSON))
    }
    return flaws
  }

  /// The command that a user would undo or redo now; nil where there is none.
  package func next(_ reversal: Reversal, by user: String) throws(StoreError) -> HistoryEntry? {
    _ = try settings()
    return try candidate(reversal, by: user)?.entry
  }

  /// Takes back the newest command of who acts that stands, or does again what was taken back last; nil where there is
  /// none. Refused where somebody changed the same since, or where it is no longer the one with that id.
  package func perform(
    _ reversal: Reversal, expecting id: Int?, _ context: WriteContext
  ) throws(StoreError) -> (entry: HistoryEntry, saved: Saved)? {
    try writing(context) { writer throws(StoreError) in
      guard let record = try candidate(reversal, by: context.stamp.by) else { return nil }
      if let id, record.id != id {
        throw .refused(.changedMeanwhile(id: record.entry.subject, by: record.stamp))
      }
      if let later = try interference(with: record) {
        throw .refused(.changedSince(id: later.subject, by: later.stamp))
      }
      var steps: [FileStep] = []
      let changes = reversal == .undo ? record.files.reversed() : record.files
      for change in changes where !change.edits.isEmpty {
        steps.append(try step(change, of: record, reversal, context))
      }
      try requireConsistency(after: steps)
      let deed =
        reversal == .undo ? Deed(.undo, undoes: record.id) : Deed(.redo, redoes: record.id)
      return (record.entry, try commit(steps, deed, writer))
    }
  }

  /// All records, newest first, until `body` has seen enough: those since a moment. Lines without `wanted` among their bytes are
  /// passed over, but for those that take others back.
  func records(
    since moment: Moment? = nil, having wanted: [[UInt8]]? = nil, _ body: (JournalRecord) -> Bool,
    damage: (_ file: String, _ line: Int) -> Void = { _, _ in }
  ) throws(StoreError) {
    try onFiles { () throws(FileFailure) in
      // The journal is read from within the store only.
      _ = try folder("journal")
      let first = try moment.map { moment throws(FileFailure) in try journal.first(since: moment) }
      // There is none since.
      if case .some(nil) = first { return }
      let needles = wanted.map { $0 + [Array("\"undoes\":".utf8), Array("\"redoes\":".utf8)] }
      try journal.backwards(
        since: first ?? nil,
        where: { line in needles.map { line.hasAny(of: $0) || !line.looksWhole } ?? true }, body,
        damage: damage)
    }
  }

  /// The record that a user would undo or redo now: the newest own one that stands; the one undone last, as long as
  /// nothing new was done since.
  private func candidate(_ reversal: Reversal, by user: String) throws(StoreError) -> JournalRecord? {
    var reversals = Reversals()
    var found: JournalRecord?
    var wanted: Int?
    try records { record in
      if let wanted {
        if record.id == wanted { found = record }
        return found == nil
      }
      let isUndone = reversals.isUndone(record)
      guard record.by == user else { return true }
      switch reversal {
      case .undo:
        if record.isReversible, !isUndone { found = record }
        return found == nil
      case .redo:
        if record.isReversible { return false }
        // An undoing that was not done again since: `isUndone` tells of the record that it speaks of.
        if let undone = record.undoes, reversals.latest[undone] == record.id { wanted = undone }
        return true
      }
    }
    return found
  }

  /// One file, with what the record did to it taken back or done again.
  private func step(
    _ change: JournalRecord.FileChange, of record: JournalRecord, _ reversal: Reversal,
    _ context: WriteContext
  ) throws(StoreError) -> FileStep {
    let name = change.file
    var before: StoredFile?
    if let bytes = try onFiles({ () throws(FileFailure) in try content(of: name) }) {
      let reading = try undamaged { () throws(DamagedFile) in try StoredFile.reading(named: name, bytes) }
      if let flaw = reading.unknownKey { throw .damaged(flaw) }
      before = reading.value
    }
    let edits = reversal == .undo ? change.edits.inverse : change.edits
    if case .campaign(let campaign)? = before, campaign.state == .closed,
      !edits.contains(where: { $0.path == ["state"] || $0.path.isEmpty })
    {
      throw .refused(.campaignClosed(code: campaign.code))
    }
    let revision = [before?.revision, change.before, change.after].compactMap(\.self).max() ?? 0
    do throws(EditConflict) {
      let after = try StoredFile.applying(
        edits, to: before, named: name, revision: revision + 1, stamp: context.stamp)
      return FileStep(name: name, before: before, after: after)
    } catch {
      // No record says so: a hand did.
      throw .refused(.changedSince(id: subject(of: error.edit, in: name), by: nil))
    }
  }

  /// The newest command after a record that stands in the way of taking it back or doing it again: it changed the same
  /// since, or it worked on a task whose state the record changed. Commands that were taken back themselves are none.
  private func interference(with record: JournalRecord) throws(StoreError) -> (subject: String, stamp: Stamp)?
  {
    var reversals = Reversals()
    var found: (subject: String, stamp: Stamp)?
    // Reversals of what was done before the record: the newest and the oldest of each.
    var earlier: [Int: (newest: JournalRecord, oldest: JournalRecord)] = [:]
    let traces = Traces(of: record)
    func check(_ later: JournalRecord) {
      guard found == nil, let (edit, file) = traces.edit(touchedBy: later) else { return }
      found = (subject(of: edit, in: file), later.stamp)
    }
    try records { later in
      guard later.id > record.id else { return false }
      if reversals.isUndone(later) { return true }
      if let reversed = later.undoes ?? later.redoes {
        if reversed < record.id { earlier[reversed] = (earlier[reversed]?.newest ?? later, later) }
      } else {
        check(later)
      }
      return found == nil
    }
    for (_, (newest, oldest)) in earlier.sorted(by: { $0.key > $1.key })
    // Undone and done again, it is as it was.
    where (newest.undoes == nil) == (oldest.undoes == nil) { check(newest) }
    return found
  }

  private func subject(of edit: JSONEdit, in name: String) -> String {
    if edit.path.count > 1, ["tasks", "units"].contains(edit.path[0]) { return edit.path[1] }
    return StoredFile.stem(of: name)
  }

  /// What is put back or taken away must leave nothing behind that names what is not there.
  private func requireConsistency(after steps: [FileStep]) throws(StoreError) {
    var (unitsBefore, unitsAfter) = (try writableUnits(), UnitRegistry?.none)
    var campaigns: [(before: Campaign?, after: Campaign?)] = []
    for step in steps {
      switch (step.before, step.after) {
      case (.units(let before)?, .units(let after)?): (unitsBefore, unitsAfter) = (before, after)
      case (let before, let after): campaigns.append((before?.campaign, after?.campaign))
      }
    }
    if unitsAfter != nil {
      let changed = Set(campaigns.flatMap { [$0.before?.code, $0.after?.code] })
      let reading = try read(includingArchive: true)
      for campaign in reading.ledger.campaigns + (reading.archived?.campaigns ?? [])
      where !changed.contains(campaign.code) {
        campaigns.append((campaign, campaign))
      }
    }
    let after = unitsAfter ?? unitsBefore
    let known = Set(
      campaigns.flatMap { $0.before?.inconsistencies(unitsBefore) ?? [] } + unitsBefore.inconsistencies)
    let now = campaigns.flatMap { $0.after?.inconsistencies(after) ?? [] } + after.inconsistencies
    guard let new = now.first(where: { !known.contains($0) }) else { return }
    throw .refused(.stillNeeded(new))
  }
}

/// Which records are taken back at the end, found by walking from the newest to the oldest: what speaks of a record
/// first decides.
private struct Reversals {
  /// The newest record that took a record back or did it again, and whether it took it back.
  private(set) var latest: [Int: Int] = [:]
  private var undone: Set<Int> = []

  /// Whether a record is taken back; to be asked of every record in turn.
  mutating func isUndone(_ record: JournalRecord) -> Bool {
    if let reversed = record.undoes ?? record.redoes, latest[reversed] == nil {
      latest[reversed] = record.id
      if record.undoes != nil { undone.insert(reversed) }
    }
    return undone.contains(record.id)
  }
}

extension StoredFile {
  var campaign: Campaign? { if case .campaign(let campaign) = self { campaign } else { nil } }
}

extension HistoryEntry {
  /// What it is about, in one word.
  fileprivate var subject: String { tasks.first ?? campaigns.first ?? units.first ?? "\(id)" }
}

extension ArraySlice<UInt8> {
  /// Whether it begins and ends as the program's own lines do: what was torn is told whatever was asked for.
  fileprivate var looksWhole: Bool { starts(with: Array("{\"at\":".utf8)) && last == UInt8(ascii: "}") }

  /// Whether any of these stands in the bytes.
  fileprivate func hasAny(of needles: [[UInt8]]) -> Bool {
    withUnsafeBytes { bytes in
      needles.contains { needle in
        needle.withUnsafeBytes { cfiles_contains(bytes.baseAddress, bytes.count, $0.baseAddress, $0.count) }
      }
    }
  }
}
