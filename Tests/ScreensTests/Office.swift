import CampaignStore
import Campaigns
import Foundation
import ReferenceData
import Screens
import TerminalFrames
import TestSupport
import Testing
import Wording

@testable import duban

/// An office on a day: a store on a simulated disk, the program's own desk before it, and others who write there too. A
/// session that is played begins with a copy of the disk, so that what it does stays in it.
struct Office {
  static let day = Day(iso: "2026-11-20") ?? Day.epoch
  static let path = "/srv/duban"

  /// Who types, and who else writes.
  enum Person: String {
    case clerk = "党办干事"
    case deputy = "党办副主任"
  }

  /// A store before anybody typed, made and read once for all sessions that begin with it.
  fileprivate struct Beginning: Sendable {
    var disk: SimulatedDisk
    var reading: StoreReading?
    var snapshot: Snapshot?
  }

  private static let demonstration = Result {
    try Beginning { store throws(StoreError) in try store.createDemonstration(Office.writing(.clerk)) }
  }

  /// What the screen asked for, in order.
  private(set) var effects: [Effect] = []
  /// What others do at the next looks, one each.
  var others: [Act] = []
  /// What is done in the editor, the next time and the one after it.
  var editing: [@Sendable (String) -> String] = []
  /// Files of the machine that a notice is looked for in, each with its lines; their folders are those around them.
  var notices: [String: [String]] = [
    "/home/db/冬季安全工作要点.txt": ReviewTests.notice, "/home/db/来文/空白.txt": ["", "收文登记"],
  ]
  /// Whether others put the campaigns away before the store is read again.
  var isEmptiedAtReload = false

  private var beginning: Beginning
  private var files: SimulatedFiles
  private var desk: Desk

  /// An office with the demonstration.
  init() throws { try self.init(Office.demonstration.get()) }

  /// An office whose store holds this.
  init(_ ledger: Ledger) throws {
    try self.init(
      Beginning { store throws(StoreError) in
        try store.create(
          ledger.settings, units: ledger.units, campaigns: ledger.campaigns, Office.writing(.clerk))
      })
  }

  private init(_ beginning: Beginning) throws {
    self.beginning = beginning
    files = SimulatedFiles(beginning.disk)
    desk = Desk(
      session: Office.session(Store(path: Office.path, files: files), .zh),
      look: beginning.reading.map { StoreLook($0, on: Office.day, ReferenceData.allHolidays) })
  }

  /// An office with nothing in it.
  static func empty() throws -> Office {
    try Office(Ledger(settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: []))
  }

  /// A folder where no store is yet.
  static func none() throws -> Office { try Office(Beginning { (_) throws(StoreError) in }) }

  /// The store as it is now.
  var snapshot: Snapshot {
    do { return try read() } catch {
      Issue.record(error)
      return Snapshot(nothing, nothing.judge(today: Office.day, years: []))
    }
  }
  var ledger: Ledger { snapshot.ledger }

  /// The newest command in the journal.
  var lastCommand: JournalCommand? {
    get throws {
      var found: JournalCommand?
      try store.history { entry, _ in
        found = entry.command
        return false
      }
      return found
    }
  }

  private var nothing: Ledger {
    Ledger(settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: [])
  }
  private var store: Store { Store(path: Office.path, files: files) }

  private func read() throws(Failure) -> Snapshot { try Office.session(store, .zh).read() }

  /// Another writer changes the store before anybody types.
  mutating func prepare(_ body: (Store, WriteContext) throws -> Void) throws {
    try body(store, Office.writing(.deputy))
    beginning = try Beginning(files.disk, store)
  }

  /// A notice is imported, as `duban import` does it.
  mutating func take(_ notice: [String], code: String, isRegistered: Bool = false) throws {
    let session = Office.session(store, .zh)
    let plans = session.importer(year: nil, ledger.units).read(notice).plans
    _ = try session.accept(plans, notice, code: code, stage: isRegistered ? .registered : .draft)
    beginning = try Beginning(files.disk, store)
  }

  /// A session with a copy of the disk, and the screen at its beginning.
  func opened(
    _ language: Language, _ width: DisplayWidth, isReadOnly: Bool, _ fault: SimulatedFiles.Fault? = nil
  ) throws -> (office: Office, model: Model) {
    var office = self
    office.files = SimulatedFiles(beginning.disk, fault)
    let session = Office.session(
      Store(path: Office.path, files: office.files), language, width, isReadOnly: isReadOnly)
    office.desk = Desk(
      session: session,
      look: beginning.reading.map { StoreLook($0, on: Office.day, ReferenceData.allHolidays) })
    return (office, try beginning.snapshot.map(office.desk.model) ?? office.desk.firstModel())
  }

  mutating func perform(_ effect: Effect) -> [Message] {
    effects.append(effect)
    let writing = Office.writing(.deputy)
    switch effect {
    case .open(let path): return [opened(path)]
    // No test writes into somebody's configuration.
    case .setUser(let name): return [.saved(.named(name, isInForce: true), nil)]
    case .read(let path, let isAsked): return [.read(path, reading(of: path), isAsked: isAsked)]
    case .importFile(let path): return imported(path)
    case .write(let sheet):
      // The editor leaves things as they are, unless a test says what it does.
      return [.written(sheet, editing.isEmpty ? sheet.text : editing.removeFirst()(sheet.text))]
    // What the rules refuse is not done.
    case .look where !others.isEmpty: _ = try? store.update("h26", others.removeFirst(), writing)
    case .reload where isEmptiedAtReload:
      for campaign in ledger.campaigns { try? store.move(campaign.code, toArchive: true, writing) }
    default: break
    }
    return desk.perform(effect)
  }

  private func opened(_ path: String) -> Message {
    let path = path.isEmpty ? "/home/db" : path
    if notices[path] != nil { return .read(path, reading(of: path), isAsked: true) }
    let inside = notices.keys.filter { $0.hasPrefix(path + "/") }
    guard path == "/" || !inside.isEmpty else { return .failed("\(path) 不存在。") }
    let names = Set(
      inside.compactMap { $0.dropFirst(path.count + 1).split(separator: "/").first.map(String.init) })
    return .listed(
      Folder(
        path: path,
        entries: names.map { name in
          Folder.Entry(
            name: name, isFolder: notices["\(path)/\(name)"] == nil, changed: 1_795_000_000_000_000_000,
            size: 1_000)
        }))
  }

  private func reading(of path: String) -> FileReading {
    let session = Office.session(store, .zh)
    return FileReading(session.importer(year: nil, ledger.units).read(notices[path] ?? []))
  }

  private mutating func imported(_ path: String) -> [Message] {
    guard let lines = notices[path] else { return [.failed("\(path) 不存在。")] }
    let plans = Office.session(store, .zh).importer(year: nil, ledger.units).read(lines).plans
    do throws(Failure) { return try desk.keep(plans, lines) } catch { return [.failed("\(error)")] }
  }

  /// Runs a command in a copy of the office; answers how often it read each file of the store.
  func reads(of words: [String]) throws -> [String: Int] {
    let files = SimulatedFiles(beginning.disk)
    let command = try #require(Root.parseAsRoot(words) as? any Command, "\(words)")
    _ = try command.run(Office.session(Store(path: Office.path, files: files), .zh))
    return Office.reads(files.steps)
  }

  /// How often each file of the store was read since a number of steps.
  static func reads(_ steps: some Sequence<(what: String, kind: SimulatedFiles.Step)>) -> [String: Int] {
    var counts: [String: Int] = [:]
    for step in steps where step.what.hasPrefix("read \(path)/") {
      counts[String(step.what.dropFirst("read \(path)/".count)), default: 0] += 1
    }
    return counts
  }
  var steps: [(what: String, kind: SimulatedFiles.Step)] { files.steps }

  // MARK: Values for the machine's

  /// Noon of the day.
  private static let noon = Moment(iso: "\(day.iso)T12:00:00+08:00") ?? Moment(seconds: 0)

  private static func writing(_ person: Person) -> WriteContext {
    WriteContext(
      today: day, stamp: Stamp(at: noon, by: person.rawValue), login: "db", holder: person.rawValue,
      holidays: ReferenceData.allHolidays)
  }

  private static func session(
    _ store: Store, _ language: Language, _ width: DisplayWidth = DisplayWidth(), isReadOnly: Bool = false
  ) -> Session {
    var (options, config) = (Settings(), Session.Config())
    options.readOnly = isReadOnly
    config.ambiguousIsWide = width.ambiguousIsWide
    return Session(
      options: options, wording: Wording(language), today: day, store: store, config: config, columns: 80,
      isColoured: false, format: .text, output: Output(charset: "UTF-8"), clock: { noon },
      who: { (Person.clerk.rawValue, "db") })
  }
}

extension Office.Beginning {
  /// The disk on which `body` makes a store, where it makes one.
  init(_ body: (Store) throws(StoreError) -> Void) throws {
    var disk = SimulatedDisk()
    _ = disk.setNames(in: "/", ["srv": disk.makeFolder()])
    let files = SimulatedFiles(disk)
    let store = Store(path: Office.path, files: files)
    try body(store)
    try self.init(files.disk, files.disk.names(in: Office.path) == nil ? nil : store)
  }

  /// The disk, and what the store on it holds, if there is one.
  init(_ disk: SimulatedDisk, _ store: Store?) throws {
    self.disk = disk
    reading = try store?.read()
    snapshot = reading.flatMap { reading in store.map { Office.session($0, .zh).judged(reading.ledger) } }
  }
}

/// A session at the scripted terminal.
struct Played {
  var office: Office
  var model: Model
  var frames: [Frame]
  var ending: Ending

  /// The last screen as text.
  var lines: [String] { frames.last?.lines ?? [] }
  var text: String { lines.joined(separator: "\n") }
  var cursor: Frame.Cursor { frames.last?.cursor ?? Frame.Cursor(row: 0, column: 0, isVisible: false) }
  /// The line with the mark.
  var selected: String { lines.first { $0.hasPrefix(">") } ?? "" }
}

/// Plays a script; see `[Event].init(script:)`. The terminal is hung up at its end unless somebody left before.
func play(
  _ script: String, _ office: Office? = nil, size: Size = Size(columns: 80, rows: 24),
  language: Language = .zh, width: DisplayWidth = DisplayWidth(), isReadOnly: Bool = false,
  drafts: [Form] = []
) throws -> Played {
  var (office, model) = try (office ?? Office()).opened(language, width, isReadOnly: isReadOnly)
  model.resume(drafts)
  var terminal = ScriptedTerminal(size: size, events: try #require([Event](script: script), "\(script)"))
  let ending = model.run(on: &terminal) { office.perform($0) }
  return Played(office: office, model: model, frames: terminal.frames, ending: ending)
}

/// Compares with a file in Golden/. A missing one fails; UPDATE_GOLDEN=1 writes it.
func expectGolden(
  _ text: String, _ path: String, _ location: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: path)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: url)
    return
  }
  let golden = try? String(contentsOf: url, encoding: .utf8)
  #expect(golden == text, "\(path) differs or is missing", sourceLocation: location)
}
