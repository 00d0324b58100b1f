import CampaignStore
import Campaigns
import Foundation
import TestSupport
import Testing

/// Instructions of those who may leave no more wait in a folder, and are taken in by the next writer: once, and not of strangers.
struct InstructorTests {
  /// A store in which whoever runs the tests may leave instructions.
  private func store(_ folder: TemporaryFolder, instructors: [String] = [Account.own.name]) throws -> Store {
    let store = try smallStore(folder)
    _ = try store.updateSettings(.instructors(instructors), writing)
    return store
  }

  private func waiting(_ store: Store) throws -> WaitingInstructions {
    try store.waitingInstructions(store.ledger().settings)
  }

  private func instructions(_ store: Store) throws -> [LogEntry] {
    try store.ledger().campaigns.flatMap(\.tasks).flatMap(\.log).filter { $0.kind.name == .instruction }
  }

  private func write(_ store: Store) throws {
    _ = try store.update("h11", .note(id: "h11-1", text: "备注"), writing)
  }

  @Test func theNextWriterTakesItIn() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let before = try folder.text(of: "store/campaigns/h11.json")
    let left = try store.leave("抓紧", for: "h11-1", others)
    #expect(left.by == "办公室主任" && left.at == others.stamp.at)
    #expect(try folder.text(of: "store/campaigns/h11.json") == before)
    #expect(try waiting(store).waiting.map(\.file) == [left.file] && waiting(store).flaws.isEmpty)
    #expect(try store.examine(writing).isEmpty)

    var later = writing
    later.stamp.at = Moment(seconds: others.stamp.at.seconds + 7_200)
    _ = try store.update("h11", .note(id: "h11-1", text: "备注"), later)
    #expect(try waiting(store) == WaitingInstructions())
    let entry = try #require(try instructions(store).first)
    #expect(entry.text == "抓紧" && entry.by == "办公室主任" && entry.at == left.at)
    var records: [HistoryEntry] = []
    _ = try store.history { record, _ in
      records.append(record)
      return true
    }
    #expect(records.prefix(2).map(\.command) == [.note, .instruct])
    #expect(records[1].stamp == Stamp(at: later.stamp.at, by: "办公室主任"))
    #expect(records[1].login == Account.own.described)
    // Whoever writes next finds nothing to do.
    try write(store)
    #expect(try instructions(store).count == 1)
    // It is his own to take back, not the writer's.
    #expect(try store.next(.undo, by: writing.stamp.by)?.command == .note)
    #expect(try store.next(.undo, by: "办公室主任")?.command == .instruct)
  }

  /// What somebody who died left of what he had taken in already is not taken in again.
  @Test func noneIsTakenInTwice() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let left = try store.leave("抓紧", for: "h11-1", others)
    let file = try folder.text(of: "store/instructions/\(left.file)")
    try write(store)
    try folder.write(file, to: "store/instructions/\(left.file)")
    try write(store)
    #expect(try instructions(store).count == 1 && waiting(store) == WaitingInstructions())
  }

  /// Dying at any step of the write that takes it in: afterwards it is there once, whoever writes next.
  @Test func noFaultLosesIt() throws {
    let files = SimulatedFiles(try FaultScenario(testDescription: "", run: { _ in }).disk())
    let store = Store(path: storePath, files: files)
    _ = try store.updateSettings(.instructors([Account.own.name]), writing)
    _ = try store.leave("抓紧", for: "h11-1", others)
    let disk = files.disk
    let whole = SimulatedFiles(disk)
    try write(Store(path: storePath, files: whole))
    #expect(whole.steps.count > 20)
    for step in whole.steps.indices {
      for kind in [SimulatedFiles.Fault.Kind.death, .once(.other), .fromThenOn(.full)] {
        let broken = SimulatedFiles(disk, .init(step: step, kind: kind))
        try? write(Store(path: storePath, files: broken))
        let luck = [SimulatedDisk.Luck.nothingMore, .everything, .everythingButRemovals]
        for after in [broken.disk] + luck.map(broken.disk.afterPowerCut) {
          let next = Store(path: storePath, files: SimulatedFiles(after))
          try write(next)
          let found = try instructions(next)
          #expect(found.map(\.text) == ["抓紧"], "\(kind) at \(whole.steps[step].what)")
          #expect(try waiting(next) == WaitingInstructions())
        }
      }
    }
  }

  @Test func whatIsNoInstructionStaysAndIsTold() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let left = try store.leave("抓紧", for: "h11-1", others)
    let text = try folder.text(of: "store/instructions/\(left.file)")
    let place = "\(folder.path)/store/instructions"
    try FileManager.default.removeItem(atPath: "\(place)/\(left.file)")
    try folder.write("{", to: "store/instructions/half.json")
    try folder.write(
      text.replacing("\"format\" : 1", with: "\"format\" : 2"), to: "store/instructions/newer.json")
    try folder.write(text, to: "store/instructions/open.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: "\(place)/open.json")
    try folder.write(text, to: "elsewhere.json")
    try FileManager.default.createSymbolicLink(
      atPath: "\(place)/link.json", withDestinationPath: "\(folder.path)/elsewhere.json")
    try FileManager.default.linkItem(atPath: "\(folder.path)/elsewhere.json", toPath: "\(place)/second.json")
    try FileManager.default.createDirectory(atPath: "\(place)/folder.json", withIntermediateDirectories: true)
    // What somebody is writing now is nobody's business.
    try folder.write("{", to: "store/instructions/.part-x.json")
    let flaws = try waiting(store).flaws
    #expect(
      flaws.map(\.file) == [
        "folder.json", "half.json", "link.json", "newer.json", "open.json", "second.json",
      ])
    #expect(flaws.filter { $0.flaw == .writableByOthers }.map(\.file) == ["open.json"])
    try write(store)
    #expect(try instructions(store).isEmpty && waiting(store).flaws.count == 6)
    #expect(try store.examine(writing).count { if case .strayInstruction = $0 { true } else { false } } == 6)
  }

  /// A folder that is not there, or shut, is named, with what to do.
  @Test func aFolderThatIsNotThereIsTold() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let place = "\(folder.path)/store/instructions"
    try FileManager.default.removeItem(atPath: place)
    #expect(throws: StoreError.instructionsShut(place)) { try store.leave("抓紧", for: "h11-1", others) }
  }

  /// Who may only instruct neither repairs nor backs up.
  @Test func nothingElseIsWritten() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    var instructor = writing
    instructor.account = Account.own
    let refused = StoreError.onlyInstructs(login: Account.own.name)
    #expect(throws: refused) { try store.update("h11", .note(id: "h11-1", text: "x"), instructor) }
    #expect(throws: refused) { try store.backUp(instructor) { _, _ in } }
    #expect(throws: refused) { _ = try store.repair(.danglingLock, instructor) }
  }

  /// The longest text that a command takes is taken in too.
  @Test func aLongOneIsTakenIn() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.leave(String(repeating: "“\u{1}”", count: 200_000), for: "h11-1", others)
    #expect(try waiting(store).flaws.isEmpty && waiting(store).waiting.count == 1)
  }

  @Test func aStrangersIsNotTakenIn() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, instructors: ["somebody-else"])
    _ = try store.leave("抓紧", for: "h11-1", others)
    #expect(try waiting(store).flaws.map(\.flaw) == [.stranger(login: Account.own.name)])
    try write(store)
    #expect(try instructions(store).isEmpty && waiting(store).flaws.count == 1)
    // A group that the login is in is as good as its name.
    let group = try #require(Account.own.groups.first)
    _ = try store.updateSettings(.instructors([group]), writing)
    try write(store)
    #expect(try instructions(store).count == 1)
  }

  /// What its plan does not take keeps nobody from writing, and is taken in once it does.
  @Test func whatItsPlanDoesNotTakeWaits() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let left = try store.leave("抓紧", for: "h11-9", others)
    try write(store)
    let kept = try waiting(store).waiting
    #expect(kept.map(\.file) == [left.file])
    #expect(try store.examine(writing) == kept.map { .strandedInstruction($0) })
    var ledger = Snapshot(try store.ledger(), try store.ledger().judge(today: today, years: []))
    #expect(ledger.show([left]) == [left] && ledger.openInstructionCount == 0)
    // A rehearsal takes nothing in.
    let one = try store.leave("再催", for: "h11-1", others)
    let rehearsal = WriteContext(
      today: today, stamp: writing.stamp, login: "clerk", holder: "", holidays: [], rehearses: {})
    _ = try store.update("h11", .note(id: "h11-1", text: "备注"), rehearsal)
    #expect(try waiting(store).waiting.map(\.file).contains(one.file))
    ledger = Snapshot(try store.ledger(), try store.ledger().judge(today: today, years: []))
    #expect(ledger.show([left, one]) == [left] && ledger.openInstructionCount == 1)
    #expect(ledger.openInstructions().map(\.isWaiting) == [true])
  }
}
