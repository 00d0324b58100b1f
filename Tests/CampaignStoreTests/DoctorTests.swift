@testable import CampaignStore
import Campaigns
import Foundation
import Glibc
import Testing

struct DoctorTests {
  @Test func aSoundStoreHasNoProblems() throws {
    let folder = try TemporaryFolder()
    #expect(try smallStore(folder).examine(writing).isEmpty)
    #expect(throws: StoreError.noStore(folder.path + "/none")) {
      try Store(path: folder.path + "/none").examine()
    }
  }

  @Test func whatTheJournalProvesIsBroughtBack() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "过半", percent: 50)), writing)
    let before = try store.ledger().campaigns[0]
    try folder.write("{\"half", to: "store/campaigns/h11.json")
    let problems = try store.examine(writing)
    guard case .damaged(let flaw, .journal)? = problems.first, problems.count == 1 else {
      Issue.record("\(problems)")
      return
    }
    #expect(flaw.file == "campaigns/h11.json" && flaw.line == 1)
    try store.repair(problems[0], others)
    let after = try store.ledger().campaigns[0]
    #expect(after.tasks[0].percent == 50 && after.tasks[0].log == before.tasks[0].log && after.revision == 4)
    #expect(try folder.text(of: "store/backups/h11-2011-05-01.damaged.json") == "{\"half")
    #expect(try store.examine(writing).isEmpty)

    try FileManager.default.removeItem(atPath: store.path + "/campaigns/h11.json")
    #expect(try store.examine(writing) == [.missing(file: "campaigns/h11.json", .journal)])
    try store.repair(.missing(file: "campaigns/h11.json", .journal), others)
    #expect(try store.ledger().campaigns[0].tasks[0].percent == 50)
  }

  /// An archived campaign is not brought back as a double, whatever a backup has; of two backups the later counts.
  @Test func whatTheJournalTookAwayStaysAway() throws {
    let folder = try TemporaryFolder()
    let store = Store(path: folder.path + "/store")
    var campaign = Campaign(code: "h11", title: "工作要点")
    campaign.tasks = [Task(id: "h11-1", title: "任务")]
    campaign.nextTask = 2
    try store.create(StoreSettings(organisation: "党办"), campaigns: [campaign], writing)
    _ = try store.backUp(writing)
    _ = try store.updateUnits(
      .add(name: "党办", kind: .department, id: "db", aliases: [], members: [], contact: nil), writing)
    _ = try store.backUp(writing)
    try store.move("h11", toArchive: true, writing)
    try folder.write("{", to: "store/campaigns/h11.json")
    let problems = try store.examine(writing)
    #expect(problems.count == 1 && problems[0].isRepairable == false)
    try FileManager.default.removeItem(atPath: store.path + "/campaigns/h11.json")
    try FileManager.default.removeItem(atPath: store.path + "/units.json")
    let missing = try #require(try store.examine(writing).first { $0.isRepairable })
    try store.repair(missing, writing)
    #expect(try store.ledger().units.units.map(\.id) == ["db"])
  }

  /// A damaged file is there until another one is in its place, also where the doctor dies or the disk is full.
  @Test func nothingIsTakenAwayBeforeItIsReplaced() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    try folder.write("{\"half", to: "store/campaigns/h11.json")
    let lock = try folder.text(of: "store/.lock")
    let problem = try #require(try store.examine(writing).first)
    try store.repair(problem, writing)
    // As if it had died behind its record.
    try folder.write("{\"half", to: "store/campaigns/h11.json")
    try folder.write(lock, to: "store/.lock")
    #expect(try store.ledger().flaws.isEmpty && store.ledger().campaigns.count == 1)
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), others)
    #expect(try store.examine(writing).isEmpty)
    #expect(try folder.text(of: "store/backups/h11-2011-05-01.damaged.json") == "{\"half")
  }

  /// Nobody is kept waiting by a look at a sound store, and a look waits for nobody.
  @Test func aSoundStoreIsLookedAtWithoutTheLock() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let impatient = Store(path: store.path, patience: 0)
    let lock = try PosixFileSystem().lock(store.path + "/.lock", waiting: 0, holder: "另一人, pid 42")
    #expect(try impatient.examine(writing).isEmpty)
    // A backup that somebody is just writing is none.
    try folder.write("half", to: "store/backups/.duban-new-2011-05-01.tar.gz")
    #expect(try store.examine() == [])
    #expect(unlink(store.path + "/backups/.duban-new-2011-05-01.tar.gz") == 0)
    // What is found may be a writer at work: that is looked at with the lock.
    try folder.write("x", to: "store/campaigns/.duban-new-h11.json")
    #expect(throws: StoreError.locked(holder: "另一人, pid 42")) { try impatient.examine(writing) }
    lock.unlock()
    #expect(try impatient.examine(writing) == [.leftover(file: "campaigns/.duban-new-h11.json")])
  }

  @Test func whatIsMissingIsTold() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.updateUnits(
      .add(name: "党办", kind: .department, id: "db", aliases: [], members: [], contact: nil), writing)
    _ = try store.update("h11", .assign(id: "h11-1", Assignment(add: ["党办"])), writing)
    #expect(mkdir(store.path + "/journal/2099.jsonl", 0o755) == 0)
    #expect(
      try store.examine(writing) == [
        .damaged(.init(file: "journal/2099.jsonl", kind: .unreadable(.notRegular)), nil)
      ])
    #expect(rmdir(store.path + "/journal/2099.jsonl") == 0)
    try FileManager.default.removeItem(atPath: store.path + "/journal")
    try FileManager.default.removeItem(atPath: store.path + "/units.json")
    #expect(
      try store.examine(writing) == [
        .journalCutShort(found: 0, expected: 4), .missing(file: "units.json", nil),
      ])
  }

  /// What is found does not depend on how much is looked at at a time.
  @Test func aLargeStoreIsLookedAtPieceByPiece() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    for code in ["h12", "h13", "h14", "h15"] {
      _ = try store.add(Campaign(code: code, title: "工作要点", year: 2011), writing)
      _ = try store.update(code, .addTask(TaskDraft(title: "开展承诺活动")), writing)
    }
    _ = try store.updateUnits(
      .add(name: "党办", kind: .department, id: "db", aliases: [], members: [], contact: nil), writing)
    _ = try store.update("h12", .assign(id: "h12-1", Assignment(add: ["党办"])), writing)
    _ = try store.backUp(writing)
    _ = try store.update("h15", .report(id: "h15-1", Report(text: "过半", percent: 50)), writing)
    func expectAlike(_ count: Int, _ context: WriteContext?) throws {
      let all = try store.examine(context, bytes: 64 << 20) { _, _ in }
      var steps: [Int] = []
      let pieces = try store.examine(context, bytes: 1) { done, _ in steps.append(done) }
      #expect(
        all.count == count && pieces.count == count && all.allSatisfy(pieces.contains), "\(all) \(pieces)")
      #expect(steps.count > 4 && steps == steps.sorted())
    }
    try expectAlike(0, writing)
    try folder.write("{\"half", to: "store/campaigns/h11.json")
    let text = try folder.text(of: "store/campaigns/h13.json")
    try folder.write(text.replacing("承诺", with: "践诺"), to: "store/campaigns/h13.json")
    try FileManager.default.removeItem(atPath: store.path + "/campaigns/h14.json")
    try folder.write("x", to: "store/campaigns/.duban-new-h16.json")
    try expectAlike(4, writing)
    try FileManager.default.removeItem(atPath: store.path + "/units.json")
    try expectAlike(5, writing)
    try expectAlike(3, nil)
  }

  /// A journal of many records on a large plan is looked through in seconds, not in minutes.
  @Test func manyRecordsAreReadOnce() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    var plan = DraftPlan(title: "大方案", line: 1)
    plan.tasks = (1...1_000).map { DraftTask(title: "任务\($0)", text: "任务。", line: $0, rule: .tableRow) }
    _ = try store.add([plan], source: ["x"], stage: .draft, code: "h12", writing)
    _ = try store.accept("h12", writing)
    for number in 1...10 { _ = try store.update("h12", .note(id: "h12-\(number)", text: "x"), writing) }
    #expect(try store.examine(writing).isEmpty)
    _ = try store.perform(.undo, expecting: nil, writing)
    let (old, entries) = try store.ledger(before: Moment(seconds: 0))
    #expect(old.campaigns.isEmpty && entries.count == 15)
  }

  /// A file older than the journal: a backup has it, and the journal what happened since.
  @Test func aBackupAndTheJournalTogether() throws {
    let folder = try TemporaryFolder()
    let store = Store(path: folder.path + "/store")
    var campaign = Campaign(code: "h11", title: "工作要点")
    campaign.tasks = [Task(id: "h11-1", title: "任务")]
    campaign.nextTask = 2
    try store.create(StoreSettings(organisation: "党办"), campaigns: [campaign], writing)
    try folder.write("{", to: "store/campaigns/h11.json")
    #expect(try store.examine(writing).map(\.isRepairable) == [false])
    _ = try Data(StoredJSON.bytes(of: campaign)).write(to: URL(filePath: store.path + "/campaigns/h11.json"))
    let backup = try store.backUp(writing)
    _ = try store.update("h11", .note(id: "h11-1", text: "之后"), writing)
    try folder.write("{", to: "store/campaigns/h11.json")
    let problem = try #require(try store.examine(writing).first)
    guard case .damaged(_, .backup(let name)) = problem else {
      Issue.record("\(problem)")
      return
    }
    #expect(backup.path.hasSuffix(name))
    try store.repair(problem, writing)
    #expect(try store.ledger().campaigns[0].tasks[0].log.map(\.text) == ["之后"])

    try folder.write("{", to: "store/store.json")
    let settings = try #require(try store.examine(writing).first { $0.isRepairable })
    try store.repair(settings, writing)
    #expect(try store.ledger().settings.organisation == "党办")
  }

  @Test func whatIsFoundAndWhatCanBeMended() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let file = "store/campaigns/h11.json"
    let text = try folder.text(of: file)
    func problems(_ body: () throws -> Void) throws -> [StoreProblem] {
      try body()
      defer {
        try? folder.write(text, to: file)
        for name in ["units.json"] { _ = chmod(store.path + "/" + name, 0o644) }
      }
      return try store.examine(writing)
    }
    func edited(_ old: String, _ new: String) throws -> [StoreProblem] {
      try problems { try folder.write(text.replacingOccurrences(of: old, with: new), to: file) }
    }
    #expect(
      try edited("开展承诺活动", "改过的") == [.changedByHand(file: "campaigns/h11.json", revision: 2, recorded: 2)])
    #expect(
      try edited("\"revision\" : 2", "\"revision\" : 1")
        == [.behindJournal(file: "campaigns/h11.json", revision: 1, recorded: 2, .journal)])
    #expect(
      try edited("\"nextTask\" : 2", "\"nextTask\" : 1").contains(
        .inconsistent(file: "campaigns/h11.json", .numberTaken(campaign: "h11", next: 1))))
    #expect(
      try edited("\"stage\" :", "\"phase\" : \"p7\", \"stage\" :").contains(
        .inconsistent(file: "campaigns/h11.json", .unknownPhase(owner: "h11-1", phase: "p7"))))
    #expect(try edited("\"stage\"", "\"colour\" : 1, \"stage\"").first?.isRepairable == false)

    try folder.write("x", to: "store/campaigns/.duban-new-h11.json")
    #expect(try store.examine(writing) == [.leftover(file: "campaigns/.duban-new-h11.json")])
    try store.repair(.leftover(file: "campaigns/.duban-new-h11.json"), writing)
    // Nothing else goes by that way.
    try store.repair(.leftover(file: "campaigns/h11.json"), writing)
    #expect(try store.examine(writing).isEmpty)

    let journal = "store/journal/2011.jsonl"
    let lines = try folder.text(of: journal)
    try folder.write(lines + "{\"torn", to: journal)
    #expect(try store.examine(writing).contains(.tornJournal(file: "journal/2011.jsonl")))
    try store.repair(.tornJournal(file: "journal/2011.jsonl"), writing)
    #expect(try store.examine(writing).isEmpty && folder.text(of: journal) == lines)

    #expect(
      chmod(store.path + "/journal", 0o2775) == 0 && chmod(store.path + "/journal/2011.jsonl", 0o644) == 0)
    #expect(try store.examine(writing) == [.notShared(file: "journal/2011.jsonl")])
    try store.repair(.notShared(file: "journal/2011.jsonl"), writing)
    #expect(try store.examine(writing).isEmpty)

    let parts = lines.split(separator: "\n").map(String.init)
    try folder.write(parts[0] + "\n", to: journal)
    #expect(try store.examine(writing).contains(.journalCutShort(found: 1, expected: 2)))
    // The number of a record that cannot be read is not given again.
    try folder.write(parts[0] + "\nnonsense\n", to: journal)
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    #expect(try folder.text(of: journal).split(separator: "\n").last?.contains("\"id\":3") == true)
    var told = 0
    let damage = try store.history { _, _ in
      told += 1
      return true
    }
    #expect(told == 2 && damage.map(\.line) == [2])

    try folder.write(text, to: file)
    try folder.write("nonsense\n" + parts[1] + "\n", to: journal)
    try folder.write("x\n2 \(9 + parts[1].utf8.count + 1) 2011.jsonl\n", to: "store/.lock")
    #expect(
      try store.examine(writing).filter { !$0.isNote } == [
        .unreadableRecord(file: "journal/2011.jsonl", line: 1)
      ])
    try folder.write(parts[1] + "\n" + parts[1] + "\n", to: journal)
    #expect(
      try store.examine(writing).filter { !$0.isNote } == [
        .recordOutOfOrder(file: "journal/2011.jsonl", line: 1, found: 2, expected: 1),
        .recordOutOfOrder(file: "journal/2011.jsonl", line: 2, found: 2, expected: 3),
      ])

    try folder.write("x", to: "store/backups/2011-01-01T0000.tar.gz")
    #expect(
      try store.examine(writing).contains(.damagedBackup(file: "backups/2011-01-01T0000.tar.gz", .damaged)))
  }
}
