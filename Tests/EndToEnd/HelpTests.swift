import ArgumentParser
import Campaigns
import Foundation
import Tables
import TerminalFrames
import Testing
import Wording

@testable import duban

/// What help says, in both languages: laid out by display width, in one language, with examples, topics and complaints.
struct HelpTests {
  /// What a page of help tells one to type.
  static func examples(_ help: String) -> [String] {
    help.components(separatedBy: "\n").filter { $0.hasPrefix("duban ") }.map {
      $0.components(separatedBy: "  ")[0]
    }
  }

  private static func help(_ words: [String], _ language: String) throws -> String {
    let outcome = try Program().run(["help"] + words + ["--lang", language])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(words): \(outcome.errors)")
    return outcome.output
  }

  private static let pages = HelpExampleTests.commands + HelpTopic.allCases.map { [$0.rawValue] }

  @Test(arguments: pages, ["zh", "en"])
  func everyLineFits(words: [String], language: String) throws {
    let width = DisplayWidth()
    for line in try HelpTests.help(words, language).split(separator: "\n") {
      #expect(width.columns(line) <= 80, "\(words): \(line)")
      #expect(line.last != " ", "\(words): \(line)")
    }
  }

  /// A leaf is what can be run.
  @Test(arguments: HelpExampleTests.commands)
  func everyCommandHasAnExample(words: [String]) throws {
    let path = (["duban"] + words).joined(separator: " ")
    let examples = try HelpTests.examples(HelpTests.help(words, "zh"))
    #expect(examples.contains { $0.hasPrefix(path) }, "\(path) has no example of its own")
    #expect(try HelpTests.examples(HelpTests.help(words, "en")).count == examples.count)
  }

  @Test func theTestsKnowAllCommands() throws {
    #expect(
      try Set(FormatTests.leaves().filter { !$0.hasPrefix("help") }).isSubset(
        of: HelpExampleTests.commands.map { $0.joined(separator: " ") }))
  }

  @Test(arguments: HelpExampleTests.commands)
  func chineseIsChinese(words: [String]) throws {
    let help = try HelpTests.help(words, "zh")
    for english in [
      "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "values:", "default:", "for detailed help",
      "Show ",
    ] { #expect(!help.contains(english), "\(words): \(english)") }
    let names = help.matches(of: /<([A-Za-z-]+)>/).map { $0.1 }
    #expect(names.isEmpty, "\(words): values without a Chinese name: \(names)")
    #expect(help.contains("概述：") && help.contains("用法：duban"))
    let usage = try #require(help.firstMatch(of: /(?s)用法：.+?\n\n/)).0
    #expect(!usage.contains("--store") && !usage.contains("--json"), "\(usage)")
    #expect(try HelpTests.help(words, "en").unicodeScalars.first == "O")
  }

  @Test func usageIsShort() throws {
    #expect(try HelpTests.help(["list"], "zh").contains("用法：duban list [选项] [筛选条件 …]\n"))
    #expect(try HelpTests.help(["list"], "en").contains("USAGE: duban list [options] [<filter> ...]\n"))
  }

  // MARK: Topics

  @Test(arguments: ["zh", "en"])
  func helpNamesItsTopics(language: String) throws {
    let help = try HelpTests.help([], language)
    for topic in HelpTopic.allCases { #expect(help.contains("\n  \(topic.rawValue) "), "\(topic)") }
  }

  @Test func topicsSayWhatThereIs() throws {
    func page(_ topic: HelpTopic) throws -> String {
      let (zh, en) = (try HelpTests.help([topic.rawValue], "zh"), try HelpTests.help([topic.rawValue], "en"))
      #expect(zh != en && !en.contains("：") || topic == .times)
      return zh + en
    }
    for key in FilterKey.allCases { #expect(try page(.filters).contains("\(key.rawValue):")) }
    for code in ExitCode.allCases { #expect(try page(.exitCodes).contains("  \(code.rawValue) ")) }
    for variable in EnvironmentVariable.allCases {
      #expect(try page(.environment).contains("  \(variable.rawValue) "))
    }
    for key in ConfigKey.fixed { #expect(try page(.config).contains("  \(key.name) ")) }
    for time in HelpTopic.timesRead { #expect(try page(.times).contains(time)) }
    let told = try Set(Page("docs/interface.md").table("Environment").flatMap { $0[0].codes })
    #expect(told == Set(EnvironmentVariable.allCases.map(\.rawValue)))
  }

  /// As `duban when` reads them.
  @Test func everyTimeIsRead() throws {
    let page = try HelpTests.help(["times"], "zh")
    for time in HelpTopic.timesRead {
      let outcome = try Program().run("when", time, "--from", "2026-03-02", "--lang", "zh", "--json")
      #expect(outcome.status == 0, "\(time)")
      #expect(!page.contains("\(time)  不"), "\(time)")
    }
  }

  /// Each list names its columns where it is asked for another one.
  @Test func everyColumnOfEveryList() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let lists =
      [("list", TaskColumn.allCases.map(\.rawValue))] + HelpTopic.otherColumns.map { ($0.list, $0.names) }
    for (list, names) in lists {
      var words = list.split(separator: " ").map { $0 == "ID" ? "h26-9" : String($0) }
      if list == "changes" { words += ["--since", "2026-11-01"] }
      let refusal = try store.program.run(words + ["--columns", "nosuch", "--lang", "zh"])
      #expect(refusal.errors.contains("可用：\(names.joined(separator: "、"))。"), "\(list): \(refusal.errors)")
    }
    let told = try Page("docs/interface.md").section("Lists").joined(separator: " ")
      .components(separatedBy: " take these")[0].codes
    #expect(Set(told) == Set(["list", "next", "overdue"] + HelpTopic.otherColumns.map(\.list)))
  }

  @Test func whatThereIsNoHelpFor() throws {
    let outcome = try Program().run("help", "filter", "--lang", "zh")
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errors.contains("filters"))
    #expect(try Program().run("help", "unit", "lisst").errors.contains("list"))
    #expect(try Program().run("--lang", "en", "help", "nosuch").status == 64)
    #expect(try Program().run("help", "help").status == 0 && Program().run("help", "add", "task").status == 0)
  }

  // MARK: Mistakes

  /// What the parser says of them, each in the language of the interface.
  @Test(
    arguments: [
      (["show"], "缺少 <编号>"),
      (["unit", "rename", "党办"], "缺少 <名称>"),
      (["list", "--limit"], "--limit <数量> 缺少值"),
      (["list", "--colums", "id"], "没有“--colums”这个选项，最接近的是“--columns”"),
      (["list", "--nosuchoption"], "没有“--nosuchoption”这个选项"), (["list", "-x"], "没有“-x”这个选项"),
      (["next", "3", "4"], "多出参数“4”"), (["next", "3", "4", "5"], "多出2个参数：4、5"),
      (["list", "--limit", "many"], "--limit <数量> 不能是“many”"),
      (["rates", "--by", "colour"], "不能是“colour”，可用：unit、"),
      (["list", "--json=1"], "--json 不带值，不能写“1”"),
      (["--generate-completion-script", "tcsh"], "补全脚本"),
    ] as [([String], String)])
  func mistakesAreToldInChinese(words: [String], says: String) throws {
    let outcome = try Program().run(words + ["--lang", "zh"])
    #expect(outcome.status == 64 && outcome.errors.contains(says), "\(words): \(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    for english in ["Missing", "Unknown", "nexpected", "value", "invalid", "provide", "option"] {
      let told = outcome.errors.replacing("--nosuchoption", with: "")
      #expect(!told.contains(english), "\(words): \(outcome.errors)")
    }
    #expect(try Program().run(words + ["--lang", "en"]).errors.contains("See duban help"))
  }
}
