import Foundation
import Testing

/// The JSON Schemas in docs/schema/ say what the program says, by a validator that is not ours.
struct SchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What the validator finds.
  private func wrong(_ schema: String, _ files: [String], isStrict: Bool) throws -> String {
    let check = Self.root.appending(path: "Tests/schema/check.py").path
    let words =
      ["/usr/bin/python3", check] + (isStrict ? ["--strict"] : [])
      + [Self.root.appending(path: "docs/schema/\(schema).json").path] + files
    let outcome = try Spawn(environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]).run(words)
    return String(decoding: outcome.output, as: UTF8.self) + String(decoding: outcome.errors, as: UTF8.self)
  }

  /// Every command's answer has the keys that its schema names, all of them and no other, and so have the files that it leaves.
  @Test func answersAndFilesAreWhatTheSchemasSay() throws {
    let folder = try TestStore()
    var answers: [String] = []
    var files: [String: [String]] = [:]
    var stores: [TestStore] = []
    for (number, call) in FormatTests.calls.enumerated() {
      let (store, outcome) = try FormatTests.answer(of: call, in: "json")
      stores.append(store)
      for (kind, text) in [("out", outcome.output), ("err", outcome.errors)] where text.hasPrefix("{") {
        try store.write(text, to: "\(kind).answer")
        answers.append(store.path + "/\(kind).answer")
      }
      guard number % 8 == 0 || call.contains("; ") else { continue }
      for name in try FileManager.default.subpathsOfDirectory(atPath: store.path) {
        let schema: String? =
          switch name.split(separator: "/").first {
          case "store.json": "store"
          case "units.json": "units"
          case "campaigns" where name.hasSuffix(".json"): "campaign"
          case "journal" where name.hasSuffix(".jsonl"): "record"
          default: nil
          }
        if let schema { files[schema, default: []].append(store.path + "/" + name) }
      }
    }
    #expect(answers.count > FormatTests.calls.count / 2 && files.count == 4)
    let found = try wrong("answers", answers, isStrict: true)
    #expect(found.isEmpty, "\(found)")
    for (schema, names) in files {
      let found = try wrong(schema, names, isStrict: false)
      #expect(found.isEmpty, "\(schema): \(found)")
    }
    _ = (folder, stores)
  }

  /// A validator that finds nothing would pass everything.
  @Test func whatIsNotSoIsFound() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let list = try store.succeed("list", "--json").output
    for (number, text) in [
      list.replacing("\"condition\" : \"overdue\"", with: "\"condition\" : \"late\""),
      list.replacing("\"schema\" : 1", with: "\"schema\" : 2"),
      list.replacing("\"days\" : ", with: "\"day\" : "), "{}",
    ].enumerated() {
      try store.write(text, to: "wrong\(number)")
      #expect(try wrong("answers", [store.path + "/wrong\(number)"], isStrict: true) != "", "\(number)")
    }
    try store.write("{\"format\":1}", to: "wrong")
    for schema in ["store", "units", "campaign", "record"] {
      #expect(try wrong(schema, [store.path + "/wrong"], isStrict: false) != "")
    }
  }
}
