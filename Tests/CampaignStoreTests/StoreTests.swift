import CampaignStore
import Campaigns
import Foundation
import Glibc
import Testing

struct StoreTests {
  @Test func whatIsWrittenIsRead() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let ledger = try store.ledger()
    #expect(ledger.flaws.isEmpty && ledger.settings.organisation == "党办")
    let campaign = try #require(ledger.campaign(code: "h11"))
    #expect(campaign.tasks.map(\.id) == ["h11-1"] && campaign.revision == 2 && campaign.nextTask == 2)
    #expect(campaign.changed == writing.stamp)
  }

  @Test func nothingAndNoStoreAreToldApart() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreError.noStore(folder.path + "/x")) { try Store(path: folder.path + "/x").ledger() }
    #expect(throws: StoreError.notAStore(folder.path)) { try Store(path: folder.path).ledger() }
    let store = try smallStore(folder)
    #expect(throws: StoreError.storeExists(store.path)) { try store.create(StoreSettings(), writing) }
    #expect(throws: StoreError.codeTaken("h11")) { try store.add(Campaign(code: "h11", title: "x"), writing) }
    #expect(throws: StoreError.noCampaign(code: "h12", nearest: "h11")) {
      try store.update("h12", .note(id: "h12-1", text: "x"), writing)
    }
    #expect(throws: StoreError.refused(.badCode("../x"))) {
      try store.add(Campaign(code: "../x", title: "x"), writing)
    }
  }

  @Test func damageIsNamedAndTheRestStaysUsable() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    _ = try store.add(Campaign(code: "h12", title: "好的"), writing)
    let name = "store/campaigns/h11.json"
    let whole = try folder.text(of: name)

    try folder.write(
      whole.replacingOccurrences(of: "\"stage\" : \"registered\"", with: "\"stage\" : \"done\""), to: name)
    var ledger = try store.ledger()
    #expect(ledger.campaigns.map(\.code) == ["h12"])
    #expect(
      ledger.flaws == [
        .init(file: "campaigns/h11.json", line: 22, column: 18, kind: .wrongValue(path: "tasks[0].stage"))
      ])
    #expect(throws: StoreError.damaged(ledger.flaws[0])) {
      try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    }

    try folder.write(String(whole.dropLast(20)), to: name)
    ledger = try store.ledger()
    #expect(ledger.campaigns.map(\.code) == ["h12"] && ledger.flaws[0].kind == .notJSON)
    #expect(try folder.text(of: name) == String(whole.dropLast(20)))

    try folder.write(whole.replacingOccurrences(of: "\"h11\"", with: "\"h13\""), to: name)
    #expect(try store.ledger().flaws.map(\.kind) == [.codeDiffers("h13")])
  }

  @Test func anUnknownKeyMakesAFileReadOnly() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let name = "store/campaigns/h11.json"
    let marked = try folder.text(of: name).replacingOccurrences(
      of: "\"title\" : \"开展承诺活动\"", with: "\"title\" : \"开展承诺活动\", \"colour\" : 1")
    try folder.write(marked, to: name)
    let ledger = try store.ledger()
    #expect(ledger.campaigns.count == 1)
    #expect(ledger.flaws.map(\.kind) == [.unknownKey("colour")] && ledger.flaws[0].line == 23)
    #expect(throws: StoreError.damaged(ledger.flaws[0])) {
      try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    }
    #expect(try folder.text(of: name) == marked)
  }

  @Test func aKeyThatIsKnownElsewhereIsStillUnknownHere() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let name = "store/store.json"
    try folder.write("{\"format\":1,\"revision\":1,\"percent\":3}", to: name)
    #expect(try store.ledger().flaws.map(\.kind) == [.unknownKey("percent")])
  }

  @Test func aNewerFormatIsRefused() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let name = "store/campaigns/h11.json"
    try folder.write("{\"format\":2,\"tasks\":\"new\"}", to: name)
    #expect(try store.ledger().flaws == [.init(file: "campaigns/h11.json", kind: .newerFormat(2))])
    try folder.write("{\"format\":9,\"revision\":\"many\"}", to: "store/store.json")
    #expect(throws: StoreError.newerStore(path: store.path, format: 9)) { try store.ledger() }
    #expect(throws: StoreError.newerStore(path: store.path, format: 9)) {
      try store.add(Campaign(code: "h12", title: "x"), writing)
    }
  }

  @Test func modeAndSymbolicLinkAreKept() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let file = store.path + "/campaigns/h11.json"
    let elsewhere = store.path + "/backups/h11.json"
    #expect(
      Glibc.rename(file, elsewhere) == 0 && symlink(elsewhere, file) == 0 && chmod(elsewhere, 0o640) == 0)
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    var status = stat()
    #expect(lstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(elsewhere, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(try store.ledger().campaign(code: "h11")?.tasks[0].log.count == 1)
  }

  /// Whatever link is put where a file or folder of the store is expected: nothing outside is read or written.
  @Test(arguments: [
    "campaigns/h11.json", "units.json", "store.json", ".lock", "campaigns", "journal", "sources",
    "journal/2011.jsonl",
  ])
  func noLinkLeadsOutOfTheStore(_ name: String) throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let (place, outside) = ("\(store.path)/\(name)", folder.path + "/outside")
    #expect(Glibc.rename(place, outside) == 0 && symlink(outside, place) == 0)
    func contents() -> [String: String] {
      var found: [String: String] = [:]
      for name in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String }) ?? []
      where name.hasPrefix("outside") { found[name] = try? folder.text(of: name) }
      return found
    }
    let before = contents()
    let plan = DraftPlan(title: "新方案", line: 1)
    _ = try? store.add([plan], source: ["新方案"], stage: .draft, code: nil, writing)
    _ = try? store.update("h11", .note(id: "h11-1", text: "x"), writing)
    _ = try? store.updateUnits(
      .add(name: "党办", kind: .department, id: nil, aliases: [], members: [], contact: nil), writing)
    #expect(contents() == before)
    let ledger = try? store.ledger()
    switch name {
    case "campaigns/h11.json": #expect(ledger?.flaws.map(\.kind) == [.unreadable(.outside)])
    case "campaigns", "store.json": #expect(ledger == nil)
    case "units.json": #expect(ledger?.flaws.first?.kind == .unreadable(.outside))
    default: #expect(ledger?.campaign(code: "h11")?.tasks.count == 1)
    }
  }

  @Test func newFilesTakeTheModeOfTheirFolder() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    #expect(chmod(store.path + "/campaigns", 0o2770) == 0)
    _ = try store.add(Campaign(code: "h12", title: "x"), writing)
    var status = stat()
    #expect(stat(store.path + "/campaigns/h12.json", &status) == 0 && status.st_mode & 0o777 == 0o660)
  }

  @Test func leftoversOfADeadWriterGoAndNothingElseDoes() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    try folder.write("half", to: "store/campaigns/.duban-new-h11.json")
    try folder.write("mine", to: "store/campaigns/.notes")
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    let names = try FileManager.default.contentsOfDirectory(atPath: store.path + "/campaigns").sorted()
    #expect(names == [".notes", "h11.json"])
  }

  @Test func aHeldLockIsNamed() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    let lock = try PosixFileSystem().lock(store.path + "/.lock", waiting: 0, holder: "另一人, pid 42")
    #expect(throws: StoreError.locked(holder: "另一人, pid 42")) {
      try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    }
    lock.unlock()
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), writing)
  }

  /// Who made the lock may have died before it was everybody's.
  @Test func aLockIsOpenToWhoMayWriteInTheFolder() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    #expect(chmod(store.path, 0o770) == 0 && unlink(store.path + "/.lock") == 0)
    close(open(store.path + "/.lock", O_CREAT | O_WRONLY, 0o600))
    _ = try store.update("h11", .note(id: "h11-1", text: "x"), writing)
    var status = stat()
    #expect(stat(store.path + "/.lock", &status) == 0 && status.st_mode & 0o777 == 0o660)
  }

  @Test func archivedCampaignsLeaveTheDailyViews() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    try store.move("h11", toArchive: true, writing)
    #expect(try store.ledger().campaigns.isEmpty && store.archived().campaigns.map(\.code) == ["h11"])
    #expect(throws: StoreError.codeTaken("h11")) { try store.add(Campaign(code: "h11", title: "x"), writing) }
    try store.move("h11", toArchive: false, writing)
    #expect(try store.ledger().campaigns.count == 1)
  }

  @Test func whatIsNoFileIsNamed() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    #expect(mkfifo(store.path + "/campaigns/pipe.json", 0o600) == 0)
    #expect(mkdir(store.path + "/campaigns/folder.json", 0o700) == 0)
    let ledger = try store.ledger()
    #expect(
      ledger.campaigns.count == 1
        && ledger.flaws.map(\.kind) == [.unreadable(.notRegular), .unreadable(.notRegular)])
  }

  @Test func unitsGoOnAfterAMerge() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    for name in ["党办", "监察室"] {
      _ = try store.updateUnits(
        .add(name: name, kind: .department, id: nil, aliases: [], members: [], contact: nil), writing)
    }
    _ = try store.update("h11", .assign(id: "h11-1", Assignment(add: ["监察室"])), writing)
    _ = try store.updateUnits(.merge(unit: "监察室", into: "党办"), writing)
    let ledger = try store.ledger()
    let part = try #require(ledger.campaigns[0].tasks[0].units.first)
    #expect(part.name == "监察室" && ledger.units.current(id: part.unit ?? "")?.name == "党办")
  }
}
