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

  /// The program beside the test bundle.
  static let path: URL = {
    var folder = Bundle.main.bundleURL
    while folder.path != "/",
      !FileManager.default.isExecutableFile(atPath: folder.appending(path: "duban").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder.appending(path: "duban")
  }()

  /// Runs the program with these words, in an environment of its own.
  func run(_ words: String..., input: String? = nil) throws -> Outcome { try run(words) }

  func run(_ words: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = Program.path
    process.arguments = words
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "America/New_York",
    ]
    .merging(environment) { _, new in new }
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let messages = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(words): ended by a signal")
    return Outcome(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      errors: String(decoding: messages, as: UTF8.self), bytes: bytes)
  }

  /// Runs a line of shell in which `$D` is the program.
  func shell(_ line: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "D": Program.path.path,
    ]
    .merging(environment) { _, new in new }
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let messages = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      errors: String(decoding: messages, as: UTF8.self), bytes: bytes)
  }
}

/// A store in a folder of a test's own.
final class TestStore {
  let path: String
  var program: Program { Program(environment: ["DUBAN_STORE": path, "DUBAN_USER": "党办干事"]) }

  /// The demonstration laid around a day, or an empty store.
  init(demoOn day: String? = nil) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "duban-end-\(UUID().uuidString)").path
    let made = try day.map { try Program().run("demo", path, "--as-of", $0) } ?? Program().run("init", path)
    #expect(made.status == 0, "\(made.errors)")
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
