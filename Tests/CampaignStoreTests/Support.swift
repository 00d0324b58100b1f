import CampaignStore
import Campaigns
import Foundation
import ReferenceData
import Testing

/// A folder of a test's own, gone when the test is.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "duban-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  func text(of name: String) throws -> String {
    try String(contentsOf: URL(filePath: "\(path)/\(name)"), encoding: .utf8)
  }
}

let today = Day(2011, 5, 1) ?? .epoch
let writing = WriteContext(
  today: today, stamp: Stamp(at: Moment(seconds: 1_304_222_400), by: "党办干事"), login: "clerk",
  holder: "党办干事, pid 1", holidays: ReferenceData.allHolidays)

/// The same, for another person.
let others = WriteContext(
  today: today, stamp: Stamp(at: Moment(seconds: 1_304_223_000), by: "办公室主任"), login: "head",
  holder: "办公室主任, pid 2", holidays: ReferenceData.allHolidays)

/// A store with one campaign of one task.
func smallStore(_ folder: TemporaryFolder) throws -> Store {
  let store = Store(path: folder.path + "/store")
  try store.create(StoreSettings(organisation: "党办"), writing)
  _ = try store.add(Campaign(code: "h11", title: "工作要点", year: 2011), writing)
  _ = try store.update("h11", .addTask(TaskDraft(title: "开展承诺活动")), writing)
  return store
}

extension Store {
  /// Campaigns put away.
  func archived() throws(StoreError) -> (campaigns: [Campaign], flaws: [Ledger.Flaw]) {
    try read(includingArchive: true).archived ?? ([], [])
  }
}
