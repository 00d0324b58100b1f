import Campaigns
import Foundation
import Glibc
import ReferenceData
import TestSupport
import Testing

@testable import CampaignStore

/// The index answers what the files say, or is not used: whatever was done to them, to it, and to the clock.
struct IndexTests {
  private static let today = Day(2026, 11, 20) ?? .epoch

  /// A store on the disk, with and without an index.
  private struct Desk: ~Copyable {
    let path = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString)").path
    let indexed: Store
    let plain: Store
    var office: RandomOffice
    var dice: SeededNumbers
    var look: StoreLook?

    init(seed: UInt64, campaigns: Int = 4) throws {
      indexed = Store(
        path: path, indexing: IndexSetting(program: "one", cache: nil, mayWrite: true, smallest: 0))
      plain = Store(path: path)
      office = RandomOffice(seed: seed, today: IndexTests.today)
      dice = SeededNumbers(seed: seed &+ 1000)
      try plain.create(office.settings(), writing)
      try write("units.json", .units(office.units))
      for number in 1...campaigns { try write(office.campaign("h\(number)", tasks: 12)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ file: StoredFile) throws {
      try file.bytes.withUnsafeBytes { try Data($0).write(to: URL(filePath: "\(path)/\(name)")) }
    }

    func write(_ campaign: Campaign) throws {
      try write("campaigns/\(campaign.code).json", .campaign(campaign))
    }

    var codes: [String] { get throws { try plain.read().ledger.campaigns.map(\.code) } }
  }

  /// What nothing but a fault of the program, or somebody's hand in the index, can bring about.
  @Test func theDoctorFindsAnIndexThatIsWrong() throws {
    let desk = try Desk(seed: 3)
    func count() throws -> Int {
      try desk.indexed.survey(on: Self.today, ReferenceData.allHolidays, now: Self.now).count(matching: .all)
    }
    let right = try count()
    var context = writing
    context.today = Self.today
    // Of a random office other things are wrong too.
    func wrong() throws -> [StoreProblem] {
      try desk.indexed.examine(context).filter { if case .wrongIndex = $0 { true } else { false } }
    }
    #expect(try wrong().isEmpty)
    let (settings, units) = (try desk.plain.read().ledger.settings, desk.office.units)
    let setting = try #require(desk.indexed.indexing)
    let index = try #require(
      desk.indexed.index(setting, setting.context(settings, units, ReferenceData.allHolidays)))
    let rows = try index.rows()
    var row = try #require(rows["campaigns/h1.json"])
    row.checked += 10_000_000_000
    let other = try #require(
      index.part(.facts, of: "campaigns/h2.json", rows["campaigns/h2.json"]?.version ?? 0))
    #expect(index.change { $0.put("campaigns/h1.json", row, [(.facts, other)]) })
    index.rest()
    let problem = StoreProblem.wrongIndex(file: "campaigns/h1.json", count: 1)
    #expect(try wrong() == [problem])
    try desk.indexed.repair(problem, context)
    #expect(try count() == right && wrong().isEmpty)
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private static let filters: [Filter] = [
    .all, .urgent, .comingWeek, .open, .condition(.overdue), .part(.short), .instructed, .chase, .waiting,
    .unit("党办"),
    .unit("zhibu1"), .missing("第2支部"), .lead(Filter.none), .leading("ke1"), .supporting("ke2"), .leader("院长"),
    .tag("重点"),
    .words("满意"), .words("check"), .words("ａｂ"), .phase("组织"), .campaign("h2"), .stage(.draft), .light(.red),
    .due(.init(days: 20)), .membersDone, .reviewDue, .extended, .pending, .failing, .not(.open),
    .and(.words("台账"), .or(.urgent, .stage(.completed))), .id("h1-3"), .words("h1-3"), .words("h1-03"),
    .leader(Filter.none),
  ]

  /// Everything that is asked of a store, as text.
  private static func answers(_ snapshot: Snapshot) -> [String] {
    var said: [String] = snapshot.flaws.map { "\($0)" }
    for filter in filters {
      let rows = snapshot.rows(matching: filter)
      said.append(
        "\(filter): \(rows.map { "\($0.task.id) \($0.verdict.condition) \($0.verdict.notes) \($0.waitsFor) \($0.phase?.name ?? "")" })"
      )
      #expect(
        snapshot.count(matching: filter) == rows.count && snapshot.tally(matching: filter) == Tally(rows))
      said.append("\(snapshot.first(3, matching: filter).rows.map(\.task.id))")
      for group in RateGroup.allCases { said.append("\(snapshot.rates(by: group, matching: filter))") }
    }
    said.append("\(snapshot.loads)")
    said += snapshot.entries.map { "\($0.code) \($0.campaignTitle) \($0.summary.packed)" }
    said += snapshot.rows(matching: .all).map { "\(snapshot.row(id: $0.task.id)?.task == $0.task)" }
    said.append(
      "\(snapshot.task(formerly: "h1old-2")?.task.id ?? "") \(snapshot.dueChases().map(\.row.task.id))")
    return said
  }

  private func check(_ desk: inout Desk, on day: Day, _ what: String) throws {
    let plain = try desk.plain.survey(on: day, ReferenceData.allHolidays, now: IndexTests.now)
    let indexed = try desk.indexed.survey(on: day, ReferenceData.allHolidays, now: IndexTests.now)
    // Who looks again takes over what changed, of a command without a look at every file.
    let known = desk.look
    if let known {
      let isSeen = try desk.indexed.hasChanged(since: known, everyFile: true) || known.snapshot.today != day
      let now = try desk.plain.look(on: day, ReferenceData.allHolidays, now: IndexTests.now)
      #expect(isSeen || IndexTests.answers(known.snapshot) == IndexTests.answers(now.snapshot), "\(what)")
    }
    let look = try desk.indexed.look(
      after: known, everyFile: what != "a note", on: day, ReferenceData.allHolidays, now: IndexTests.now)
    desk.look = look
    let wanted = IndexTests.answers(plain)
    for (name, other) in [("survey", indexed), ("look", look.snapshot)] {
      let (rows, others) = (plain.rows(matching: .all), other.rows(matching: .all))
      #expect(
        rows.map(\.task) == others.map(\.task) && rows.map(\.verdict) == others.map(\.verdict),
        "\(name): \(what)")
      let found = IndexTests.answers(other)
      #expect(!other.soundness.isLost && wanted.count == found.count, "\(name): \(what)")
      for (one, other) in zip(wanted, found) where one != other {
        let same = one.commonPrefix(with: other).count
        func part(_ text: String) -> String { String(text.dropFirst(max(0, same - 80)).prefix(300)) }
        Issue.record(
          "\(name): \(what), on \(day): \(one.prefix(60)): … \(part(one)) … but … \(part(other))")
        return
      }
    }
  }

  @Test(arguments: 1...(ProcessInfo.processInfo.environment["INDEX_SEEDS"].flatMap(UInt64.init) ?? 4))
  func whateverHappensTheAnswersAreThoseOfTheFiles(seed: UInt64) throws {
    var desk = try Desk(seed: seed)
    try check(&desk, on: IndexTests.today, "at first")
    var day = IndexTests.today
    for round in 0..<30 {
      let what = try meddle(&desk, &day, round)
      try check(&desk, on: day, what)
    }
  }

  /// Something happens to the store, its index or the day; says what.
  private func meddle(_ desk: inout Desk, _ day: inout Day, _ round: Int) throws -> String {
    let codes = try desk.codes
    let code = codes.randomElement(using: &desk.dice) ?? "h1"
    let file = "\(desk.path)/campaigns/\(code).json"
    switch Int.random(in: 0..<19, using: &desk.dice) {
    case 0...2:
      // By the program.
      let tasks = try desk.plain.read().ledger.campaign(code: code)?.tasks ?? []
      guard let task = tasks.randomElement(using: &desk.dice) else { return "nothing" }
      _ = try? desk.indexed.update(code, .note(id: task.id, text: "已联系\(round)"), writing)
      return "a note"
    case 3:
      // By hand, in place, of the same size, with the old time put back.
      guard var text = try? String(contentsOfFile: file, encoding: .utf8) else { return "nothing" }
      text = text.replacingOccurrences(of: "\"registered\"", with: "\"inProgress\"").replacingOccurrences(
        of: "满意度", with: "台账表")
      var status = stat()
      stat(file, &status)
      let handle = try FileHandle(forWritingTo: URL(filePath: file))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
      var times = [status.st_atim, status.st_mtim]
      utimensat(AT_FDCWD, file, &times, 0)
      return "an edit by hand"
    case 4: try desk.write(desk.office.campaign(code, tasks: 12)); return "another text"
    case 5: try desk.write(desk.office.campaign("h\(round + 10)", tasks: 5)); return "a new campaign"
    case 6:
      guard codes.count > 1 else { return "nothing" }
      try FileManager.default.removeItem(atPath: file)
      return "a campaign less"
    case 7: day = day + Int.random(in: 1...9, using: &desk.dice); return "days later"
    case 8: day = day - Int.random(in: 1...20, using: &desk.dice); return "days before"
    case 9:
      try FileManager.default.removeItem(atPath: "\(desk.path)/.index")
      return "no index"
    case 10:
      // Bytes of the index are other ones.
      let path = "\(desk.path)/.index/index.sqlite"
      guard var bytes = try? Data(contentsOf: URL(filePath: path)), !bytes.isEmpty else { return "nothing" }
      for _ in 0..<40 {
        bytes[Int.random(in: 0..<bytes.count, using: &desk.dice)] = UInt8.random(
          in: 0...255, using: &desk.dice)
      }
      try bytes.write(to: URL(filePath: path))
      return "a broken index"
    case 11:
      try desk.write("units.json", .units(RandomOffice(seed: UInt64(round), today: day).units));
      return "other units"
    case 12: try desk.write("store.json", .settings(desk.office.settings())); return "other settings"
    case 14:
      // A name that no campaign can have, with what could be one.
      var campaign = desk.office.campaign("h \(round)", tasks: 2)
      campaign.code = "h \(round)"
      try desk.write(campaign)
      return "a name that none can have"
    case 15:
      // A key that is not known, or a format of before.
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return "nothing" }
      let isKey = Bool.random(using: &desk.dice)
      let other =
        isKey
        ? "{\n  \"mine\" : 1," + text.dropFirst()
        : text.replacingOccurrences(of: "\"format\" : 1,", with: "\"format\" : 0,")
      try Data(other.utf8).write(to: URL(filePath: file))
      return isKey ? "a key that is not known" : "a format of before"
    case 16:
      try FileManager.default.createDirectory(
        atPath: "\(desk.path)/campaigns/f\(round).json", withIntermediateDirectories: true)
      return "a folder in place of a file"
    case 17:
      // In the store, by a link.
      guard FileManager.default.fileExists(atPath: file) else { return "nothing" }
      let place = "\(desk.path)/sources/\(code)-\(round).json"
      try FileManager.default.moveItem(atPath: file, toPath: place)
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: place)
      return "a link"
    default:
      try Data("{ \"no\" : ".utf8).write(to: URL(filePath: "\(desk.path)/campaigns/h\(round + 50).json"))
      return "a damaged file"
    }
  }

  /// Somebody with other units makes the index anew while one is at work: what that one writes then counts for nobody.
  @Test func whatOthersReckonedDoesNotCount() throws {
    let desk = try Desk(seed: 3)
    _ = try desk.indexed.survey(on: IndexTests.today, ReferenceData.allHolidays, now: IndexTests.now)
    let path = "\(desk.path)/.index/index.sqlite"
    let mine = try IndexFile(path, context: [1], mayWrite: true)
    mine.rest()
    let others = try IndexFile(path, context: [2], mayWrite: true)
    others.rest()
    let row = IndexFile.Row(
      stamp: FileStamp(number: 1, size: 2, changed: 3, touched: 4), checked: 5, content: 6, day: 7,
      summary: [8])
    #expect(mine.change { $0.put("campaigns/h1.json", row, [(.facts, [9])]) })
    #expect(try others.rows().isEmpty && others.part(.facts, of: "campaigns/h1.json", row.version) == nil)
    #expect(try mine.rows().count == 1 && mine.part(.facts, of: "campaigns/h1.json", row.version) == [9])
  }

  /// What is no database is thrown away, and the next look has an index again.
  @Test func aBrokenIndexIsMadeAnew() throws {
    let desk = try Desk(seed: 4)
    let path = "\(desk.path)/.index/index.sqlite"
    func survey() throws -> Int {
      _ = try desk.indexed.survey(on: IndexTests.today, ReferenceData.allHolidays, now: IndexTests.now)
      let (settings, units) = (try desk.plain.settings().value, try desk.plain.readUnits().value)
      let setting = try #require(desk.indexed.indexing)
      let index = try IndexFile(
        path, context: setting.context(settings, units, ReferenceData.allHolidays), mayWrite: false)
      return try index.rows().count
    }
    #expect(try survey() == 4)
    var bytes = try Data(contentsOf: URL(filePath: path))
    for place in stride(from: 0, to: bytes.count, by: 64) { bytes[place] = 0xAA }
    try bytes.write(to: URL(filePath: path))
    #expect(try survey() == 4)
    try Data("no database at all, but long enough to be looked at".utf8).write(to: URL(filePath: path))
    #expect(try survey() == 4)
  }
}
