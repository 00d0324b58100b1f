import Foundation
import Testing

/// The built program, run as a person would.
struct Program {
  var environment: [String: String] = [:]

  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    var bytes: Data
  }

  /// The program beside the test bundle; `DUBAN` names another build.
  static let path: URL = {
    if let given = ProcessInfo.processInfo.environment["DUBAN"] { return URL(filePath: given) }
    var folder = Bundle.main.bundleURL
    while folder.path != "/",
      !FileManager.default.isExecutableFile(atPath: folder.appending(path: "duban").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder.appending(path: "duban")
  }()

  /// Runs the program with these words, in an environment of its own.
  func run(_ words: String...) throws -> Outcome { try run(words) }

  func run(_ words: [String]) throws -> Outcome {
    let outcome = try start([Program.path.path] + words, ["TZ": "America/New_York"])
    #expect(outcome.status < 128, "\(words): ended by a signal")
    return outcome
  }

  /// Runs a line of shell in which `$D` is the program.
  func shell(_ line: String) throws -> Outcome {
    try start(["/bin/bash", "-c", line], ["D": Program.path.path])
  }

  private func start(_ words: [String], _ more: [String: String]) throws -> Outcome {
    let own = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "EDITOR": "true"]
    let all = own.merging(more) { _, new in new }.merging(environment) { _, new in new }
    let outcome = try Spawn(environment: all).run(words)
    return Outcome(
      status: outcome.status, output: String(decoding: outcome.output, as: UTF8.self),
      errors: String(decoding: outcome.errors, as: UTF8.self), bytes: outcome.output)
  }
}

/// A store in a folder of a test's own.
final class TestStore: Sendable {
  let path: String
  var program: Program { Program(environment: ["DUBAN_STORE": path, "DUBAN_USER": "党办干事"]) }

  /// The demonstration laid around a day, or an empty store.
  init(demoOn day: String? = nil) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "duban-end-\(UUID().uuidString)").path
    let made = try day.map { try Program().run("demo", path, "--as-of", $0) } ?? Program().run("init", path)
    #expect(made.status == 0, "\(made.errors)")
  }

  /// A store with the same content as another one.
  init(copyOf other: TestStore) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "duban-end-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func run(_ words: String...) throws -> Program.Outcome { try program.run(words) }

  /// Runs what must succeed.
  @discardableResult
  func succeed(_ words: String...) throws -> Program.Outcome {
    let outcome = try program.run(words)
    #expect(outcome.status == 0, "\(words): \(outcome.errors)")
    return outcome
  }

  func text(of name: String) throws -> String {
    try String(contentsOf: URL(filePath: "\(path)/\(name)"), encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// How many records its journal has.
  func records() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: path + "/journal").map {
      try text(of: "journal/\($0)").split(separator: "\n").count
    }.reduce(0, +)
  }
}

/// Compares with a file in Golden/. A missing one fails; UPDATE_GOLDEN=1 writes it.
func expectGolden(_ text: String, _ name: String, _ location: SourceLocation = #_sourceLocation) throws {
  let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: url)
    return
  }
  let golden = try? String(contentsOf: url, encoding: .utf8)
  #expect(golden == text, "Golden/\(name).txt differs or is missing", sourceLocation: location)
}
