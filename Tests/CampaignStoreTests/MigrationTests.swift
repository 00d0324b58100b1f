import CampaignStore
import Campaigns
import Foundation
import Testing

/// Files without bookkeeping are format 0: they are read, and completed at the first change, after a backup.
struct MigrationTests {
  private static let plan = #"""
    { "code": "h11", "title": "工作要点", "year": 2011,
      "tasks": [ { "id": "h11-1", "title": "开展承诺活动" }, { "id": "h11-4", "title": "总结" } ] }
    """#

  private func oldStore(_ folder: TemporaryFolder) throws -> Store {
    for name in ["store", "store/campaigns"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }
    try folder.write("{ \"organisation\": \"党办\" }", to: "store/store.json")
    try folder.write(MigrationTests.plan, to: "store/campaigns/h11.json")
    return Store(path: folder.path + "/store")
  }

  @Test func readingChangesNothing() throws {
    let folder = try TemporaryFolder()
    let store = try oldStore(folder)
    let ledger = try store.ledger()
    #expect(ledger.flaws.isEmpty && ledger.settings.organisation == "党办")
    let campaign = try #require(ledger.campaign(code: "h11"))
    #expect(campaign.tasks.map(\.stage) == [.registered, .registered] && campaign.nextTask == 5)
    #expect(try folder.text(of: "store/campaigns/h11.json") == MigrationTests.plan)
    #expect(!FileManager.default.fileExists(atPath: store.path + "/journal"))
  }

  @Test func theFirstChangeMigratesEverythingAfterABackup() throws {
    let folder = try TemporaryFolder()
    let store = try oldStore(folder)
    _ = try store.add(Campaign(code: "h12", title: "新方案"), writing)
    for name in ["store.json", "campaigns/h11.json"] {
      #expect(try folder.text(of: "store/" + name).contains("\"format\" : 1"))
    }
    let backups = try FileManager.default.contentsOfDirectory(atPath: store.path + "/backups")
    let backup = try #require(backups.first)
    let kept = try TarArchive.entries(
      of: Array(Data(contentsOf: URL(filePath: store.path + "/backups/" + backup))))
    #expect(kept.contains { $0.name == "campaigns/h11.json" && $0.bytes == Array(MigrationTests.plan.utf8) })
    var commands: [JournalCommand] = []
    try store.history { entry, _ in
      commands.append(entry.command)
      return true
    }
    #expect(commands == [.addCampaign, .migrate] && backups.count == 1)
    #expect(try store.examine().isEmpty)
    // It is not taken back: who would undo it would have a store that nobody can write.
    _ = try store.perform(.undo, expecting: nil, writing)
    #expect(try store.next(.undo, by: writing.stamp.by) == nil)
  }

  @Test func aPlanWithoutBookkeepingInANewStore() throws {
    let folder = try TemporaryFolder()
    let store = try smallStore(folder)
    try folder.write(
      MigrationTests.plan.replacingOccurrences(of: "h11", with: "h12"), to: "store/campaigns/h12.json")
    let updated = try store.update("h12", .addTask(TaskDraft(title: "新任务")), writing)
    #expect(updated.campaign.tasks.map(\.id) == ["h12-1", "h12-4", "h12-5"])
    #expect(try folder.text(of: "store/campaigns/h12.json").contains("\"format\" : 1"))
    _ = try store.perform(.undo, expecting: nil, writing)
    #expect(try store.ledger().campaign(code: "h12")?.tasks.count == 2)
  }

  @Test func whatIsWrongInAnOlderFileIsNamed() throws {
    let folder = try TemporaryFolder()
    let store = try oldStore(folder)
    try folder.write(
      MigrationTests.plan.replacingOccurrences(of: "\"title\": \"总结\"", with: "\"title\": 3"),
      to: "store/campaigns/h11.json")
    #expect(
      try store.ledger().flaws == [
        .init(file: "campaigns/h11.json", kind: .wrongValue(path: "tasks[1].title"))
      ])
    _ = try store.add(Campaign(code: "h12", title: "新方案"), writing)
    #expect(try folder.text(of: "store/campaigns/h11.json").contains("\"title\": 3"), "left alone")
  }
}
