import Foundation
import Testing

/// What only a slip of the hand can have meant is asked about, and what is out of sight is told.
struct SlipTests {
  @Test func whatIsOpenInTheArchiveIsTold() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func check(_ more: String...) throws -> String {
      try store.program.run(["check", "--quiet", "--as-of", "2026-11-20"] + more).output
    }
    #expect(
      try !check().contains("归档") && !store.succeed("status", "--as-of", "2026-11-20").output.contains("归档"))
    let open = try store.succeed("list", "方案:h26b 状态:在办", "--format", "{id}", "--as-of", "2026-11-20").output
      .split(separator: "\n").count
    try store.succeed("campaign", "archive", "h26b", "--yes")
    #expect(try check().contains("已归档未办结 \(open)") && open > 3)
    let page = try store.succeed("status", "--as-of", "2026-11-20").output
    #expect(
      page.contains("已归档未办结 \(open)")
        && page.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
    let record =
      try JSONSerialization.jsonObject(
        with: store.program.run("status", "--json", "--as-of", "2026-11-20").bytes) as? [String: Any]
    #expect(record?["openArchived"] as? Int == open)
    // The same by the index.
    var indexed = store.program
    indexed.environment["DUBAN_INDEX_FROM"] = "0"
    for _ in 0..<2 {
      #expect(try indexed.run("check", "--quiet", "--as-of", "2026-11-20").output == check())
    }
    // A damaged file of the archive is not what check is about.
    try store.write("{", to: "archive/h10.json")
    #expect(try indexed.run("check", "--quiet", "--as-of", "2026-11-20").output == check())
  }

  @Test func daysYearsAheadAreSlips() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for words in [
      ["done", "h26-9", "--as-of", "2926-11-20"], ["unit", "join", "党办", "各支部", "--on", "3026-01-01"],
      ["unit", "leave", "第三支部", "各支部", "--on", "3026-01-01"],
    ] {
      let outcome = try store.program.run(words)
      #expect(outcome.status == 64 && outcome.errors.contains("--yes"), "\(words): \(outcome)")
    }
    // Looking ahead is no slip, and what is meant is done.
    try store.succeed("list", "--as-of", "2926-11-20")
    try store.succeed("unit", "leave", "第三支部", "各支部", "--on", "3026-01-01", "--yes")
  }
}
