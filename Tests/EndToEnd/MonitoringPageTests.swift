import Foundation
import Testing

@testable import duban

/// docs/monitoring.md as it is written, on the demonstration.
struct MonitoringPageTests {
  private struct Block {
    let kind: String
    let lines: [String]
    var text: String { lines.joined(separator: "\n") }
  }

  private let blocks: [Block]
  private let page: String
  private let store: TestStore
  private let folder: String

  init() throws {
    page = try String(contentsOf: Page.root.appending(path: "docs/monitoring.md"), encoding: .utf8)
    blocks = page.matches(of: /(?s)```([^\n]+)\n(.*?)\n```/).map {
      Block(kind: String($0.1), lines: $0.2.split(separator: "\n").map(String.init))
    }
    store = try TestStore(demoOn: "2026-11-20")
    folder = store.path + "/run"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func blocks(_ kind: String) throws -> [Block] {
    let found = blocks.filter { $0.kind.hasPrefix(kind) }
    try #require(!found.isEmpty, "the page has no block \(kind)")
    return found
  }

  /// A text of the page with what the test has in place of the machine's.
  private func here(_ text: String) -> String {
    text.replacing("/usr/local/bin/duban", with: Program.path.path).replacing("/srv/duban", with: store.path)
      .replacing("/var/lib/prometheus/node-exporter", with: folder)
  }

  /// As a daemon runs it: /bin/sh, and next to nothing in the environment.
  private func run(_ command: String) throws -> Program.Outcome {
    try Program(environment: ["HOME": folder, "LC_ALL": ""]).shell(
      "exec /bin/sh -c '\(here(command).replacing("'", with: "'\\''"))'")
  }

  @Test func everyKindOfBlockIsRun() {
    let kinds = Set(blocks.map { $0.kind.prefix { $0 != " " } })
    #expect(kinds == ["nagios", "icinga", "cron", "systemd", "yaml"])
    #expect(page.components(separatedBy: "\n```").count == blocks.count * 2 + 1)
  }

  @Test func nagios() throws {
    let block = try blocks("nagios")[0]
    let command = try #require(block.text.firstMatch(of: /command_line +(.+)/)?.1)
    let service = try #require(block.text.firstMatch(of: /check_command +check_duban!(\d+)!(\d+)/))
    #expect(block.text.contains("command_name    check_duban"))
    let line = String(command).replacing("$ARG1$", with: service.1).replacing("$ARG2$", with: service.2)
    let outcome = try run(line)
    #expect((0...2).contains(outcome.status) && outcome.output.hasPrefix("DUBAN "), "\(outcome)")
  }

  @Test func icinga() throws {
    let block = try blocks("icinga")[0]
    func strings(_ text: some StringProtocol) -> [String] {
      String(text).matches(of: /"([^"]*)"/).map { String($0.1) }
    }
    var words = strings(try #require(block.text.firstMatch(of: /command = \[(.*)\]/)?.1)).map(here)
    let arguments = try #require(block.text.firstMatch(of: /(?s)arguments = \{(.*?)\}/)?.1)
    let values = Dictionary(
      uniqueKeysWithValues: block.text.matches(of: /vars\.(\w+) = (\w+)/).map { (String($0.1), String($0.2)) }
    )
    for pair in arguments.split(separator: "\n").map(strings) where pair.count == 2 {
      // What has no value is left out.
      if let value = values[pair[1].filter { $0 != "$" }] { words += [pair[0], value] }
    }
    let outcome = try Program().run(Array(words.dropFirst()))
    #expect(words[0] == Program.path.path && outcome.output.hasPrefix("DUBAN "), "\(outcome)")
  }

  @Test func everyLineOfCron() throws {
    for line in try blocks("cron").flatMap(\.lines) {
      if line.wholeMatch(of: /[A-Z]+=.+/) != nil { continue }
      let match = try #require(line.wholeMatch(of: /((?:[\d*\/,-]+ +){5})(.+)/), "\(line)")
      // A bare % ends the command.
      let command = String(match.2)
      #expect(command.replacing("\\%", with: "").contains("%") == false, "\(line)")
      let outcome = try run(command.replacing("\\%", with: "%"))
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(line): \(outcome)")
    }
    let made = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(made.contains("duban.prom") && made.contains { $0.hasPrefix("duban-20") } && made.count == 2)
    #expect(try !Exposition(String(contentsOfFile: folder + "/duban.prom", encoding: .utf8)).families.isEmpty)
  }

  @Test func unitsOfSystemd() throws {
    for block in try blocks("systemd") {
      let name = block.kind.split(separator: " ")[1]
      try Data((here(block.text) + "\n").utf8).write(to: URL(filePath: "\(folder)/\(name)"))
      guard let command = block.text.firstMatch(of: /ExecStart=(.+)/)?.1 else { continue }
      let outcome = try run(String(command))
      #expect((0...2).contains(outcome.status) && outcome.output.hasPrefix("DUBAN "), "\(outcome)")
    }
    let verify =
      "! command -v systemd-analyze >/dev/null || systemd-analyze verify --man=no --recursive-errors=no '\(folder)'/duban-check.*"
    let outcome = try Program().shell(verify)
    #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output.isEmpty, "\(outcome)")
  }

  /// Rules and the table speak of the metrics that there are.
  @Test func everyMetricIsThere() throws {
    let metrics = try Exposition(
      store.run("check", "--unit", "党办", "--format", "prometheus").output)
    let named = Set(page.matches(of: /\bduban_(?:tasks|check)\w*/).map { String($0.0) })
    #expect(named == Set(metrics.families.keys))
    let rows = page.matches(of: /(?m)^\| `(duban_\w+)` \| ([^|]+)\|/)
    #expect(rows.count == metrics.families.count)
    for row in rows {
      let labels = try #require(metrics.families[String(row.1)]?.samples.first).labels.keys
      #expect(Set(String(row.2).codes) == Set(labels), "\(row.1)")
    }
  }
}
