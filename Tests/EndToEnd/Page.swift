import Foundation
import Testing

/// A page of docs/, by its headings and tables, so that a test can hold it to the program.
struct Page {
  /// The folder of the whole repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private let lines: [String]

  /// The page at a path from the root.
  init(_ path: String) throws {
    let text = try String(contentsOf: Page.root.appending(path: path), encoding: .utf8)
    lines = text.components(separatedBy: "\n")
  }

  var headings: [String] {
    lines.filter { $0.hasPrefix("#") }.map { $0.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces) }
  }

  /// What stands below a heading, up to the next one.
  func section(_ heading: String) throws -> [String] {
    let start = try #require(lines.firstIndex(of: "## \(heading)"), "there is no section \(heading)") + 1
    return Array(lines[start...].prefix { !$0.hasPrefix("## ") })
  }

  /// A table below a heading, the first one as 0: its rows without the headings, each as its cells.
  func table(_ heading: String, _ number: Int = 0) throws -> [[String]] {
    let tables = try section(heading).split { !$0.hasPrefix("|") }.map { rows in
      rows.dropFirst(2).map { row in
        row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
          .map { $0.trimmingCharacters(in: .whitespaces) }
      }
    }
    return try #require(
      tables.indices.contains(number) ? tables[number] : nil, "\(heading) has no such table")
  }
}

extension String {
  /// What stands between backticks.
  var codes: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
