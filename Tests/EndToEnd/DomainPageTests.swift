import Campaigns
import Foundation
import Testing
import Wording

/// docs/domain.md says what the code does.
struct DomainPageTests {
  private let page: Page
  private let wording = Wording(.zh)

  init() throws { page = try Page("docs/domain.md") }

  /// The first two cells of each row: a word of the code, and the Chinese one.
  private func terms(_ heading: String) throws -> [[String]] {
    try page.table(heading).map { [$0[0].codes.joined(), $0[1]] }
  }

  @Test func stages() throws {
    #expect(try terms("Stages") == Stage.allCases.map { [$0.rawValue, wording.stage($0)] })
    let open =
      "Open (在办) are " + Stage.allCases.filter(\.isOpen).map { "`\($0.rawValue)`" }.joined(separator: ", ")
    let words = try page.section("Stages").joined(separator: " ").replacingOccurrences(
      of: " and `", with: ", `")
    #expect(words.contains(open))
  }

  @Test func moves() throws {
    let rows = try page.table("Stages", 1)
    #expect(rows.map { $0[0].codes } == Move.allCases.map { ["\($0)"] })
    for (row, move) in zip(rows, Move.allCases) {
      let rule = move.rule
      let from =
        row[2].codes + (row[2].hasPrefix("open") ? Stage.allCases.filter(\.isOpen).map(\.rawValue) : [])
      #expect(Set(from) == Set(rule.from.map(\.rawValue)), "\(move)")
      let to = move == .resume ? nil : rule.to
      #expect(row[3] == (to.map { "`\($0.rawValue)`" } ?? "where it was"), "\(move)")
      #expect(row[4].hasPrefix("needed") == rule.needsReason, "\(move)")
    }
  }

  @Test func conditionsAndLights() throws {
    #expect(try terms("Conditions") == Condition.allCases.map { [$0.rawValue, wording.condition($0)] })
    let lights = [Light.green, .yellow, .red, .none]
    #expect(Set(lights) == Set(Light.allCases))
    #expect(try terms("Lights") == lights.map { [$0.rawValue, wording.light($0)] })
    for (row, light) in zip(try page.table("Lights"), lights) {
      let kinds = LightCause.Kind.allCases.filter { kind in causes(kind).contains { $0.light == light } }
      #expect(Set(row[2].codes) == Set(kinds.map(\.rawValue)), "\(light)")
    }
    let usual = LightProfile.usual
    let thresholds =
      "(\(usual.dueSoonWorkingDays) working days, \(usual.behindYellow) and \(usual.behindRed) points)"
    #expect(try page.section("Lights").joined(separator: " ").contains(thresholds))
  }

  /// A cause of a kind, for each light that it can turn on.
  private func causes(_ kind: LightCause.Kind) -> [LightCause] {
    switch kind {
    case .overdue: [.overdue(days: 1)]
    case .dueSoon: [.dueSoon(days: 1)]
    case .behind: [.behind(points: 10, isFar: false), .behind(points: 31, isFar: true)]
    case .short: [.short(owed: 1)]
    case .quotaDueSoon: [.quotaDueSoon(workingDays: 1)]
    case .quotaMet: [.quotaMet]
    case .inTime: [.inTime]
    }
  }

  @Test func numbersOnTopRolesAndLevels() throws {
    let numbers = try page.section("Numbers and rates").joined(separator: " ")
    for part in Tally.Part.allCases { #expect(numbers.contains(wording.part(part)), "\(part)") }
    let urgent = Tally.Part.allCases.filter(\.isUrgent)
    #expect(urgent == Array(Tally.Part.allCases.prefix(4)))
    #expect(numbers.contains("The first four are urgent (\(wording.urgent))"))
    let words = try page.table("Words").map { $0[0] }
    for role in Role.allCases { #expect(words.contains(wording.role(role)), "\(role)") }
    let chases = try page.section("Chases").joined(separator: " ")
    for level in ChaseLevel.allCases {
      #expect(
        chases.contains("\(level.rawValue) \(wording.level(level)) \(Wording(.en).level(level))"), "\(level)")
    }
    #expect(ChaseLevel.answerWithin == 5 && chases.contains("five working days"))
  }

  private func meaning(_ words: String...) throws -> String {
    let outcome = try Program().run(["when"] + words + ["--lang", "en"])
    return String(outcome.output.prefix { $0 != "\n" }.split(separator: "  =  ").last ?? "")
  }

  @Test func times() throws {
    let rows = try page.table("Times")
    #expect(rows.count >= 15)
    for row in rows {
      #expect(try meaning(row[0], "--year", "2026", "--from", "2026-03-02") == row[1], "\(row[0])")
    }
    for row in try page.table("Working days") {
      #expect(try meaning(row[0], "--from", row[1]) == row[2], "\(row)")
    }
  }

  @Test func yearsWhoseHolidaysAreKnown() throws {
    let folder = Page.root.appending(path: "data/holidays").path
    let years = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
      Int($0.filter(\.isNumber))
    }
    let first = try #require(years.min())
    let last = try #require(years.max())
    #expect(try page.section("Working days").joined(separator: " ").contains("(\(first) to \(last),"))
    let notice = try String(contentsOf: Page.root.appending(path: "NOTICE"), encoding: .utf8)
    #expect(notice.contains("\(first) to \(last)"))
  }
}
