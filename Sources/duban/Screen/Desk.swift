import CampaignStore
import Campaigns
import Glibc
import ReferenceData
import Screens

/// Does what the screen asks for, and answers with messages: the only place where the screen meets the store, the clock
/// and the user's name.
struct Desk {
  private(set) var session: Session
  /// The store as it was looked at last; what is saved here is put into it.
  private(set) var look: StoreLook?
  /// The state in which it could not be read at the last look: that is told of once, not twice a second.
  private struct Unreadable { let version: StoreVersion? }
  private var unreadable: Unreadable?
  /// What waited to be taken in at the last look, and what is wrong with it, in prose.
  private var waiting = WaitingInstructions()
  private var troubles: [String] = []
  /// Looks since the last one at every file.
  private var looks = 0

  init(session: Session, look: StoreLook? = nil) { (self.session, self.look) = (session, look) }

  mutating func perform(_ effect: Effect) -> [Message] {
    do throws(Failure) {
      switch effect {
      case .act(let code, let act, let units):
        if let told = try leave([act]) { return told }
        let updated = try session.change { store, writing throws(StoreError) in
          try store.update(code, act, newUnits: units, writing)
        }
        return saved(.acted(act, updated.change), updated.saved)
      case .acts(let acts, let kind, let passedOver):
        if let told = try leave(acts.map(\.act)) { return told }
        let updated = try session.change { store, writing throws(StoreError) in
          try store.update(acts, newUnits: [], writing)
        }
        return saved(.actedOnMany(kind, count: acts.count, passedOver: passedOver), updated.first?.saved)
      case .addCampaign(let title, let number, let year):
        let added = try session.addCampaign(title: title, year: year) { $0.documentNumber = number }
        return saved(.added(added.campaign), added.saved)
      case .source(let code): return [source(of: code)].compactMap(\.self)
      case .setEvent(let name, let days, let code):
        return saved(.dated(event: name, days, code: code), try session.saveEvent(name, days, code))
      case .transfer(let id, let from, let to, let phase): return try transfer(id, from, to, phase)
      case .units(let acts, let name):
        let changed = try session.change { store, writing throws(StoreError) in
          try store.updateUnits(acts, writing)
        }
        guard let unit = changed.units.unit(named: name) else { return [try loaded()] }
        return saved(.units(unit), changed.saved)
      case .setUser(let name): return [try setUser(name)]
      case .settings(let acts):
        let changed = try session.change { store, writing throws(StoreError) in
          try store.updateSettings(acts, writing)
        }
        return saved(.set, changed.saved)
      case .removeCampaign(let code):
        let removed = try session.change { store, writing throws(StoreError) in
          try store.remove(code, writing)
        }
        return saved(.removed("\(code)  \(removed.campaign.title)"), removed.saved)
      case .removeUnit(let id, let name):
        let changed = try session.change { store, writing throws(StoreError) in
          try store.updateUnits(.remove(unit: id), writing)
        }
        return saved(.removed(name), changed.saved)
      case .open(let path): return [try open(path)]
      case .read(let path, let isAsked): return [.read(path, reading(of: path), isAsked: isAsked)]
      case .importFile(let path):
        let (result, lines) = try session.read(notice: path, year: nil, look?.snapshot.units)
        guard result.hasWork else { throw .noPlan(path) }
        return try keep(result.plans, lines)
      case .write(let sheet): return [try write(sheet)]
      case .offer(let reversal): return try offer(reversal)
      case .reverse(let reversal, let id): return try reverse(reversal, id)
      case .accept(let code):
        return try accept { store, writing throws(StoreError) in try store.accept(code, writing) }
      case .updatePlan(let code, let draft):
        return try accept { store, writing throws(StoreError) in try store.update(code, with: draft, writing)
        }
      case .reload: return try [loaded()]
      case .look: return try lookAgain()
      case .makeStore(let choice): return try makeStore(choice)
      // The loop sees to these itself.
      case .suspend, .repaint, .end: return []
      }
    } catch {
      let words = session.wording.prose(error)
      guard case .store(.unfinished) = error else { return [.failed(words)] }
      look = nil
      return saved(.recorded(words), nil)
    }
  }

  /// Leaves instructions for the next writer, where who types may do no more; nil where everything may be done, or these are others.
  private mutating func leave(_ acts: [Act]) throws(Failure) -> [Message]? {
    guard case .instruct(_, let text, let leader)? = acts.first, let look,
      session.onlyInstructs(look.snapshot.settings)
    else {
      return nil
    }
    let tasks = acts.compactMap { act -> String? in
      if case .instruct(let id, _, _) = act { id } else { nil }
    }
    let left = try session.leave(text, for: tasks, from: leader)
    return saved(.left(left.count), nil)
  }

  private mutating func accept(
    _ body: (Store, WriteContext) throws(StoreError) -> Updated
  ) throws(Failure) -> [Message] {
    let updated = try session.change(body)
    return saved(.accepted(code: updated.campaign.code, count: updated.change.tasks.count), updated.saved)
  }

  /// The text of a draft, read once more for what is doubtful in it.
  private func source(of code: String) -> Message? {
    guard let campaign = look?.snapshot.campaign(code: code), let lines = session.store.source(of: campaign)
    else {
      return nil
    }
    func read(_ year: Int?) -> ImportResult { session.importer(year: year, look?.snapshot.units).read(lines) }
    func place(_ result: ImportResult) -> Int? {
      result.plans.firstIndex { $0.line == campaign.source?.line }
    }
    // As it was imported: with the year that the notice says, or with the one that was given.
    var result = read(nil)
    if place(result).flatMap({ result.plans[$0].year }) != campaign.year { result = read(campaign.year) }
    let number = place(result) ?? 0
    // What stands before the first plan is told with it.
    let first = number == 0 ? 0 : result.plans[number].line
    let end = number + 1 < result.plans.count ? result.plans[number + 1].line : .max
    return .source(
      code: code,
      SourceReading(
        lines: lines, findings: result.findings.filter { $0.line >= first && $0.line < end },
        plan: result.plans.indices.contains(number) ? result.plans[number] : nil))
  }

  /// What was saved is put into what was read before: others' changes meanwhile make another version, which the next look
  /// sees. It is told even where the store cannot be read: nobody is to save it twice.
  private mutating func saved(_ outcome: Outcome, _ saved: Saved?) -> [Message] {
    let failed = session.runHook().map { [Message.failed($0)] } ?? []
    return told(outcome, saved) + failed
  }

  private mutating func told(_ outcome: Outcome, _ saved: Saved?) -> [Message] {
    if let saved, let look, let now = session.store.look(look, with: saved, ReferenceData.allHolidays) {
      self.look = now
      return [.saved(outcome, now.snapshot)]
    }
    do throws(Failure) { return [.saved(outcome, try read(everyFile: false))] } catch {
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

  /// Who acts is called so from now on, unless the environment or an option says otherwise.
  private mutating func setUser(_ name: String) throws(Failure) -> Message {
    try session.set(.user, to: name)
    let login = session.who().login
    let isInForce = session.options.as == nil && Environment["DUBAN_USER"]?.isEmpty != false
    if isInForce {
      let called = name.trimmed.isEmpty ? login : name.trimmed
      session.who = { (called, login) }
    }
    return .saved(.named(session.who().user, isInForce: isInForce), look?.snapshot)
  }

  /// What stands at a path as people write one.
  private func open(_ path: String) throws(Failure) -> Message {
    var path = path
    if path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] { path = home + path.dropFirst() }
    if !path.hasPrefix("/") {
      let here = getcwd(nil, 0)
      defer { free(here) }
      path = (here.map { String(cString: $0) } ?? "") + "/" + path
    }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let files = PosixFileSystem()
    do throws(FileFailure) {
      guard let status = try files.status(path) else { throw FileFailure(.missing, path) }
      guard status.isFolder else { return .read(path, reading(of: path), isAsked: true) }
      if let real = realpath(path, nil) {
        path = String(cString: real)
        free(real)
      }
      let entries = try files.statuses(in: path).compactMap { name, status in
        status.map {
          Folder.Entry(name: name, isFolder: $0.isFolder, changed: $0.changed, size: $0.size)
        }
      }
      return .listed(Folder(path: path, entries: entries))
    } catch { throw .store(.file(error)) }
  }

  /// What a file would be; why it is nothing, in prose.
  private func reading(of path: String) -> FileReading {
    do throws(Failure) {
      return FileReading(try session.read(notice: path, year: nil, look?.snapshot.units).0)
    } catch { return FileReading(problem: session.wording.prose(error)) }
  }

  /// Keeps plans as drafts; the first of them is shown beside the text that they were read from.
  mutating func keep(_ plans: [DraftPlan], _ lines: [String]) throws(Failure) -> [Message] {
    let (added, changed) = try session.accept(plans, lines, code: nil, stage: .draft)
    return saved(.imported(added), changed) + [added.first.flatMap { source(of: $0.code) }].compactMap(\.self)
  }

  /// What the editor makes of a form. Nothing is in the store yet.
  private func write(_ sheet: FormSheet) throws(Failure) -> Message {
    do throws(EditorFailure) {
      let editor = try Editor(charset: session.output.charset)
      return .written(sheet, try editor.edited(sheet.text))
    } catch { throw .editor(error) }
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

  /// Reads what changed in the store since it was looked at last.
  mutating func read(everyFile: Bool = true) throws(Failure) -> Snapshot {
    let (known, session) = (look, session)
    var now = try session.onStore { store throws(StoreError) in
      try store.look(
        after: known, everyFile: everyFile, on: session.today, ReferenceData.allHolidays,
        now: Session.nanoseconds
      ) { done, count in
        // Before the screen opens.
        if known == nil { session.progress(done, of: count) }
      }
    }
    waiting = try session.waiting(now.snapshot.settings)
    troubles = session.show(waiting, in: &now.snapshot)
    (look, unreadable) = (now, nil)
    return now.snapshot
  }

  private mutating func loaded() throws(Failure) -> Message {
    let snapshot = try read()
    return .loaded(snapshot, flaws: snapshot.flaws.map(session.wording.prose) + troubles)
  }

  /// Reads the store where somebody changed it, or a new day began.
  private mutating func lookAgain() throws(Failure) -> [Message] {
    let today = session.options.asOf == nil ? session.clock().day : session.today
    looks += 1
    let everyFile = looks >= look?.looksBetweenFiles ?? 1
    if everyFile { looks = 0 }
    if today == session.today {
      if let unreadable, unreadable.version == (try? session.store.version()) { return [] }
      if unreadable == nil, let look, (try? session.waiting(look.snapshot.settings)) == waiting,
        (try? session.store.hasChanged(since: look, everyFile: everyFile)) == false
      {
        return []
      }
    }
    session.today = today
    return [try told()]
  }

  /// What the store holds now. Where it cannot be read, that is said once.
  private mutating func told() throws(Failure) -> Message {
    do throws(Failure) { return try loaded() } catch {
      unreadable = Unreadable(version: try? session.store.version())
      throw error
    }
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
      (session.store, look) = (store, nil)
    }
    return [try loaded()]
  }
}
