import Foundation
import Synchronization
import Testing

/// Many people write at once, and somebody reads all the while.
struct ManyWritersTests {
  private static let writers = 8
  /// Changes of each writer; `make faults` makes more.
  private static let changes =
    ProcessInfo.processInfo.environment["FAULT_WRITES"].flatMap(Int.init) ?? 12

  @Test(arguments: [1, 8])
  func everyChangeIsThere(_ campaigns: Int) async throws {
    let store = try TestStore()
    for code in 1...campaigns {
      try store.succeed("add", "campaign", "工作要点", "--code", "h\(code)", "--year", "2011")
      try store.succeed("add", "task", "h\(code)", "开展承诺活动")
    }
    let (path, before) = (store.path, campaigns * 2)
    let isReading = Flag()
    async let polls = onThread { try Self.poll(path, while: isReading) }
    // Where a writer fails, too: the reader would go on for ever.
    defer { isReading.lower() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<Self.writers {
        group.addTask { try await onThread { try Self.write(path, writer, campaigns) } }
      }
      try await group.waitForAll()
    }
    isReading.lower()
    let count = try await polls
    #expect(count >= campaigns)

    let records = try Self.records(path)
    #expect(records.map { $0["id"] as? Int } == Array(1...before + Self.writers * Self.changes))
    var texts: [String] = []
    for code in 1...campaigns {
      let campaign = try Self.object(path, "campaigns/h\(code).json")
      let tasks = try #require(campaign["tasks"] as? [[String: Any]])
      let log = try #require(tasks[0]["log"] as? [[String: Any]])
      #expect(log.map { $0["id"] as? Int } == Array(1...log.count))
      #expect(campaign["revision"] as? Int == 2 + log.count)
      texts += log.compactMap { $0["text"] as? String }
    }
    let wanted = (0..<Self.writers).flatMap { writer in (1...Self.changes).map { "<\(writer)/\($0)>" } }
    #expect(texts.sorted() == wanted.sorted())
  }

  private static func write(_ path: String, _ writer: Int, _ campaigns: Int) throws {
    for change in 1...changes {
      let outcome = try Program(environment: ["DUBAN_STORE": path, "DUBAN_USER": "第\(writer)人"])
        .run("instruct", "h\(writer % campaigns + 1)-1", "-m", "<\(writer)/\(change)>")
      // Busy writers wait for one another; none is sent away.
      guard outcome.status == 0 else { throw Failed(words: "\(outcome.status): \(outcome.errors)") }
    }
  }

  /// Reads as a program does, and the files themselves: each is whole at any moment, and nothing goes back.
  private static func poll(_ path: String, while isReading: Flag) throws -> Int {
    var (count, revisions, entries) = (0, [String: Int](), [String: Int]())
    repeat {
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/campaigns")
      for name in names where name.hasSuffix(".json") && !name.hasPrefix(".") {
        let revision = try object(path, "campaigns/\(name)")["revision"] as? Int ?? 0
        let shown = try Program(environment: ["DUBAN_STORE": path]).run("show", "\(name.dropLast(5))-1")
        let seen = shown.output.matches(of: /<\d+\/\d+>/).count
        guard revision >= revisions[name, default: 1], seen >= entries[name, default: 0],
          shown.status == 0, shown.errors.isEmpty
        else { throw Failed(words: "\(name) went back, or cannot be read: \(shown.errors)") }
        (revisions[name], entries[name]) = (revision, seen)
        count += 1
      }
    } while isReading.isUp
    return count
  }

  private static func object(_ path: String, _ name: String) throws -> [String: Any] {
    let bytes = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
    return try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  private static func records(_ path: String) throws -> [[String: Any]] {
    let folder = "\(path)/journal"
    var records: [[String: Any]] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      for line in try String(contentsOf: URL(filePath: "\(folder)/\(name)"), encoding: .utf8).split(
        separator: "\n")
      {
        try records.append(
          #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]))
      }
    }
    return records
  }
}

/// Runs what blocks on a thread of its own: all of them at once, however few threads Swift's tasks have.
private func onThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}

private struct Failed: Error { let words: String }

/// Up until it is lowered.
private final class Flag: Sendable {
  private let value = Mutex(true)
  var isUp: Bool { value.withLock { $0 } }
  func lower() { value.withLock { $0 = false } }
}
