import CampaignStore
import Campaigns
import Foundation
import TestSupport
import Testing

struct JournalTests {
  @Test func eachCommandIsOneRecord() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.update("h11", .report(id: "h11-1", Report(text: "已开会", percent: 30)), others)
    var entries: [HistoryEntry] = []
    try store.history { entry, _ in
      entries.append(entry)
      return true
    }
    #expect(entries.map(\.id) == [3, 2, 1])
    #expect(entries.map(\.command) == [.report, .addTask, .addCampaign])
    #expect(entries[0].stamp == others.stamp && entries[0].login == "head" && entries[0].text == "已开会")
    #expect(entries[0].tasks == ["h11-1"] && entries[0].campaigns == ["h11"])
    #expect(entries[1].titles == ["h11-1": "开展承诺活动"] && entries[2].titles == ["h11": "工作要点"])
    let lines = try folder.text(of: "store/journal/2011.jsonl").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[2].contains(#""after":3,"before":2"#) && !lines[2].contains("开展承诺活动"))
  }

  /// The journal is read from its end, piece by piece, wherever the pieces part its lines.
  @Test func aLongJournalIsReadFromItsEnd() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let line = try #require(try folder.text(of: "store/journal/2011.jsonl").split(separator: "\n").last)
    var numbers = SeededNumbers(seed: 3)
    let lines = (1...3_000).map { id in
      let length = id == 1_500 ? 900_000 : Int.random(in: 0...800, using: &numbers)
      return id == 700
        ? "damaged"
        : line.replacing("\"id\":2,", with: "\"id\":\(id),")
          .replacing("开展承诺活动", with: String(repeating: "长", count: length))
    }
    try folder.write(lines.joined(separator: "\n") + "\n{\"torn", to: "store/journal/2011.jsonl")
    var ids: [Int] = []
    let flaws = try store.history { entry, _ in
      ids.append(entry.id)
      return true
    }
    #expect(ids == (1...3_000).reversed().filter { $0 != 700 })
    #expect(flaws.map(\.line) == [700])
    // Who has seen enough reads no more.
    let files = MeddlingFiles(at: .max) {}
    try Store(path: store.path, files: files).history { _, _ in false }
    #expect(files.count < 10)
  }

  @Test func onWhoseWordIsRecorded() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.update("h11", .instruct(id: "h11-1", text: "抓紧", from: "党委书记"), writing)
    var first: HistoryEntry?
    try store.history { entry, _ in
      first = entry
      return false
    }
    #expect(first?.onBehalf == "党委书记" && first?.stamp.by == "党办干事")
  }

  /// A writer that died behind its record: who reads sees the change, the next writer finishes it.
  @Test func aRecordWithoutItsFileCounts() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let before = try folder.text(of: "store/campaigns/h11.json")
    let lock = try folder.text(of: "store/.lock")
    _ = try store.update("h11", .complete(id: "h11-1", CompletionReport()), writing)
    let after = try folder.text(of: "store/campaigns/h11.json")

    try folder.write(before, to: "store/campaigns/h11.json")
    try folder.write(lock, to: "store/.lock")
    try folder.write("half", to: "store/campaigns/.duban-new-h11.json")
    #expect(try store.ledger().campaign(code: "h11")?.tasks[0].stage == .completed)
    #expect(try folder.text(of: "store/campaigns/h11.json") == before)

    _ = try store.add(Campaign(code: "h12", title: "另一方案"), others)
    #expect(try folder.text(of: "store/campaigns/h11.json") == after)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: store.path + "/campaigns").sorted() == [
        "h11.json", "h12.json",
      ])
  }

  /// Every kind of file that a record can leave behind unfinished: new, gone, changed, several at once.
  @Test func whatIsUnfinishedIsFinished() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    func state() throws -> [String: String] {
      var found: [String: String] = [:]
      for name in ["campaigns/h11.json", "campaigns/h12.json", "archive/h11.json", "units.json"] {
        found[name] = try? folder.text(of: "store/" + name)
      }
      return found
    }
    func reset(to old: [String: String], lock: String) throws {
      for name in ["campaigns/h11.json", "campaigns/h12.json", "archive/h11.json", "units.json"] {
        if let text = old[name] {
          try folder.write(text, to: "store/" + name)
        } else {
          try? FileManager.default.removeItem(atPath: store.path + "/" + name)
        }
      }
      try folder.write(lock, to: "store/.lock")
    }
    let commands: [(Store) throws -> Void] = [
      { _ = try $0.add(Campaign(code: "h12", title: "新方案"), writing) },
      { try $0.move("h11", toArchive: true, writing) },
      { try $0.move("h11", toArchive: false, writing) },
      {
        _ = try $0.updateUnits(
          .add(name: "党办", kind: .department, id: nil, aliases: [], members: [], contact: nil), writing)
      },
      { _ = try $0.perform(.undo, expecting: nil, writing) },
    ]
    for command in commands {
      let (before, lock) = (try state(), try folder.text(of: "store/.lock"))
      try command(store)
      let after = try state()
      try reset(to: before, lock: lock)
      let ledger = try store.ledger()
      #expect(
        ledger.campaigns.map(\.code)
          == after.keys.filter { $0.hasPrefix("campaigns/") }.map { String($0.dropFirst(10).dropLast(5)) }
          .sorted())
      #expect(ledger.flaws.isEmpty)
      // The next writer, whatever it wants.
      #expect(throws: StoreError.self) { try store.update("h99", .openAgain, others) }
      #expect(try state() == after)
    }
  }

  @Test func aTornLineIsCutOff() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let whole = try folder.text(of: "store/journal/2011.jsonl")
    try folder.write(whole + "{\"id\":4,\"at\":", to: "store/journal/2011.jsonl")
    #expect(try store.ledger().campaign(code: "h11")?.revision == 2)
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    let lines = try folder.text(of: "store/journal/2011.jsonl").split(separator: "\n")
    #expect(lines.count == 3 && lines[2].contains("\"id\":3"))
  }

  /// After a power cut the end of a line may be there and a page before it not: zeros.
  @Test func aLineWithUnwrittenPagesIsCutOff() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let whole = try folder.text(of: "store/journal/2011.jsonl")
    let hole = String(repeating: "\0", count: 100_000)
    try folder.write(whole + "{\"id\":4," + hole + "}\n", to: "store/journal/2011.jsonl")
    #expect(try store.ledger().campaign(code: "h11")?.revision == 2)
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    let lines = try folder.text(of: "store/journal/2011.jsonl").split(separator: "\n")
    #expect(lines.count == 3 && lines[2].contains("\"id\":3"))
  }

  /// The folder that a dead writer's file belongs in need not be there any more.
  @Test func aFolderThatIsGoneIsMadeAgain() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let (before, lock) = (try folder.text(of: "store/campaigns/h11.json"), try folder.text(of: "store/.lock"))
    try store.move("h11", toArchive: true, writing)
    try FileManager.default.removeItem(atPath: store.path + "/archive")
    try folder.write(before, to: "store/campaigns/h11.json")
    try folder.write(lock, to: "store/.lock")
    _ = try store.add(Campaign(code: "h12", title: "另一方案"), others)
    #expect(try store.archived().campaigns.map(\.code) == ["h11"])
  }

  /// A file that git or a hand put back to an older state stays so.
  @Test func anOlderFileThatSomebodyPutBackStays() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let before = try folder.text(of: "store/campaigns/h11.json")
    _ = try store.update("h11", .complete(id: "h11-1", CompletionReport()), writing)
    try folder.write(before, to: "store/campaigns/h11.json")
    #expect(try store.ledger().campaign(code: "h11")?.tasks[0].stage == .registered)
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    #expect(try store.ledger().campaign(code: "h11")?.tasks[0].stage == .registered)
  }

  @Test func theClockGoingBackChangesNoOrder() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    var early = writing
    early.stamp.at = Moment(seconds: 900_000_000)
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), early)
    var late = writing
    late.stamp.at = Moment(seconds: 1_400_000_000)
    _ = try store.update("h11", .note(id: "h11-1", text: "y"), late)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: store.path + "/journal").sorted() == [
        "2011.jsonl", "2014.jsonl",
      ])
    var ids: [Int] = []
    try store.history { entry, _ in
      ids.append(entry.id)
      return true
    }
    #expect(ids == [4, 3, 2, 1])
  }
}

/// A store that somebody made to do harm.
struct HostileStoreTests {
  /// A journal whose last record would write elsewhere, found by the next writer and by `doctor`.
  @Test(arguments: [
    "../outside.json", "campaigns/../../outside.json", "/tmp/duban-outside.json", "campaigns//x.json",
    "sources/x.txt", "journal/2011.jsonl", ".lock", "campaigns/x.json\u{0}", "archive/.x.json", "",
  ])
  func noRecordLeadsOutOfTheStore(_ name: String) throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    var record =
      try JSONSerialization.jsonObject(
        with: Data(
          folder.text(of: "store/journal/2011.jsonl").split(separator: "\n")[0].utf8)) as? [String: Any]
      ?? [:]
    record["id"] = 3
    var change = (record["files"] as? [[String: Any]])?[0] ?? [:]
    change["file"] = name
    record["files"] = [change]
    let line = try JSONSerialization.data(withJSONObject: record)
    try folder.write(
      folder.text(of: "store/journal/2011.jsonl") + String(decoding: line, as: UTF8.self) + "\n",
      to: "store/journal/2011.jsonl")
    let before = try everything(folder)
    _ = try store.ledger()
    #expect(try store.examine().contains(.unreadableRecord(file: "journal/2011.jsonl", line: 3)))
    #expect(throws: StoreError.self) { try store.update("h99", .openAgain, writing) }
    #expect(throws: StoreError.self) { try store.update("h11", .note(id: "h11-9", text: "x"), others) }
    #expect(try everything(folder) == before)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/duban-outside.json"))
  }

  /// Every file but the lock, by its path.
  private func everything(_ folder: TemporaryFolder) throws -> [String: String] {
    var found: [String: String] = [:]
    for name in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String }) ?? [] {
      if !name.hasSuffix(".lock") { found[name] = (try? folder.text(of: name)) ?? "" }
    }
    return found
  }

  /// A name with line ends in it says nothing of the journal.
  @Test func aHoldersNameIsOneLine() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let lock = try PosixFileSystem().lock(
      store.path + "/.lock", waiting: 0, holder: "党办干事\n9 9 2011.jsonl\r\n")
    let lines = try folder.text(of: "store/.lock").split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == "党办干事 9 9 2011.jsonl" && lines[1].hasPrefix("2 "))
    lock.unlock()
    // Nobody is told of a holder who is gone.
    #expect(try folder.text(of: "store/.lock").hasPrefix("\n2 "))
  }

  @Test func longAndOddTitlesAreKept() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let titles = [
      String(repeating: "长", count: 350_000), "=1+1", "+x", "-x", "@x", "\u{1B}]0;x\u{7}", "\u{202E}倒",
      "a\u{0}b", "../../etc",
      "\u{FEFF}x",
    ]
    for title in titles { _ = try store.update("h11", .addTask(TaskDraft(title: title)), writing) }
    #expect(try store.ledger().campaigns[0].tasks.dropFirst().map(\.title) == titles)
    for _ in titles { _ = try store.perform(.undo, expecting: nil, writing) }
    for _ in titles { _ = try store.perform(.redo, expecting: nil, writing) }
    #expect(try store.ledger().campaigns[0].tasks.dropFirst().map(\.title) == titles)
    #expect(try store.examine().isEmpty)
  }
}
