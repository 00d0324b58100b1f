import Campaigns
import Testing

@testable import NoticeImport

/// Short ways from a text to what a rule sees.
enum Sample {
  static func passage(_ text: String) -> Passage { Passage(text.unicodeScalars, line: 1) }

  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  static func paragraphs(_ text: String) -> [Paragraph] {
    LineJoining.paragraphs(SourceLines(lines(text)))
  }

  static func read(_ text: String, year: Int? = nil, units: UnitRegistry? = nil) -> ImportResult {
    NoticeImporter(calendar: .weekendsOnly, year: year, units: units).read(lines(text))
  }

  /// What a notice proposes: `line 题目 [单位] 时间`.
  static func tasks(_ text: String) -> [String] {
    read(text, year: 2025).plans.flatMap(\.tasks).map { task in
      "\(task.line) \(task.title) [\(task.departments.joined(separator: "、"))] \(task.deadline.text)"
    }
  }

  static func frame(year: Int? = 2013) -> TimeFrame {
    TimeFrame(year: year, issued: nil, calendar: .weekendsOnly, firstMonth: nil)
  }
}

/// A notice in which ▶ stands before the lines that are to be tasks and ‼ before those with a finding. The marks are no
/// part of the text that is read.
struct MarkedNotice: Sendable, CustomTestStringConvertible {
  let lines: [String]
  let tasks: [Int]
  let findings: [Int]

  init(_ text: String) {
    var (lines, tasks, findings): ([String], [Int], [Int]) = ([], [], [])
    for (index, line) in Sample.lines(text).enumerated() {
      let marks = line.prefix { "▶‼".contains($0) }
      if marks.contains("▶") { tasks.append(index + 1) }
      if marks.contains("‼") { findings.append(index + 1) }
      lines.append(String(line.dropFirst(marks.count)))
    }
    (self.lines, self.tasks, self.findings) = (lines, tasks, findings)
  }

  var testDescription: String { lines.first { !$0.isEmpty } ?? "" }

  /// Reads it and expects a task on every ▶ line and a finding on every ‼ line, and none elsewhere. Findings of
  /// `ignoring` are left out: a short sample has no year or title to infer.
  @discardableResult
  func expect(
    ignoring: Set<Finding.Kind> = [.noYear, .noTitle, .yearInferred], year: Int? = nil,
    units: UnitRegistry? = nil, at place: SourceLocation = #_sourceLocation
  ) -> ImportResult {
    let result = NoticeImporter(calendar: .weekendsOnly, year: year, units: units).read(lines)
    let found = result.plans.flatMap(\.tasks)
    #expect(
      found.map(\.line).sorted() == tasks, "\(found.map { "\($0.line) \($0.title)" })", sourceLocation: place)
    let doubts = result.findings.filter { !ignoring.contains($0.kind) }
    #expect(
      Set(doubts.map(\.line)).sorted() == findings, "\(doubts.map { "\($0.line) \($0.kind) \($0.words)" })",
      sourceLocation: place)
    return result
  }
}
