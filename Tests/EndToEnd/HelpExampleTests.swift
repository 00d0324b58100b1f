import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import duban

/// What help and both READMEs tell one to type is there, and works on the demonstration.
struct HelpExampleTests {
  /// Every command that people are told of, by its words: `add task`.
  static let commands = [[]] + words(of: Root.self)

  private static func words(of command: any ParsableCommand.Type) -> [[String]] {
    command.configuration.subcommands.filter { $0.configuration.shouldDisplay }.flatMap {
      inner -> [[String]] in
      let name = inner.configuration.commandName ?? ""
      return [[name]] + words(of: inner).map { [name] + $0 }
    }
  }

  static let readmes = ["README.md", "README.zh-CN.md"]

  @Test func everyCommandHasAName() {
    #expect(HelpExampleTests.commands.count > 60 && HelpExampleTests.commands.allSatisfy { !$0.contains("") })
  }

  /// A command that nobody is told of is not found.
  @Test(arguments: readmes, commands.compactMap { $0.count == 1 ? $0.first : nil })
  func everyCommandIsInTheReadme(readme: String, command: String) throws {
    let page = try Readme(readme)
    // `duban list [FILTER]`, `next [DAYS]`, duban check --quiet || duban overdue
    let known = (page.spans + page.blocks.joined()).flatMap { code in
      let words = code.split(whereSeparator: \.isWhitespace)
      return (words.prefix(1) + zip(words, words.dropFirst()).filter { $0.0 == "duban" }.map(\.1)).map(
        String.init)
    }
    #expect(known.contains(command), "\(readme) does not name \(command)")
  }

  @Test(arguments: commands, ["zh", "en"])
  func everyExampleOfHelpRuns(command: [String], language: String) throws {
    let help = try Program().run(["help"] + command + ["--lang", language]).output
    let examples = HelpTests.examples(help)
    guard !examples.isEmpty else { return }
    try Desktop().run(examples, "duban help \(command.joined(separator: " "))")
  }

  @Test(arguments: readmes)
  func everyBlockOfTheReadmeRuns(readme: String) throws {
    let page = try Readme(readme)
    let blocks = page.blocks.filter { !$0[0].hasPrefix(" ") }
    #expect(blocks.count > 3)
    let makefile = try String(contentsOf: Page.root.appending(path: "Makefile"), encoding: .utf8)
    for block in blocks {
      let isMade = block[0].hasPrefix("make ")
      guard isMade else {
        try Desktop().run(block, readme)
        continue
      }
      // Making it is for other tests; that there is such a target is for this one.
      for line in block {
        #expect(makefile.contains("\n\(line.split(separator: " ")[1]):"), "\(readme): \(line)")
      }
    }
  }

  /// Commands within the text are whole, unless they have placeholders.
  @Test(arguments: readmes)
  func everySpanOfTheReadmeRuns(readme: String) throws {
    let spans = try Readme(readme).spans.filter {
      $0.hasPrefix("duban ") && !$0.contains(/\b[A-Z][A-Z0-9]+\b|[…|\[]/)
    }
    try Desktop().run(spans, readme)
  }
}

/// A home with a demonstration, a draft, commands of one's own, a backup and files: what examples speak of.
final class Desktop: Sendable {
  private let folder: String

  private static let ready = Result { try Desktop(made: ()) }
  private static var path: String { NSTemporaryDirectory() + "duban-examples-\(getpid())" }

  /// A copy of it.
  init() throws {
    folder = Desktop.path + "-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: Desktop.ready.get().folder, toPath: folder)
  }

  private init(made: Void) throws {
    folder = Desktop.path
    // It is kept for all tests of a run.
    atexit { try? FileManager.default.removeItem(atPath: Desktop.path) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let made = try shell(
      """
      set -e
      mkdir -p home/backups srv
      duban demo "$DUBAN_STORE"
      cd home
      for file in 通知.txt notice.txt 工作要点.docx 实施方案.pdf; do
        printf '2026年工作要点\\n1、召开专题会。责任科室：党办、各支部，完成时间：12月20日之前。\\n' >$file
      done
      printf '动作,编号,方案,事项,时限,责任单位,内容\\n,,h26,开展自查,12月20日前,党办、各支部,\\n进展,h26-9,,,,,已电话督促\\n' >清单.csv
      duban import 通知.txt
      duban report h26-31 -m 已布置
      duban report h26-37 -m 已布置
      duban report h26-41 -m 已布置
      duban undo
      duban backup
      for name in backups/2026-11-20T0930.tar.gz 备份.tar.gz FILE.tar.gz; do
        cp "$DUBAN_STORE"/backups/*.tar.gz $name
      done
      """)
    guard made.status == 0 else { throw Failed(description: made.errors) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private struct Failed: Error { let description: String }

  private func shell(_ script: String) throws -> Program.Outcome {
    try Program(environment: [
      "HOME": folder + "/home", "DUBAN_STORE": folder + "/srv/duban", "DUBAN_USER": "党办干事",
    ]).shell(
      """
      duban() { "$D" --as-of 2026-11-20 "$@"; }
      cd '\(folder)'
      \(script)
      """)
  }

  /// Types these lines at home, one after the other; each is to succeed.
  func run(_ lines: [String], _ place: String, _ location: SourceLocation = #_sourceLocation) throws {
    let own = lines.map { line in
      // Folders and groups of the machine are not for tests.
      line.replacing("/tmp/", with: "\(folder)/").replacing("/srv/duban", with: "\(folder)/srv/duban")
        .replacing(/chgrp -R \S+/) { _ in "chgrp -R $(id -gn)" }
    }
    let script = own.enumerated().map { number, line in
      "\(line)\ncode=$?; [ $code = 0 ] || echo \"FAILED \(number) $code\" >&2"
    }
    let outcome = try shell("cd home\n" + script.joined(separator: "\n"))
    for match in outcome.errors.matches(of: /FAILED (\d+) (\d+)/) {
      let line = Int(match.1).map { lines[$0] } ?? ""
      Issue.record("\(place): \(line)\nends with \(match.2)\n\(outcome.errors)", sourceLocation: location)
    }
    #expect(outcome.status == 0, "\(place): \(outcome.errors)", sourceLocation: location)
  }
}
