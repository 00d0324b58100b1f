import CampaignStore
import Campaigns
import Foundation
import Glibc
import TestSupport
import Testing

struct BackupTests {
  @Test func whatIsBackedUpComesBack() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.add([plan("导入的")], source: ["原文", "第二行"], stage: .registered, code: "h12", writing)
    let backup = try store.backUp(writing)
    #expect(backup.files == 6 && backup.path.hasSuffix("/backups/2011-05-01T120000.tar.gz"))
    let before = try contents(store)

    _ = try store.update("h11", .complete(id: "h11-1", CompletionReport()), writing)
    _ = try store.add(Campaign(code: "h13", title: "后来的"), others)
    try store.move("h12", toArchive: true, others)
    let later = try contents(store)
    let planned = try store.restoration(from: backup.path)
    #expect(try contents(store) == later, "a dry run")
    #expect(
      planned.files.map { "\($0.fate.rawValue) \($0.name)" } == [
        "removed archive/h12.json", "changed campaigns/h11.json", "added campaigns/h12.json",
        "removed campaigns/h13.json",
      ])

    let done = try store.restore(from: backup.path, writing)
    #expect(try contents(store) == before && done.backup?.path.hasSuffix("T120000b.tar.gz") == true)
    #expect(try store.restoration(from: backup.path).files.isEmpty)
    // One command like any other: what is newer than it stays newer, and it is taken back.
    #expect(try store.ledger().campaign(code: "h11").map { $0.revision > 3 } == true)
    #expect(try store.perform(.undo, expecting: nil, writing)?.entry.command == .restore)
    #expect(try contents(store) == later)
    #expect(try store.examine().isEmpty)
  }

  /// Nobody waits for a backup, and it waits for nobody.
  @Test func aBackupNeedsNoLock() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let lock = try PosixFileSystem().lock(store.path + "/.lock", waiting: 0, holder: "另一人, pid 42")
    defer { lock.unlock() }
    #expect(try Store(path: store.path, patience: 0).backUp(writing).files == 4)
  }

  /// What a backup writes is not taken for a dead writer's, not by a writer and not by the doctor; what a dead one left is.
  @Test func aBackupInTheMakingIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.backUp(writing)
    let names = [".duban-new-backup", ".duban-new-backup.tar.gz"].map { "backups/\($0)" }
    let marker = try PosixFileSystem().lock("\(store.path)/\(names[0])", waiting: 0, holder: "另一人, pid 42")
    try folder.write("half", to: "store/\(names[1])")
    #expect(try store.examine(writing) == [])
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), others)
    #expect(try folder.text(of: "store/\(names[1])") == "half")
    #expect(throws: StoreError.locked(holder: "另一人, pid 42")) {
      try Store(path: store.path, patience: 0).backUp(writing)
    }
    marker.unlock()
    #expect(try store.examine(writing) == names.map { .leftover(file: $0) })
    #expect(try store.backUp(writing).files == 4)
    #expect(try FileManager.default.contentsOfDirectory(atPath: store.path + "/backups").count == 2)
  }

  /// Whenever somebody writes meanwhile, a backup is of a state that was.
  @Test func aBackupIsOfOneMoment() throws {
    var (place, count) = (0, 1)
    while place < count {
      let folder = try TemporaryFolder()
      let path = try smallStore(folder).path
      let files = MeddlingFiles(at: place) {
        _ = try? Store(path: path).update(
          "h11", .report(id: "h11-1", Report(text: "过半", percent: 50)), others)
        _ = try? Store(path: path).add(Campaign(code: "h12", title: "后来的"), others)
      }
      let backup = try Store(path: path, files: files).backUp(writing)
      count = files.count
      let again = Store(path: folder.path + "/again")
      _ = try again.restore(from: backup.path, writing)
      #expect(try again.examine(writing).isEmpty, "\(place) of \(count)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/backups").count == 1)
      place += 1
    }
    #expect(place > 30)
  }

  @Test func anEmptyFolderBecomesTheWholeStore() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.add([plan("导入的")], source: ["原文"], stage: .draft, code: "h12", writing)
    let backup = try store.backUp(writing)
    let new = Store(path: folder.path + "/new")
    #expect(try new.restoration(from: backup.path).isNew)
    #expect(throws: StoreError.noStore(new.path)) { try new.ledger() }
    _ = try new.restore(from: backup.path, others)
    #expect(try contents(new) == contents(store))
    #expect(try new.source(of: #require(new.ledger().campaign(code: "h12"))) == ["原文", ""])
    #expect(try new.next(.undo, by: writing.stamp.by)?.command == .import)
    #expect(try new.examine().isEmpty)
    try folder.write("x", to: "other")
    #expect(throws: StoreError.notAStore(folder.path)) {
      try Store(path: folder.path).restoration(from: backup.path)
    }
  }

  /// A file that somebody put back by hand stays so in a store made of a backup, and in a copy without the lock's file.
  @Test func whatWasPutBackByHandStays() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let before = try folder.text(of: "store/campaigns/h11.json")
    _ = try store.update("h11", .complete(id: "h11-1", CompletionReport()), writing)
    try folder.write(before, to: "store/campaigns/h11.json")
    // A hand is slower than a clock's tick.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 1)], ofItemAtPath: store.path + "/campaigns/h11.json")
    let backup = try store.backUp(writing)
    let new = Store(path: folder.path + "/new")
    _ = try new.restore(from: backup.path, others)
    try FileManager.default.removeItem(atPath: store.path + "/.lock")
    for store in [store, new] {
      #expect(try store.ledger().campaigns[0].tasks[0].stage == .registered)
      _ = try store.update("h11", .note(id: "h11-1", text: "x"), others)
      #expect(try store.ledger().campaigns[0].tasks[0].stage == .registered)
    }
  }

  /// What came in since the preview is named, and nothing is taken away; what was done since the backup is listed.
  @Test func restoringHoldsToItsPreview() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let backup = try store.backUp(writing)
    _ = try store.update("h11", .note(id: "h11-1", text: "备份之后"), others)
    let preview = try store.restoration(from: backup.path)
    #expect(preview.position == 3 && preview.lost?.map(\.id) == [3])
    _ = try store.update("h11", .note(id: "h11-1", text: "预览之后"), others)
    let newest = try #require(try store.restoration(from: backup.path).lost?.first)
    #expect(throws: StoreError.changedSincePreview(newest, count: 1)) {
      try store.restore(from: backup.path, expecting: preview.position, writing)
    }
    #expect(try store.ledger().campaigns[0].tasks[0].log.map(\.text) == ["备份之后", "预览之后"])
    let now = try store.restoration(from: backup.path)
    #expect(now.lost?.map(\.id) == [4, 3])
    _ = try store.restore(from: backup.path, expecting: now.position, writing)
    #expect(try store.ledger().campaigns[0].tasks[0].log.isEmpty)
    // The journal keeps what was taken away.
    _ = try store.perform(.undo, expecting: nil, writing)
    #expect(try store.ledger().campaigns[0].tasks[0].log.map(\.text) == ["备份之后", "预览之后"])
  }

  /// A file larger than the pieces that it is read and written in comes back as it was.
  @Test func largeFilesGoPieceByPiece() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    var numbers = SeededNumbers(seed: 7)
    let text = (0..<300_000).map { _ in String(UInt64.random(in: 0 ... .max, using: &numbers)) }.joined(
      separator: "\n")
    try folder.write(text, to: "store/sources/h11.txt")
    let backup = try store.backUp(writing)
    #expect(text.utf8.count > 5 << 20 && backup.files == 5)
    let new = Store(path: folder.path + "/new")
    _ = try new.restore(from: backup.path, writing)
    #expect(try folder.text(of: "new/sources/h11.txt") == text)
  }

  @Test func whatIsNoBackupIsRefused() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let path = folder.path + "/x.tar.gz"
    func archive(_ entries: [(String, String)]) throws {
      let entries = entries.map { TarEntry(name: $0.0, mode: 0o644, bytes: Array($0.1.utf8)) }
      try Data(TarArchive.bytes(of: entries, at: 0)).write(to: URL(filePath: path))
    }
    let settings = ("store.json", "{\"format\":1,\"revision\":1}")
    try archive([("units.json", "{}")])
    #expect(throws: StoreError.noBackup(path)) { try store.restoration(from: path) }
    try archive([("store.json", "{\"format\":2}")])
    #expect(throws: StoreError.newerStore(path: path, format: 2)) { try store.restore(from: path, writing) }
    // What is no file of a store, or could not be written again, stays out.
    let names = [
      "x.json", "campaigns/a.json.sh", ".lock", "campaigns/-x.json", "sources/a", "journal/x.jsonl",
    ]
    try archive(
      [settings] + names.map { ($0, "{}") } + [
        ("campaigns/h12.json", "{\"format\":1"), ("campaigns/h13.json", "{\"format\":2}"),
      ])
    let planned = try store.restoration(from: path)
    #expect(Set(planned.skipped) == Set(names + ["campaigns/h12.json", "campaigns/h13.json"]))
    #expect(planned.files.map(\.name) == ["campaigns/h11.json", "store.json", "units.json"])
    try folder.write("no archive", to: "x.tar.gz")
    #expect(throws: StoreError.archive(.damaged, path: path)) { try store.restore(from: path, writing) }
    #expect(try store.examine().isEmpty)
  }

  /// What is broken in the backup, or no file of a store, stays out; the rest comes back. What is broken in the store and
  /// not in the backup stays as it is.
  @Test func oddAndBrokenThings() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.add(Campaign(code: "h12", title: "另一方案"), writing)
    let whole = try contents(store)
    for (name, text) in [
      ("campaigns/h11.json~", "old"), ("campaigns/h13.json", "{\"half"), ("sources/附件.docx", "x"),
    ] { try folder.write(text, to: "store/" + name) }
    #expect(mkfifo(store.path + "/campaigns/pipe.json", 0o600) == 0)
    #expect(symlink("/etc/passwd", store.path + "/sources/x.txt") == 0)
    let backup = try store.backUp(writing)
    #expect(
      Set(backup.skipped) == [
        "campaigns/h11.json~", "campaigns/pipe.json", "sources/x.txt", "sources/附件.docx",
      ])

    _ = try store.update("h11", .complete(id: "h11-1", CompletionReport()), writing)
    try FileManager.default.removeItem(atPath: store.path + "/campaigns/h12.json")
    try folder.write("{\"other", to: "store/campaigns/h14.json")
    let done = try store.restore(from: backup.path, writing)
    #expect(done.skipped == ["campaigns/h13.json"])
    #expect(try contents(store) == whole)
    #expect(try folder.text(of: "store/campaigns/h13.json") == "{\"half")
    #expect(try folder.text(of: "store/campaigns/h14.json") == "{\"other")
  }

  @Test func aDamagedFileIsReplacedByTheBackups() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let before = try contents(store)
    let backup = try store.backUp(writing)
    try folder.write("{\"half", to: "store/campaigns/h11.json")
    let done = try store.restore(from: backup.path, writing)
    #expect(try contents(store) == before)
    // The damaged bytes are in the backup that was made before.
    let kept = try TarArchive.entries(of: Array(Data(contentsOf: URL(filePath: #require(done.backup?.path)))))
    #expect(kept.contains { $0.name == "campaigns/h11.json" && $0.bytes == Array("{\"half".utf8) })
  }

  private func plan(_ title: String) -> DraftPlan {
    var plan = DraftPlan(title: title, line: 1)
    plan.tasks = [DraftTask(title: "任务", text: "任务。", line: 2, rule: .tableRow)]
    return plan
  }

  /// What all plans say, without revisions and stamps.
  private func contents(_ store: Store) throws -> [String: [Campaign]] {
    func plain(_ campaigns: [Campaign]) -> [Campaign] {
      campaigns.map { campaign in
        var campaign = campaign
        campaign.revision = 0
        campaign.changed = nil
        campaign.nextTask = 0
        for place in campaign.tasks.indices { campaign.tasks[place].changed = nil }
        return campaign
      }
    }
    return [
      "campaigns": plain(try store.ledger().campaigns), "archive": plain(try store.archived().campaigns),
    ]
  }
}
