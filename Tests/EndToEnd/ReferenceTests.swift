import Foundation
import Testing

/// Comments and pages send a reader only to what the repository holds.
struct ReferenceTests {
  private static let kinds: Set = ["swift", "c", "h", "md", "yml", ""]

  /// Every file of text that speaks of others, by its path from the root.
  private func files() throws -> [String] {
    let folders = ["Sources", "Tests", "docs", "Fuzz", "Benchmarks", ".github", ".ci"]
    let files = FileManager.default
    let below = try folders.flatMap { folder in
      try files.subpathsOfDirectory(atPath: Page.root.appending(path: folder).path).map { "\(folder)/\($0)" }
    }
    let top = try files.contentsOfDirectory(atPath: Page.root.path).filter { !$0.hasPrefix(".") }
    return (below + top).filter { path in
      var isFolder: ObjCBool = false
      return Self.kinds.contains(URL(filePath: path).pathExtension)
        && files.fileExists(atPath: Page.root.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  @Test func everyPageAndSectionThatIsNamedIsThere() throws {
    let found = try files()
    #expect(found.contains("docs/domain.md") && found.contains("Sources/CCurses/CCurses.c"))
    var (pages, sections) = (0, 0)
    for path in found {
      guard let text = try? String(contentsOf: Page.root.appending(path: path), encoding: .utf8) else {
        continue
      }
      // A comment goes on over the end of its line.
      let flat = text.replacing(/\n *(\/\/\/? )?/, with: " ")
      let folder = URL(filePath: path).deletingLastPathComponent().relativePath
      for match in flat.matches(of: /([A-Za-z0-9_.\/+-]+\.md)\b(, "([^"]+)")?/) {
        let name = String(match.1)
        let places = [name, "\(folder)/\(name)"]
        let place = places.first {
          FileManager.default.fileExists(atPath: Page.root.appending(path: $0).path)
        }
        guard let place else {
          Issue.record("\(path) names \(name), which is not there")
          continue
        }
        pages += 1
        guard let heading = match.3 else { continue }
        #expect(
          try Page(place).headings.contains(String(heading)), "\(path): \(name) has no section \(heading)")
        sections += 1
      }
    }
    #expect(pages > 50 && sections > 15)
  }
}
