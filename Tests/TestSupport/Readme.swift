import Foundation

/// The code of a README: what it tells one to type, and the screens that it shows.
package struct Readme {
  /// Indented blocks, line by line; those that show a screen begin with a space.
  package private(set) var blocks: [[String]] = []
  /// What stands between backticks in the text.
  package let spans: [String]

  /// The README of that name.
  package init(_ name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let lines = try String(contentsOf: root.appending(path: name), encoding: .utf8).components(
      separatedBy: "\n")
    for chunk in lines.split(whereSeparator: { !$0.isEmpty && !$0.hasPrefix("    ") }) {
      let block = chunk.map { String($0.dropFirst(4)) }.drop(while: \.isEmpty)
      if !block.isEmpty { blocks.append(block.reversed().drop(while: \.isEmpty).reversed()) }
    }
    spans = lines.filter { !$0.hasPrefix("    ") }.flatMap { line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }
}
