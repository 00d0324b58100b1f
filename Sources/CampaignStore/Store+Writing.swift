import Campaigns

extension Store {
  /// Applies acts to the freshly read campaigns, all of them or none, as one command, which is called `command`, else what the first act
  /// is; these units are added with it. Answers each campaign after it, in the order of the first acts on them, and what changed in it.
  package func update(
    _ acts: [CampaignAct], newUnits: [UnitDraft], as command: JournalCommand? = nil, _ context: WriteContext
  ) throws(StoreError) -> [Updated] {
    guard let first = acts.first else { return [] }
    return try writing(context) { writer throws(StoreError) in
      var before: [Campaign] = []
      for code in acts.map(\.code) where !before.contains(where: { $0.code == code }) {
        before.append(try writableCampaign(code))
      }
      let known = try writableUnits()
      var units = known
      for draft in newUnits {
        units = try refusing { () throws(Refusal) in try units.applying(draft.act) }
      }
      let acting = try acting(units, context)
      var after = before.map { (campaign: $0, change: Change(code: $0.code)) }
      for act in acts {
        for place in after.indices where after[place].campaign.code == act.code {
          try refusing { () throws(Refusal) in
            let next = try after[place].campaign.change(for: act.act, acting)
            if let id = act.expects, !next.tasks.contains(where: { $0.before == nil && $0.after?.id == id }) {
              throw .changedMeanwhile(id: id, by: after[place].campaign.changed)
            }
            try next.apply(to: &after[place].campaign)
            after[place].change.follow(next)
          }
        }
      }
      for place in after.indices { after[place].campaign = stamped(after[place].campaign, context) }
      let steps = zip(before, after).map { step($0, $1.campaign) }
      let saved = try commit(
        unitSteps(known, &units) + steps,
        Deed(command ?? first.act.command, onBehalf: command == nil ? first.act.onBehalf : nil), writer)
      return after.map { Updated(campaign: $0.campaign, change: $0.change, units: units, saved: saved) }
    }
  }

  /// Applies an act to the freshly read campaign; these units are added with it. Answers the campaign
  /// after it and what changed.
  package func update(_ code: String, _ act: Act, newUnits: [UnitDraft] = [], _ context: WriteContext)
    throws(StoreError) -> Updated
  {
    let updated = try update([CampaignAct(code: code, act: act)], newUnits: newUnits, context)
    guard let only = updated.first else { throw .refused(.nothingToDo(id: code)) }
    return only
  }

  /// Adds a campaign; fails where the code is taken.
  package func add(
    _ campaign: Campaign, _ context: WriteContext
  ) throws(StoreError) -> (campaign: Campaign, saved: Saved) {
    guard isSafeName(campaign.code) else { throw .refused(.badCode(campaign.code)) }
    return try writing(context) { writer throws(StoreError) in
      guard try isFree(campaign.code) else { throw .codeTaken(campaign.code) }
      let added = stamped(campaign, context)
      return (added, try commit([step(nil, added)], Deed(.addCampaign), writer))
    }
  }

  /// Changes the units.
  package func updateUnits(
    _ act: UnitAct, _ context: WriteContext
  ) throws(StoreError) -> (units: UnitRegistry, saved: Saved) {
    try updateUnits([act], context)
  }

  /// Several acts as one command, which is called what the last of them is: what comes before it is for its sake.
  package func updateUnits(
    _ acts: [UnitAct], _ context: WriteContext
  ) throws(StoreError) -> (units: UnitRegistry, saved: Saved) {
    try writing(context) { writer throws(StoreError) in
      let before = try writableUnits()
      var after = before
      for act in acts {
        if case .remove(let name) = act {
          let unit = try refusing { () throws(Refusal) in try before.known(name) }
          try requireUnused(unit, before)
        }
        after = try refusing { () throws(Refusal) in try after.applying(act) }
      }
      guard let command = acts.last?.command else { throw .refused(.nothingToDo(id: "")) }
      after.revision += 1
      return (after, try commit([step(before, after)], Deed(command), writer))
    }
  }

  /// Changes the settings.
  package func updateSettings(
    _ act: SettingsAct, _ context: WriteContext
  ) throws(StoreError) -> (settings: StoreSettings, saved: Saved) {
    try updateSettings([act], context)
  }

  /// Changes several settings as one command.
  package func updateSettings(
    _ acts: [SettingsAct], _ context: WriteContext
  ) throws(StoreError) -> (settings: StoreSettings, saved: Saved) {
    try writing(context) { writer throws(StoreError) in
      let reading = try settings()
      if let flaw = reading.unknownKey { throw .damaged(flaw) }
      var after = try refusing { () throws(Refusal) in
        var settings = reading.value
        for act in acts { settings = try settings.applying(act) }
        return settings
      }
      after.revision += 1
      if !after.instructors.isEmpty {
        try onFiles { () throws(FileFailure) in try files.makeFolder(instructionFolder, like: path) }
      }
      let step = FileStep(name: "store.json", before: .settings(reading.value), after: .settings(after))
      let commands = Set(acts.map(\.command))
      let command = commands.count == 1 ? commands.first ?? .editSettings : .editSettings
      return (after, try commit([step], Deed(command), writer))
    }
  }

  /// Moves a campaign to the archive or back.
  package func move(_ code: String, toArchive: Bool, _ context: WriteContext) throws(StoreError) {
    let (from, to) = toArchive ? ("campaigns", "archive") : ("archive", "campaigns")
    try writing(context) { writer throws(StoreError) in
      let before = try writableCampaign(code, in: from)
      guard try !exists("\(to)/\(code).json") else { throw .codeTaken(code) }
      try onFiles { () throws(FileFailure) in try files.makeFolder("\(path)/\(to)", like: path) }
      let steps = [
        step(nil, stamped(before, context), in: to),
        step(before, nil, in: from),
      ]
      try commit(steps, Deed(toArchive ? .archive : .unarchive), writer)
    }
  }

  /// What acts need to know.
  func acting(_ units: UnitRegistry, _ context: WriteContext) throws(StoreError) -> ActContext {
    let ledger = Ledger(settings: try settings().value, units: units, campaigns: [])
    return ActContext(
      judge: ledger.judge(today: context.today, years: context.holidays), stamp: context.stamp)
  }

  func step(_ before: Campaign?, _ after: Campaign?, in folder: String = "campaigns") -> FileStep {
    FileStep(
      name: "\(folder)/\((after ?? before)?.code ?? "").json", before: before.map(StoredFile.campaign),
      after: after.map(StoredFile.campaign))
  }

  func step(_ before: UnitRegistry, _ after: UnitRegistry) -> FileStep {
    FileStep(name: "units.json", before: .units(before), after: .units(after))
  }

  // MARK: The lock

  /// Runs `body` with the lock held, nothing unfinished and the store's settings known to be ours.
  func writing<T>(
    _ context: WriteContext, needsSettings: Bool = true, _ body: (Writer) throws(StoreError) -> T
  ) throws(StoreError) -> T {
    if needsSettings { _ = try settings() }
    return try locked(context) { lock throws(StoreError) in
      try onFiles { () throws(FileFailure) in
        try files.makeFolder(journal.folder, like: path)
        _ = try folder("journal")
      }
      let end = try recover(lock)
      if lock.note != end.note { lock.leave(note: end.note) }
      if let key = context.key { try requireNew(key) }
      var writer = Writer(context: context, lock: lock, end: end)
      if needsSettings {
        let settings = try settings()
        try requireWriter(context, settings.value)
        if settings.format < storeFormat { writer.end = try migrate(writer) }
        writer.end = try takeIn(settings.value, writer)
      } else {
        try requireWriter(context, (try? settings())?.value)
      }
      return try body(writer)
    }
  }

  /// - Throws: where a change of that name was made before, whether it was taken back or not.
  private func requireNew(_ key: String) throws(StoreError) {
    if let known = try record(of: key) { throw .doneBefore(key: key, known.entry) }
  }

  /// The record of a change that had this key; nil where there was none.
  func record(of key: String) throws(StoreError) -> JournalRecord? {
    var known: JournalRecord?
    try records(having: [Array("\"key\":".utf8)]) { record in
      if record.key == key { known = record }
      return known == nil
    }
    return known
  }

  func locked<T>(
    _ context: WriteContext, _ body: (any FileLock) throws(StoreError) -> T
  ) throws(StoreError) -> T {
    let lock: any FileLock
    do throws(FileFailure) {
      lock = try files.lock("\(path)/.lock", waiting: patience, holder: context.holder)
    } catch {
      if case .busy(let holder) = error.kind { throw .locked(holder: holder) }
      throw .file(error)
    }
    defer { lock.unlock() }
    try holdJournal(lock)
    return try body(lock)
  }

  /// Holds the journal's newest file too: it stays where it is when hands take the lock's file away while somebody writes.
  private func holdJournal(_ lock: any FileLock) throws(StoreError) {
    var held: String?
    for _ in 0..<100 {
      do throws(FileFailure) {
        guard let newest = try journal.names().last, newest != held else { return }
        try lock.hold("\(journal.folder)/\(newest)", waiting: patience)
        held = newest
      } catch {
        switch error.kind {
        case .missing, .changed: continue
        case .busy(let holder): throw .locked(holder: holder)
        // Whoever writes to it is told then; who only looks needs no more.
        case .denied, .link, .notRegular, .outside: return
        case .exists, .full, .other, .tooLarge: throw .file(error)
        }
      }
    }
    throw .locked(holder: nil)
  }

  func refusing<T>(_ body: () throws(Refusal) -> T) throws(StoreError) -> T {
    do throws(Refusal) { return try body() } catch { throw .refused(error) }
  }

  func stamped(_ campaign: Campaign, _ context: WriteContext) -> Campaign {
    var stamped = campaign
    stamped.revision += 1
    stamped.changed = context.stamp
    return stamped
  }

  /// The campaign as it is on the disk now; refused where writing it would lose something.
  func writableCampaign(_ code: String, in folder: String = "campaigns") throws(StoreError) -> Campaign {
    guard isSafeName(code),
      let reading = try undamaged({ () throws(DamagedFile) in try campaign("\(folder)/\(code).json") })
    else { throw try unknown(code, in: folder) }
    if let flaw = reading.unknownKey { throw .damaged(flaw) }
    return reading.value
  }

  func writableUnits() throws(StoreError) -> UnitRegistry {
    let reading = try undamaged { () throws(DamagedFile) in try readUnits() }
    if let flaw = reading.unknownKey { throw .damaged(flaw) }
    return reading.value
  }

  private func unknown(_ code: String, in folder: String) throws(StoreError) -> StoreError {
    let names = try onFiles { () throws(FileFailure) in
      do throws(FileFailure) { return try files.names(in: "\(path)/\(folder)") } catch {
        guard error.kind == .missing else { throw error }
        return []
      }
    }
    let codes = names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    return .noCampaign(code: code, nearest: nearest(to: code, among: codes))
  }

  func exists(_ name: String) throws(StoreError) -> Bool {
    try onFiles { () throws(FileFailure) in try files.status("\(path)/\(name)") } != nil
  }
}

/// What is in a store beside its files.
let storeFolders = ["campaigns", "archive", "journal", "sources", "backups"]
