import CampaignStore
import Campaigns
import TestSupport

/// What a store says, as its readers see it, and what its journal says.
struct StoreContent: Equatable {
  /// No store is there.
  var isMissing = false
  var settings = StoreSettings()
  var units = UnitRegistry()
  var campaigns: [Campaign] = []
  var archived: [Campaign] = []
  /// The journal's records, oldest first.
  var records: [JournalRecord] = []

  /// Reads it as a program would that looks at the disk.
  /// - Throws: `Wrong` where something cannot be read, or the journal is no list of whole records.
  init(_ disk: SimulatedDisk) throws {
    let store = Store(path: storePath, files: SimulatedFiles(disk))
    let ledger: Ledger
    do { ledger = try store.ledger() } catch .noStore, .notAStore {
      isMissing = true
      return
    }
    let archive = try store.archived()
    guard (ledger.flaws + archive.flaws).isEmpty else {
      throw Wrong("flaws: \(ledger.flaws + archive.flaws)")
    }
    (settings, units, campaigns) = (ledger.settings, ledger.units, ledger.campaigns)
    archived = archive.campaigns
    records = try StoreContent.records(disk)
    for campaign in campaigns + archived {
      guard let name = campaign.source?.file else { continue }
      guard disk.file("\(storePath)/sources/\(name)") != nil else { throw Wrong("no source \(name)") }
    }
  }

  private static func records(_ disk: SimulatedDisk) throws -> [JournalRecord] {
    var records: [JournalRecord] = []
    let folder = "\(storePath)/journal"
    for name in disk.names(in: folder) ?? [] where name.hasSuffix(".jsonl") && !name.hasPrefix(".") {
      var lines = (disk.file("\(folder)/\(name)")?.file.content ?? []).split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      lines.removeLast()
      // Pages of a record that a power cut left unwritten are zeros: no record, and cut off by the next writer.
      while let last = lines.last, last.contains(0) { lines.removeLast() }
      for line in lines {
        guard let reading = try? StoredJSON.record(Array(line), file: name), reading.unknownKey == nil else {
          throw Wrong("journal/\(name): a line is no record")
        }
        records.append(reading.value)
      }
    }
    guard records.map(\.id) == Array(1..<records.count + 1) else {
      throw Wrong("ids of records: \(records.map(\.id))")
    }
    return records
  }
}

/// Reads what stores hold, each state only once: most faults lead to few states.
final class StoreReader {
  private var known: [[String: [UInt8]]: StoreContent] = [:]

  func content(_ disk: SimulatedDisk) throws -> StoreContent {
    let files = disk.contents(below: storePath)
    if let content = known[files] { return content }
    let content = try StoreContent(disk)
    known[files] = content
    return content
  }
}

/// What is wrong with a store.
struct Wrong: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

let storePath = "/home/store"
