import CampaignStore
import Campaigns
import Glibc
import ReferenceData

extension Session {
  /// Reads what daily views show: once in a command. What it saves is put into that (`Saved.applied`).
  func ledger() throws(Failure) -> Ledger { try onStore { store throws(StoreError) in try store.ledger() } }

  /// What a command works on whose arguments name tasks and campaigns by exactly their ids: the campaigns of these and no
  /// other, whatever else the store holds; what is wrong with other files is not its business. Where an id is another one
  /// (a part, a former one, none), all plans say which task is meant.
  func ledger(naming ids: [String]) throws(Failure) -> Ledger {
    let codes = ids.flatMap { id in [id] + (id.lastIndex(of: "-").map { [String(id[..<$0])] } ?? []) }
    let named = try onStore { store throws(StoreError) in try store.ledger(of: codes) }
    let isWhole = ids.allSatisfy { id in
      named.campaigns.contains { $0.code == id || $0.task(id: id) != nil }
    }
    return isWhole ? named : try ledger(meantBy: ids)
  }

  /// The campaigns of all that there are in which what these ids may name is to be looked for.
  func ledger(meantBy ids: [String], includingArchive: Bool = false) throws(Failure) -> Ledger {
    let survey = try survey(includingArchive: includingArchive)
    let ledger = survey.ledger(naming: ids)
    // What could not be had of it any more is read.
    return survey.soundness.isLost ? try read(includingArchive: includingArchive).ledger : ledger
  }

  /// A ledger with every task judged.
  func judged(_ ledger: Ledger) -> Snapshot { Snapshot(ledger, judge(of: ledger, on: today)) }

  /// The judge of a ledger's tasks on a day.
  func judge(of ledger: Ledger, on day: Day) -> Judge {
    ledger.judge(today: day, years: ReferenceData.allHolidays)
  }

  /// Reads the store and judges every task. `lights` replaces the store's profile (for `check -w`).
  func read(includingArchive: Bool = false, dueSoon: Int? = nil) throws(Failure) -> Snapshot {
    let reading = try onStore { store throws(StoreError) in try store.read(includingArchive: includingArchive)
    }
    var ledger = reading.ledger
    if let archived = reading.archived {
      ledger.campaigns += archived.campaigns
      ledger.flaws += archived.flaws
    }
    if let dueSoon {
      var lights = ledger.settings.lights ?? .usual
      lights.dueSoonWorkingDays = dueSoon
      ledger.settings.lights = lights
    }
    return judged(ledger)
  }

  /// What a command that only reads looks at: of one moment, and of campaigns only what it asks for.
  func survey(includingArchive: Bool = false) throws(Failure) -> Snapshot {
    try survey(includingArchive ? .included : .ignored)
  }

  /// The same, with as much of the archive as is asked for.
  func survey(_ archive: ArchiveScope) throws(Failure) -> Snapshot {
    var snapshot = try onStore { store throws(StoreError) in
      try store.survey(
        on: today, ReferenceData.allHolidays, archive: archive, now: Session.nanoseconds,
        soundness: soundness, progress: { progress($0, of: $1) })
    }
    _ = try showWaiting(in: &snapshot)
    return snapshot
  }

  /// What takes long in a large store.
  enum LongWork { case reading, checking, backingUp }

  /// Says how far something has come in a large store, where somebody sits at a terminal.
  func progress(_ done: Int, of count: Int, _ work: LongWork = .reading) {
    let isLast = count - done < 50
    guard count >= 1_000, isatty(STDERR_FILENO) == 1 else { return }
    let words =
      switch work {
      case .reading: wording.pick("正在读入方案：\(done)/\(count)", "reading plans: \(done)/\(count)")
      case .checking: wording.pick("正在检查：\(done)/\(count)", "checking: \(done)/\(count)")
      case .backingUp: wording.pick("正在备份：\(done)/\(count)", "backing up: \(done)/\(count)")
      }
    output.question("\r" + (isLast ? String(repeating: " ", count: 40) + "\r" : words))
  }

  /// The machine's clock, in nanoseconds since 1970.
  static func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }

  /// The filter that the arguments of a command say, in a store that knows the names in it, with the user's saved ones or others.
  func filter(
    _ words: [String], _ reading: Snapshot, views: [SavedView]? = nil
  ) throws(Failure) -> Filter {
    let filter: Filter
    do throws(FilterError) {
      filter = try FilterReader.read(
        words.joined(separator: " "), reading.filterContext(views ?? config.views))
    } catch { throw .filter(error) }
    // The code of an archived campaign is not the beginning of another one's.
    for name in filter.campaignNames { try requireNotArchived(name, among: reading.entries.map(\.code)) }
    guard let unknown = reading.unknownName(in: filter) else { return filter }
    // Tags come and go: that none has one today is an empty list, and told.
    guard case .unknownName(.tag, _, _) = unknown else { throw .filter(unknown) }
    remark(wording.prose(unknown))
    return filter
  }

  /// Reads a time in words in the light of a campaign; 2011-04-20 is a day by which.
  func deadline(_ words: String, in campaign: Campaign?) throws(Failure) -> Deadline {
    try reading(words, in: campaign).deadline
  }

  /// The last day of a time in words, every one of which was read.
  func lastDay(_ words: String, option: String) throws(Failure) -> Day {
    let reading = try reading(words, in: nil)
    guard reading.isWhole, let end = reading.deadline.end else { throw .badDate(option: option, text: words) }
    return end
  }

  private func reading(_ words: String, in campaign: Campaign?) throws(Failure) -> TimeReading {
    // Only changes ask for a time: what is refused anyhow is not remarked upon.
    try requireChange()
    let calendar = WorkCalendar(years: ReferenceData.allHolidays)
    let reading = TimeReading(of: words, in: campaign, today: today, calendar: calendar)
    guard reading.deadline.kind != .none else { throw .unreadTime(words, notes: reading.notes) }
    do throws(Refusal) { try reading.deadline.check() } catch { throw .refused(error) }
    // Whether the event has its days is the store's to say: the task's row shows them.
    for note in reading.notes where !note.isOfEvent { remark(wording.note(note)) }
    return reading
  }

  /// The task that a change is asked for; where it went is said, if it has another id now.
  func worked(_ id: String, _ ledger: Ledger) throws(Failure) -> (campaign: Campaign, task: Task) {
    if sayMoved(id, ledger.task(formerly: id)?.task) == false, let mark = id.lastIndex(of: "-") {
      try requireNotArchived(String(id[..<mark]), ledger)
    }
    return try ledger.task(id: id)
  }

  /// Says where a task went that is asked for by an id that it once had. Answers whether there is one.
  @discardableResult
  func sayMoved(_ id: String, _ found: Task?) -> Bool {
    guard let found else { return false }
    let old = found.formerIDs.first { $0.lowercased() == id.lowercased() } ?? id
    remark(wording.movedTo(old, found.id))
    return true
  }

  /// What is archived is not worked on, and no other campaign is meant by its code.
  func requireNotArchived(_ code: String, _ ledger: Ledger) throws(Failure) {
    try requireNotArchived(code, among: ledger.campaigns.map(\.code))
  }

  private func requireNotArchived(_ code: String, among codes: [String]) throws(Failure) {
    let wanted = code.lowercased()
    guard !codes.contains(where: { $0.lowercased() == wanted }) else { return }
    let archived = try onStore { store throws(StoreError) in try store.archivedCodes() }
    if let found = archived.first(where: { $0.lowercased() == wanted }) { throw .archived(found) }
  }
}

extension StoreError {
  /// Whether there is nothing yet where the store is to be: no folder, or an empty one.
  var meansNoStoreYet: Bool {
    switch self {
    case .noStore: true
    case .notAStore(let path): (try? PosixFileSystem().names(in: path).isEmpty) ?? false
    default: false
    }
  }
}
