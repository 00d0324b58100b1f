import Testing

@testable import duban

/// What is more than is taken in at once ends in one line that names the limit, before anything is written.
struct LimitTests {
  private func refusal(_ words: [String], _ location: SourceLocation = #_sourceLocation) throws -> String {
    let store = try TestStore(demoOn: "2026-11-20")
    let records = try store.records()
    let outcome = try store.program.run(words)
    #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome.status)", sourceLocation: location)
    #expect(outcome.errors.split(separator: "\n").count == 1, sourceLocation: location)
    #expect(outcome.errors.utf8.count < 300, "\(outcome.errors.prefix(300))", sourceLocation: location)
    #expect(try store.records() == records, sourceLocation: location)
    return outcome.errors
  }

  @Test(arguments: [
    ["list"], ["done", "--yes"], ["assign", "h26-9"], ["tag", "--add", "x"], ["unit", "add"],
  ])
  func argumentsByTheirNumber(words: [String]) throws {
    let many = Array(repeating: "h26-9", count: 16_000)
    #expect(try refusal(words + many).contains("参数超过2000个的上限"))
  }

  @Test func argumentsByTheirNumberInOptions() throws {
    let many = (0..<2_000).flatMap { ["--into", "甲\($0)"] }
    #expect(try refusal(["split", "h26-7"] + many).contains("2000"))
    #expect(try refusal(["--lang", "en", "split", "h26-7"] + many).contains("limit of 2000 arguments"))
  }

  /// Whatever was typed, what is said of it can be read.
  @Test(
    arguments: [
      (["show", "LONG"], 66), (["done", "h26-LONG"], 66), (["when", "LONG"], 65), (["LONG"], 64),
      (["list", "--LONG"], 64),
      (["list", "--columns", "LONG"], 64), (["check", "--unit", "LONG"], 3), (["list", "unit:LONG"], 64),
      (["add", "campaign", "x", "--code", "LONG"], 64), (["next", "LONG"], 64),
    ] as [([String], Int32)])
  func longWordsAreNotSaidInFull(words: [String], status: Int32) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let long = String(repeating: "9x", count: 50_000)
    let outcome = try store.program.run(words.map { $0.replacing("LONG", with: long) })
    #expect(outcome.status == status && outcome.errors.utf8.count < 4_100, "\(words): \(outcome.status)")
    #expect(outcome.errors.split(separator: "\n").count == 1 && outcome.output.utf8.count < 4_100)
  }

  @Test(
    arguments: [("h26-1..h26-4000000000", 66), ("h26-1..99999999999999999999999", 66), ("h26-9..h26-1", 64)]
      as [(String, Int32)])
  func rangesEndAtWhatIsThere(range: String, status: Int32) throws {
    let outcome = try TestStore(demoOn: "2026-11-20").run("done", range, "--yes")
    #expect(outcome.status == status && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test func wordsOfMegabytes() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let outcome = try store.program.shell("head -c 8000000 /dev/zero | tr '\\0' x | \"$D\" report h26-9 -m -")
    #expect(outcome.status == 64 && outcome.errors.contains("超过1 MB 的上限"), "\(outcome.errors)")
  }

  @Test func numbers() throws {
    #expect(try refusal(["status", "--width", "1000000000"]).contains("--width 最大为10000"))
    #expect(try refusal(["next", "99999999"]).contains("天数 最大为36500"))
    let store = try TestStore(demoOn: "2026-11-20")
    #expect(try store.run("check", "-w", "99999999").errors.contains("-w 最大为3660"))
    #expect(try store.run("list", "--limit", "9223372036854775807").status == 0)
    var program = store.program
    program.environment["COLUMNS"] = "1000000000"
    #expect(try program.run("status").bytes.count < 100_000)
  }

  @Test func argumentsByTheirSize() throws {
    // An argument has 128 kB at most by the system's own limit.
    let words = Array(repeating: String(repeating: "字", count: 40_000), count: 9)
    #expect(try refusal(["report", "h26-9"] + words.flatMap { ["-m", $0] }).contains("超过1 MB 的上限"))
  }
}
