import Campaigns
import Foundation
import Testing

@testable import duban

/// What `check` tells monitors.
struct MonitoringTests {
  // MARK: Plugins

  /// The form of the plugin guidelines, and the labels and values that there always were.
  @Test(arguments: ["zh", "en"])
  func performanceDataIsThatOfThePluginGuidelines(language: String) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let line = try store.run("check", "--quiet", "--as-of", "2026-11-20", "--lang", language).output
    let halves = line.trimmingCharacters(in: .newlines).components(separatedBy: "|")
    #expect(halves.count == 2, "\(line)")
    let data = halves[1].split(separator: " ").map(String.init)
    #expect(data.map { String($0.prefix { $0 != "=" }) } == Condition.allCases.map(\.rawValue))
    for item in data {
      // 'label'=value[UOM];[warn];[crit];[min];[max]
      let range = #"(?:@?(?:(?:~|-?[\d.]+)?:)?(?:-?[\d.]+)?)"#
      let form = try Regex("[A-Za-z]+=\\d+;\(range);\(range);0")
      #expect(try form.wholeMatch(in: item) != nil, "\(item)")
    }
    #expect(data.contains("overdue=6;;0;0") && data.contains("dueSoon=5;0;;0"))
  }

  @Test func noLineBehindTheFirstHasABar() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("edit", "h26-9", "--title", "甲|乙")
    let output = try store.run("check", "--as-of", "2026-11-20").output
    #expect(output.contains("甲｜乙") && output.count { $0 == "|" } == 1)
  }

  // MARK: Prometheus

  @Test func metricsSayWhatJSONSays() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for more in [[], ["-c", "9"], ["--unit", "党办"], ["--quiet"], ["--lang", "en"]] {
      let words = ["check", "--as-of", "2026-11-20"] + more
      let outcome = try store.program.run(words + ["--format", "prometheus"])
      let json = try store.program.run(words + ["--json"])
      let counts = try #require(
        (JSONSerialization.jsonObject(with: json.bytes) as? [String: Any])?["counts"] as? [String: Int])
      let metrics = try Exposition(outcome.output)
      let labels = more.first == "--unit" ? ["unit": more[1]] : [:]
      #expect(outcome.status == json.status)
      #expect(metrics.value("duban_check_status", labels) == Double(json.status))
      #expect(metrics.value("duban_check_day_timestamp_seconds", labels) == 1_795_104_000)
      for (condition, count) in counts {
        let all = labels.merging(["condition": condition]) { $1 }
        #expect(metrics.value("duban_tasks", all) == Double(count))
      }
      #expect(metrics.families["duban_tasks"]?.samples.count == counts.count)
      #expect(metrics.families.values.allSatisfy { $0.type == "gauge" })
    }
  }

  @Test func labelsAreEscaped() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let name = "a\\n\"b\"\\{}=,\\\\"
    try store.succeed("unit", "add", name)
    let known = try store.run("check", "--unit", name, "--format", "prometheus")
    #expect(try Exposition(known.output).value("duban_check_status", ["unit": name]) == 0)
    let unknown = try store.run("check", "--unit=没有\n\"\u{1B}[31m\\", "--format=prometheus")
    let metrics = try Exposition(unknown.output)
    #expect(metrics.families["duban_check_status"]?.samples.first?.labels["unit"] == "没有\n\"␛[31m\\")
  }

  /// What cannot be told is a status of its own, and nothing else.
  @Test func whatCannotBeToldIsAStatus() throws {
    let store = try TestStore()
    try store.write("{", to: "campaigns/h12.json")
    for words in [
      ["--store", "/nonexistent"], ["--as-of", "no day"], ["-w", "many"], ["--no-such"], ["--unit", "没有"], [],
    ] {
      let outcome = try store.program.run(["check", "--format", "prometheus"] + words)
      let metrics = try Exposition(outcome.output)
      let labels = words.first == "--unit" ? ["unit": "没有"] : [:]
      #expect(outcome.status == 3 && metrics.value("duban_check_status", labels) == 3, "\(words)")
      #expect(metrics.families["duban_tasks"] == nil)
    }
  }

  @Test(arguments: FormatTests.calls.filter { !$0.hasPrefix("check") })
  func noOtherCommandHasMetrics(call: String) throws {
    let words = call.components(separatedBy: "; ").last?.split(separator: " ").map(String.init) ?? []
    let store = try TestStore()
    let before = try FileManager.default.subpathsOfDirectory(atPath: store.path)
    let outcome = try store.program.run(words + ["--format", "prometheus"])
    #expect([64, 65, 66, 73].contains(outcome.status) && outcome.output.isEmpty, "\(call): \(outcome)")
    #expect(try FileManager.default.subpathsOfDirectory(atPath: store.path) == before)
    #expect(try Program().run("help", words[0]).output.contains("prometheus") == false)
  }

  @Test func aRefusalNamesWhatThereIs() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let list = try store.run("list", "--format", "prometheus")
    #expect(
      list.status == 64 && list.errors.contains("prometheus") && list.errors.contains("text、plain、json。"))
    let check = try store.run("check", "--format", "{id}")
    #expect(check.status == 3 && check.errors.contains("text、plain、json、prometheus"))
  }
}
