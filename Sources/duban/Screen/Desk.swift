import CampaignStore
import Campaigns
import Screens

/// Does what the screen asks for, and answers with messages: the only place where the screen meets the store, the clock
/// and the user's name.
struct Desk {
  private(set) var session: Session
  /// The store as it was read last; what is saved here is put into it.
  private(set) var reading: StoreReading?
  /// The version of the store that was looked at last: one that cannot be read is told of once, not twice a second.
  private var version: StoreVersion?

  init(session: Session, reading: StoreReading? = nil) {
    (self.session, self.reading, version) = (session, reading, reading?.version)
  }

  mutating func perform(_ effect: Effect) -> [Message] {
    do throws(Failure) {
      switch effect {
      case .act(let code, let act, let units):
        let updated = try session.change { store, writing throws(StoreError) in
          try store.update(code, act, newUnits: units, writing)
        }
        return saved(.acted(act, updated.change), updated.saved)
      case .addCampaign(let title, let number, let year):
        let added = try session.addCampaign(title: title, year: year) { $0.documentNumber = number }
        return saved(.added(added.campaign), added.saved)
      case .source(let code): return [source(of: code)].compactMap(\.self)
      case .setEvent(let name, let days, let code):
        return saved(.dated(event: name, days, code: code), try session.saveEvent(name, days, code))
      case .transfer(let id, let from, let to, let phase): return try transfer(id, from, to, phase)
      case .offer(let reversal): return try offer(reversal)
      case .reverse(let reversal, let id): return try reverse(reversal, id)
      case .accept(let code):
        return try accept { store, writing throws(StoreError) in try store.accept(code, writing) }
      case .updatePlan(let code, let draft):
        return try accept { store, writing throws(StoreError) in try store.update(code, with: draft, writing)
        }
      case .reload: return try [loaded()]
      case .look: return try look()
      case .makeStore(let choice): return try makeStore(choice)
      // The loop sees to these itself.
      case .suspend, .repaint, .end: return []
      }
    } catch {
      let words = session.wording.prose(error)
      guard case .store(.unfinished) = error else { return [.failed(words)] }
      reading = nil
      return saved(.recorded(words), nil)
    }
  }

  private mutating func accept(
    _ body: (Store, WriteContext) throws(StoreError) -> Updated
  ) throws(Failure) -> [Message] {
    let updated = try session.change(body)
    return saved(.accepted(code: updated.campaign.code, count: updated.change.tasks.count), updated.saved)
  }

  /// The text of a draft, read once more for what is doubtful in it.
  private func source(of code: String) -> Message? {
    guard let campaign = reading?.ledger.campaign(code: code), let lines = session.store.source(of: campaign)
    else {
      return nil
    }
    let findings = session.importer(year: campaign.year, reading?.ledger.units).read(lines).findings
    return .source(code: code, SourceReading(lines: lines, findings: findings))
  }

  /// What was saved is put into what was read before: others' changes meanwhile make another version, which the next look
  /// sees. It is told even where the store cannot be read: nobody is to save it twice.
  private mutating func saved(_ outcome: Outcome, _ saved: Saved?) -> [Message] {
    if let saved, let reading {
      let now = saved.applied(to: reading)
      (self.reading, version) = (now, now.version)
      return [.saved(outcome, session.judged(now.ledger))]
    }
    do throws(Failure) { return [.saved(outcome, try read())] } catch {
      return [.saved(outcome, nil), .failed(session.wording.prose(error))]
    }
  }

  private mutating func transfer(
    _ id: String, _ from: String, _ to: String, _ phase: String?
  ) throws(Failure) -> [Message] {
    let updated = try session.change { store, writing throws(StoreError) in
      try store.transfer(id, from: from, to: to, phase: phase, writing)
    }
    let arrived = updated.change.tasks.compactMap(\.after).first { $0.formerIDs.last == id }
    return saved(.moved(from: id, to: arrived?.id ?? id), updated.saved)
  }

  private func offer(_ reversal: Reversal) throws(Failure) -> [Message] {
    let user = session.who().user
    let next = try session.change { store, _ throws(StoreError) in try store.next(reversal, by: user) }
    guard let next else { throw .nothingTo(reversal, user: user) }
    return [.offered(reversal, next)]
  }

  private mutating func reverse(_ reversal: Reversal, _ id: Int) throws(Failure) -> [Message] {
    let done = try session.change { store, writing throws(StoreError) in
      try store.perform(reversal, expecting: id, writing)
    }
    guard let done else { throw .nothingTo(reversal, user: session.who().user) }
    return saved(.reversed(reversal, done.entry), done.saved)
  }

  /// Reads what changed in the store since it was read last.
  mutating func read() throws(Failure) -> Snapshot {
    let known = reading
    let now = try session.onStore { store throws(StoreError) in try store.read(after: known) }
    (reading, version) = (now, now.version)
    return session.judged(now.ledger)
  }

  private mutating func loaded() throws(Failure) -> Message {
    let snapshot = try read()
    return .loaded(snapshot, flaws: snapshot.flaws.map(session.wording.prose))
  }

  /// Reads the store where somebody changed it, or a new day began.
  private mutating func look() throws(Failure) -> [Message] {
    let today = session.options.asOf == nil ? session.clock().day : session.today
    let version = try? session.store.version()
    guard version != self.version || today != session.today else { return [] }
    session.today = today
    self.version = version
    return [try loaded()]
  }

  private mutating func makeStore(_ choice: Welcome) throws(Failure) -> [Message] {
    let writing = try session.writing()
    switch choice {
    case .leave: return []
    case .empty:
      try session.onStore { store throws(StoreError) in
        try store.create(StoreSettings(organisation: nil), writing)
      }
    case .demonstration:
      let store = session.store.beside("-demo")
      do throws(StoreError) { try store.createDemonstration(writing) } catch {
        // One that is there already is opened.
        guard case .storeExists = error else { throw .store(error) }
      }
      (session.store, reading) = (store, nil)
    }
    return [try loaded()]
  }
}
