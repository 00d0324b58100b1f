import ArgumentParser
import CampaignStore
import Campaigns
import ReferenceData
import Wording

/// A subcommand: reads its arguments, does its work in a session.
protocol Command: ParsableCommand {
  var global: GlobalOptions { get }
  func run(_ session: inout Session) throws(Failure)
}

extension Command {
  func run() throws {
    var session = try Session(global.settings)
    try run(&session)
  }
}

extension Session {
  /// Reads the store and judges every task. `lights` replaces the store's profile (for `check -w`).
  func read(includingArchive: Bool = false, dueSoon: Int? = nil) throws(Failure) -> Snapshot {
    var ledger = try onStore { store throws(StoreError) in try store.ledger() }
    if includingArchive {
      let archived = try onStore { store throws(StoreError) in try store.archived() }
      ledger.campaigns += archived.campaigns
      ledger.flaws += archived.flaws
    }
    if let dueSoon {
      var lights = ledger.settings.lights ?? LightProfile()
      lights.dueSoonWorkingDays = dueSoon
      ledger.settings.lights = lights
    }
    let judge = ledger.judge(today: today, years: ReferenceYears.around(ledger, today))
    return Snapshot(ledger, judge)
  }

  /// Prints what was collected, then names damaged files; those are an error of their own for a command that reads.
  mutating func finish(_ flaws: [Ledger.Flaw] = []) throws(Failure) {
    try finishSaved(flaws)
    if flaws.contains(where: \.isLoss) { throw .silent(ExitCode.data.rawValue) }
  }

  /// The same behind a change that was saved: damage elsewhere in the store is named, but is no failure of this command.
  mutating func finishSaved(_ flaws: [Ledger.Flaw]) throws(Failure) {
    try output.flush(isJSON: options.json)
    for flaw in flaws { output.message("duban: " + Text.visible(wording.prose(flaw))) }
  }

  /// The filter that the arguments of a command say.
  func filter(_ words: [String]) throws(Failure) -> Filter {
    do throws(FilterError) { return try FilterReader.read(words.joined(separator: " ")) } catch {
      throw .filter(error)
    }
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
    let calendar = WorkCalendar(years: ReferenceData.allHolidays)
    let reading = TimeReading(of: words, in: campaign, today: today, calendar: calendar)
    guard reading.deadline.kind != .none else { throw .unreadTime(words, notes: reading.notes) }
    do throws(Refusal) { try reading.deadline.check() } catch { throw .refused(error) }
    // Whether the event has its days is the store's to say: the task's row shows them.
    for note in reading.notes where !note.isOfEvent {
      output.message(Text.visible("duban: " + wording.note(note)))
    }
    return reading
  }
}

extension Ledger {
  /// The task with that id, or that had it before it was moved, or the only one that begins with it.
  func task(id: String) throws(Failure) -> (campaign: Campaign, task: Task) {
    let wanted = id.lowercased()
    // A number is never used again: who asks for one that a task had means that task.
    if let found = task(formerly: id) { return found }
    try requireReadable(wanted[..<(wanted.lastIndex(of: "-") ?? wanted.endIndex)])
    var found: [(Campaign, Task)] = []
    for campaign in campaigns {
      for task in campaign.tasks where task.id.lowercased().hasPrefix(wanted) {
        if task.id.lowercased() == wanted { return (campaign, task) }
        found.append((campaign, task))
      }
    }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else { throw .ambiguousID(id, candidates: found.prefix(6).map(\.1.id)) }
    throw .unknownID(id, nearest: nearest(to: id, among: campaigns.flatMap { $0.tasks.map(\.id) }))
  }

  /// The campaign with that code or the only one that begins with it.
  func campaign(matching code: String) throws(Failure) -> Campaign {
    if let exact = campaigns.first(where: { $0.code.lowercased() == code.lowercased() }) { return exact }
    try requireReadable(code.lowercased()[...])
    let found = campaigns.filter { $0.code.lowercased().hasPrefix(code.lowercased()) }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else { throw .ambiguousID(code, candidates: found.prefix(6).map(\.code)) }
    throw .unknownID(code, nearest: nearest(to: code, among: campaigns.map(\.code)))
  }

  /// A code whose file cannot be read is exact all the same: no other campaign is meant by it.
  private func requireReadable(_ code: Substring) throws(Failure) {
    let flaw = flaws.first { $0.isLoss && $0.file.lowercased() == "campaigns/\(code).json" }
    if let flaw { throw .store(.damaged(flaw)) }
  }
}

extension Session {
  /// The task that a change is asked for; where it went is said, if it has another id now.
  func worked(_ id: String, _ ledger: Ledger) throws(Failure) -> (campaign: Campaign, task: Task) {
    if sayMoved(id, ledger) == false, let mark = id.lastIndex(of: "-") {
      try requireNotArchived(String(id[..<mark]), ledger)
    }
    return try ledger.task(id: id)
  }

  /// Says where a task went that is asked for by an id that it once had. Answers whether there is one.
  @discardableResult
  func sayMoved(_ id: String, _ ledger: Ledger) -> Bool {
    guard let found = ledger.task(formerly: id) else { return false }
    let old = found.task.formerIDs.first { $0.lowercased() == id.lowercased() } ?? id
    output.message("duban: " + Text.visible(wording.movedTo(old, found.task.id)))
    return true
  }

  /// What is archived is not worked on, and no other campaign is meant by its code.
  func requireNotArchived(_ code: String, _ ledger: Ledger) throws(Failure) {
    let wanted = code.lowercased()
    guard !ledger.campaigns.contains(where: { $0.code.lowercased() == wanted }) else { return }
    let archived = try onStore { store throws(StoreError) in try store.archivedCodes() }
    if let found = archived.first(where: { $0.lowercased() == wanted }) { throw .archived(found) }
  }
}
