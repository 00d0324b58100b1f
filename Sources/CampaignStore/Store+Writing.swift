import Campaigns

// What LedgerStore asks for is documented in LedgerStore.swift.

/// How long a writer waits for another one, in milliseconds.
private let lockWait = 2_000

extension Store {
  /// Makes a store, empty unless campaigns are given. Fails where there is one.
  package func create(
    _ settings: StoreSettings, units: UnitRegistry = UnitRegistry(), campaigns: [Campaign] = [],
    archived: [Campaign] = [], _ context: WriteContext
  ) throws(StoreError) {
    guard try !exists("store.json") else { throw .storeExists(path) }
    try onFiles { () throws(FileFailure) in
      try files.makeFolder(path, like: nil)
      for folder in ["campaigns", "archive", "journal", "sources", "backups"] {
        try files.makeFolder("\(path)/\(folder)", like: path)
      }
    }
    try locked(context) { () throws(StoreError) in
      guard try !exists("store.json") else { throw .storeExists(path) }
      // store.json last: its presence is what makes a folder a store.
      var writes = [("units.json", try bytes(units))]
      for campaign in campaigns { writes.append(("campaigns/\(campaign.code).json", try bytes(campaign))) }
      for campaign in archived { writes.append(("archive/\(campaign.code).json", try bytes(campaign))) }
      try commit(writes + [("store.json", try bytes(settings))])
    }
  }

  package func update(_ code: String, _ act: Act, _ context: WriteContext) throws(StoreError) -> Updated {
    try writing(context) { () throws(StoreError) in
      let before = try writableCampaign(code)
      let units = try writableUnits()
      let acting = ActContext(today: context.today, stamp: context.stamp, units: units)
      let (change, changed) = try refusing { () throws(Refusal) in
        let change = try before.change(for: act, acting)
        return (change, try change.applied(to: before))
      }
      let after = stamped(changed, context)
      try commit([("campaigns/\(code).json", try bytes(after))])
      return Updated(campaign: after, change: change, units: units)
    }
  }

  package func add(_ campaign: Campaign, _ context: WriteContext) throws(StoreError) -> Campaign {
    guard isSafeName(campaign.code) else { throw .refused(.badCode(campaign.code)) }
    return try writing(context) { () throws(StoreError) in
      for folder in ["campaigns", "archive"] where try exists("\(folder)/\(campaign.code).json") {
        throw .codeTaken(campaign.code)
      }
      let added = stamped(campaign, context)
      try commit([("campaigns/\(campaign.code).json", try bytes(added))])
      return added
    }
  }

  package func updateUnits(_ act: UnitAct, _ context: WriteContext) throws(StoreError) -> UnitRegistry {
    try writing(context) { () throws(StoreError) in
      let before = try writableUnits()
      var after = try refusing { () throws(Refusal) in try before.applying(act) }
      after.revision += 1
      try commit([("units.json", try bytes(after))])
      return after
    }
  }

  package func move(_ code: String, toArchive: Bool, _ context: WriteContext) throws(StoreError) {
    let (from, to) = toArchive ? ("campaigns", "archive") : ("archive", "campaigns")
    try writing(context) { () throws(StoreError) in
      guard isSafeName(code), try exists("\(from)/\(code).json") else { throw try unknown(code, in: from) }
      guard try !exists("\(to)/\(code).json") else { throw .codeTaken(code) }
      try onFiles { () throws(FileFailure) in
        try files.makeFolder("\(path)/\(to)", like: path)
        try files.rename("\(path)/\(from)/\(code).json", to: "\(path)/\(to)/\(code).json")
        try files.syncFolder("\(path)/\(to)")
        try files.syncFolder("\(path)/\(from)")
      }
    }
  }

  /// Runs `body` with the lock held and the store's settings known to be ours.
  func writing<T>(_ context: WriteContext, _ body: () throws(StoreError) -> T) throws(StoreError) -> T {
    _ = try settings()
    return try locked(context) { () throws(StoreError) in
      _ = try settings()
      return try body()
    }
  }

  private func locked<T>(_ context: WriteContext, _ body: () throws(StoreError) -> T) throws(StoreError) -> T
  {
    let lock: any FileLock
    do throws(FileFailure) {
      lock = try files.lock("\(path)/.lock", waiting: lockWait, holder: context.holder)
    } catch {
      if case .busy(let holder) = error.kind { throw .locked(holder: holder) }
      throw .file(error)
    }
    defer { lock.unlock() }
    for folder in ["", "/campaigns"] { files.removeLeftovers(in: path + folder) }
    return try body()
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
  func writableCampaign(_ code: String) throws(StoreError) -> Campaign {
    guard isSafeName(code),
      let reading = try undamaged({ () throws(DamagedFile) in try campaign("campaigns/\(code).json") })
    else { throw try unknown(code, in: "campaigns") }
    if let flaw = reading.unknownKey { throw .damaged(flaw) }
    return reading.value
  }

  func writableUnits() throws(StoreError) -> UnitRegistry {
    let reading = try undamaged { () throws(DamagedFile) in try readUnits() }
    if let flaw = reading.unknownKey { throw .damaged(flaw) }
    return reading.value
  }

  private func unknown(_ code: String, in folder: String) throws(StoreError) -> StoreError {
    let names = try onFiles { () throws(FileFailure) in try files.names(in: "\(path)/\(folder)") }
    let codes = names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    return .noCampaign(code: code, nearest: nearest(to: code, among: codes))
  }

  private func exists(_ name: String) throws(StoreError) -> Bool {
    try onFiles { () throws(FileFailure) in try files.status("\(path)/\(name)") } != nil
  }

  func bytes(_ value: some Encodable) throws(StoreError) -> [UInt8] {
    try undamaged { () throws(DamagedFile) in try StoredJSON.bytes(of: value) }
  }

  /// The one way to the disk. The lock is held.
  func commit(_ writes: [(name: String, bytes: [UInt8])]) throws(StoreError) {
    try onFiles { () throws(FileFailure) in
      for write in writes { try files.replace("\(path)/\(write.name)", with: write.bytes) }
    }
  }
}
