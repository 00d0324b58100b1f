import CampaignStore
import Campaigns
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// What others do while a command is at work: another program, git, a hand.
struct MeddlingTests {
  private func journal(_ folder: TemporaryFolder) throws -> [Substring] {
    try folder.text(of: "store/journal/2011.jsonl").split(separator: "\n")
  }

  /// Who reads sees one state, whatever a writer does meanwhile and at whichever step.
  @Test func readersSeeOneState() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.add(Campaign(code: "h12", title: "另一方案"), writing)
    let isAway = Counter()
    @Sendable func meddle() {
      let toArchive = isAway.next().isMultiple(of: 2)
      try? store.move("h11", toArchive: toArchive, writing)
      _ = try? store.update("h12", .addTask(TaskDraft(title: toArchive ? "移走" : "移回")), writing)
    }
    for place in 0..<200 {
      let files = MeddlingFiles(at: place, meddle)
      let reading = try Store(path: store.path, files: files).read(includingArchive: true)
      let codes = reading.ledger.campaigns.map(\.code) + (reading.archived?.campaigns.map(\.code) ?? [])
      #expect(codes.sorted() == ["h11", "h12"], "call \(place)")
      // The task of h12 says whether h11 is in the archive, but for the moment between the two commands.
      if files.count <= place { return }
    }
    Issue.record("more than 200 calls")
  }

  /// The lock's file is taken away while a writer is at work, and another one comes: both changes are there, or one was
  /// refused.
  @Test(arguments: [true, false]) func aLockThatIsTakenAwayLosesNothing(isReplaced: Bool) throws {
    for place in 0..<400 {
      let folder = try TemporaryFolder()
      let store = try smallStore(folder)
      let second = Outcomes()
      let files = MeddlingFiles(at: place) {
        unlink(store.path + "/.lock")
        if isReplaced { try? folder.write("别人, pid 1\n1 1 2011.jsonl\n", to: "store/.lock") }
        let other = Store(path: store.path, patience: 0)
        second.add((try? other.update("h11", .addTask(TaskDraft(title: "乙")), others)) != nil)
      }
      let first =
        (try? Store(path: store.path, files: files, patience: 0).update(
          "h11", .addTask(TaskDraft(title: "甲")), writing)) != nil
      let titles = try store.ledger().campaigns[0].tasks.map(\.title)
      #expect(titles.contains("甲") == first, "call \(place)")
      if let second = second.all.first { #expect(titles.contains("乙") == second, "call \(place)") }
      // And a third one finds everything in order.
      _ = try store.update("h11", .addTask(TaskDraft(title: "丙")), writing)
      #expect(try store.ledger().campaigns[0].tasks.map(\.title) == titles + ["丙"], "call \(place)")
      #expect(try store.examine(writing).isEmpty, "call \(place)")
      if files.count <= place { return }
    }
    Issue.record("more than 400 calls")
  }

  /// A file that was replaced while one waited for it is not held, and the lock stands without it.
  @Test func whatIsReplacedMeanwhileIsNotHeld() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "journal")
    let path = folder.path
    let isHeld = DispatchSemaphore(value: 0)
    let other = Thread {
      guard let lock = try? PosixFileSystem().lock(path + "/one", waiting: 0, holder: "甲"),
        (try? lock.hold(path + "/journal", waiting: 0)) != nil
      else { return }
      isHeld.signal()
      usleep(50_000)
      try? folder.write("", to: "journal.new")
      _ = Glibc.rename(path + "/journal.new", path + "/journal")
      lock.unlock()
    }
    other.start()
    isHeld.wait()
    let lock = try PosixFileSystem().lock(path + "/two", waiting: 0, holder: "乙")
    // However the two meet: replaced while it was waited for, or before.
    do throws(FileFailure) { try lock.hold(path + "/journal", waiting: 10_000) } catch {
      #expect(error.kind == .changed)
      try lock.hold(path + "/journal", waiting: 10_000)
    }
    #expect(try lock.stands())
    lock.unlock()
  }

  /// Who may only read cannot keep writers out.
  @Test func aSharedLockStopsNobody() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let reader = open(store.path + "/.lock", O_RDONLY)
    defer { close(reader) }
    #expect(flock(reader, LOCK_SH) == 0)
    _ = try Store(path: store.path, patience: 0).update("h11", .note(id: "h11-1", text: "x"), writing)
  }

  /// Whatever cannot be listed or read does not count as empty: the command ends, and nothing is different.
  @Test func whatCannotBeListedIsNotEmpty() throws {
    let scenario = FaultScenario(testDescription: "", prepare: { _ in }, run: { _ in })
    let disk = try scenario.disk()
    let commands: [(String, (Store) throws -> Void)] = [
      ("unit add", { try addUnit("新科室")($0) }),
      ("add campaign", { _ = try $0.add(Campaign(code: "h19", title: "新方案"), writing) }),
      ("backup", { _ = try $0.backUp(writing) }),
      ("undo", { _ = try $0.perform(.undo, expecting: nil, writing) }),
      ("read", { _ = try $0.read(includingArchive: true) }),
      ("doctor", { _ = try $0.examine(writing) }),
    ]
    for (what, command) in commands {
      let whole = SimulatedFiles(disk)
      try command(Store(path: storePath, files: whole))
      for (step, done) in whole.steps.enumerated() where done.what.hasPrefix("names") {
        // Clearing up what a dead writer left can wait.
        let files = SimulatedFiles(disk, .init(step: step, kind: .once(.other)))
        do { try command(Store(path: storePath, files: files)) } catch is StoreError {
          #expect(try StoreContent(files.disk) == StoreContent(disk), "\(what), step \(step)")
          continue
        }
        #expect(try StoreContent(files.disk) == StoreContent(whole.disk), "\(what), step \(step)")
      }
    }
  }
}

/// A store that lost its `store.json`, and one that was never finished.
struct RemnantTests {
  @Test func aStoreWithoutSettingsIsNotMadeAnew() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    try addUnit("党办")(store)
    let backup = try store.backUp(writing)
    try FileManager.default.removeItem(atPath: store.path + "/store.json")
    let units = try folder.text(of: "store/units.json")
    #expect(throws: StoreError.storeRemains(store.path, file: "units.json")) {
      try store.create(StoreSettings(organisation: nil), writing)
    }
    #expect(throws: StoreError.storeRemains(store.path, file: "units.json")) { try store.ledger() }
    #expect(try folder.text(of: "store/units.json") == units)
    // It is brought back from a backup, which is in the folder itself.
    _ = try store.backUp(writing)
    let problem = try #require(try store.examine(writing).first)
    guard case .missing("store.json", .backup) = problem else { Issue.record("\(problem)"); return }
    _ = try store.restore(from: backup.path, writing)
    #expect(try store.ledger().settings.organisation == "党办" && store.examine(writing).isEmpty)
  }

  /// A folder with nothing but backups becomes the whole of one of them, its journal too; no backup goes, also where making
  /// the store died and is done again.
  @Test func whatHasOnlyBackupsIsMadeOfOne() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let backup = try store.backUp(writing)
    let new = Store(path: folder.path + "/new")
    let files = FileManager.default
    try files.createDirectory(atPath: new.path + "/backups", withIntermediateDirectories: true)
    try files.copyItem(atPath: backup.path, toPath: new.path + "/backups/b.tar.gz")
    #expect(throws: StoreError.storeRemains(new.path, file: "backups/b.tar.gz")) {
      try new.create(StoreSettings(organisation: nil), writing)
    }
    for _ in 0..<2 {
      _ = try new.restore(from: new.path + "/backups/b.tar.gz", writing)
      #expect(try new.ledger().campaigns.map(\.code) == ["h11"])
      #expect(try folder.text(of: "new/journal/2011.jsonl") == folder.text(of: "store/journal/2011.jsonl"))
      #expect(files.fileExists(atPath: new.path + "/backups/b.tar.gz"))
      // As if it had died just before the end.
      try files.removeItem(atPath: new.path + "/store.json")
      try folder.write("", to: "new/.duban-new-store")
    }
  }

  @Test func settingsThatNobodyKeptAreThoseOfANewStore() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    try FileManager.default.removeItem(atPath: store.path + "/store.json")
    let problem = try #require(try store.examine(writing).first)
    #expect(problem == .missing(file: "store.json", .defaults))
    try store.repair(problem, writing)
    #expect(try store.ledger().campaigns.count == 1 && store.examine(writing).isEmpty)
  }

  /// Making a store, or restoring one into an empty folder, dies at any step: doing it again makes the whole of it.
  @Test func makingAStoreIsRepeated() throws {
    let scenario = FaultScenario(testDescription: "", prepare: { _ in }, run: { _ in })
    let disk = try scenario.disk()
    let files = SimulatedFiles(disk)
    let backup = try Store(path: storePath, files: files).backUp(writing)
    let new = storePath + "-new"
    let commands: [(Store) throws -> Void] = [
      {
        try $0.create(
          StoreSettings(organisation: "党办"), campaigns: [Campaign(code: "h11", title: "甲")], writing)
      },
      { _ = try $0.restore(from: backup.path, writing) },
    ]
    for command in commands {
      let whole = SimulatedFiles(files.disk)
      try command(Store(path: new, files: whole))
      let wanted = whole.disk.contents(below: new)
      for step in whole.steps.indices {
        let dying = SimulatedFiles(files.disk, .init(step: step, kind: .death))
        try? command(Store(path: new, files: dying))
        let again = SimulatedFiles(dying.disk)
        do { try command(Store(path: new, files: again)) } catch StoreError.storeExists {}
        let found = again.disk.contents(below: new).filter { !$0.key.hasSuffix("/.lock") }
        for (path, bytes) in wanted where !path.hasSuffix("/.lock") {
          #expect(found[path] == bytes, "step \(step) \(whole.steps[step].what): \(path)")
        }
      }
    }
  }
}

private final class Counter: Sendable {
  private let value = Atomic(0)
  func next() -> Int { value.add(1, ordering: .relaxed).oldValue }
}

private final class Outcomes: Sendable {
  private let outcomes = Mutex<[Bool]>([])
  var all: [Bool] { outcomes.withLock { $0 } }
  func add(_ outcome: Bool) { outcomes.withLock { $0.append(outcome) } }
}
